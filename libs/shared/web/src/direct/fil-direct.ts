import { DOCUMENT } from '@angular/common';
import { DestroyRef, effect, inject, Injectable, InjectionToken, signal, type Signal } from '@angular/core';
import type { EvenementDirect } from '@pleniere/shared/domain';
import { defer, filter, type Observable, Subject } from 'rxjs';
import { Liaison } from './liaison';

/** Address of the live events of the contrat that the person works in, null when nobody is logged in; the shell gives it. */
export const ADRESSE_DIRECT = new InjectionToken<Signal<string | null>>('ADRESSE_DIRECT', {
  factory: () => signal(null),
});

// A browser opens six connections to a server: tabs that nobody looks at must not hold them all.
const CACHE_MS = 10_000;

/** What happens in the contrat while the screen is open: one thread for the whole tab, opened when a page first asks. */
@Injectable({ providedIn: 'root' })
export class FilDirect {
  private readonly page = inject(DOCUMENT);
  private readonly adresse = inject(ADRESSE_DIRECT);
  private readonly recus = new Subject<EvenementDirect>();
  private readonly manques = new Subject<void>();
  private readonly demande = signal(false);
  private readonly regarde = signal(!this.page.hidden);
  private readonly liaison = signal<'ouvert' | 'coupe'>('coupe');
  private dejaOuvert: string | null = null;

  /** Whether events arrive at the moment. */
  readonly etat = this.liaison.asReadonly();
  /** Some events may have been missed: the page reads again what it shows. */
  readonly reprises: Observable<void> = this.manques.asObservable();

  constructor() {
    this.guetter();
    effect((fin) => {
      const adresse = this.adresse();
      const Source = this.page.defaultView?.EventSource;
      if (!Source || adresse === null || !this.demande() || !this.regarde()) return;
      const liaison = new Liaison(() => new Source(adresse), {
        ouverte: () => this.ouvrir(adresse),
        coupee: () => this.liaison.set('coupe'),
        recu: (evenement) => this.recevoir(evenement),
      });
      fin(() => {
        liaison.fermer();
        this.liaison.set('coupe');
      });
    });
  }

  /** Events of one type, for as long as one listens. */
  evenements(type: string): Observable<EvenementDirect> {
    return defer(() => {
      this.demande.set(true);
      return this.recus.pipe(filter((evenement) => evenement.type === type));
    });
  }

  private ouvrir(adresse: string): void {
    this.liaison.set('ouvert');
    if (this.dejaOuvert === adresse) this.manques.next();
    this.dejaOuvert = adresse;
  }

  private recevoir(evenement: EvenementDirect): void {
    if (evenement.type === 'reprise') this.manques.next();
    else this.recus.next(evenement);
  }

  /** A tab that is hidden for a while lets its thread go, and takes it again when it is looked at. */
  private guetter(): void {
    let attente: ReturnType<typeof setTimeout> | undefined;
    const changer = () => {
      clearTimeout(attente);
      if (!this.page.hidden) this.regarde.set(true);
      else attente = setTimeout(() => this.regarde.set(false), CACHE_MS);
    };
    this.page.addEventListener('visibilitychange', changer);
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(attente);
      this.page.removeEventListener('visibilitychange', changer);
    });
  }
}
