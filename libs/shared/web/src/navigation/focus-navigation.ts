import { DOCUMENT } from '@angular/common';
import { afterNextRender, DestroyRef, inject, Injectable, Injector } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise } from 'rxjs';

/** After a change of page, the focus goes to its `h1`, so that it is read out and the keyboard starts there. */
@Injectable({ providedIn: 'root' })
export class FocusNavigation {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly destroyRef = inject(DestroyRef);

  suivre(): void {
    this.router.events
      .pipe(
        filter((evenement) => evenement instanceof NavigationEnd),
        map((evenement) => new URL(evenement.urlAfterRedirects, 'http://page').pathname),
        pairwise(),
        filter(([avant, apres]) => avant !== apres),
        takeUntilDestroyed(this.destroyRef),
      )
      .subscribe(() => afterNextRender(() => this.versLeTitre(), { injector: this.injector }));
  }

  /** Also the target of the skip link. */
  versLeTitre(): void {
    const principal = this.document.querySelector<HTMLElement>('main');
    const titre = principal?.querySelector<HTMLElement>('h1[tabindex="-1"]') ?? principal;
    titre?.focus({ preventScroll: true });
  }
}
