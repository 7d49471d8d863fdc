import { Component, computed, effect, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import {
  type EtatProposition,
  LIBELLES_ETATS_PROPOSITION,
  LIBELLES_MOTIFS_REFUS,
  type PropositionAModerer,
} from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlErreur, PlSquelette } from '@pleniere/shared/ui';
import { ModerationClient } from '../client/moderation-client';

const VUES = ['refusee', 'acceptee', 'rattachee', 'retiree'] as const satisfies readonly EtatProposition[];
const MONTREES = 30;

/** What was decided already: refused ones with their motif, published ones; each can be taken up again. */
@Component({
  selector: 'pl-deja-decidees',
  imports: [PlErreur, PlSquelette],
  template: `
    <details [open]="ouverte()" (toggle)="basculer($event)">
      <summary><h2>Déjà décidées</h2></summary>
      @if (ouverte()) {
        <label>
          État
          <select #choix (change)="etat.set(lire(choix.value))">
            @for (vue of vues; track vue) {
              <option [value]="vue" [selected]="vue === etat()">{{ libelles[vue] }}</option>
            }
          </select>
        </label>
        @if (propositions.error(); as erreur) {
          <pl-erreur [erreur]="erreur" (reessayer)="propositions.reload()" />
        } @else if (!propositions.hasValue()) {
          <pl-squelette [lignes]="4" />
        } @else {
          <p class="pl-discret" role="status">{{ combien() }}</p>
          <ul class="pl-lignes">
            @for (proposition of montrees(); track proposition.id) {
              <li>
                <div>
                  <p>{{ proposition.texte }}</p>
                  <p class="pl-discret">
                    N° {{ proposition.numero }}
                    @if (proposition.motif; as motif) {
                      · {{ motifs[motif] }}
                    }
                    @if (proposition.texteOrigine; as origine) {
                      · écrite d’abord&nbsp;: «&#8239;{{ origine }}&#8239;»
                    }
                  </p>
                </div>
                @if (etat() === 'refusee' || etat() === 'acceptee') {
                  <button
                    class="pl-bouton"
                    type="button"
                    [attr.aria-label]="'Réexaminer la proposition n° ' + proposition.numero"
                    (click)="reprise.emit(proposition)"
                  >
                    Réexaminer
                  </button>
                }
              </li>
            }
          </ul>
          @if (toutes().length > montrees().length) {
            <button class="pl-bouton discret" type="button" (click)="toutVoir.set(true)">
              Voir les {{ toutes().length }}
            </button>
          }
        }
      }
    </details>
  `,
  styles: `
    summary {
      cursor: pointer;
    }

    h2 {
      display: inline;
    }

    details[open] {
      display: grid;
      gap: var(--pl-e1);
    }

    label {
      display: grid;
      gap: 0.25rem;
      justify-items: start;
      margin-top: var(--pl-e2);
      font-weight: 600;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-e1) var(--pl-e2);
      align-items: start;
      justify-content: space-between;
      padding-block: 0.625rem;
    }

    li div {
      flex: 1 1 18rem;
      min-width: 0;
    }
  `,
})
export class DejaDecidees {
  private readonly client = inject(ModerationClient);

  readonly id = input.required<string>();
  /** Changes when something has just been decided. */
  readonly fraiche = input(0);
  readonly reprise = output<PropositionAModerer>();

  protected readonly vues = VUES;
  protected readonly libelles = LIBELLES_ETATS_PROPOSITION;
  protected readonly motifs = LIBELLES_MOTIFS_REFUS;
  protected readonly ouverte = signal(false);
  protected readonly etat = signal<(typeof VUES)[number]>('refusee');
  // Nothing is read before it is asked for.
  private readonly demandee = () => (this.ouverte() ? this.id() : null);
  protected readonly toutVoir = linkedSignal({ source: this.etat, computation: () => false });
  protected readonly propositions = this.client.propositions(this.demandee, this.etat);
  protected readonly toutes = computed(() =>
    this.propositions.hasValue() ? this.propositions.value().toReversed() : [],
  );
  protected readonly montrees = computed(() => (this.toutVoir() ? this.toutes() : this.toutes().slice(0, MONTREES)));
  protected readonly combien = computed(() => accorder(this.toutes().length, 'proposition'));

  constructor() {
    effect(() => {
      if (this.fraiche() > 0) untracked(() => this.propositions.reload());
    });
  }

  protected lire(valeur: string): (typeof VUES)[number] {
    return VUES.find((vue) => vue === valeur) ?? 'refusee';
  }

  protected basculer(geste: Event): void {
    this.ouverte.set((geste.target as HTMLDetailsElement).open);
  }
}
