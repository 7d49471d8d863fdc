import { inject, Injectable } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';

/** A text that the server has not acknowledged yet, with the version it was written upon. */
export interface TexteGarde {
  valeur: unknown;
  version: number;
}

/** Where one field's unacknowledged text is kept. */
export interface MemoireChamp {
  lire(): TexteGarde | null;
  garder(texte: TexteGarde): void;
  oublier(): void;
}

function estTexteGarde(lu: unknown): lu is TexteGarde {
  return typeof lu === 'object' && lu !== null && 'valeur' in lu && 'version' in lu && typeof lu.version === 'number';
}

/** Texts typed on this device and not yet acknowledged; each person of a shared device only finds their own. */
@Injectable({ providedIn: 'root' })
export class MemoireLocale {
  private readonly session = inject(SessionStore).session;

  /** The memory of one part of a fiche: a field, or a form beside the sheet. */
  pour(ficheId: string, partie: string): MemoireChamp {
    const cle = `pleniere.brouillon/${this.session()?.personne.id ?? ''}/${ficheId}/${partie}`;
    return {
      lire: () => this.lire(cle),
      garder: (texte) => this.ecrire(cle, JSON.stringify(texte)),
      oublier: () => this.ecrire(cle, null),
    };
  }

  private lire(cle: string): TexteGarde | null {
    try {
      const lu: unknown = JSON.parse(localStorage.getItem(cle) ?? 'null');
      return estTexteGarde(lu) ? lu : null;
    } catch {
      return null;
    }
  }

  /** Where the browser forbids or has no room left, the text still lives in the open page. */
  private ecrire(cle: string, texte: string | null): void {
    try {
      if (texte === null) localStorage.removeItem(cle);
      else localStorage.setItem(cle, texte);
    } catch {
      return;
    }
  }
}
