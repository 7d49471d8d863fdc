import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { lirePreference, retenirPreference } from '../theme/preferences';

/** One line of the keyboard map: « / » → « Chercher une fiche ». */
export interface Raccourci {
  touches: string;
  effet: string;
}

/** Shortcuts of one part of the screen. */
export interface GroupeRaccourcis {
  titre: string;
  raccourcis: readonly Raccourci[];
}

const GENERAUX: GroupeRaccourcis = {
  titre: 'Partout',
  raccourcis: [
    { touches: '/', effet: 'Chercher une fiche' },
    { touches: '?', effet: 'Afficher cette aide' },
    { touches: 'Échap', effet: 'Fermer ce qui est ouvert' },
  ],
};

const CLE = 'pleniere.raccourcis';

/** The keyboard map, shown on « ? »: what holds everywhere, and what the visible page adds. */
@Injectable({ providedIn: 'root' })
export class Raccourcis {
  private readonly ajoutes = signal<readonly GroupeRaccourcis[]>([]);
  private readonly permis = signal(lirePreference(CLE) !== 'non');

  readonly groupes = computed(() => [...this.ajoutes(), GENERAUX]);
  /** WCAG 2.1.4: shortcuts of a single character can be switched off, for speech input and trembling hands. */
  readonly uneTouche = this.permis.asReadonly();

  permettreUneTouche(permis: boolean): void {
    this.permis.set(permis);
    retenirPreference(CLE, permis ? 'oui' : 'non');
  }

  ajouter(groupe: GroupeRaccourcis): () => void {
    this.ajoutes.update((groupes) => [...groupes, groupe]);
    return () => this.ajoutes.update((groupes) => groupes.filter((autre) => autre !== groupe));
  }
}

/** Adds a page's shortcuts to the keyboard map for as long as the page lives; call it from a field or a constructor. */
export function montrerRaccourcis(titre: string, raccourcis: readonly Raccourci[]): void {
  inject(DestroyRef).onDestroy(inject(Raccourcis).ajouter({ titre, raccourcis }));
}
