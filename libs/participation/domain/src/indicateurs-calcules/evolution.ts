import { accorder, INSECABLE, type Refus } from '@pleniere/shared/domain';
import { delaiMedian } from '../formules/survie';
import { joursEntre } from '../questions/echeance';
import { mediane } from '../seances/rythme';
import { enFait } from './faits-seances';
import { estDansLePerimetre, type PerimetreCalcul, prouver, type ValeurCalculee } from './valeur-calculee';

/** What became of a contribution. */
export const SUITES_CONTRIBUTION = ['integree', 'integree-en-partie', 'etudiee', 'non-retenue'] as const;
/** Slug of what became of it. */
export type SuiteContribution = (typeof SUITES_CONTRIBUTION)[number];

/** French label of each. */
export const LIBELLES_SUITES_CONTRIBUTION: Readonly<Record<SuiteContribution, string>> = {
  integree: 'Intégrée',
  'integree-en-partie': 'Intégrée en partie',
  etudiee: 'À l’étude',
  'non-retenue': 'Non retenue',
};

/** A contribution that a fiche or an action received, and what became of it. Days are ISO. */
export interface FaitContribution {
  id: string;
  cibleSorte: 'fiche' | 'action';
  cibleId: string;
  qpvCode: string | null;
  recueLe: string;
  suite: SuiteContribution | null;
  motif: string;
  decideeLe: string | null;
  /** Revision that it caused, or action that it made: without one of them nothing was changed. */
  revisionId: string | null;
  actionCreeeId: string | null;
  changeeLe: string | null;
}

/** Why a decision on a contribution does not hold; null when it does. */
export function refusSuite({
  suite,
  motif,
  revisionId,
  actionCreeeId,
}: Pick<FaitContribution, 'suite' | 'motif' | 'revisionId' | 'actionCreeeId'>): Refus {
  const integree = suite === 'integree' || suite === 'integree-en-partie';
  if (integree && revisionId === null && actionCreeeId === null)
    return 'Dites quelle révision ou quelle action nouvelle en est née\u00A0: sans elle, rien n’a changé.';
  return suite === 'non-retenue' && motif.trim() === '' ? 'Dites pourquoi elle n’est pas retenue.' : null;
}

/** The funnel from contributions to changes. */
export interface DetailEvolution {
  suites: Record<SuiteContribution | 'sans-decision', number>;
  /** Median days to a decision, those that wait included; null while fewer than half have one. */
  joursDecision: number | null;
  /** Median days from the decision to what changed. */
  joursChangement: number | null;
}

/** Fiches and actions that changed because of residents, among those to which residents contributed. */
export function evolutionDesActions(
  contributions: readonly FaitContribution[],
  perimetre: PerimetreCalcul,
): ValeurCalculee<DetailEvolution> {
  const siennes = contributions.filter(({ recueLe, qpvCode }) => estDansLePerimetre(perimetre, recueLe, [qpvCode]));
  // What says « intégrée » without what it changed is no decision.
  const suiteDe = (fait: FaitContribution) => (refusSuite(fait) === null ? fait.suite : null);
  const estChangee = (fait: FaitContribution) => (suiteDe(fait) ?? '').startsWith('integree');
  const cibles = (faits: readonly FaitContribution[]) =>
    new Set(faits.map(({ cibleSorte, cibleId }) => `${cibleSorte}/${cibleId}`)).size;
  const [changees, recues] = [cibles(siennes.filter(estChangee)), cibles(siennes)];
  const nombreDe = (suite: SuiteContribution | null) => siennes.filter((fait) => suiteDe(fait) === suite).length;
  const joursDecision = delaiMedian(
    siennes.map((fait) => {
      const termine = fait.decideeLe !== null && suiteDe(fait) !== null;
      return { jours: joursEntre(fait.recueLe, termine ? (fait.decideeLe ?? perimetre.fin) : perimetre.fin), termine };
    }),
  );
  const joursChangement = mediane(
    siennes.flatMap((fait) =>
      estChangee(fait) && fait.decideeLe !== null && fait.changeeLe !== null
        ? [joursEntre(fait.decideeLe, fait.changeeLe)]
        : [],
    ),
  );
  return prouver(
    {
      calcul: 'actions-changees',
      valeur: recues === 0 ? null : changees / recues,
      numerateur: changees,
      denominateur: recues,
      phrase:
        recues === 0
          ? 'Aucune fiche ni action n’a reçu de contribution.'
          : `${accorder(changees, 'fiche ou action a changé', 'fiches ou actions ont changé')} sur${INSECABLE}${recues} qui ont reçu une contribution d’habitants.`,
      details: {
        suites: {
          ...{ integree: nombreDe('integree'), 'integree-en-partie': nombreDe('integree-en-partie') },
          ...{ etudiee: nombreDe('etudiee'), 'non-retenue': nombreDe('non-retenue'), 'sans-decision': nombreDe(null) },
        },
        joursDecision,
        joursChangement,
      },
    },
    '1',
    perimetre,
    siennes.map(enFait),
  );
}
