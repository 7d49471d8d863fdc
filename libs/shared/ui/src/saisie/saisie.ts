import { inject, Injectable, Injector } from '@angular/core';
import type { DemandeSaisie, Saisies } from './champs';

/** Asks for a few fields in a dialog; a refusal or a conflict of versions is shown there, and nothing typed is lost. */
@Injectable({ providedIn: 'root' })
export class Saisie {
  private readonly injector = inject(Injector);

  /** What was saved, or null when the person gave up. */
  async demander<T extends Saisies, L>(demande: DemandeSaisie<T, L>): Promise<L | null> {
    // Imported on demand: a form must not weigh on the first page.
    const { ouvrirSaisie } = await import('./dialogue-saisie');
    return ouvrirSaisie(this.injector, demande);
  }
}
