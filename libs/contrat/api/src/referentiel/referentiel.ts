import type { QpvReference } from '@pleniere/contrat/domain';
import { sansAccents } from '@pleniere/shared/domain';
import epci from './epci-2024.json';
import liste from './qpv-2024.json';

/** Day from which the perimeters of the list are in force (decree 2023-1314). */
export const EN_VIGUEUR_DEPUIS = '2024-01-01';

/** Made when it is first asked for: a start does not wait for it. */
function uneFois<T>(faire: () => T): () => T {
  let fait: T | undefined;
  return () => (fait ??= faire());
}

const cherchable = (texte: string) => sansAccents(texte).replaceAll('’', "'");

const LISTE: readonly QpvReference[] = liste;
const PAR_CODE = new Map(LISTE.map((qpv) => [qpv.code, qpv]));
const cherchables = uneFois(() =>
  LISTE.map((qpv) => ({
    qpv,
    texte: cherchable([qpv.code, qpv.libelle, ...qpv.communes.map(({ nom }) => nom)].join(' ')),
  })),
);
const MAX = 20;

/** The QPV of the national list under this code. */
export function qpvDeReference(code: string): QpvReference | undefined {
  return PAR_CODE.get(code);
}

/** First twenty QPV of the national list whose code, name or communes hold every word, accents ignored. */
export function chercherQpv(recherche: string): QpvReference[] {
  const mots = cherchable(recherche).split(/[\s,]+/);
  return cherchables()
    .filter(({ texte }) => mots.every((mot) => texte.includes(mot)))
    .slice(0, MAX)
    .map(({ qpv }) => qpv);
}

/** An intercommunalité that holds QPV. */
export interface EpciDeReference {
  siren: string;
  nom: string;
  /** Codes of its QPV. */
  qpv: string[];
}

const EPCI: readonly EpciDeReference[] = epci;
const epciCherchables = uneFois(() =>
  EPCI.map((un) => {
    const communes = un.qpv.flatMap((code) => PAR_CODE.get(code)?.communes ?? []);
    return { un, texte: cherchable([un.siren, un.nom, ...communes.map(({ nom }) => nom)].join(' ')) };
  }),
);

/** The EPCI of the national list under this SIREN. */
export function epciDeReference(siren: string): EpciDeReference | undefined {
  return EPCI.find((un) => un.siren === siren);
}

/** First twenty EPCI of the national list whose name, SIREN or communes with a QPV hold every word, accents ignored. */
export function chercherEpci(recherche: string): EpciDeReference[] {
  const mots = cherchable(recherche).split(/[\s,]+/);
  return epciCherchables()
    .filter(({ texte }) => mots.every((mot) => texte.includes(mot)))
    .slice(0, MAX)
    .map(({ un }) => un);
}
