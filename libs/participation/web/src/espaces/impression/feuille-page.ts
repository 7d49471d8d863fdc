import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LIBELLES_GENRES, LIBELLES_TRANCHES_AGE, GENRES, TRANCHES_AGE } from '@pleniere/participation/domain';
import { formaterDate, formaterHoraire } from '@pleniere/shared/domain';
import { PlErreur, PlIcone, PlSquelette } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { EspacesClient } from '../espaces-client';

const LIGNES = 24;

/** Sheet of presence to print: ticks, and no place for a name. */
@Component({
  selector: 'pl-feuille-page',
  imports: [PlErreur, PlIcone, PlSquelette, RouterLink],
  templateUrl: './feuille-page.html',
  styleUrl: './feuille-page.scss',
})
export class FeuillePage {
  private readonly client = inject(EspacesClient);

  readonly id = input.required<string>();
  protected readonly seance = this.client.seance(this.id);
  protected readonly lue = computed(() => (this.seance.hasValue() ? this.seance.value() : null));
  protected readonly ages = TRANCHES_AGE.map((valeur) => LIBELLES_TRANCHES_AGE[valeur]);
  protected readonly genres = GENRES.map((valeur) => LIBELLES_GENRES[valeur]);
  protected readonly lignes = Array.from({ length: LIGNES }, (_, rang) => rang + 1);
  protected readonly lede = computed(() => {
    const lue = this.lue();
    return lue ? [formaterDate(lue.date), formaterHoraire(lue.heure), lue.lieu].filter(Boolean).join(' · ') : '';
  });

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(`Feuille d’émargement, ${this.lue()?.espace.nom ?? ''}`));
  }

  protected imprimer(): void {
    window.print();
  }
}
