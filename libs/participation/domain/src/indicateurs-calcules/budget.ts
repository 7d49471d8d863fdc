import { accorder, formaterNombre, INSECABLE } from '@pleniere/shared/domain';
import { type FaitLien, prouves } from './actions';
import { enFait } from './faits-seances';
import { type PerimetreCalcul, prouver, type ValeurCalculee } from './valeur-calculee';

/** Money of an action in a year, in cents: a line of budget of its fiche, or what a call for projects granted it. */
export interface FaitFinancement {
  id: string;
  actionId: string;
  annee: number;
  /** Voted: obtained from the financer. */
  obtenuCentimes: number | null;
  /** Engaged: really spent. */
  realiseCentimes: number | null;
  /** Granted by a call for projects. */
  appel: boolean;
}

/**
 * Each euro once: what a call granted to an action stands only until a line of budget says what that action obtained,
 * whatever the year, because the same money is then one of its lines.
 */
function sansDoublons(financements: readonly FaitFinancement[]): FaitFinancement[] {
  const dites = financements.filter(({ appel, obtenuCentimes }) => !appel && obtenuCentimes !== null);
  const actions = new Set(dites.map(({ actionId }) => actionId));
  return financements.filter(({ appel, actionId }) => !appel || !actions.has(actionId));
}

const DEPUIS_TOUJOURS = '0000-01-01';

/**
 * Money engaged and voted in the period on the actions that were born in the espaces de dialogue: those with a proven link
 * at their origin, whenever it was made until the end of the period.
 */
export function budgetDesEspaces(
  financements: readonly FaitFinancement[],
  liens: readonly FaitLien[],
  perimetre: PerimetreCalcul,
): ValeurCalculee<{ engage: number; vote: number }> {
  const origines = prouves(liens, { ...perimetre, debut: DEPUIS_TOUJOURS }).filter(
    ({ etape, cibleSorte }) => etape === 'origine' && cibleSorte === 'action',
  );
  const nees = new Set(origines.map(({ cibleId }) => cibleId));
  const [premiere, derniere] = [perimetre.debut, perimetre.fin].map((jour) => Number(jour.slice(0, 4)));
  const siens = sansDoublons(financements).filter(
    ({ actionId, annee }) => nees.has(actionId) && annee >= (premiere ?? 0) && annee <= (derniere ?? 0),
  );
  const euros = (cle: 'obtenuCentimes' | 'realiseCentimes') =>
    siens.reduce((somme, financement) => somme + (financement[cle] ?? 0), 0) / 100;
  const [engage, vote] = [euros('realiseCentimes'), euros('obtenuCentimes')];
  return prouver(
    {
      calcul: 'budget-espaces',
      valeur: engage,
      numerateur: engage,
      denominateur: vote,
      phrase: `${formaterNombre(engage)}${INSECABLE}€ engagés sur ${formaterNombre(vote)}${INSECABLE}€ votés, pour ${accorder(nees.size, 'action née', 'actions nées')} d’un espace de dialogue.`,
      details: { engage, vote },
    },
    '3',
    perimetre,
    [...siens, ...origines].map(enFait),
  );
}
