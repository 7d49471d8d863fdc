import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mailleDe } from '@pleniere/indicateurs/domain';
import { PlErreur, PlIcone, PlPuceEnjeu, PlSquelette } from '@pleniere/shared/ui';
import { GrilleValeurs } from '../grille/grille-valeurs';
import { codeLisible, type FicheAChoisir, IndicateursClient } from '../indicateurs-client';
import { CadreIndicateurs } from './cadre-indicateurs';
import { OrdreIndicateurs } from './ordre-indicateurs';

/** Indicators of one fiche in their grid, with what the person may do there. */
@Component({
  selector: 'pl-grille-fiche',
  imports: [GrilleValeurs, OrdreIndicateurs, PlErreur, PlIcone, PlPuceEnjeu, PlSquelette, RouterLink],
  templateUrl: './grille-fiche.html',
  styleUrl: './grille-fiche.scss',
})
export class GrilleFiche {
  protected readonly cadre = inject(CadreIndicateurs);

  readonly fiche = input.required<FicheAChoisir>();
  /** Only this QPV, or this ville with its quarters; null = all. */
  readonly territoire = input<string | null>(null);
  /** The only fiche of the page: its order can be changed here. */
  readonly seule = input(false);

  protected readonly lecture = inject(IndicateursClient).fiche(() => this.fiche().id);
  protected readonly code = computed(() => codeLisible(this.fiche().code));
  protected readonly rangement = signal(false);

  protected readonly territoires = computed(() => {
    const tous = this.cadre.territoiresDe(this.lecture.hasValue() ? this.lecture.value() : undefined);
    const choisi = this.territoire();
    if (choisi === null) return tous;
    const ville = this.cadre.villes().find(({ code }) => code === choisi);
    const gardes = new Set([choisi, ...(ville?.quartiers.map(({ code }) => code) ?? [])]);
    return tous.filter(({ code }) => gardes.has(code));
  });

  /** Of a chosen territory, only the indicators that are measured there. */
  protected readonly indicateurs = computed(() => {
    const indicateurs = this.lecture.hasValue() ? this.lecture.value().indicateurs : [];
    if (this.territoire() === null) return indicateurs;
    return indicateurs.filter(({ maille }) => this.territoires().some(({ code }) => mailleDe(code) === maille));
  });
}
