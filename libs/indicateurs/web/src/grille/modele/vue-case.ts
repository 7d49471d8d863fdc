import {
  type AnneeDeSerie,
  cibleDe,
  estAttendue,
  formaterValeur,
  type Indicateur,
  LIBELLES_ABSENCES,
  LIBELLES_QUALITES,
  libelleCouverture,
  pourUnTerritoire,
  raisonDuVide,
  type Valeur,
} from '@pleniere/indicateurs/domain';
import type { EtatCase } from './etat-case';
import type { LigneEnsemble, LigneSaisie } from './lignes';

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
  commentee: boolean;
  incertaine: boolean;
  /** Why nothing can be typed here; null when one can. */
  verrou: string | null;
  etat: EtatCase | null;
}

/** What decides whether a cell takes a value. */
export interface CadreVue {
  anneeCourante: number;
  territoiresPermis: readonly string[] | null;
}

/** Why a cell takes no value, null when it does. */
export function verrouDe(
  { indicateur, territoire }: Pick<LigneSaisie, 'indicateur' | 'territoire'>,
  annee: number,
  { anneeCourante, territoiresPermis }: CadreVue,
): string | null {
  if (!estAttendue(indicateur, annee)) return 'Cet indicateur ne se mesure pas cette année-là.';
  if (annee > anneeCourante) return 'Cette année est encore à venir.';
  if (territoiresPermis === null || territoiresPermis.includes(territoire)) return null;
  return territoiresPermis.length === 0
    ? 'Vous lisez cet indicateur\u202F: sa saisie revient aux organisations de la fiche.'
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

/** A cell in which one types. */
export function vueDeSaisie(
  ligne: LigneSaisie,
  annee: number,
  valeur: Valeur | undefined,
  etat: EtatCase | undefined,
  cadre: CadreVue,
): VueCase {
  const incertaine = valeur !== undefined && valeur.absence === null && valeur.qualite !== 'definitive';
  const vue = textes(valeur, ligne.indicateur, annee, cadre.anneeCourante);
  const qualite = incertaine ? LIBELLES_QUALITES[valeur.qualite].toLowerCase() : '';
  return {
    annee,
    ...vue,
    ...(etat && 'texte' in etat && { texte: etat.texte }),
    enClair: [vue.enClair, qualite].filter(Boolean).join(', '),
    autre: texteDeLAutre(etat, ligne.indicateur),
    cible: ligne.enfant ? '' : texteDeCible(pourUnTerritoire(ligne.indicateur), annee),
    couverture: '',
    commentee: Boolean(valeur?.commentaire),
    incertaine,
    verrou: verrouDe(ligne, annee, cadre),
    etat: etat ?? null,
  };
}

/** A cell computed over the territories. */
export function vueCalculee({ indicateur }: LigneEnsemble, serie: AnneeDeSerie): VueCase {
  const { annee, nombre, couverture, qualite } = serie;
  const partielle = couverture !== null && couverture.renseignes < couverture.attendus;
  const vide = serie.absence === 'a-venir' ? 'à venir' : serie.absence === 'non-mesure' ? '—' : '';
  return {
    annee,
    texte: nombre === null ? vide : formaterValeur(nombre, indicateur),
    ton: nombre === null ? 'hors-saisie' : 'calculee',
    enClair: couverture ? libelleCouverture(couverture, indicateur.maille) : raisonDuVide(serie.absence),
    cible: texteDeCible(indicateur, annee),
    autre: '',
    couverture: partielle ? `${couverture.renseignes}/${couverture.attendus}` : '',
    commentee: false,
    incertaine: qualite === 'provisoire',
    verrou: 'Ce total se calcule\u202F: dépliez la ligne pour saisir chaque territoire.',
    etat: null,
  };
}
