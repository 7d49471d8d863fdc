import type { CelluleTableur } from '@pleniere/shared/domain';
import { nombreCalcule, UNITES_CALCULS, type ValeurCalculeeExportee } from '../calcul/calculs';
import { type RoleSimple, TYPE_CALCULEE, type TypeValeur } from '../import/colonnes';
import type { IndicateurImportable, TerritoireImportable } from '../import/reperage';
import { LIBELLES_ABSENCES, LIBELLES_STATUTS_VALEUR } from '../indicateurs.labels';
import { libelleMasque } from '../petits-nombres/petits-nombres';
import type { Masque } from '../petits-nombres/reseau';
import type { Valeur, Ventilation } from '../saisie/valeur';
import { type ColonneValeurs, LIBELLES_NATURES_VALEUR } from './export';

/** A line of a file of values: a cell of the grid, filled or not, a baseline or a target. */
export interface LigneEchange {
  indicateur: IndicateurImportable;
  territoire: TerritoireImportable;
  annee: number;
  ventilation: Ventilation;
  type: TypeValeur;
  valeur?: Valeur;
  repere?: number;
  /** A value computed from facts, rather than declared. */
  calculee?: ValeurCalculeeExportee;
  /** How the value is hidden from the reader, if it is. */
  masque?: Masque;
}

function contenuDe({ repere, valeur, indicateur, calculee }: LigneEchange): CelluleTableur {
  if (calculee) return nombreCalcule(calculee.calcul, calculee.valeur) ?? '';
  if (!valeur) return repere ?? '';
  if (valeur.absence) return LIBELLES_ABSENCES[valeur.absence].court;
  if (!Array.isArray(valeur.valeur)) return valeur.valeur;
  const libelles = new Map(indicateur.modalites.map((modalite) => [modalite.valeur, modalite.libelle]));
  // An answer that holds the sign between answers is told by its slug.
  return valeur.valeur
    .map((choix) => (/[;\n]/.test(libelles.get(choix) ?? ';') ? choix : (libelles.get(choix) ?? choix)))
    .join('; ');
}

/** The cells of a line that an import reads back, by column; without the texts that would tell a hidden figure. */
export function cellulesDEchange(ligne: LigneEchange, seuil?: number): Record<RoleSimple, CelluleTableur> {
  const { indicateur, territoire, annee, type, ventilation, valeur, masque } = ligne;
  const texte = (lu: string | undefined) => (masque ? '' : (lu ?? ''));
  return {
    identifiant_indic: indicateur.id,
    fiche: indicateur.fiche,
    indicateur: indicateur.libelle,
    zone_id: territoire.code,
    zone_nom: territoire.noms[0] ?? '',
    date_valeur: annee,
    type_valeur: ligne.calculee ? TYPE_CALCULEE : type,
    ventilation,
    valeur: masque ? libelleMasque(masque, seuil) : contenuDe(ligne),
    qualite: valeur?.qualite ?? '',
    commentaire: texte(valeur?.commentaire),
    source: texte(valeur?.source),
  };
}

/** How a value came to be: declared, or computed by which formula from which facts. */
function cellulesDuCalcul(
  calculee: ValeurCalculeeExportee | undefined,
): Record<'nature' | 'formule' | 'empreinte' | 'calculee_le', string> {
  if (!calculee) return { nature: LIBELLES_NATURES_VALEUR.declaree, formule: '', empreinte: '', calculee_le: '' };
  const { calcul, formuleVersion, empreinte, calculeLe } = calculee;
  return {
    nature: LIBELLES_NATURES_VALEUR.calculee,
    formule: `${calcul}, version ${formuleVersion}`,
    empreinte,
    calculee_le: calculeLe,
  };
}

/** Every cell of a line of the values in full, by column. */
export function cellulesDeValeur(ligne: LigneEchange, seuil?: number): Record<ColonneValeurs, CelluleTableur> {
  const { valeur, indicateur, calculee } = ligne;
  return {
    ...cellulesDEchange(ligne, seuil),
    unite: calculee ? UNITES_CALCULS[calculee.calcul] : indicateur.unite,
    statut: valeur ? LIBELLES_STATUTS_VALEUR[valeur.statut] : '',
    en_retard: valeur ? (valeur.enRetard ? 'oui' : 'non') : '',
    modifie_le: valeur?.modifieLe ?? '',
    ...cellulesDuCalcul(calculee),
  };
}
