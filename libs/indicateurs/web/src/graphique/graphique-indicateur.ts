import { Component, computed, input, signal } from '@angular/core';
import {
  estNumerique,
  type IndicateurAvecValeurs,
  libellePartDesFemmes,
  mailleDe,
  partDesFemmes,
  phraseSerie,
  pourUnTerritoire,
  serieDuTerritoire,
  serieRassemblee,
} from '@pleniere/indicateurs/domain';
import type { TerritoireNomme } from '../grille/modele/groupe';
import { BandeReponses } from './reponses/bande-reponses';
import { CourbeIndicateur } from './courbe/courbe-indicateur';
import { TableSerie } from './table-serie';

/** What an indicator says over the years: a sentence, its chart, and its table one key away. */
@Component({
  selector: 'pl-graphique-indicateur',
  imports: [BandeReponses, CourbeIndicateur, TableSerie],
  template: `
    <p class="phrase">{{ phrase() }}</p>
    @if (femmes(); as part) {
      <p class="pl-discret">{{ part }}</p>
    }
    @if (enTable()) {
      <pl-table-serie [indicateur]="lu()" [serie]="serie()" />
    } @else {
      @switch (forme()) {
        @case ('courbe') {
          <pl-courbe-indicateur [indicateur]="lu()" [serie]="serie()" [phrase]="phrase()" />
        }
        @case ('bande') {
          <pl-bande-reponses [indicateur]="lu()" [serie]="serie()" />
        }
      }
    }
    @if (forme() !== 'table') {
      <button class="pl-bouton discret pl-ecran" type="button" [attr.aria-pressed]="tableVoulue()" (click)="basculer()">
        {{ tableVoulue() ? 'Voir le graphique' : 'Voir le tableau' }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e1);
      grid-template-columns: minmax(0, 1fr);
    }

    .phrase {
      max-width: var(--pl-mesure);
      font-size: 1.0625rem;
      text-wrap: pretty;
    }

    .pl-bouton {
      justify-self: start;
      min-height: 2rem;
      margin-left: -0.625rem;
      padding: 0 0.625rem;
      font-size: 0.875rem;
    }
  `,
})
export class GraphiqueIndicateur {
  readonly indicateur = input.required<IndicateurAvecValeurs>();
  readonly annees = input.required<readonly number[]>();
  readonly anneeCourante = input.required<number>();
  /** QPV and communes of the contrat. */
  readonly territoires = input<readonly TerritoireNomme[]>([]);
  /** Code of the only territory to show; null = all of them together. */
  readonly territoire = input<string | null>(null);

  protected readonly tableVoulue = signal(false);

  /** What the chart compares the values with. */
  protected readonly lu = computed(() =>
    this.territoire() === null ? this.indicateur() : pourUnTerritoire(this.indicateur()),
  );

  private readonly seul = computed(
    () => this.territoire() ?? (this.indicateur().maille === 'contrat' ? 'contrat' : null),
  );
  private readonly codes = computed(() => {
    const [seul, { maille }] = [this.seul(), this.indicateur()];
    if (seul !== null) return [seul];
    return this.territoires().flatMap(({ code }) => (mailleDe(code) === maille ? [code] : []));
  });

  protected readonly serie = computed(() => {
    const [indicateur, annees, anneeCourante] = [this.indicateur(), this.annees(), this.anneeCourante()];
    const seul = this.seul();
    if (seul !== null) return serieDuTerritoire(indicateur, seul, annees, anneeCourante);
    return serieRassemblee(indicateur, this.codes(), annees, anneeCourante);
  });

  /** Share of women in the last year that has a value; said to be missing when it is. */
  protected readonly femmes = computed(() => {
    const annee = this.serie().findLast(({ nombre }) => nombre !== null)?.annee;
    if (annee === undefined) return '';
    return libellePartDesFemmes(
      this.indicateur(),
      annee,
      partDesFemmes(this.indicateur().valeurs, annee, this.codes()),
    );
  });

  protected readonly phrase = computed(() => {
    const indicateur = this.lu();
    const territoire = this.territoire();
    const nom = territoire && this.territoires().find(({ code }) => code === territoire)?.nom;
    return phraseSerie(indicateur, this.serie(), nom);
  });

  /** A curve needs numbers; answers known beforehand make a strip; texts are read in the table. */
  protected readonly forme = computed(() => {
    const { nature, agregation, maille } = this.indicateur();
    if (nature === 'texte') return 'table';
    if (maille !== 'contrat' && this.territoire() === null && agregation === 'aucune') return 'table';
    return estNumerique(nature) && nature !== 'echelle' ? 'courbe' : 'bande';
  });

  protected readonly enTable = computed(() => this.tableVoulue() || this.forme() === 'table');

  protected basculer(): void {
    this.tableVoulue.update((voulue) => !voulue);
  }
}
