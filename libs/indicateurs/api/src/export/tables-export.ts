import {
  cellulesDEchange,
  cellulesDeValeur,
  COLONNES_ECHANGE,
  COLONNES_VALEURS,
  type ContenuExport,
  type FormatExport,
  type LigneEchange,
  lignesDuDictionnaire,
  TITRES_DICTIONNAIRE,
} from '@pleniere/indicateurs/domain';
import type { FeuilleAEcrire } from '@pleniere/shared/api';
import type { CelluleTableur } from '@pleniere/shared/domain';
import { ecrireDictionnaire } from '../import/feuilles-du-modele';
import type { IndicateurExporte } from './export.repository';

const LARGEURS: Readonly<Partial<Record<string, number>>> = {
  identifiant_indic: 38,
  indicateur: 48,
  zone_nom: 24,
  valeur: 16,
  empreinte: 66,
  formule: 32,
  commentaire: 32,
  source: 32,
  sens: 70,
  type: 34,
  'valeurs permises': 60,
};

const JOUR = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeZone: 'Europe/Paris' });

/** Columns of the lines of a content. */
export function colonnesDe(contenu: 'valeurs' | 'echange'): readonly (typeof COLONNES_VALEURS)[number][] {
  return contenu === 'valeurs' ? COLONNES_VALEURS : COLONNES_ECHANGE;
}

/** A line as cells; a program reads ISO dates, a person years and days. */
export function ecrireLigne(
  ligne: LigneEchange,
  contenu: 'valeurs' | 'echange',
  { format, seuil }: { format: FormatExport; seuil: number },
): CelluleTableur[] {
  const machine = format === 'csv-machine';
  const cellules = contenu === 'valeurs' ? cellulesDeValeur(ligne, seuil) : cellulesDEchange(ligne, seuil);
  const instant = (iso: string | undefined) => (machine || !iso ? iso : JOUR.format(new Date(iso)));
  const dates = {
    date_valeur: machine ? `${ligne.annee}-12-31` : ligne.annee,
    modifie_le: instant(ligne.valeur?.modifieLe),
    calculee_le: instant(ligne.calculee?.calculeLe),
  };
  const ecrites: Partial<Record<string, CelluleTableur>> = { ...cellules, ...dates };
  return colonnesDe(contenu).map((colonne) => ecrites[colonne] ?? '');
}

/** A line of the exchange has no room for a part nor for a nature, so it tells declared totals alone. */
export function tientDans({ ventilation, calculee }: LigneEchange, contenu: ContenuExport): boolean {
  return contenu === 'valeurs' || (ventilation === 'total' && !calculee);
}

/** A sheet with its headings. */
export function feuilleDe(nom: string, titres: readonly string[], lignes: CelluleTableur[][]): FeuilleAEcrire {
  return { nom, lignes: [[...titres], ...lignes], largeurs: titres.map((titre) => LARGEURS[titre] ?? 12) };
}

/** The meaning of each column. */
export function feuilleDictionnaire(): FeuilleAEcrire {
  return feuilleDe('Dictionnaire', TITRES_DICTIONNAIRE, lignesDuDictionnaire(COLONNES_VALEURS));
}

/** The definition of each indicator. */
export function feuilleIndicateurs(indicateurs: readonly IndicateurExporte[]): FeuilleAEcrire {
  return { ...ecrireDictionnaire(indicateurs), nom: 'Indicateurs' };
}
