import {
  type Alerte,
  type AnneeDeSerie,
  cibleDe,
  estAttendue,
  formaterValeur,
  type Indicateur,
  LIBELLES_ABSENCES,
  LIBELLES_QUALITES,
  libelleCouverture,
  libellePartDesFemmes,
  type PartDesFemmes,
  pourUnTerritoire,
  raisonDuVide,
  type Valeur,
} from '@pleniere/indicateurs/domain';
import { FINE, formaterNombre } from '@pleniere/shared/domain';
import type { CalculDeCase } from './calculs-grille';
import type { EtatCase } from '../saisie/etat-case';
import type { LigneEnsemble, LigneSaisie } from './lignes';
import { type Marque, marquesDe } from './marques';

/** What a cell shows. */
export interface VueCase {
  annee: number;
  texte: string;
  ton: 'valeur' | 'absence' | 'hors-saisie' | 'vide' | 'calculee';
  /** The same in full, for who hovers or listens; empty when the text says all. */
  enClair: string;
  cible: string;
  couverture: string;
  /** What somebody else wrote meanwhile, beside the text that is kept here. */
  autre: string;
  /** Share of women where sex is entered, short; said when it is missing. */
  femmes: string;
  /** Total that the parts make, offered where it is empty. */
  suggestion: string;
  /** Another figure that the State proposes. */
  contestee: string;
  /** What is computed from facts, beside what is declared; null when nothing is. */
  calcul: CalculDeCase | null;
  marques: readonly Marque[];
  commentee: boolean;
  incertaine: boolean;
  /** Why nothing can be typed here; null when one can. */
  verrou: string | null;
  etat: EtatCase | null;
}

/** What decides whether a cell takes a value. */
export interface CadreVue {
  anneeCourante: number;
  /** Why the campagne of a year locks it on a fiche; null when it does not. */
  refusDeCampagne: (annee: number, ficheId: string | null) => string | null;
}

/** What is known of a cell beside what was typed in it. */
export interface ContexteCase {
  alertes: readonly Alerte[];
  /** Null when the cell is not a total, or when its people are not told by sex. */
  femmes: { part: PartDesFemmes | null } | null;
  /** Total that the parts make. */
  somme: number | null;
  /** Value that a délégué proposes instead, in words. */
  contestee: string | null;
  calcul: CalculDeCase | null;
}

/** Why a cell takes no value, null when it does. */
function verrouDe(
  { groupe, indicateur, territoire }: Pick<LigneSaisie, 'groupe' | 'indicateur' | 'territoire'>,
  annee: number,
  { anneeCourante, refusDeCampagne }: CadreVue,
): string | null {
  const { territoiresPermis } = groupe;
  if (!estAttendue(indicateur, annee)) return 'Cet indicateur ne se mesure pas cette année-là.';
  if (annee > anneeCourante) return 'Cette année est encore à venir.';
  if (territoiresPermis === null || territoiresPermis.includes(territoire))
    return refusDeCampagne(annee, indicateur.ficheId);
  return territoiresPermis.length === 0
    ? 'Vous lisez cet indicateur\u00A0: sa saisie revient aux organisations de la fiche.'
    : 'La saisie de ce territoire revient à une autre organisation.';
}

function textes(
  valeur: Valeur | undefined,
  indicateur: Indicateur,
  annee: number,
  anneeCourante: number,
): Pick<VueCase, 'texte' | 'ton' | 'enClair'> {
  if (valeur?.absence) {
    const { court, long } = LIBELLES_ABSENCES[valeur.absence];
    return { texte: court, ton: 'absence', enClair: long === court ? '' : long };
  }
  if (valeur) {
    const texte = formaterValeur(valeur.valeur, indicateur);
    const court =
      Array.isArray(valeur.valeur) && valeur.valeur.length > 1 ? `${valeur.valeur.length}\u00A0réponses` : texte;
    return { texte: court, ton: 'valeur', enClair: court === texte ? '' : texte };
  }
  if (!estAttendue(indicateur, annee)) return { texte: '—', ton: 'hors-saisie', enClair: 'non mesuré' };
  if (annee > anneeCourante) return { texte: 'à venir', ton: 'hors-saisie', enClair: '' };
  return { texte: '', ton: 'vide', enClair: 'non renseigné' };
}

