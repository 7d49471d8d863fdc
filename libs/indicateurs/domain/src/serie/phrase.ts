import { FINE, INSECABLE } from '@pleniere/shared/domain';
import { cibleDe, cibleFinale, estNumerique, type Indicateur, type Repere } from '../definition/indicateur';
import { formaterAvecUnite, formaterValeur } from '../indicateurs.labels';
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

function chemin(derniere: Connue, indicateur: Indicateur, cible: Repere): string {
  const visee = `${formaterValeur(cible.valeur, indicateur)} en ${cible.annee}`;
  const resultat = progression(derniere.nombre, indicateur.reference, cible, indicateur.sens);
  if (indicateur.nature === 'echelle' || 'nonCalculable' in resultat) return `${FINE}; la cible est de ${visee}`;
  if (resultat.taux >= 1) return `${INSECABLE}: la cible de ${visee} est atteinte`;
  if (resultat.taux < 0) return `${INSECABLE}: on s’éloigne de la cible de ${visee}`;
  return `${INSECABLE}: ${Math.round(resultat.taux * 100)}${FINE}% du chemin vers ${visee}`;
}

/** A target set for the very year of the value, when it is not the last one: reached or not. */
function etape({ annee, nombre }: Connue, indicateur: Indicateur): string {
  const cible = cibleDe(indicateur, annee);
  const { sens } = indicateur;
  if (nombre === null || !cible || cible === cibleFinale(indicateur) || (sens !== 'hausse' && sens !== 'baisse'))
    return '';
  const atteinte = sens === 'hausse' ? nombre >= cible.valeur : nombre <= cible.valeur;
  const visee = `La cible de ${formaterValeur(cible.valeur, indicateur)} pour ${annee}`;
  return ` ${visee} ${atteinte ? 'est atteinte' : 'n’est pas atteinte'}.`;
}

function phraseChiffree(derniere: Connue, indicateur: Indicateur): string {
  const { reference } = indicateur;
  const cible = cibleFinale(indicateur);
  const lue = `${formaterAvecUnite(derniere.valeur, indicateur)} en ${derniere.annee}${reserve(derniere, indicateur)}`;
  const contre =
    reference && reference.annee !== derniere.annee
      ? `, contre ${formaterValeur(reference.valeur, indicateur)} en ${reference.annee} (référence)`
      : '';
  const surSaReference = reference?.annee === derniere.annee && reference.valeur === derniere.nombre;
  const depart = surSaReference ? ', année de référence' : contre;
  const vers =
    cible &&
    (surSaReference
      ? `${FINE}; la cible est de ${formaterValeur(cible.valeur, indicateur)} en ${cible.annee}`
      : chemin(derniere, indicateur, cible));
  return `${lue}${depart}${vers ?? ''}.${etape(derniere, indicateur)}`;
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
  const cible = cibleFinale(indicateur);
  const visee = cible ? `${FINE}; la cible est de ${formaterValeur(cible.valeur, indicateur)} en ${cible.annee}` : '';
  return `${debut}${visee}.`;
}

function phraseNue(indicateur: Indicateur, annees: readonly AnneeDeSerie[]): string {
  const connues = annees.filter(estConnue);
  const derniere = connues.at(-1);
  if (!derniere) return phraseSansValeur(annees, indicateur);
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
