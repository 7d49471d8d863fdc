import { Component, computed, inject, output } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import { Cloche, SessionStore } from '@pleniere/acces/web';
import { PlIcone } from '@pleniere/shared/ui';
import { filter, map } from 'rxjs';
import { MenuPersonne } from './menu-personne';

/** Top bar: the contrat, the search, what waits for me, the person. */
@Component({
  selector: 'pl-barre-haute',
  imports: [Cloche, MenuPersonne, PlIcone, RouterLink],
  host: { class: 'pl-ecran' },
  templateUrl: './barre-haute.html',
  styleUrl: './barre-haute.scss',
})
export class BarreHaute {
  private readonly router = inject(Router);
  private readonly adresse = toSignal(
    this.router.events.pipe(
      filter((evenement) => evenement instanceof NavigationEnd),
      map((evenement) => evenement.urlAfterRedirects),
    ),
    { initialValue: '/' },
  );

  protected readonly session = inject(SessionStore).session;
  /** The words of the list of fiches, so that the box and the list always say the same. */
  protected readonly q = computed(() => {
    const adresse = this.router.parseUrl(this.adresse());
    return adresse.queryParamMap.get('q') ?? '';
  });
  /** The page of the login needs no way to itself. */
  protected readonly surConnexion = computed(() => this.adresse().startsWith('/connexion'));
  readonly clavier = output();

  protected chercher(q: string): void {
    void this.router.navigate(['/fiches'], { queryParams: { q: q.trim() || null } });
  }
}