function texteDeCible(indicateur: Indicateur, annee: number): string {
  const cible = cibleDe(indicateur, annee);
  return cible ? formaterValeur(cible.valeur, indicateur) : '';
}

function texteDeLAutre(etat: EtatCase | undefined, indicateur: Indicateur): string {
  if (etat?.sorte !== 'conflit') return '';
  const { actuel } = etat;
  if (!actuel) return 'vide';
  return actuel.absence ? LIBELLES_ABSENCES[actuel.absence].court : formaterValeur(actuel.valeur, indicateur);
}

/** « F 58 % », or that the split is missing. */
function texteDesFemmes({ part }: { part: PartDesFemmes | null }): string {
  return part === null ? 'sans F/H' : `F\u00A0${formaterNombre(Math.round(part.part * 100))}${FINE}%`;
}

/** « provisoire », « estimée »; nothing for a final value nor for an absence. */
function qualiteDite(valeur: Valeur | undefined): string {
  if (!valeur || valeur.absence !== null || valeur.qualite === 'definitive') return '';
  return LIBELLES_QUALITES[valeur.qualite].toLowerCase();
}

function enumerer(parts: readonly string[]): string {
  return parts.filter(Boolean).join(', ');
}

/** A cell in which one types. */
export function vueDeSaisie(
  ligne: LigneSaisie,
  annee: number,
  valeur: Valeur | undefined,
  etat: EtatCase | undefined,
  cadre: CadreVue,
  { alertes, femmes, somme, contestee, calcul }: ContexteCase,
): VueCase {
  const { indicateur } = ligne;
  const verrou = verrouDe(ligne, annee, cadre);
  const offerte = !valeur && !etat && verrou === null;
  const vue = textes(valeur, indicateur, annee, cadre.anneeCourante);
  const qualite = qualiteDite(valeur);
  return {
    annee,
    ...vue,
    ...(etat && 'texte' in etat && { texte: etat.texte }),
    enClair: [enumerer([vue.enClair, qualite]), femmes ? libellePartDesFemmes(indicateur, annee, femmes.part) : '']
      .filter(Boolean)
      .join('. '),
    autre: texteDeLAutre(etat, indicateur),
    cible: ligne.retrait > 0 ? '' : texteDeCible(pourUnTerritoire(indicateur), annee),
    couverture: '',
    femmes: femmes ? texteDesFemmes(femmes) : '',
    suggestion: offerte ? formaterValeur(somme, indicateur) : '',
    contestee: contestee ?? '',
    calcul,
    marques: marquesDe(valeur, alertes, contestee),
    commentee: Boolean(valeur?.commentaire),
    incertaine: qualite !== '',
    verrou,
    etat: etat ?? null,
  };
}

/** A cell added up over the territories. */
export function vueCalculee(
  { indicateur }: LigneEnsemble,
  serie: AnneeDeSerie,
  femmes: { part: PartDesFemmes | null } | null,
  calcul: CalculDeCase | null,
): VueCase {
  const { annee, nombre, couverture, qualite } = serie;
  const partielle = couverture !== null && couverture.renseignes < couverture.attendus;
  const vide = serie.absence === 'a-venir' ? 'à venir' : serie.absence === 'non-mesure' ? '—' : '';
  return {
    annee,
    texte: nombre === null ? vide : formaterValeur(nombre, indicateur),
    ton: nombre === null ? 'hors-saisie' : 'calculee',
    enClair: enumerer([
      couverture ? libelleCouverture(couverture, indicateur.maille) : raisonDuVide(serie.absence),
      nombre !== null && femmes ? libellePartDesFemmes(indicateur, annee, femmes.part) : '',
    ]),
    cible: texteDeCible(indicateur, annee),
    autre: '',
    couverture: partielle ? `${couverture.renseignes}/${couverture.attendus}` : '',
    femmes: nombre !== null && femmes ? texteDesFemmes(femmes) : '',
    suggestion: '',
    contestee: '',
    calcul,
    marques: [],
    commentee: false,
    incertaine: qualite === 'provisoire',
    verrou: 'Ce total se calcule\u00A0: dépliez la ligne pour saisir chaque territoire.',
    etat: null,
  };
}
