import { accorder, INSECABLE, jourDeParis } from '@pleniere/shared/domain';
import { delaiMedian } from '../formules/survie';
import { estEnRetard, joursEntre } from '../questions/echeance';
import type { FaitDeGarantie } from '../questions/lectures';
import { enPourcent } from '../resultats/seuils';
import { enFait } from './faits-seances';
import { estDansLePerimetre, type PerimetreCalcul, prouver, type ValeurCalculee } from './valeur-calculee';

/** A question with where it comes from; `repondueLe` is when its answer, or where it was sent to, was published. */
export interface FaitQuestion extends FaitDeGarantie {
  qpvCode: string | null;
}

/** What goes with the guarantee of an answer. */
export interface DetailGarantie {
  repondues: number;
  dansLesTemps: number;
  enRetard: number;
  /** Median days to an answer, those still waited for included; null while fewer than half have one. */
  joursMedian: number | null;
  /** Share of « oui » to « réponse utile ? »; null when nobody said. */
  utile: number | null;
  retours: number;
}

const NON_RECEVABLES: readonly string[] = ['posee', 'refusee', 'rattachee'];

/**
 * Questions answered among those receivable; a repeated one follows that which it was attached to, and is counted once.
 * One sent elsewhere is answered once it is told where to.
 */
export function garantieDeReponse(
  questions: readonly FaitQuestion[],
  perimetre: PerimetreCalcul,
  aujourdhui: string,
): ValeurCalculee<DetailGarantie> {
  const jour = (instant: string) => jourDeParis(new Date(instant));
  const recevables = questions.filter(
    ({ etat, poseeLe, qpvCode }) =>
      !NON_RECEVABLES.includes(etat) && estDansLePerimetre(perimetre, jour(poseeLe), [qpvCode]),
  );
  const repondues = recevables.filter(({ repondueLe }) => repondueLe !== null);
  const dansLesTemps = repondues.filter(
    ({ echeance, repondueLe }) => echeance === null || jour(repondueLe ?? '') <= echeance,
  ).length;
  const joursMedian = delaiMedian(
    recevables.map(({ poseeLe, repondueLe }) => ({
      jours: joursEntre(jour(poseeLe), repondueLe === null ? aujourdhui : jour(repondueLe)),
      termine: repondueLe !== null,
    })),
  );
  const oui = recevables.reduce((somme, { retours }) => somme + retours.oui, 0);
  const retours = recevables.reduce((somme, fait) => somme + fait.retours.oui + fait.retours.non, 0);
  const details: DetailGarantie = {
    repondues: repondues.length,
    dansLesTemps,
    enRetard: recevables.filter((question) => estEnRetard(question, aujourdhui)).length,
    joursMedian,
    utile: retours === 0 ? null : oui / retours,
    retours,
  };
  const delai = joursMedian === null ? '' : `, en ${accorder(joursMedian, 'jour')} en valeur médiane`;
  return prouver(
    {
      calcul: 'garantie-reponse',
      valeur: recevables.length === 0 ? null : repondues.length / recevables.length,
      numerateur: repondues.length,
      denominateur: recevables.length,
      phrase:
        recevables.length === 0
          ? 'Aucune question recevable.'
          : `${accorder(repondues.length, 'question')} sur${INSECABLE}${recevables.length} ${repondues.length < 2 ? 'a' : 'ont'} reçu une réponse (${enPourcent(repondues.length / recevables.length)})${delai}.`,
      details,
    },
    '1',
    { ...perimetre, aujourdhui },
    recevables.map(enFait),
  );
}
