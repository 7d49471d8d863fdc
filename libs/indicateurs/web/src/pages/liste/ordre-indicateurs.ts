import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { type Indicateur, LIBELLES_TYPES, TYPES_INDICATEUR } from '@pleniere/indicateurs/domain';
import { PlErreur, PlRang } from '@pleniere/shared/ui';
import { firstValueFrom } from 'rxjs';
import { IndicateursClient } from '../../indicateurs-client';

/** Order of the indicators of a fiche within each type, moved up and down by buttons. */
@Component({
  selector: 'pl-ordre-indicateurs',
  imports: [PlErreur, PlRang],
  template: `
    @if (refus(); as erreur) {
      <pl-erreur [erreur]="erreur" [action]="null" />
    }
    @for (groupe of groupes(); track groupe.type) {
      <h3>{{ groupe.libelle }}</h3>
      <ol class="pl-lignes">
        @for (indicateur of groupe.indicateurs; track indicateur.id) {
          <li>
            <span>{{ indicateur.libelle }}</span>
            <pl-rang
              [de]="indicateur.libelle"
              [premier]="$first"
              [dernier]="$last"
              (deplacer)="deplacer(groupe.indicateurs, $index, $event)"
            />
          </li>
        }
      </ol>
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 46rem;
      padding-bottom: var(--pl-e2);
    }

    h3 {
      padding-top: var(--pl-e1);
      color: var(--pl-encre-douce);
      font-size: 0.875rem;
    }

    li {
      display: flex;
      align-items: center;
      gap: 0.25rem;

      span {
        flex: 1;
      }
    }
  `,
})
export class OrdreIndicateurs {
  private readonly client = inject(IndicateursClient);

  readonly ficheId = input.required<string>();
  readonly indicateurs = input.required<readonly Indicateur[]>();
  /** The order has been kept. */
  readonly range = output();

  protected readonly refus = signal<unknown>(null);
  private readonly ordre = linkedSignal<readonly Indicateur[]>(() => this.indicateurs());
  protected readonly groupes = computed(() =>
    TYPES_INDICATEUR.map((type) => ({
      type,
      libelle: LIBELLES_TYPES[type],
      indicateurs: this.ordre().filter((indicateur) => indicateur.type === type),
    })).filter(({ indicateurs }) => indicateurs.length > 0),
  );

  protected async deplacer(groupe: readonly Indicateur[], rang: number, pas: number): Promise<void> {
    const [deplace, voisin] = [groupe[rang], groupe[rang + pas]];
    if (!deplace || !voisin) return;
    const avant = this.ordre();
    const echange = new Map([
      [deplace.id, voisin],
      [voisin.id, deplace],
    ]);
    const apres = avant.map((indicateur) => echange.get(indicateur.id) ?? indicateur);
    this.ordre.set(apres);
    this.refus.set(null);
    try {
      await firstValueFrom(
        this.client.ordonner(
          this.ficheId(),
          apres.map(({ id }) => id),
        ),
      );
      this.range.emit();
    } catch (erreur) {
      this.ordre.set(avant);
      this.refus.set(erreur);
    }
  }
}
