import { PARAMETRES_CONSULTATION } from '../consultation/parametres';
import type { CompteVotes } from '../consultation/types';
import { totalVotes } from '../consultation/votes';
import { priorDe, zoneDe } from '../formules/score-make';
import { type Candidate, motsCourants, Selection, vuesDe } from './candidate';
import { type Hasard, melanger, tirerTaux } from './hasard';

/** A tested proposition with scores that may be its own, drawn for this sequence. */
interface Tiree {
  candidate: Candidate;
  top: number;
  controverse: number;
  divise: boolean;
}

const TESTEES_MAX = 1_000;
const A_RELEVER = 10;
const { sequence: TAILLE, partNouvelles, partControversees, votesMax } = PARAMETRES_CONSULTATION;
const NOUVELLES = Math.ceil(partNouvelles * TAILLE);

function tirer(candidate: Candidate, hasard: Hasard): Tiree {
  const { comptes } = candidate;
  const n = totalVotes(comptes);
  const taux = (cle: keyof CompteVotes) => tirerTaux(comptes[cle], n, priorDe(cle), hasard);
  const [pour, contre, neutre] = [taux('pour'), taux('contre'), taux('neutre')];
  const [coupDeCoeur, surtoutPas] = [taux('coupDeCoeur'), taux('surtoutPas')];
  const malus = surtoutPas + taux('infaisable') + taux('banalitePour') + taux('banaliteContre');
  return {
    candidate,
    top: pour + coupDeCoeur + taux('realiste') - malus,
    controverse: Math.min(pour, contre) + Math.min(coupDeCoeur, surtoutPas),
    divise: zoneDe({ pour, contre, neutre }) === 'controverse',
  };
}

/** Of the ten best that may enter, the one that was seen least: what is good and little known is shown more. */
function moinsVueDesMeilleures(selection: Selection, tirees: readonly Tiree[]): Candidate | undefined {
  const meilleures: Candidate[] = [];
  for (const { candidate } of tirees) {
    if (meilleures.length === A_RELEVER) break;
    if (selection.admet(candidate)) meilleures.push(candidate);
  }
  return meilleures.reduce<Candidate | undefined>(
    (choisie, autre) => (choisie === undefined || vuesDe(autre) < vuesDe(choisie) ? autre : choisie),
    undefined,
  );
}

/**
 * Sequence of a large consultation (F5, after the rules that Make.org published): a third of new propositions, the oldest
 * first; one that divides; then the best of a draw, so that those of which little is known keep their chance.
 */
export function choisirParBandit(candidates: readonly Candidate[], seuilEssai: number, hasard: Hasard): Candidate[] {
  const selection = new Selection(TAILLE, motsCourants(candidates));
  const votes = ({ comptes }: Candidate) => totalVotes(comptes);
  const parDate = [...candidates].sort(
    (a, b) => Number(a.accepteeLe > b.accepteeLe) - Number(a.accepteeLe < b.accepteeLe),
  );
  selection.prendrePremieres(
    parDate.filter((candidate) => vuesDe(candidate) < seuilEssai),
    NOUVELLES,
    true,
  );

  const testees = candidates.filter((candidate) => vuesDe(candidate) >= seuilEssai && votes(candidate) < votesMax);
  const tirees = melanger(testees, hasard)
    .slice(0, TESTEES_MAX)
    .map((candidate) => tirer(candidate, hasard));
  const divisees = tirees.filter(({ divise }) => divise).sort((a, b) => b.controverse - a.controverse);
  selection.prendrePremieres(
    divisees.map(({ candidate }) => candidate),
    Math.round(partControversees * selection.places),
  );
  const meilleures = tirees.sort((a, b) => b.top - a.top);
  while (selection.places > 0) {
    const choisie = moinsVueDesMeilleures(selection, meilleures);
    if (choisie === undefined) break;
    selection.prendre(choisie);
  }

  const recentes = parDate.reverse();
  selection.prendrePremieres(recentes, selection.places);
  selection.prendrePremieres(recentes, selection.places, true);
  return melanger(selection.choisies, hasard);
}
