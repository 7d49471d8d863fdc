/** Years over which a contrat runs, both included (2024–2030 for an « Engagements Quartiers 2030 » contrat). */
export interface PeriodeContrat {
  anneeDebut: number;
  anneeFin: number;
}

/** Every year of the contrat in order; year columns are always built from this list, never from literals. */
export function anneesDuContrat({ anneeDebut, anneeFin }: PeriodeContrat): number[] {
  return Array.from({ length: Math.max(0, anneeFin - anneeDebut + 1) }, (_, rang) => anneeDebut + rang);
}

/** True when the year belongs to the contrat. */
export function estDansLeContrat(annee: number, { anneeDebut, anneeFin }: PeriodeContrat): boolean {
  return Number.isInteger(annee) && annee >= anneeDebut && annee <= anneeFin;
}
