import { Component, computed, inject, output } from '@angular/core';
import { type Cellule, cleDe } from '@pleniere/indicateurs/domain';
import { PlIcone } from '@pleniere/shared/ui';
import { ModeleGrille } from './modele/modele-grille';
import { direBilan } from './saisie/bilan-collage';
import { SaisieGrille } from './saisie/saisie-grille';

/** Refused cells that are listed; the others are marked in the grid. */
const LISTEES = 50;

/** What became of the last pasted block, cell by cell; nothing when nothing was pasted. */
@Component({
  selector: 'pl-bilan-collage',
  imports: [PlIcone],
  template: `
    @if (saisie.bilan(); as bilan) {
      <div class="tete">
        <p role="status">{{ phrase() }}</p>
        <button class="pl-bouton discret" type="button" (click)="saisie.bilan.set(null)">
          <pl-icone nom="fermer" [taille]="18" /> Fermer <span class="pl-hors-ecran">le bilan du collage</span>
        </button>
      </div>
      @if (refusees().length > 0) {
        <ul class="pl-lignes">
          @for (refusee of refusees(); track refusee.cle) {
            <li>
              <button class="pl-lien" type="button" (click)="aller.emit(refusee.cellule)">{{ refusee.nom }}</button>
              &ngsp;<span>«&#8239;{{ refusee.texte }}&#8239;»</span>&ngsp;<span class="motif">{{ refusee.motif }}</span>
            </li>
          }
        </ul>
        @if (bilan.refusees.length > refusees().length) {
          <p class="pl-discret">Les autres cases refusées sont marquées dans la grille.</p>
        }
      }
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 0 0.75rem;
      background: var(--pl-papier-doux);
      font-size: 0.875rem;
    }

    .tete {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0 var(--pl-e2);
    }

    ul {
      max-height: 12rem;
      overflow-y: auto;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.5rem;
      padding-block: 0.25rem;
    }

    .pl-lien {
      padding: 0;
      border: 0;
      background: none;
      color: var(--pl-primaire);
      font: inherit;
      text-align: left;
      text-decoration: underline;
      cursor: pointer;
    }

    .motif {
      color: var(--pl-alerte);
    }
  `,
})
export class BilanCollageGrille {
  protected readonly saisie = inject(SaisieGrille);
  private readonly modele = inject(ModeleGrille);

  /** The person wants to see a refused cell. */
  readonly aller = output<Cellule>();

  protected readonly phrase = computed(() => {
    const bilan = this.saisie.bilan();
    return bilan ? direBilan(bilan) : '';
  });
  protected readonly refusees = computed(() =>
    (this.saisie.bilan()?.refusees ?? []).slice(0, LISTEES).map((refusee) => ({
      ...refusee,
      cle: cleDe(refusee.cellule),
      nom: this.modele.nommer(refusee.cellule),
    })),
  );
}
