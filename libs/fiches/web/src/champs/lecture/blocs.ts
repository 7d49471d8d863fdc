import {
  type ChampId,
  type ContenuFiche,
  type ElementListe,
  LIBELLES_GENRES,
  LIBELLES_PORTEES,
  LIBELLES_PUBLICS,
  type LigneBudget,
  periodeEnMots,
  referentEnMots,
} from '@pleniere/fiches/domain';
import { enTexteRiche, formaterNombre, INSECABLE, texteBrut } from '@pleniere/shared/domain';

/** A text in its HTML; its paragraphs too when they hold words alone, which a screen shows at once where HTML is first read. */
export interface TexteLu {
  html: string;
  paragraphes: string[] | null;
}

/** One piece of a field as the sheet shows it. In a list that is `marquee`, a `marque` stands before entries (« R1 »). */
export type Bloc =
  | { sorte: 'texte'; texte: TexteLu }
  | { sorte: 'phrase'; texte: string }
  | { sorte: 'mention'; texte: string }
  | { sorte: 'liste'; marquee: boolean; elements: { id: string; texte: TexteLu; marque: string }[] }
  | { sorte: 'budget'; lignes: LigneBudget[] }
  | { sorte: 'liens'; liens: { id: string; titre: string; adresse: string }[] };

/** Names of what a field points at by code or id. */
export interface Noms {
  territoire(code: string): string;
  orientation: string | null;
}

type EnBlocs = { [C in ChampId]: (valeur: ContenuFiche[C], noms: Noms) => Bloc[] };

function lire(html: string): TexteLu {
  const mots = texteBrut(html);
  return { html, paragraphes: enTexteRiche(mots) === html ? mots.split('\n') : null };
}

const texte = (html: string): Bloc[] => (texteBrut(html) === '' ? [] : [{ sorte: 'texte', texte: lire(html) }]);
const phrase = (mots: string): Bloc[] => (mots === '' ? [] : [{ sorte: 'phrase', texte: mots }]);
const mention = (mots: string): Bloc[] => (mots === '' ? [] : [{ sorte: 'mention', texte: mots }]);
const acteurs = (cites: readonly { libelle: string }[]): Bloc[] =>
  phrase(cites.map(({ libelle }) => libelle).join(', '));

function liste<E extends ElementListe>(elements: readonly E[], marque: (element: E, rang: number) => string): Bloc[] {
  if (elements.length === 0) return [];
  const lus = elements.map((element, rang) => ({
    id: element.id,
    texte: lire(element.texte),
    marque: marque(element, rang),
  }));
  return [{ sorte: 'liste', marquee: lus.some((element) => element.marque !== ''), elements: lus }];
}

const simple = (elements: readonly ElementListe[]): Bloc[] => liste(elements, () => '');

const BLOCS: EnBlocs = {
  orientation: (_, noms) => phrase(noms.orientation ?? ''),
  titre: phrase,
  titreCourt: phrase,
  pilotes: acteurs,
  referents: (cites) => cites.flatMap(({ libelle, fonction }) => phrase(referentEnMots({ libelle, fonction }))),
  resultatsAttendus: (elements) => liste(elements, (_, rang) => `R${rang + 1}`),
  interetHabitants: simple,
  interetTerritoire: simple,
  interetPartenaires: simple,
  cadreQuand: (cadre) => [...texte(cadre.texte), ...mention(periodeEnMots(cadre))],
  cadreOu: (cadre, noms) => [
    ...texte(cadre.texte),
    ...mention(LIBELLES_PORTEES[cadre.portee]),
    ...mention([...cadre.communes, ...cadre.qpv].map((code) => noms.territoire(code)).join(', ')),
  ],
  cadreAvecQui: (cadre) => [...texte(cadre.texte), ...mention(cadre.acteurs.map(({ libelle }) => libelle).join(', '))],
  cadreAvecQuoi: (cadre) => [...texte(cadre.texte), ...simple(cadre.modalites)],
  publicCible: ({ texte: html, publics }) => [
    ...texte(html),
    ...mention(publics.map((publicVise) => LIBELLES_PUBLICS[publicVise]).join(', ')),
  ],
  contexte: texte,
  facteursFavorables: simple,
  facteursDefavorables: simple,
  planAction: (elements) => liste(elements, ({ genre }) => LIBELLES_GENRES[genre]),
  moyensHumains: (elements) =>
    liste(elements, ({ etp }) => (etp === null ? '' : `${formaterNombre(etp)}${INSECABLE}ETP`)),
  moyensFinanciers: simple,
  lignesBudget: (lignes) => (lignes.length === 0 ? [] : [{ sorte: 'budget', lignes }]),
  partenaires: acteurs,
  resumePublic: phrase,
  dispositifs: (etiquettes) => phrase(etiquettes.join(', ')),
  p147: (etiquettes) => phrase(etiquettes.join(', ')),
  documents: (liens) => (liens.length === 0 ? [] : [{ sorte: 'liens', liens }]),
  sectionsSupplementaires: (sections) =>
    sections.flatMap((section) => [...mention(section.libelle), ...texte(section.texte)]),
};

/** A field cut into what the sheet shows; empty when nothing has been written. */
export function enBlocs<C extends ChampId>(champ: C, valeur: ContenuFiche[C], noms: Noms): Bloc[] {
  return BLOCS[champ](valeur, noms);
}
