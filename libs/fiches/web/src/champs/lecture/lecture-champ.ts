import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { type ChampId, codeAffiche, type ContenuFiche } from '@pleniere/fiches/domain';
import { PlIcone } from '@pleniere/shared/ui';
import { FicheStore } from '../../fiche/fiche-store';
import { Referentiels } from '../../fiche/referentiels';
import { TypoFr } from '../typo-fr';
import { enBlocs } from './blocs';
import { LectureBudget } from './lecture-budget';

/** A field as it reads on the sheet. */
@Component({
  selector: 'pl-lecture-champ',
  imports: [LectureBudget, NgTemplateOutlet, PlIcone, TypoFr],
  template: `
    @for (bloc of blocs(); track $index) {
      @switch (bloc.sorte) {
        @case ('texte') {
          <ng-container [ngTemplateOutlet]="riche" [ngTemplateOutletContext]="bloc" />
        }
        @case ('phrase') {
          <p>{{ bloc.texte | typoFr }}</p>
        }
        @case ('mention') {
          <p class="pl-discret">{{ bloc.texte | typoFr }}</p>
        }
        @case ('liste') {
          <ul class="liste" [class.marquee]="bloc.marquee">
            @for (element of bloc.elements; track element.id) {
              <li>
                @if (bloc.marquee) {
                  <span class="etiquette">{{ element.marque }}</span>
                }
                <ng-container [ngTemplateOutlet]="riche" [ngTemplateOutletContext]="element" />
              </li>
            }
          </ul>
        }
        @case ('budget') {
          <pl-lecture-budget [lignes]="bloc.lignes" [nommer]="nommerAction" />
        }
        @case ('liens') {
          <ul class="liens">
            @for (lien of bloc.liens; track lien.id) {
              <li>
                <a [href]="lien.adresse" target="_blank" rel="noopener">
                  {{ lien.titre }} <pl-icone nom="lien-externe" [taille]="16" />
                  <span class="pl-hors-ecran">(nouvel onglet)</span>
                </a>
              </li>
            }
          </ul>
        }
      }
    }
    <ng-template #riche let-texte="texte">
      @if (texte.paragraphes) {
        <div class="riche">
          @for (mots of texte.paragraphes; track $index) {
            <p>{{ mots | typoFr }}</p>
          }
        </div>
      } @else {
        <div class="riche" [innerHTML]="texte.html | typoFr"></div>
      }
    </ng-template>
  `,
  styleUrl: './lecture-champ.scss',
})
export class LectureChamp {
  private readonly referentiels = inject(Referentiels);
  private readonly store = inject(FicheStore, { optional: true });

  readonly champ = input.required<ChampId>();
  readonly valeur = input.required<ContenuFiche[ChampId]>();
  /** Wording of the chosen orientation, which lives in the frame. */
  readonly orientation = input<string | null>(null);

  protected readonly nommerAction = (id: string): string | null => {
    const action = this.store?.fiche()?.actions.find((connue) => connue.id === id);
    return action ? `${codeAffiche(action.code)} – ${action.titre}` : null;
  };
  protected readonly blocs = computed(() =>
    enBlocs(this.champ(), this.valeur(), {
      territoire: (code) => this.referentiels.nomTerritoire(code),
      orientation: this.orientation(),
    }),
  );
}
