import { FINE, formaterNombre, INSECABLE } from '@pleniere/shared/domain';
import type { Agregation, Indicateur, Maille, Nature, Sens, TypeIndicateur } from './definition/indicateur';
import type { Absence, Contenu, Qualite, StatutValeur, Ventilation } from './saisie/valeur';
import { accorderUnite } from './unite';

/** Headings of the sheet, one per type of indicator. */
export const LIBELLES_TYPES: Readonly<Record<TypeIndicateur, string>> = {
  realisation: 'Indicateurs de réalisation',
  resultat: 'Indicateurs de résultat',
  impact: 'Indicateurs d’impact',
  contexte: 'Indicateurs de contexte',
};

/** French label of each nature. */
export const LIBELLES_NATURES: Readonly<Record<Nature, string>> = {
  nombre: 'Nombre',
  pourcentage: 'Pourcentage',
  montant: 'Montant en euros',
  frequence: 'Fréquence par an',
  echelle: 'Échelle',
  'oui-non': 'Oui ou non',
  liste: 'Liste de réponses',
  texte: 'Texte',
};

/** French label of each hoped direction. */
export const LIBELLES_SENS: Readonly<Record<Sens, string>> = {
  hausse: 'En hausse',
  baisse: 'En baisse',
  stable: 'Stable',
  aucun: 'Sans évolution visée',
};

/** French label of each territory level. */
export const LIBELLES_MAILLES: Readonly<Record<Maille, string>> = {
  contrat: 'Ensemble du contrat',
  commune: 'Ville',
  qpv: 'Quartier prioritaire',
};

/** French label of each aggregation rule. */
export const LIBELLES_AGREGATIONS: Readonly<Record<Agregation, string>> = {
  somme: 'Somme des territoires',
  moyenne: 'Moyenne des territoires',
  'moyenne-ponderee': 'Moyenne pondérée des territoires',
  derniere: 'Dernière valeur connue',
  aucune: 'Ne se totalise pas',
};

/** French label of each absence; abbreviated in a cell, in full in the panel and in documents. */
export const LIBELLES_ABSENCES: Readonly<Record<Absence, { court: string; long: string }>> = {
  nd: { court: 'nd', long: 'non disponible' },
  'non-concerne': { court: 'nc', long: 'non concerné' },
  'a-venir': { court: 'à venir', long: 'à venir' },
  secret: { court: 's', long: 'couvert par le secret' },
};

/** French label of each quality. */
export const LIBELLES_QUALITES: Readonly<Record<Qualite, string>> = {
  provisoire: 'Provisoire',
  definitive: 'Définitive',
  estimee: 'Estimée',
};

/** French label of each part of the people counted. */
export const LIBELLES_VENTILATIONS: Readonly<Record<Ventilation, string>> = {
  total: 'Ensemble',
  femmes: 'Femmes',
  hommes: 'Hommes',
  'sexe-non-precise': 'Sexe non précisé',
  'moins-15': 'Moins de 15 ans',
  '15-24': '15 à 24 ans',
  '25-59': '25 à 59 ans',
  '60-74': '60 à 74 ans',
  '75-plus': '75 ans et plus',
  'age-non-precise': 'Âge non précisé',
};

/** French label of each statut of a value. */
export const LIBELLES_STATUTS_VALEUR: Readonly<Record<StatutValeur, string>> = {
  brouillon: 'À corriger',
  proposee: 'Proposée',
  validee: 'Validée',
  verrouillee: 'Verrouillée',
};

const SUFFIXES: Readonly<Partial<Record<Nature, string>>> = { pourcentage: `${FINE}%`, montant: `${INSECABLE}€` };

function libelleModalite(valeur: string, { modalites }: Pick<Indicateur, 'modalites'>): string {
  return modalites.find((modalite) => modalite.valeur === valeur)?.libelle ?? valeur;
}

// A whole amount is written without cents; a mean of whole counts with one decimal at most.
function ecrireNombre(valeur: number, { nature, decimales }: Pick<Indicateur, 'nature' | 'decimales'>): string {
  if (nature === 'montant') return formaterNombre(valeur, Number.isInteger(valeur) ? 0 : 2);
  return decimales === 0 ? formaterNombre(Math.round(valeur * 10) / 10) : formaterNombre(valeur, decimales);
}

/** A value as it reads in a cell: « 1 060 », « 42 % », « Atelier, porte-à-porte », the label of a degree. */
export function formaterValeur(
  valeur: Contenu,
  indicateur: Pick<Indicateur, 'nature' | 'decimales' | 'modalites'>,
): string {
  if (valeur === null) return '';
  if (Array.isArray(valeur)) return valeur.map((choix) => libelleModalite(choix, indicateur)).join(', ');
  if (typeof valeur === 'string') return indicateur.nature === 'oui-non' ? (valeur === 'oui' ? 'Oui' : 'Non') : valeur;
  if (indicateur.nature === 'echelle') return libelleModalite(String(valeur), indicateur);
  return ecrireNombre(valeur, indicateur) + (SUFFIXES[indicateur.nature] ?? '');
}

/** The same followed by its unit: « 84 séances ». */
export function formaterAvecUnite(
  valeur: Contenu,
  indicateur: Pick<Indicateur, 'nature' | 'decimales' | 'modalites' | 'unite'>,
): string {
  const ecrite = formaterValeur(valeur, indicateur);
  const compte = indicateur.nature === 'nombre' || indicateur.nature === 'frequence';
  if (!compte || !indicateur.unite) return ecrite;
  const unite = typeof valeur === 'number' ? accorderUnite(indicateur.unite, valeur) : indicateur.unite;
  return `${ecrite}${INSECABLE}${unite}`;
}
