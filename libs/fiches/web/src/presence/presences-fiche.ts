import { computed, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { SessionStore } from '@pleniere/acces/web';
import { BATTEMENT_PRESENCE_MS, type ChampId, type Present } from '@pleniere/fiches/domain';
import { FilDirect } from '@pleniere/shared/web';
import {
  catchError,
  debounceTime,
  EMPTY,
  filter,
  finalize,
  fromEvent,
  merge,
  type Observable,
  of,
  switchMap,
  tap,
  timer,
} from 'rxjs';
import { nouvelId } from '../champs/nouvel-id';
import { FicheStore } from '../fiche/fiche-store';
import { direChangements } from './mots-presence';
import { PresenceClient } from './presence-client';

/** Moves that come close together, as from a field to the next, are told in one go. */
const REGROUPEMENT_MS = 150;

/** Who else has the fiche of the page open, and where each is writing; tells the others the same of this page. */
@Injectable()
export class PresencesFiche {
  private readonly client = inject(PresenceClient);
  private readonly fil = inject(FilDirect);
  private readonly page = inject(DOCUMENT);
  private readonly store = inject(FicheStore);
  private readonly onglet = nouvelId();
  private readonly champs = toObservable(this.store.ouvert);

  private readonly presents = signal<readonly Present[]>([]);
  private readonly dits = signal('');
  /** The others, the first arrived first. */
  readonly autres = this.presents.asReadonly();
  /** What has just changed, in words. */
  readonly nouvelle = this.dits.asReadonly();
  private readonly ficheId = computed(() => this.store.fiche()?.id);

  constructor() {
    // A lecteur neither sees nor is seen.
    if (!inject(SessionStore).peut('dialogue.participer')) return;
    toObservable(this.ficheId)
      .pipe(
        tap(() => this.presents.set([])),
        switchMap((ficheId) => (ficheId === undefined ? EMPTY : this.vivre(ficheId))),
        takeUntilDestroyed(),
      )
      .subscribe((presents) => this.recevoir(presents));
  }

  /** Names of the others who write in a field. */
  ecrivains(champ: ChampId): string[] {
    return this.presents()
      .filter((present) => present.champ === champ)
      .map(({ nom }) => nom);
  }

  private vivre(ficheId: string): Observable<readonly Present[]> {
    const fenetre = this.page.defaultView;
    const signes = [timer(0, BATTEMENT_PRESENCE_MS), this.champs, this.fil.reprises];
    const retours = fromEvent(this.page, 'visibilitychange');
    // A page that nobody looks at falls silent, and is forgotten by the others.
    const battements = merge(...signes, retours).pipe(
      debounceTime(REGROUPEMENT_MS),
      filter(() => !this.page.hidden),
      switchMap(() => this.client.battre(ficheId, { onglet: this.onglet, champ: this.store.ouvert() }).pipe(enSilence)),
    );
    const annonces = this.fil.evenements('presence').pipe(
      filter((evenement) => evenement.ficheId === ficheId),
      debounceTime(REGROUPEMENT_MS),
      switchMap(() => this.client.lire(ficheId).pipe(enSilence)),
    );
    const fermeture = fenetre ? fromEvent(fenetre, 'pagehide') : EMPTY;
    const partir = (): void => void this.client.partir(ficheId, this.onglet).pipe(enSilence).subscribe();
    const departs = fermeture.pipe(
      tap(partir),
      switchMap(() => EMPTY),
    );
    return merge(battements, annonces, departs).pipe(finalize(partir));
  }

  private recevoir(presents: readonly Present[]): void {
    const changements = direChangements(this.presents(), presents);
    this.presents.set(presents);
    if (changements !== '') this.dits.set(changements);
  }
}

/** Without an answer nobody is known to be there; the next sign of life will tell. */
function enSilence<T>(demande: Observable<T>): Observable<T | readonly Present[]> {
  return demande.pipe(catchError(() => of([])));
}
