import { ErrorHandler, inject, Injectable, signal } from '@angular/core';

/** Last failure that no page has dealt with; the shell shows it above the page. */
@Injectable({ providedIn: 'root' })
export class Pannes {
  private readonly courante = signal<unknown>(null);
  readonly derniere = this.courante.asReadonly();

  signaler(erreur: unknown): void {
    this.courante.set(erreur);
  }

  oublier(): void {
    this.courante.set(null);
  }
}

/** Nothing fails in silence: what no page has caught reaches the person, and the console for whoever investigates. */
@Injectable()
export class GestionErreurs extends ErrorHandler {
  private readonly pannes = inject(Pannes);

  override handleError(erreur: unknown): void {
    super.handleError(erreur);
    this.pannes.signaler(erreur);
  }
}
