import { DOCUMENT } from '@angular/common';
import { Component, DestroyRef, effect, inject, signal } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { PlErreur } from '@pleniere/shared/ui';
import {
  DialogueClavier,
  FocusNavigation,
  HorsLigne,
  NouvelleVersion,
  Pannes,
  Raccourcis,
  ThemeStore,
} from '@pleniere/shared/web';
import { BarreHaute } from './shell/barre-haute';
import { Navigation } from './shell/navigation';

/** Frame of every page: top bar, navigation, page. */
@Component({
  selector: 'pl-root',
  imports: [BarreHaute, DialogueClavier, HorsLigne, Navigation, PlErreur, RouterOutlet],
  templateUrl: './app.html',
  styleUrl: './app.scss',
})
export class App {
  private readonly raccourcis = inject(Raccourcis);
  private readonly focus = inject(FocusNavigation);
  protected readonly session = inject(SessionStore).session;
  protected readonly pannes = inject(Pannes);
  protected readonly clavier = signal(false);

  constructor() {
    this.focus.suivre();
    inject(NouvelleVersion).suivre();
    const theme = inject(ThemeStore);
    effect(() => theme.teinter(this.session()?.contrat.couleur ?? null));
    this.ecouterLeClavier();
  }

  protected allerAuContenu(evenement: Event): void {
    evenement.preventDefault();
    this.focus.versLeTitre();
  }

  protected recharger(): void {
    location.reload();
  }

  /** Outside templates: what somebody types in a page must not have the frame checked at each key. */
  private ecouterLeClavier(): void {
    const page = inject(DOCUMENT);
    const ecoute = (evenement: KeyboardEvent) => this.surTouche(evenement);
    page.addEventListener('keydown', ecoute);
    inject(DestroyRef).onDestroy(() => page.removeEventListener('keydown', ecoute));
  }

  private surTouche(evenement: KeyboardEvent): void {
    const { key, target } = evenement;
    if (!this.raccourcis.uneTouche() || evenement.ctrlKey || evenement.metaKey || evenement.altKey) return;
    if (target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role="grid"]'))
      return;
    if (key === '?') this.clavier.set(true);
    const recherche = document.querySelector<HTMLInputElement>('header input[type="search"]');
    if (key === '/' && recherche) {
      evenement.preventDefault();
      recherche.focus();
    }
  }
}
