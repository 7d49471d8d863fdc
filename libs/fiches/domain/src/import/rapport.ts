import { champDe } from '../fiche/registre';
import type { Destination } from './placement/libelles';
import type { Passage } from './passage';
import { CONFIANCES, type Confiance, type DocumentSource } from './source';

/** What one place received. */
export interface PartDuRapport {
  destination: Destination;
  section: string | null;
  libelle: string;
  passages: number;
  caracteres: number;
  /** Confidence of its least sure passage. */
  confiance: Confiance;
}

/** Where the characters of the source went, white space included: `caracteres` = `places` + `libelles` + `nonPlaces`. */
export interface RapportPlacement {
  caracteres: number;
  places: number;
  libelles: number;
  nonPlaces: number;
  /** Places that received something, in the order of the document. */
  parSection: PartDuRapport[];
}

const LIBELLES: Readonly<Partial<Record<Destination, string>>> = {
  libelle: 'Libellés et mise en page',
  'non-place': 'Non placé',
};

function longueur(passages: readonly Passage[]): number {
  return passages.reduce((somme, { debut, fin }) => somme + fin - debut, 0);
}

function libelleDe(destination: Destination, section: string | null): string {
  if (destination === 'section') return section ?? '';
  if (destination === 'libelle' || destination === 'non-place') return LIBELLES[destination] ?? '';
  return champDe(destination).libelle;
}

/** Counts where every character of the source went. */
export function rapporter({ texte }: Pick<DocumentSource, 'texte'>, passages: readonly Passage[]): RapportPlacement {
  const en = (destination: Destination): number =>
    longueur(passages.filter((passage) => passage.destination === destination));
  const [libelles, nonPlaces] = [en('libelle'), en('non-place')];
  const parSection = [
    ...Map.groupBy(passages, ({ destination, section }) => `${destination}/${section ?? ''}`).values(),
  ];
  return {
    caracteres: texte.length,
    places: longueur(passages) - libelles - nonPlaces,
    libelles,
    nonPlaces,
    parSection: parSection.flatMap((siens) => {
      const [premier] = siens;
      if (!premier) return [];
      const { destination, section } = premier;
      const moindre = Math.min(...siens.map(({ confiance }) => CONFIANCES.indexOf(confiance)));
      return [
        {
          destination,
          section,
          libelle: libelleDe(destination, section),
          passages: siens.length,
          caracteres: longueur(siens),
          confiance: CONFIANCES[moindre] ?? 'faible',
        },
      ];
    }),
  };
}
