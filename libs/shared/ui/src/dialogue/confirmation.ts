import { inject, Injectable, Injector } from '@angular/core';
import type { DemandeConfirmation } from './demande-confirmation';

/** Asks before what cannot be undone, and only then: everything else is done at once and offers « Annuler ». */
@Injectable({ providedIn: 'root' })
export class Confirmation {
  private readonly injector = inject(Injector);

  /** True when the person confirms. */
  async demander(demande: DemandeConfirmation): Promise<boolean> {
    // Imported on demand: a dialog must not weigh on the first page.
    const { ouvrirConfirmation } = await import('./dialogue-confirmation');
    return ouvrirConfirmation(this.injector, demande);
  }
}
