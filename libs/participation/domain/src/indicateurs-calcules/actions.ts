import { accorder, INSECABLE, type Refus } from '@pleniere/shared/domain';
import type { EtatProposition } from '../consultation/vocabulaire';
import type { EtatQuestion } from '../questions/etats';
import { enFait } from './faits-seances';
import { estDansLePerimetre, type PerimetreCalcul, prouver, type ValeurCalculee } from './valeur-calculee';

/** Stage of a fiche or an action at which residents were associated. */
export const ETAPES_LIEN = ['origine', 'elaboration', 'mise-en-oeuvre', 'evaluation'] as const;
/** Slug of a stage. */
export type EtapeLien = (typeof ETAPES_LIEN)[number];

/** French label of each stage. */
export const LIBELLES_ETAPES_LIEN: Readonly<Record<EtapeLien, string>> = {
  origine: 'À l’origine',
  elaboration: 'À l’élaboration',
  'mise-en-oeuvre': 'À la mise en œuvre',
  evaluation: 'À l’évaluation',
};

/** What a link starts from. */
export type SourceLien =
  | { sorte: 'seance'; habitants: number }
  | { sorte: 'proposition' | 'idee'; etat: EtatProposition }
  | { sorte: 'question'; etat: EtatQuestion };

/** Why a link proves nothing; null when it does: a séance where residents came, an accepted proposition, a question that was kept. */
export function refusPreuve(source: SourceLien): Refus {
  if (source.sorte === 'seance') return source.habitants > 0 ? null : 'Aucun habitant n’était présent à cette séance.';
  if (source.sorte !== 'question')
    return source.etat === 'acceptee' || source.etat === 'rattachee' ? null : 'Cette proposition n’a pas été acceptée.';
  return ['posee', 'refusee'].includes(source.etat) ? 'Cette question n’est pas publiée.' : null;
}

/** A link from what residents said to a fiche or an action. */
export interface FaitLien {
  id: string;
  cibleSorte: 'fiche' | 'action';
  cibleId: string;
  etape: EtapeLien;
  date: string;
  qpvCode: string | null;
  source: SourceLien;
}

/** An action of the contrat. */
export interface FaitAction {
  id: string;
  active: boolean;
}

/** How residents were associated. */
export interface DetailActions {
  fiches: number;
  /** Actions and fiches by stage. */
  parEtape: Record<EtapeLien, number>;
  /** Active actions with residents at the origin, the making and the evaluation. */
  deBoutEnBout: number;
}

/** Links of a perimeter that prove what they say. */
export const prouves = (liens: readonly FaitLien[], perimetre: PerimetreCalcul): FaitLien[] =>
  liens.filter(
    ({ date, qpvCode, source }) => refusPreuve(source) === null && estDansLePerimetre(perimetre, date, [qpvCode]),
  );
const distincts = (liens: readonly FaitLien[]) =>
  new Set(liens.map(({ cibleSorte, cibleId }) => `${cibleSorte}/${cibleId}`)).size;

/** Active actions that residents were associated with, by at least one proven link. */
export function actionsAssociantHabitants(
  actions: readonly FaitAction[],
  liens: readonly FaitLien[],
  perimetre: PerimetreCalcul,
): ValeurCalculee<DetailActions> {
  const siens = prouves(liens, perimetre);
  const actives = actions.filter(({ active }) => active);
  const etapesDe = (id: string) =>
    new Set(
      siens.filter(({ cibleSorte, cibleId }) => cibleSorte === 'action' && cibleId === id).map(({ etape }) => etape),
    );
  const associees = actives.filter(({ id }) => etapesDe(id).size > 0);
  const deBoutEnBout = associees.filter(({ id }) =>
    (['origine', 'elaboration', 'evaluation'] as const).every((etape) => etapesDe(id).has(etape)),
  ).length;
  const parEtape = Object.fromEntries(
    ETAPES_LIEN.map((etape) => [etape, distincts(siens.filter((lien) => lien.etape === etape))]),
  ) as Record<EtapeLien, number>;
  const fiches = distincts(siens.filter(({ cibleSorte }) => cibleSorte === 'fiche'));
  return prouver(
    {
      calcul: 'actions-associant-habitants',
      valeur: associees.length,
      numerateur: associees.length,
      denominateur: actives.length,
      phrase: `${accorder(associees.length, 'action')} sur${INSECABLE}${actives.length} ${associees.length < 2 ? 'a' : 'ont'} associé les habitants, dont ${deBoutEnBout} de bout en bout.`,
      details: { fiches, parEtape, deBoutEnBout },
    },
    '1',
    perimetre,
    [...siens, ...actives].map(enFait),
  );
}
