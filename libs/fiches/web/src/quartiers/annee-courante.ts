import { inject } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';

/** Year whose values are awaited: this one, or the last of a contrat that has ended. Call it from a field initialiser. */
export function anneeCourante(): number {
  const annee = new Date().getFullYear();
  const contrat = inject(SessionStore).session()?.contrat;
  return contrat ? Math.min(Math.max(annee, contrat.anneeDebut), contrat.anneeFin) : annee;
}
