import { DOCUMENT } from '@angular/common';
import { inject, Injectable, signal } from '@angular/core';
import { lirePreference, retenirPreference } from './preferences';

/** Looks that a person can choose; `appareil` follows the device. */
export const THEMES = ['appareil', 'clair', 'sombre', 'contraste'] as const;
/** One of the looks. */
export type Theme = (typeof THEMES)[number];

/** Name of each look in the menu. */
export const LIBELLES_THEMES: Readonly<Record<Theme, string>> = {
  appareil: 'Comme l’appareil',
  clair: 'Clair',
  sombre: 'Sombre',
  contraste: 'Contraste renforcé',
};

const CLE = 'pleniere.theme';

/** The look chosen on this device. */
@Injectable({ providedIn: 'root' })
export class ThemeStore {
  private readonly racine = inject(DOCUMENT).documentElement;
  private readonly choix = signal<Theme>('appareil');
  readonly theme = this.choix.asReadonly();

  constructor() {
    const retenu = lirePreference(CLE);
    this.appliquer(THEMES.find((theme) => theme === retenu) ?? 'appareil');
  }

  choisir(theme: Theme): void {
    this.appliquer(theme);
    retenirPreference(CLE, theme);
  }

  /** Main colour of the contrat (`#rrggbb`), or the product's own when nobody is logged in. */
  teinter(couleur: string | null): void {
    this.racine.style.setProperty('--pl-couleur-contrat', couleur);
  }

  private appliquer(theme: Theme): void {
    this.choix.set(theme);
    this.racine.dataset['theme'] = theme;
  }
}
