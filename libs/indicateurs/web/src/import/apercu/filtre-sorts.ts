import { Component, computed, input, output } from '@angular/core';
import type { ApercuImport, SortCase } from '@pleniere/indicateurs/domain';
import { accorder } from '@pleniere/shared/domain';
import { compterSort, SORTS_RACONTES } from '../mots-import';

// What changed nothing is counted in the report of an applied import, not listed.
const LISTES_APRES: readonly SortCase[] = ['nouvelle', 'changee', 'refusee'];

/** Sorts of cells that can be looked at on their own, with their counts. */
@Component({
  selector: 'pl-filtre-sorts',
  host: { role: 'group', 'aria-label': 'Cases à montrer', class: 'pl-ecran' },
  template: `
    @for (choix of choixOfferts(); track choix.sort) {
      <button
        class="pl-bouton"
        type="button"
        [attr.aria-pressed]="choix.sort === sort()"
        (click)="choisi.emit(choix.sort)"
      >
        {{ choix.libelle }}
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.375rem;
    }
  `,
})
export class FiltreSorts {
  readonly apercu = input.required<ApercuImport>();
  /** Null for every sort. */
  readonly sort = input.required<SortCase | null>();
  readonly choisi = output<SortCase | null>();

  protected readonly choixOfferts = computed(() => {
    const { resume, statut } = this.apercu();
    const listes = SORTS_RACONTES.filter(
      (sort) => resume[sort] > 0 && (statut === 'ouvert' || LISTES_APRES.includes(sort)),
    );
    const total = listes.reduce((somme, sort) => somme + resume[sort], 0);
    const tous = { sort: null, libelle: total === 1 ? 'La seule case' : `Les ${accorder(total, 'case')}` };
    return [tous, ...listes.map((sort) => ({ sort, libelle: compterSort(sort, resume[sort]) }))];
  });
}
