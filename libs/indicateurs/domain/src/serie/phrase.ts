import { FINE, INSECABLE } from '@pleniere/shared/domain';
import { cibleDe, cibleFinale, estNumerique, type Indicateur, type Repere } from '../definition/indicateur';
import { formaterAvecUnite, formaterValeur } from '../indicateurs.labels';
import { ruptureApres, ruptureAvant } from '../definition/rupture';
import { progression } from './progression';
import { type AnneeDeSerie, libelleCouverture, raisonDuVide } from './serie';

type Connue = AnneeDeSerie & { valeur: NonNullable<AnneeDeSerie['valeur']> };

const LETTRES_D_UN_TEXTE = 160;
const RESERVES = { provisoire: ' (provisoire)', estimee: ' (estimation)', definitive: '' } as const;

function estConnue(annee: AnneeDeSerie): annee is Connue {
  return annee.valeur !== null;
}

function reserve({ qualite, couverture }: AnneeDeSerie, { maille }: Indicateur): string {
  if (couverture && couverture.renseignes < couverture.attendus) return ` (${libelleCouverture(couverture, maille)})`;
  return couverture || qualite === null ? '' : RESERVES[qualite];
}

/** A baseline or a target as it stands in the sentence: a degree is quoted. */
function dire({ valeur, annee }: Repere, indicateur: Indicateur): string {
  const ecrit = formaterValeur(valeur, indicateur);
  return `${indicateur.nature === 'echelle' ? `«${INSECABLE}${ecrit}${INSECABLE}»` : ecrit} en ${annee}`;
}

function viser(cible: Repere | null, indicateur: Indicateur): string {
  if (!cible) return '';
  const verbe = indicateur.nature === 'echelle' ? 'on vise' : 'la cible est de';
  return `${FINE}; ${verbe} ${dire(cible, indicateur)}`;
}

function chemin(derniere: Connue, indicateur: Indicateur): string {
  const cible = cibleFinale(indicateur);
  const resultat = progression(derniere.nombre, indicateur.reference, cible, indicateur.sens);
  if (!cible || indicateur.nature === 'echelle' || 'nonCalculable' in resultat) return viser(cible, indicateur);
  if (resultat.taux >= 1) return `${INSECABLE}: la cible de ${dire(cible, indicateur)} est atteinte`;
  if (resultat.taux < 0) return `${INSECABLE}: on s’éloigne de la cible de ${dire(cible, indicateur)}`;
  return `${INSECABLE}: ${Math.round(resultat.taux * 100)}${FINE}% du chemin vers ${dire(cible, indicateur)}`;
}

/** A target set for the very year of the value, on the way to the last one: reached or not. */
function etape({ annee, nombre }: Connue, indicateur: Indicateur): string {
  const cible = cibleDe(indicateur, annee);
  const { sens } = indicateur;
  const finale = cible === cibleFinale(indicateur);
  if (nombre === null || !cible || finale || (sens !== 'hausse' && sens !== 'baisse')) return '';
  const atteinte = sens === 'hausse' ? nombre >= cible.valeur : nombre <= cible.valeur;
  return ` La cible de ${dire(cible, indicateur)} ${atteinte ? 'est atteinte' : 'n’est pas atteinte'}.`;
}

function phraseChiffree(derniere: Connue, indicateur: Indicateur): string {
  const { reference } = indicateur;
  const lue = `${formaterAvecUnite(derniere.valeur, indicateur)} en ${derniere.annee}${reserve(derniere, indicateur)}`;
  if (reference?.annee === derniere.annee && reference.valeur === derniere.nombre) {
    return `${lue}, année de référence${viser(cibleFinale(indicateur), indicateur)}.`;
  }
  const contre =
    reference && reference.annee !== derniere.annee ? `, contre ${dire(reference, indicateur)} (référence)` : '';
  const suite = chemin(derniere, indicateur);
  return `${lue}${contre}${suite}.${suite.endsWith('est atteinte') ? '' : etape(derniere, indicateur)}`;
}

function nombreDeReponses(reponses: string[]): string {
  return `${reponses.length}${INSECABLE}réponse${reponses.length < 2 ? '' : 's'}`;
}

function phraseDeListe(derniere: Connue, avant: Connue | undefined, indicateur: Indicateur): string {
  const [reponses, precedentes] = [derniere, avant].map((annee) => (Array.isArray(annee?.valeur) ? annee.valeur : []));
  const contre = avant ? `, contre ${precedentes?.length ?? 0} en ${avant.annee}` : '';
  const dites = formaterValeur(derniere.valeur, indicateur);
  return `${nombreDeReponses(reponses ?? [])} en ${derniere.annee}${contre}${INSECABLE}: ${dites}.`;
}

