import { DOCUMENT } from '@angular/common';
import { ApplicationRef, DestroyRef, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { SwUpdate } from '@angular/service-worker';
import { filter, map, merge, pairwise } from 'rxjs';

const EN_SAISIE = 'input, textarea, select, [contenteditable]';

/** A version that has arrived is taken when the person changes page, never under what they are typing. */
@Injectable({ providedIn: 'root' })
export class NouvelleVersion {
  private readonly mises = inject(SwUpdate, { optional: true });
  private readonly application = inject(ApplicationRef);
  private readonly router = inject(Router);
  private readonly page = inject(DOCUMENT);
  private readonly destroyRef = inject(DestroyRef);
  private prete = false;

  suivre(): void {
    if (!this.mises?.isEnabled) return;
    const { versionUpdates, unrecoverable } = this.mises;
    merge(versionUpdates.pipe(filter(({ type }) => type === 'VERSION_READY')), unrecoverable)
      .pipe(takeUntilDestroyed(this.destroyRef))
      .subscribe(() => (this.prete = true));
    this.router.events
      .pipe(
        filter((evenement) => evenement instanceof NavigationEnd),
        map(({ urlAfterRedirects }) => new URL(urlAfterRedirects, 'http://page').pathname),
        pairwise(),
        filter(([avant, apres]) => this.prete && avant !== apres),
        takeUntilDestroyed(this.destroyRef),
      )
      .subscribe(() => void this.prendre());
    const demander = () => this.page.hidden || void this.mises?.checkForUpdate().catch(() => false);
    this.page.addEventListener('visibilitychange', demander);
    this.destroyRef.onDestroy(() => this.page.removeEventListener('visibilitychange', demander));
  }

  /** Waits until what the left page was saving has arrived. */
  private async prendre(): Promise<void> {
    await this.application.whenStable();
    if (!this.page.activeElement?.matches(EN_SAISIE)) this.page.location.reload();
  }
}
