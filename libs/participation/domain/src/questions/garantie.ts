import { jourDeParis } from '@pleniere/shared/domain';
import { type Delai, delaiMedian } from '../formules/survie';
import { DELAI_MODERATION_HEURES, estEnRetard, joursEntre } from './echeance';
import type { FaitDeGarantie } from './lectures';

const HEURE = 3_600_000;

/** How the guarantee of an answer is kept; duplicates count once, with the question that they joined. */
export interface GarantieDeReponse {
  /** Questions that an answer is owed to. */
  recevables: number;
  /** Of these, those that have one: an answer, or whom to ask instead. */
  repondues: number;
  /** Of the answered ones, those that were by their due date. */
  dansLesDelais: number;
  enRetard: number;
  /** Days after which half of the questions have an answer, those that still wait included; null when less than half have one. */
  delaiMedian: number | null;
  retours: { oui: number; non: number };
  /** Questions moderated, and those of them that were within 48 hours. */
  moderees: number;
  modereesVite: number;
}

// Up to today for those that still wait.
function delaisDAttente(faits: readonly FaitDeGarantie[], aujourdhui: string): Delai[] {
  return faits.flatMap(({ etat, poseeLe, repondueLe }) => {
    if (etat === 'sans-suite') return [];
    const debut = jourDeParis(new Date(poseeLe));
    const fin = repondueLe === null ? aujourdhui : jourDeParis(new Date(repondueLe));
    return { jours: Math.max(0, joursEntre(debut, fin)), termine: repondueLe !== null };
  });
}

/** The figures of the guarantee, from the facts. */
export function garantieDe(faits: readonly FaitDeGarantie[], aujourdhui: string): GarantieDeReponse {
  const dues = faits.filter(({ etat }) => etat !== 'sans-suite');
  const repondues = dues.filter(({ repondueLe }) => repondueLe !== null);
  const aTemps = repondues.filter(
    ({ repondueLe, echeance }) =>
      echeance === null || (repondueLe !== null && jourDeParis(new Date(repondueLe)) <= echeance),
  );
  const moderees = faits.flatMap(({ poseeLe, modereeLe }) =>
    modereeLe === null ? [] : Date.parse(modereeLe) - Date.parse(poseeLe),
  );
  const somme = (de: (fait: FaitDeGarantie) => number) => faits.reduce((total, fait) => total + de(fait), 0);
  return {
    recevables: dues.length,
    repondues: repondues.length,
    dansLesDelais: aTemps.length,
    enRetard: dues.filter((fait) => estEnRetard(fait, aujourdhui)).length,
    delaiMedian: delaiMedian(delaisDAttente(faits, aujourdhui)),
    retours: { oui: somme(({ retours }) => retours.oui), non: somme(({ retours }) => retours.non) },
    moderees: moderees.length,
    modereesVite: moderees.filter((duree) => duree <= DELAI_MODERATION_HEURES * HEURE).length,
  };
}
