import { computed, inject, Injectable, signal } from '@angular/core';
import { ModeleGrille } from '../modele/modele-grille';

/** Height of a row of a long grid, in CSS pixels; the style sheet of the table says the same. */
const HAUTEUR_LIGNE = 44;
/** From that many rows on, only those on screen are drawn: their heights are then all the same. */
const SEUIL = 150;
/** Rows drawn beyond both edges, so that the keyboard and the wheel find them ready. */
const MARGE = 10;
/** The drawn rows change by so many at a time: a small move of the wheel draws nothing. */
const PAS = 8;

/**
 * Rows of a long grid that are on screen. A table keeps its own sticky headings only when its rows are its children, which
 * the viewport of the CDK does not leave them: the rows above and below are two empty rows of their height instead.
 */
@Injectable()
export class FenetreLignes {
  private readonly modele = inject(ModeleGrille);
  private readonly nombre = computed(() => this.modele.lignes().length);
  private readonly defilement = signal(0);
  private readonly hauteur = signal(0);

  readonly virtuelle = computed(() => this.nombre() > SEUIL);
  private readonly debut = computed(() => {
    const premiere = Math.floor(this.defilement() / HAUTEUR_LIGNE) - MARGE;
    return this.virtuelle() ? Math.max(0, Math.floor(premiere / PAS) * PAS) : 0;
  });
  private readonly fin = computed(() => {
    const visibles = Math.ceil(this.hauteur() / HAUTEUR_LIGNE) + 2 * MARGE + PAS;
    return this.virtuelle() ? Math.min(this.nombre(), this.debut() + visibles) : this.nombre();
  });
  /** Ranks of the drawn rows. */
  readonly rangs = computed(() => Array.from({ length: this.fin() - this.debut() }, (_, pas) => this.debut() + pas));
  /** Heights left to the rows that are not drawn, in CSS pixels. */
  readonly avant = computed(() => this.debut() * HAUTEUR_LIGNE);
  readonly apres = computed(() => (this.nombre() - this.fin()) * HAUTEUR_LIGNE);

  /** Follows the frame in which the table scrolls. */
  suivre({ scrollTop, clientHeight }: Pick<HTMLElement, 'scrollTop' | 'clientHeight'>): void {
    this.defilement.set(scrollTop);
    this.hauteur.set(clientHeight);
  }

  contient(rang: number): boolean {
    return rang >= this.debut() && rang < this.fin();
  }

  /** Where the frame scrolls to so that a row that is not drawn stands in its middle. */
  defilementPour(rang: number): number {
    return Math.max(0, rang * HAUTEUR_LIGNE - this.hauteur() / 2);
  }
}
