import { accorder, estDansLeContrat, formaterNombre, type PeriodeContrat, type Refus } from '@pleniere/shared/domain';
import {
  estAttendue,
  estNumerique,
  LIMITES_INDICATEUR,
  type Indicateur,
  type Maille,
  type Nature,
} from '../definition/indicateur';
import { lireAbsence } from './absences';
import { LIMITES_VALEUR, type Contenu, type SaisieValeur, type Territoire } from './valeur';
import { estVentilationDe } from './ventilation';

/** Part of a definition that decides whether a value fits. */
export type RegleIndicateur = Pick<
  Indicateur,
  'type' | 'nature' | 'decimales' | 'maille' | 'periodicite' | 'anneesPonctuelles' | 'modalites' | 'ventilations'
>;

/** Level of a territory, read from the form of its code. */
export function mailleDe(territoire: Territoire): Maille {
  if (territoire === 'contrat') return 'contrat';
  return territoire.startsWith('QN') ? 'qpv' : 'commune';
}

/** True when the indicator bears values there; one of context by QPV also bears that of the EPCI, to be compared with. */
export function seMesureA(territoire: Territoire, { type, maille }: Pick<Indicateur, 'type' | 'maille'>): boolean {
  const compare = type === 'contexte' && maille === 'qpv' && territoire === 'contrat';
  return compare || mailleDe(territoire) === maille;
}

function verifierEtendue(nombre: number, nature: Nature): Refus {
  if (!Number.isFinite(nombre) || Math.abs(nombre) > LIMITES_INDICATEUR.valeurAbsolue)
    return 'Ce nombre est trop grand.';
  if (nature !== 'pourcentage') return nombre < 0 ? 'La valeur ne peut pas être négative.' : null;
  return nombre < -100 || nombre > 1000 ? 'Ce pourcentage est hors de toute mesure.' : null;
}

function verifierDecimales(nombre: number, decimales: number): Refus {
  if (Number(nombre.toFixed(decimales)) === nombre) return null;
  return decimales === 0 ? 'Un nombre entier est attendu.' : `Au plus ${accorder(decimales, 'décimale')}.`;
}

function verifierNombre(nombre: number, { nature, decimales, modalites }: RegleIndicateur): Refus {
  if (nature === 'echelle') {
    const degre = modalites.some((modalite) => Number(modalite.valeur) === nombre);
    return degre ? null : 'Cette valeur n’est pas un degré de l’échelle.';
  }
  return verifierEtendue(nombre, nature) ?? verifierDecimales(nombre, nature === 'montant' ? 2 : decimales);
}

function verifierChoix(choix: Exclude<Contenu, null>, { modalites }: RegleIndicateur): Refus {
  if (!Array.isArray(choix) || choix.length === 0) return 'Choisissez une ou plusieurs réponses de la liste.';
  if (new Set(choix).size < choix.length) return 'Une réponse est donnée deux fois.';
  const connues = modalites.map((modalite) => modalite.valeur);
  return choix.every((reponse) => connues.includes(reponse)) ? null : 'Une réponse ne figure pas dans la liste.';
}

/** Checks that a value is of its indicator's nature: a number, a known degree or modality, a text. */
export function verifierContenu(valeur: Exclude<Contenu, null>, indicateur: RegleIndicateur): Refus {
  if (estNumerique(indicateur.nature)) {
    return typeof valeur === 'number' ? verifierNombre(valeur, indicateur) : 'Un nombre est attendu.';
  }
  if (indicateur.nature === 'liste') return verifierChoix(valeur, indicateur);
  if (typeof valeur !== 'string' || valeur.trim() === '') return 'Un texte est attendu.';
  if (indicateur.nature === 'oui-non') return ['oui', 'non'].includes(valeur) ? null : 'Répondez par oui ou par non.';
  if (lireAbsence(valeur) !== null) return 'Ce texte se lit comme une absence\u00A0: choisissez-la plutôt.';
  return valeur.length <= LIMITES_VALEUR.texte
    ? null
    : `Le texte dépasse ${formaterNombre(LIMITES_VALEUR.texte)} caractères.`;
}

/** One refused part of a cell, with the JSON pointer of the part within the cell. */
export interface RefusDeSaisie {
  pointer: '/annee' | '/territoire' | '/ventilation' | '/valeur';
  detail: string;
}

/** Checks one cell against its indicator, the contrat's years and today's year (a future year takes no value). */
export function verifierSaisie(
  saisie: Pick<SaisieValeur, 'annee' | 'territoire' | 'ventilation' | 'valeur' | 'absence'>,
  indicateur: RegleIndicateur,
  periode: PeriodeContrat,
  anneeCourante: number,
): RefusDeSaisie | null {
  const { annee, territoire, ventilation, valeur, absence } = saisie;
  if (!estDansLeContrat(annee, periode)) {
    return {
      pointer: '/annee',
      detail: `L’année doit être comprise entre ${periode.anneeDebut} et ${periode.anneeFin}.`,
    };
  }
  if (!estAttendue(indicateur, annee))
    return { pointer: '/annee', detail: 'Cet indicateur ne se mesure pas cette année-là.' };
  if (!seMesureA(territoire, indicateur)) {
    return { pointer: '/territoire', detail: 'Cet indicateur se mesure à une autre échelle de territoire.' };
  }
  if (!estVentilationDe(indicateur, ventilation)) {
    return { pointer: '/ventilation', detail: 'Cet indicateur ne se ventile pas ainsi.' };
  }
  if (valeur !== null && absence !== null) {
    return { pointer: '/valeur', detail: 'Donnez une valeur ou une raison d’absence, pas les deux.' };
  }
  if (valeur === null) return null;
  if (annee > anneeCourante) return { pointer: '/valeur', detail: 'Cette année est encore à venir.' };
  const refus = verifierContenu(valeur, indicateur);
  return refus === null ? null : { pointer: '/valeur', detail: refus };
}
