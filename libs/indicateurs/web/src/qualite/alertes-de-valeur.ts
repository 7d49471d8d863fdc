import { Component, computed, input } from '@angular/core';
import { type Alerte, alertesDe, type Indicateur, type ValeurJugee } from '@pleniere/indicateurs/domain';
import { PlIcone } from '@pleniere/shared/ui';

/** What makes a value doubtful, in words; a comment answers it. Nothing on screen when nothing does. */
@Component({
  selector: 'pl-alertes-de-valeur',
  imports: [PlIcone],
  template: `
    @for (alerte of montrees(); track alerte.regle) {
      <p [class.expliquee]="alerte.expliquee">
        <pl-icone [nom]="alerte.expliquee ? 'commentaire' : 'alerte'" [taille]="16" />
        <span>
          {{ alerte.texte }}
          @if (alerte.expliquee) {
            <span class="pl-discret">Expliquée par le commentaire.</span>
          }
        </span>
      </p>
    }
    @if (conseil() && aExpliquer()) {
      <p class="pl-discret">Corrigez la valeur, ou expliquez-la dans le commentaire.</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.25rem;
    }

    p {
      display: flex;
      gap: 0.375rem;
      align-items: baseline;
    }

    p:not(.expliquee, .pl-discret) > pl-icone {
      color: var(--pl-attention);
    }

    .expliquee > pl-icone {
      color: var(--pl-encre-douce);
    }
  `,
})
export class AlertesDeValeur {
  /** Already judged, when the server did. */
  readonly alertes = input<readonly Alerte[]>();
  readonly valeur = input<ValeurJugee>();
  readonly indicateur = input<Indicateur>();
  /** Values of the same territory: other years, other parts. */
  readonly voisines = input<readonly ValeurJugee[]>([]);
  /** Says what to do about it, where the value is written. */
  readonly conseil = input(false);

  protected readonly montrees = computed<readonly Alerte[]>(() => {
    const [valeur, indicateur] = [this.valeur(), this.indicateur()];
    return this.alertes() ?? (valeur && indicateur ? alertesDe(valeur, indicateur, this.voisines()) : []);
  });
  protected readonly aExpliquer = computed(() => this.montrees().some(({ expliquee }) => !expliquee));
}
