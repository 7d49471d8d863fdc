import { Component, input } from '@angular/core';
import { decisionEnRetard, LIBELLES_STATUTS_DECISION } from '@pleniere/plenieres/domain';
import { jourDeParis, typographier } from '@pleniere/shared/domain';
import { DateFr } from '@pleniere/shared/ui';
import type { DecisionMontree } from '../matiere';

/** Decisions on the wall: those that this room has just taken, and those that are still expected. */
@Component({
  selector: 'pl-ecran-decisions',
  imports: [DateFr],
  template: `
    <ul aria-live="polite">
      @for (decision of decisions(); track decision.id) {
        <li>
          <p class="texte">{{ typographier(decision.texte) }}</p>
          <p class="faits">
            @if (avecFiche() && decision.fiche) {
              <span>{{ decision.fiche }}</span>
            }
            @if (decision.responsable) {
              <span>{{ decision.responsable }}</span>
            }
            @if (decision.echeance) {
              <span>pour le {{ decision.echeance | dateFr }}</span>
            }
            @if (decision.origine) {
              <span>{{ statuts[decision.statut] }}, décidé en {{ decision.origine }}</span>
            } @else if (decision.envoi === 'attente') {
              <span class="attente">Gardée sur cet appareil, pas encore envoyée</span>
            }
            @if (enRetard(decision)) {
              <strong class="retard">En retard</strong>
            }
          </p>
        </li>
      } @empty {
        <li class="faits">{{ vide() }}</li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 0.6em;
      padding: 0;
      list-style: none;
    }

    li {
      padding-left: 0.75em;
      border-left: 0.15em solid var(--pl-primaire);
    }

    p {
      margin: 0;
    }

    .texte {
      font-weight: 600;
      white-space: pre-line;
    }

    .faits {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1em;
      color: var(--pl-encre-douce);
      font-size: 0.75em;
    }

    .attente {
      color: var(--pl-attention);
    }

    .retard {
      color: var(--pl-alerte);
    }
  `,
})
export class EcranDecisions {
  readonly decisions = input.required<readonly DecisionMontree[]>();
  readonly vide = input.required<string>();
  /** True at the end, where decisions of several fiches stand together. */
  readonly avecFiche = input(false);

  protected readonly typographier = typographier;
  protected readonly statuts = LIBELLES_STATUTS_DECISION;

  protected enRetard(decision: DecisionMontree): boolean {
    return decisionEnRetard(decision, jourDeParis());
  }
}
