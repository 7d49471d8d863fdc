import { HttpErrorResponse, type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { tap } from 'rxjs';

const PREUVE = '/health/live';
const ATTENTE_MS = 5_000;
const PREMIER_ESSAI_MS = 2_000;
const DERNIER_ESSAI_MS = 15_000;

/** Whether the server can be reached: proven by an answer, since a browser may believe in a network that leads nowhere. */
@Injectable({ providedIn: 'root' })
export class Reseau {
  private readonly fenetre = inject(DOCUMENT).defaultView;
  private readonly atteint = signal(this.fenetre?.navigator.onLine ?? true);
  private essai: ReturnType<typeof setTimeout> | undefined;
  private delai = PREMIER_ESSAI_MS;
  private verification: Promise<boolean> | null = null;

  /** False from the moment the server no longer answers until it answers again. */
  readonly enLigne = this.atteint.asReadonly();

  constructor() {
    const verifier = () => void this.verifier();
    const perdre = () => this.constater(false);
    this.fenetre?.addEventListener('online', verifier);
    this.fenetre?.addEventListener('offline', perdre);
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.essai);
      this.fenetre?.removeEventListener('online', verifier);
      this.fenetre?.removeEventListener('offline', perdre);
    });
    if (!this.atteint()) this.reessayer();
  }

  /** Asks the server for the lightest answer it has. */
  verifier(): Promise<boolean> {
    this.verification ??= demander().then((repond) => {
      this.verification = null;
      this.constater(repond);
      return repond;
    });
    return this.verification;
  }

  /** A request has just got an answer, or none: the next one need not be asked for. */
  constater(repond: boolean): void {
    clearTimeout(this.essai);
    this.atteint.set(repond);
    if (repond) this.delai = PREMIER_ESSAI_MS;
    else this.reessayer();
  }

  private reessayer(): void {
    this.essai = setTimeout(() => void this.verifier(), this.delai);
    this.delai = Math.min(this.delai * 2, DERNIER_ESSAI_MS);
  }
}

async function demander(): Promise<boolean> {
  try {
    return (await fetch(PREUVE, { cache: 'no-store', signal: AbortSignal.timeout(ATTENTE_MS) })).ok;
  } catch {
    return false;
  }
}

/** What every request proves of the network; one without an answer is checked, since a page that closes also cuts its own. */
export const reseauInterceptor: HttpInterceptorFn = (requete, suite) => {
  const reseau = inject(Reseau);
  return suite(requete).pipe(
    tap({
      next: (reponse) => reponse instanceof HttpResponse && reseau.constater(true),
      error: (erreur: unknown) => {
        if (erreur instanceof HttpErrorResponse && erreur.status === 0) void reseau.verifier();
      },
    }),
  );
};
