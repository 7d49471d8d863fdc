import {
  champDe,
  type DeplacementPassage,
  type Destination,
  estDestination,
  LIGNES,
  REGISTRE,
} from '@pleniere/fiches/domain';

/** Where a passage stands or is asked to go; `section` is the heading of a supplementary section, null elsewhere. */
export type Place = Pick<DeplacementPassage, 'destination' | 'section'>;

/** Degrees between the hues of two neighbouring rows: far apart, and never twice the same. */
const TOUR = 137.5;

/** How a passage's place is called. */
export function libellePlace({ destination, section }: Place): string {
  if (destination === 'section') return section ?? '';
  if (destination === 'libelle') return 'Libellé';
  return destination === 'non-place' ? 'Non placé' : champDe(destination).libelle;
}

/** Turn of the hue of a place, in degrees; null for what is not content. */
export function tourDe(destination: Destination): number | null {
  if (destination === 'libelle' || destination === 'non-place') return null;
  const ligne = destination === 'section' ? 'complements' : champDe(destination).ligne;
  const dansLaLigne = REGISTRE.filter((champ) => champ.ligne === ligne).findIndex(({ id }) => id === destination);
  return LIGNES.findIndex(({ id }) => id === ligne) * TOUR + Math.max(0, dansLaLigne) * 24;
}

/** Fields that may receive a passage, by row of the sheet. */
export const PLACES_PAR_LIGNE: readonly { id: string; libelle: string; champs: Destination[] }[] = LIGNES.map(
  ({ id, libelle }) => ({
    id,
    libelle: libelle || 'En-tête',
    champs: REGISTRE.filter((champ) => champ.ligne === id && estDestination(champ.id)).map((champ) => champ.id),
  }),
);

/** Kind of what is dragged from the document to the fiche. */
export const TYPE_PASSAGE = 'application/x-pleniere-passage';

/** True when two passages, or a passage and a place, are in the same place. */
export function memePlace(une: Place, autre: Place): boolean {
  return une.destination === autre.destination && une.section === autre.section;
}
