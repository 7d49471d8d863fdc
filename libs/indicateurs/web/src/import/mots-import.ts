import {
  type ApercuImport,
  type ImportValeurs,
  type ModeApplication,
  type SortCase,
  type StatutImport,
} from '@pleniere/indicateurs/domain';
import { accorder, FINE, INSECABLE, type Refus } from '@pleniere/shared/domain';
import type { DemandeConfirmation, NomIcone, Ton } from '@pleniere/shared/ui';

/** Sign of a statut or of a sort: never its only mark. */
export interface Signe {
  ton: Ton;
  icone: NomIcone;
}

/** Sign of where an import stands. */
export const SIGNES_STATUTS: Readonly<Record<StatutImport, Signe>> = {
  ouvert: { ton: 'attente', icone: 'a-venir' },
  applique: { ton: 'succes', icone: 'fait' },
  annule: { ton: 'neutre', icone: 'annuler' },
};

/** Sign of what becomes of a cell. */
export const SIGNES_SORTS: Readonly<Record<SortCase, Signe>> = {
  nouvelle: { ton: 'succes', icone: 'ajouter' },
  changee: { ton: 'info', icone: 'modifier' },
  identique: { ton: 'neutre', icone: 'valide' },
  refusee: { ton: 'alerte', icone: 'erreur' },
  vide: { ton: 'neutre', icone: 'retirer' },
};

const ADJECTIFS: Readonly<Record<SortCase, string>> = {
  nouvelle: 'nouvelle',
  changee: 'changée',
  identique: 'identique',
  refusee: 'refusée',
  vide: 'vide',
};

/** Sorts in the order in which they are told. */
export const SORTS_RACONTES = Object.keys(ADJECTIFS) as SortCase[];

/** « 12 nouvelles ». */
export function compterSort(sort: SortCase, nombre: number): string {
  return accorder(nombre, ADJECTIFS[sort]);
}

/** « 12 nouvelles, 3 changées, 2 refusées »: what a file holds, in one line. */
export function phraseResume(resume: ApercuImport['resume']): string {
  const presents = SORTS_RACONTES.filter((sort) => resume[sort] > 0);
  return presents.map((sort) => compterSort(sort, resume[sort])).join(', ') || 'Aucune case';
}

/** How many cells would be written. */
export function nombreAEcrire({ nouvelle, changee }: ApercuImport['resume']): number {
  return nouvelle + changee;
}

/** Why an import cannot be applied in this way. */
export function refusDAppliquer(resume: ApercuImport['resume'], mode: ModeApplication): Refus {
  if (nombreAEcrire(resume) === 0) return `Ce fichier ne change rien${INSECABLE}: il n’y a rien à écrire.`;
  if (mode === 'valides' || resume.refusee === 0) return null;
  const compte = accorder(resume.refusee, 'case est refusée', 'cases sont refusées');
  return `${compte}${INSECABLE}: corrigez le fichier et déposez-le à nouveau, ou n’appliquez que les lignes valides.`;
}

/** What to look at first: what is refused, else what changes. */
export function sortAVoir({ resume }: Pick<ApercuImport, 'resume'>): SortCase | null {
  const ordre: SortCase[] = ['refusee', 'changee', 'nouvelle'];
  return ordre.find((sort) => resume[sort] > 0) ?? null;
}

/** « 15 cases écrites », « 13 cases remises comme avant, 2 conservées »; empty for an import to check. */
export function phraseResultat({ statut, ecrites, retablies }: ImportValeurs): string {
  if (statut === 'ouvert') return '';
  if (statut === 'applique') return accorder(ecrites, 'case écrite', 'cases écrites');
  const remises = accorder(retablies, 'case remise comme avant', 'cases remises comme avant');
  return retablies === ecrites ? remises : `${remises}, ${accorder(ecrites - retablies, 'conservée')}`;
}

/** Question before an import is undone. */
export function demandeAnnulation({ fichier, ecrites }: ImportValeurs): DemandeConfirmation {
  const retour = accorder(ecrites, 'case écrite retrouve', 'cases écrites retrouvent');
  return {
    titre: `Annuler l’import de ${fichier}${FINE}?`,
    texte: `${retour} l’état d’avant. Ce qui a changé depuis reste en place, et vous en verrez la liste.`,
    action: 'Remettre comme avant',
  };
}

/** Question before a file is forgotten. */
export function demandeAbandon({ fichier }: ImportValeurs): DemandeConfirmation {
  return {
    titre: `Abandonner ${fichier}${FINE}?`,
    texte: `Le fichier déposé est oublié. Il n’a rien écrit${INSECABLE}: aucune valeur ne change.`,
    action: 'Abandonner ce fichier',
  };
}