function phraseDeTexte({ annee, valeur }: Connue): string {
  const texte = String(valeur).replace(/\s+/g, ' ').trim();
  const court = texte.length > LETTRES_D_UN_TEXTE ? `${texte.slice(0, LETTRES_D_UN_TEXTE).trimEnd()}…` : texte;
  return `En ${annee}${INSECABLE}: ${court}${/[.!?…]$/.test(court) ? '' : '.'}`;
}

function phraseSansValeur(annees: readonly AnneeDeSerie[], indicateur: Indicateur): string {
  const absente = annees.findLast(
    ({ absence }) => absence === 'nd' || absence === 'non-concerne' || absence === 'secret',
  );
  const debut = absente
    ? `Aucune valeur${INSECABLE}: ${raisonDuVide(absente.absence)} en ${absente.annee}`
    : 'Aucune valeur n’est encore renseignée';
  return `${debut}${viser(cibleFinale(indicateur), indicateur)}.`;
}

/** Why a total cannot be written although territories have answered. */
function phraseSansTotal(refusee: AnneeDeSerie, { maille, ponderationId }: Indicateur): string {
  const { annee, absence, couverture } = refusee;
  const combien = couverture ? ` (${libelleCouverture(couverture, maille)} en ${annee})` : '';
  if (absence === 'sans-total') {
    return `Les valeurs des territoires ne se totalisent pas${INSECABLE}: elles se lisent une à une${combien}.`;
  }
  const poids = ponderationId === null ? 'la population des quartiers' : 'l’indicateur qui les pondère';
  return `Pas de moyenne${INSECABLE}: il manque ${poids}${combien}.`;
}

function phraseDeRupture(indicateur: Indicateur, derniere: AnneeDeSerie): string {
  const suivante = ruptureApres(indicateur, derniere.annee);
  if (suivante) {
    return ` Nouvelle définition à partir de ${suivante.depuis}${INSECABLE}: les valeurs d’avant ne se comparent ni à la référence ni aux cibles.`;
  }
  const rupture = ruptureAvant(indicateur, derniere.annee);
  return rupture
    ? ` Nouvelle définition depuis ${rupture.depuis}${INSECABLE}: les valeurs d’avant ne s’y comparent pas.`
    : '';
}

function phraseNue(complet: Indicateur, annees: readonly AnneeDeSerie[]): string {
  const derniere = annees.findLast(estConnue);
  const refusee = annees.findLast(({ absence }) => absence === 'sans-total' || absence === 'sans-poids');
  if (!derniere) return refusee ? phraseSansTotal(refusee, complet) : phraseSansValeur(annees, complet);
  // Nothing crosses a break: neither the answers before, nor the baseline and targets of a later definition.
  const depuis = ruptureAvant(complet, derniere.annee)?.depuis ?? -Infinity;
  const ancienne = ruptureApres(complet, derniere.annee) !== null;
  const indicateur = ancienne ? { ...complet, reference: null, cibles: [] } : complet;
  const connues = annees.filter(estConnue).filter(({ annee }) => annee >= depuis);
  return phraseConnue(indicateur, derniere, connues) + phraseDeRupture(complet, derniere);
}

function phraseConnue(indicateur: Indicateur, derniere: Connue, connues: readonly Connue[]): string {
  if (estNumerique(indicateur.nature)) return phraseChiffree(derniere, indicateur);
  const avant = connues.at(-2);
  if (indicateur.nature === 'liste') return phraseDeListe(derniere, avant, indicateur);
  if (indicateur.nature === 'texte') return phraseDeTexte(derniere);
  const contre = avant ? `, ${formaterValeur(avant.valeur, indicateur).toLowerCase()} en ${avant.annee}` : '';
  return `${formaterValeur(derniere.valeur, indicateur)} en ${derniere.annee}${contre}.`;
}

/**
 * What a series says in one sentence: « 84 séances en 2025, contre 52 en 2023 (référence) : 55 % du chemin vers 110 en
 * 2030. » The name of the territory, when given, comes first.
 */
export function phraseSerie(
  indicateur: Indicateur,
  annees: readonly AnneeDeSerie[],
  territoireNom: string | null = null,
): string {
  const phrase = phraseNue(indicateur, annees);
  return territoireNom ? `${territoireNom}${INSECABLE}: ${phrase.charAt(0).toLowerCase()}${phrase.slice(1)}` : phrase;
}
