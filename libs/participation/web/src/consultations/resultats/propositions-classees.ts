import { Component, computed, input, signal } from '@angular/core';
import {
  CLASSES_PROPOSITION,
  type ClasseProposition,
  LIBELLES_CLASSES,
  type PartDesVotes,
  type PropositionClassee,
} from '@pleniere/participation/domain';
import { FINE, formaterNombre } from '@pleniere/shared/domain';
import { type NomIcone, PlIcone, PlPuceStatut, type Ton } from '@pleniere/shared/ui';
import { LiensDeLaSource } from '../../liens/liens-de-la-source';

const SIGNES: Readonly<Record<ClasseProposition, { ton: Ton; icone: NomIcone }>> = {
  plebiscitee: { ton: 'succes', icone: 'valide' },
  controversee: { ton: 'attention', icone: 'trier' },
  rejetee: { ton: 'alerte', icone: 'abandon' },
  incomprise: { ton: 'info', icone: 'aide' },
  'non-tranchee': { ton: 'neutre', icone: 'stable' },
};

/** « 72 % (61 à 81) »: a share never goes without its interval. */
export function direPart({ part, bas, haut }: PartDesVotes): string {
  const pourcent = (nombre: number) => formaterNombre(100 * nombre, 0);
  return `${pourcent(part)}${FINE}% (${pourcent(bas)} à ${pourcent(haut)})`;
}

/** Every proposition with its class, its votes and its interval; fragile results say so. */
@Component({
  selector: 'pl-propositions-classees',
  imports: [LiensDeLaSource, PlIcone, PlPuceStatut],
  template: `
    <h2 id="classees">Propositions</h2>
    <label>
      Montrer
      <select #choix (change)="classe.set(lire(choix.value))">
        <option value="">Toutes</option>
        @for (une of classes; track une) {
          <option [value]="une">{{ libelles[une] }}</option>
        }
      </select>
    </label>
    <div class="pl-defilement" tabindex="0" role="region" aria-labelledby="classees">
      <table class="pl-table">
        <caption>
          Parts avec leur intervalle à 9595 %, sans#8239;%, sans les votes mis à part&#8239;; les bulletins papier sont
          à côté.
        </caption>
        <thead>
          <tr>
            <th scope="col">Proposition</th>
            <th scope="col">Classement</th>
            <th scope="col" class="pl-chiffre">Votes</th>
            <th scope="col" class="pl-chiffre">D’accord</th>
            <th scope="col" class="pl-chiffre">Pas d’accord</th>
            <th scope="col" class="pl-chiffre">Papier&nbsp;: pour, contre, neutre</th>
            <th scope="col" class="pl-ecran">Ce qu’elle touche</th>
          </tr>
        </thead>
        <tbody>
          @for (une of montrees(); track une.id) {
            <tr>
              <th scope="row">{{ une.numero }}. {{ une.texte }}</th>
              <td>
                <pl-puce-statut
                  [libelle]="libelles[une.resultat.classe]"
                  [ton]="signes[une.resultat.classe].ton"
                  [icone]="signes[une.resultat.classe].icone"
                />
                @if (une.resultat.fragile) {
                  <span class="note">Résultat fragile</span>
                }
                @if (une.classeAvecSuspects !== une.resultat.classe) {
                  <span class="note">{{ libelles[une.classeAvecSuspects] }} si l’on compte les votes mis à part</span>
                }
              </td>
              <td class="pl-chiffre">{{ une.resultat.n }}</td>
              <td class="pl-chiffre">{{ direPart(une.resultat.pour) }}</td>
              <td class="pl-chiffre">{{ direPart(une.resultat.contre) }}</td>
              <td class="pl-chiffre">{{ une.papier.pour }}, {{ une.papier.contre }}, {{ une.papier.neutre }}</td>
              <td class="pl-ecran">
                <button
                  class="pl-bouton discret"
                  type="button"
                  [attr.aria-expanded]="reliee() === une.id"
                  [attr.aria-label]="'Liens de la proposition ' + une.numero"
                  (click)="reliee.set(reliee() === une.id ? null : une.id)"
                >
                  <pl-icone nom="lien" [taille]="18" />Liens
                </button>
              </td>
            </tr>
            @if (reliee() === une.id) {
              <tr class="pl-ecran">
                <td colspan="7" class="liens">
                  <pl-liens-de-la-source source="proposition" [sourceId]="une.id" [texte]="une.texte" />
                </td>
              </tr>
            }
          } @empty {
            <tr>
              <td colspan="7">Aucune proposition dans ce classement.</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--pl-e1);
    }

    label {
      display: flex;
      gap: var(--pl-e1);
      align-items: center;
      font-weight: 600;
    }

    table {
      min-width: 56rem;
    }

    th[scope='row'] {
      min-width: 16rem;
      font-weight: 400;
    }

    td.pl-chiffre {
      white-space: nowrap;
    }

    .liens {
      max-width: 48rem;
    }

    .note {
      display: block;
      color: var(--pl-encre-douce);
      font-size: 0.875rem;
    }
  `,
})
export class PropositionsClassees {
  readonly propositions = input.required<readonly PropositionClassee[]>();
  protected readonly classes = CLASSES_PROPOSITION;
  protected readonly libelles = LIBELLES_CLASSES;
  protected readonly signes = SIGNES;
  protected readonly direPart = direPart;
  protected readonly classe = signal<ClasseProposition | null>(null);
  /** Proposition of which the links are shown. */
  protected readonly reliee = signal<string | null>(null);
  protected readonly montrees = computed(() =>
    this.propositions().filter(({ resultat }) => this.classe() === null || resultat.classe === this.classe()),
  );

  protected lire(valeur: string): ClasseProposition | null {
    return CLASSES_PROPOSITION.find((classe) => classe === valeur) ?? null;
  }
}
