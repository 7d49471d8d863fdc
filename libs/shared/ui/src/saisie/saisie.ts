import { inject, Injectable, Injector } from '@angular/core';
import type { ChampSaisi, Saisies } from './champs';

/** A form to fill in: its fields, what they hold, and how to save them. */
export interface DemandeSaisie<T, L> {
  titre: string;
  texte?: string;
  champs: readonly ChampSaisi<T>[];
  valeur: T;
  /** Version of what is being changed; absent for a creation. */
  version?: number;
  /** Label of the button. */
  action?: string;
  /** Saves what was typed, from the version that was read. */
  enregistrer(saisie: T, version: number): Promise<L>;
  /** What the form would hold for a saved state, when its fields are not named alike. */
  lire?(enregistre: L): T;
}

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
