import { type Action, codeAffiche, LIBELLES_METEO } from '@pleniere/fiches/domain';
import { accorder, FINE, formaterDate, INSECABLE } from '@pleniere/shared/domain';
import { estAtteinte, versLeMieux } from './chiffres-cles';
import type {
  ArreteCompare,
  CibleEchue,
  EnRetard,
  FicheAjoutee,
  FicheRetiree,
  IndicateurEvolue,
  MeteoEvoluee,
  ValeurEvoluee,
} from './evolution';

// Figures told one by one in a sentence; beyond, their number is told.
const VALEURS_DITES = 4;

const enumerer = (mots: readonly string[]): string =>
  mots.length < 2 ? mots.join('') : `${mots.slice(0, -1).join(', ')} et ${mots.at(-1)}`;

const nommees = (fiches: readonly { code: string }[]) => enumerer(fiches.map(({ code }) => codeAffiche(code)));

/** « l’Assemblée Plénière du 12 décembre 2024 », or the arrêté itself when it was made for no séance. */
export function nommerArrete({ numero, seance, figeLe }: ArreteCompare): string {
  return seance
    ? `${seance.instance} du ${formaterDate(seance.date)}`
    : `arrêté n°${INSECABLE}${numero} du ${formaterDate(figeLe)}`;
}

/** « Issue de T 1.1 et de T 1.2 », empty when it comes from none. */
export function direOrigine({ origines }: FicheAjoutee): string {
  if (origines.length === 0) return '';
  const geste = origines.some(({ sorte }) => sorte === 'scindee') ? 'Issue de la scission de' : 'Issue de la fusion de';
  return `${geste} ${nommees(origines)}.`;
}

/** « Remplacée par T 1.4 et T 1.5 », empty when nothing follows it. */
export function direSuite({ suites }: FicheRetiree): string {
  return suites.length === 0 ? '' : `Remplacée par ${nommees(suites)}.`;
}

/** « Sanitas, 2025 : 12 », « Sanitas, 2024 : 12 au lieu de 10 », « Sanitas, 2024 : 10, retiré ». */
export function direValeur({ annee, territoire, part, avant, apres }: ValeurEvoluee): string {
  const ou = [territoire, part, String(annee)].filter((mot) => mot !== '').join(', ');
  if (apres === null) return `${ou}${INSECABLE}: ${avant ?? ''}, retiré`;
  return `${ou}${INSECABLE}: ${apres}${avant === null ? '' : ` au lieu de ${avant}`}`;
}

/** What arrived in an indicator: figure by figure when they are few, by number and year otherwise; empty for none. */
export function direArrivees({ arrivees }: Pick<IndicateurEvolue, 'arrivees'>): string {
  if (arrivees.length === 0) return '';
  // The sentence of the indicator tells the figure of the whole.
  if (arrivees.length <= VALEURS_DITES && arrivees.every(({ ensemble }) => !ensemble)) {
    const mots = arrivees.map((valeur) => direValeur({ ...valeur, avant: null }));
    return `${accorder(arrivees.length, 'valeur arrivée', 'valeurs arrivées')} (${mots.join(`${FINE}; `)}).`;
  }
  const annees = [...new Set(arrivees.map(({ annee }) => String(annee)))];
  return `${accorder(arrivees.length, 'valeur arrivée', 'valeurs arrivées')} pour ${enumerer(annees)}.`;
}

/** « Cible 2025 de 40 : atteinte (45 séances) », or in how many territories it is. */
export function direCible(echue: CibleEchue): string {
  const { annee, cible, constats } = echue;
  const tete = `Cible ${annee} de ${cible}${INSECABLE}:`;
  const [seul, ...autres] = constats;
  const verdict = estAtteinte(echue) ? 'atteinte' : 'manquée';
  if (seul && autres.length === 0) return `${tete} ${verdict} (${seul.valeur}).`;
  const reussis = constats.filter(({ atteinte }) => atteinte).length;
  return `${tete} ${verdict}, ${accorder(reussis, 'territoire')} sur ${constats.length} y ${reussis < 2 ? 'est' : 'sont'}.`;
}

const nomMeteo = (meteo: MeteoEvoluee['avant']) =>
  meteo === null ? 'non donnée' : LIBELLES_METEO[meteo].nom.toLowerCase();

/** « La météo se dégrade (soleil, puis nuage). », with what was written to explain it. */
export function direMeteo(meteo: MeteoEvoluee, sujet = 'La météo'): string {
  const mieux = versLeMieux(meteo);
  const explication = meteo.explication.trim();
  const suite = explication === '' ? '' : ` ${explication}`;
  if (meteo.apres === null) return `${sujet} n’est plus donnée.`;
  if (mieux === null) return `${sujet} est donnée (${nomMeteo(meteo.apres)}).${suite}`;
  const geste = mieux ? 's’améliore' : 'se dégrade';
  return `${sujet} ${geste} (${nomMeteo(meteo.avant)}, puis ${nomMeteo(meteo.apres)}).${suite}`;
}

/** « T 1.1-b – Titre de l’action », with its due date when it is late. */
export function direAction(action: Action | EnRetard<Action>): string {
  const nom = `${codeAffiche(action.code)} – ${action.titre}`;
  if (!('deja' in action) || action.echeance === null) return nom;
  return `${nom}, prévue pour le ${formaterDate(action.echeance)}${direDeja(action)}`;
}

/** Says of something late that it was late already. */
export function direDeja({ deja }: { deja: boolean }): string {
  return deja ? ' (déjà en retard à l’arrêté précédent)' : '';
}
