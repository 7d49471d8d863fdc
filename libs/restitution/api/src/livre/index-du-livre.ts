import { nomQpv } from '@pleniere/contrat/domain';
import { CHAMPS_ECRITS, codeAffiche, type ContenuFiche, type ChampId, referencesDe } from '@pleniere/fiches/domain';
import type { ContenuArrete, Decision, FicheFigee } from '@pleniere/plenieres/domain';
import type { FicheDuLivre } from './matiere';

/** An entry of an index: where a name is met. */
export interface EntreeIndex {
  nom: string;
  renvois: { code: string; ancre: string }[];
}

/** Where each quartier and each organisation is met. */
export interface IndexDuLivre {
  /** Fiches for every quartier: they are told once. */
  tousLesQuartiers: EntreeIndex['renvois'];
  quartiers: EntreeIndex[];
  organisations: EntreeIndex[];
}

function referencesDuChamp<C extends ChampId>(champ: C, contenu: Partial<ContenuFiche>) {
  const valeur: ContenuFiche[C] | undefined = contenu[champ];
  return valeur === undefined ? [] : referencesDe(champ, valeur);
}

function references({ contenu }: FicheFigee) {
  return CHAMPS_ECRITS.flatMap(({ id }) => referencesDuChamp(id, contenu));
}

function renvoyer(fiches: readonly FicheDuLivre[], concerne: (fiche: FicheFigee) => boolean): EntreeIndex['renvois'] {
  return fiches
    .filter(({ fiche }) => concerne(fiche))
    .map(({ fiche: { code }, ancre }) => ({ code: codeAffiche(code), ancre }));
}

const parNom = (une: EntreeIndex, autre: EntreeIndex) => une.nom.localeCompare(autre.nom, 'fr');
const estMet = ({ renvois }: EntreeIndex) => renvois.length > 0;

/** Makes the index of a book: what its fiches, their déclinaisons and their decisions name. */
export function indexer(
  fiches: readonly FicheDuLivre[],
  { quartiers, organisations }: ContenuArrete,
  decisions: readonly Decision[],
): IndexDuLivre {
  const cites = new Map(fiches.map(({ fiche }) => [fiche.id, references(fiche)]));
  const estPartout = ({ contenu }: FicheFigee) => contenu.cadreOu?.portee === 'tous-qpv';
  return {
    tousLesQuartiers: renvoyer(fiches, estPartout),
    quartiers: quartiers
      .map((qpv) => ({
        nom: nomQpv(qpv),
        renvois: renvoyer(
          fiches,
          ({ id, declinaisons }) =>
            declinaisons.some(({ qpvCode }) => qpvCode === qpv.code) ||
            (cites.get(id) ?? []).some((cite) => 'qpvCode' in cite && cite.qpvCode === qpv.code),
        ),
      }))
      .filter(estMet)
      .toSorted(parNom),
    organisations: organisations
      .map(({ id: organisationId, nom }) => ({
        nom,
        renvois: renvoyer(
          fiches,
          ({ id, declinaisons }) =>
            declinaisons.some(({ organisation }) => organisation.id === organisationId) ||
            (cites.get(id) ?? []).some((cite) => 'organisationId' in cite && cite.organisationId === organisationId) ||
            decisions.some(({ fiche, responsable }) => fiche?.id === id && responsable?.id === organisationId),
        ),
      }))
      .filter(estMet)
      .toSorted(parNom),
  };
}
