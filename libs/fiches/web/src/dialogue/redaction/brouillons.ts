import { inject, Injectable } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';

/** Messages typed and not sent yet, kept for the life of the tab; each person of a shared device only finds their own. */
@Injectable({ providedIn: 'root' })
export class Brouillons {
  private readonly session = inject(SessionStore).session;

  lire<T extends object>(partie: string): Partial<T> {
    try {
      const lu: unknown = JSON.parse(sessionStorage.getItem(this.cle(partie)) ?? '{}');
      return typeof lu === 'object' && lu !== null ? lu : {};
    } catch {
      return {};
    }
  }

  /** Where the browser forbids it, the text still lives in the open page. */
  garder(partie: string, brouillon: object | null): void {
    try {
      if (brouillon === null) sessionStorage.removeItem(this.cle(partie));
      else sessionStorage.setItem(this.cle(partie), JSON.stringify(brouillon));
    } catch {
      return;
    }
  }

  private cle(partie: string): string {
    return `pleniere.echange/${this.session()?.personne.id ?? ''}/${partie}`;
  }
}
