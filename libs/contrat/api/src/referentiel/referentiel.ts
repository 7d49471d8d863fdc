import type { QpvReference } from '@pleniere/contrat/domain';
import { sansAccents } from '@pleniere/shared/domain';
import epci from './epci-2024.json';
import liste from './qpv-2024.json';

/** Day from which the perimeters of the list are in force (decree 2023-1314). */
export const EN_VIGUEUR_DEPUIS = '2024-01-01';

const cherchable = (texte: string) => sansAccents(texte).replaceAll('’', "'");

const LISTE: readonly QpvReference[] = liste;
const PAR_CODE = new Map(LISTE.map((qpv) => [qpv.code, qpv]));
const CHERCHABLES = LISTE.map((qpv) => ({
  qpv,
  texte: cherchable([qpv.code, qpv.libelle, ...qpv.communes.map(({ nom }) => nom)].join(' ')),
}));
const MAX = 20;

/** The QPV of the national list under this code. */
export function qpvDeReference(code: string): QpvReference | undefined {
  return PAR_CODE.get(code);
}

/** First twenty QPV of the national list whose code, name or communes hold every word, accents ignored. */
export function chercherQpv(recherche: string): QpvReference[] {
  const mots = cherchable(recherche).split(/[\s,]+/);
  return CHERCHABLES.filter(({ texte }) => mots.every((mot) => texte.includes(mot)))
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
const EPCI_CHERCHABLES = EPCI.map((un) => ({
  un,
  texte: cherchable(
    [un.siren, un.nom, ...un.qpv.flatMap((code) => PAR_CODE.get(code)?.communes ?? []).map(({ nom }) => nom)].join(' '),
  ),
}));

/** The EPCI of the national list under this SIREN. */
export function epciDeReference(siren: string): EpciDeReference | undefined {
  return EPCI.find((un) => un.siren === siren);
}

/** First twenty EPCI of the national list whose name, SIREN or communes with a QPV hold every word, accents ignored. */
export function chercherEpci(recherche: string): EpciDeReference[] {
  const mots = cherchable(recherche).split(/[\s,]+/);
  return EPCI_CHERCHABLES.filter(({ texte }) => mots.every((mot) => texte.includes(mot)))
    .slice(0, MAX)
    .map(({ un }) => un);
}
