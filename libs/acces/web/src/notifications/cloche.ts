import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { accorder } from '@pleniere/shared/domain';
import { PlIcone } from '@pleniere/shared/ui';
import { NotificationsClient } from './notifications-client';

/** The bell of the top bar: how much one has not read, and the way to it. */
@Component({
  selector: 'pl-cloche',
  imports: [PlIcone, RouterLink],
  template: `
    <a routerLink="/notifications" [attr.aria-label]="libelle()">
      <pl-icone nom="cloche" [taille]="22" />
      @if (nonLues() > 0) {
        <span class="nombre" aria-hidden="true">{{ nonLues() > 99 ? '99+' : nonLues() }}</span>
      }
    </a>
    <span class="pl-hors-ecran" aria-live="polite">{{ dit() }}</span>
  `,
  styles: `
    a {
      position: relative;
      display: grid;
      place-items: center;
      width: 2.5rem;
      height: 2.5rem;
      border-radius: var(--pl-rayon);
      color: var(--pl-encre-douce);

      &:hover {
        background: var(--pl-survol);
        color: var(--pl-encre);
      }
    }

    .nombre {
      position: absolute;
      top: 0;
      right: -0.125rem;
      min-width: 1.25rem;
      padding-inline: 0.3125rem;
      border-radius: 0.625rem;
      background: var(--pl-accent);
      color: var(--pl-papier);
      font-size: 0.75rem;
      font-weight: 600;
      line-height: 1.25rem;
      text-align: center;
    }
  `,
})
export class Cloche {
  private readonly notifications = inject(NotificationsClient).nombre();

  protected readonly nonLues = computed(() => (this.notifications.hasValue() ? this.notifications.value().nonLues : 0));
  /** Said when it changes; nothing when all is read. */
  protected readonly dit = computed(() =>
    this.nonLues() === 0 ? '' : accorder(this.nonLues(), 'notification non lue', 'notifications non lues'),
  );
  protected readonly libelle = computed(() =>
    this.dit() === '' ? 'Notifications' : `Notifications\u00A0: ${this.dit()}`,
  );
}
