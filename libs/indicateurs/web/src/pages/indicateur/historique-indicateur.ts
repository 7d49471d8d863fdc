import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { type HistoriqueValeur, type Indicateur, LIBELLES_VENTILATIONS } from '@pleniere/indicateurs/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlErreur, PlIcone } from '@pleniere/shared/ui';
import type { TerritoireNomme } from '../../grille/modele/groupe';
import { type FiltresHistorique, IndicateursClient } from '../../indicateurs-client';
import { HistoriqueCase } from '../../panneau/historique-case';

/** Changes on a page. */
const TAILLE = 20;

/** What became of the values of an indicator: who, when, before, after and why, by territory and year, page by page. */
@Component({
  selector: 'pl-historique-indicateur',
  imports: [HistoriqueCase, PlErreur, PlIcone],
  template: `
    <div class="filtres pl-ecran">
      @if (territoires().length > 1) {
        <label>
          Territoire
          <select #lieu (change)="filtrer({ territoire: lieu.value || undefined })">
            <option value="">Tous</option>
            @for (territoire of territoires(); track territoire.code) {
              <option [value]="territoire.code">{{ territoire.nom }}</option>
            }
          </select>
        </label>
      }
      <label>
        Année
        <select #quand (change)="filtrer({ annee: quand.value ? +quand.value : undefined })">
          <option value="">Toutes</option>
          @for (annee of annees(); track annee) {
            <option [value]="annee">{{ annee }}</option>
          }
        </select>
      </label>
      <span class="pl-discret" aria-live="polite">{{ compte() }}</span>
    </div>
    @if (lecture.error(); as erreur) {
      <pl-erreur [erreur]="erreur" (reessayer)="lecture.reload()" />
    } @else if (tous().length > 0) {
      <pl-historique-case [changements]="vus()" [indicateur]="indicateur()" [nommer]="nommer" [premiers]="taille" />
      @if (pages() > 1) {
        <nav class="pl-ecran" aria-label="Pages de l’historique">
          <button class="pl-bouton discret" type="button" [disabled]="page() === 0" (click)="page.set(page() - 1)">
            <pl-icone nom="precedent" [taille]="18" />Plus récents
          </button>
          <span>Page {{ page() + 1 }} sur {{ pages() }}</span>
          <button
            class="pl-bouton discret"
            type="button"
            [disabled]="page() + 1 === pages()"
            (click)="page.set(page() + 1)"
          >
            Plus anciens<pl-icone nom="suivant" [taille]="18" />
          </button>
        </nav>
      }
    } @else if (!lecture.isLoading()) {
      <p class="pl-discret">Aucun changement.</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e1);
    }

    .filtres,
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-e1) var(--pl-e2);
      align-items: center;
    }

    label {
      display: flex;
      gap: 0.5rem;
      align-items: center;
      min-width: 0;
    }

    select {
      max-width: 16rem;
    }

    button:disabled {
      opacity: 0.35;
      cursor: default;
    }
  `,
})
export class HistoriqueIndicateur {
  readonly indicateur = input.required<Indicateur>();
  /** Territories that bear values, to choose from and to name them. */
  readonly territoires = input.required<readonly TerritoireNomme[]>();
  readonly annees = input.required<readonly number[]>();
  /** Grows when values have been written: the history is read again. */
  readonly ecritures = input(0);

  private readonly filtres = signal<FiltresHistorique>({});
  protected readonly lecture = inject(IndicateursClient).historique(() => this.indicateur().id, this.filtres);
  protected readonly taille = TAILLE;
  protected readonly tous = computed(() => (this.lecture.hasValue() ? this.lecture.value() : []));
  protected readonly pages = computed(() => Math.ceil(this.tous().length / TAILLE));
  protected readonly page = linkedSignal({ source: this.tous, computation: () => 0 });
  protected readonly vus = computed(() => this.tous().slice(this.page() * TAILLE, (this.page() + 1) * TAILLE));
  protected readonly compte = computed(() =>
    this.lecture.isLoading() ? '' : accorder(this.tous().length, 'changement'),
  );
  protected readonly nommer = ({ annee, territoire, ventilation }: HistoriqueValeur): string => {
    const nom = this.territoires().find(({ code }) => code === territoire)?.nom ?? 'Ensemble du contrat';
    const part = ventilation === 'total' ? '' : `, ${LIBELLES_VENTILATIONS[ventilation].toLowerCase()}`;
    return `${nom}, ${annee}${part}`;
  };

  constructor() {
    effect(() => {
      if (this.ecritures() > 0) this.lecture.reload();
    });
  }

  protected filtrer(filtre: FiltresHistorique): void {
    this.filtres.update((filtres) => {
      const suivants = { ...filtres, ...filtre };
      return {
        ...(suivants.annee !== undefined && { annee: suivants.annee }),
        ...(suivants.territoire !== undefined && { territoire: suivants.territoire }),
      };
    });
  }
}
