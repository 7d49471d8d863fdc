import { Component, computed, input, output } from '@angular/core';
import { LIBELLES_ETATS_PROPOSITION, type PropositionAModerer } from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import { type NomIcone, PlPuceStatut, type Ton } from '@pleniere/shared/ui';
import { direAge } from '../../attente/age';

interface Signe {
  libelle: string;
  ton: Ton;
  icone: NomIcone;
}

/** What waits for a moderator, the oldest first, with who already reads it. */
@Component({
  selector: 'pl-file-moderation',
  imports: [PlPuceStatut],
  template: `
    <ol class="pl-lignes">
      @for (ligne of lignes(); track ligne.proposition.id) {
        <li>
          <button
            type="button"
            [attr.aria-current]="ligne.proposition.id === ouverte() ? 'true' : null"
            (click)="choisie.emit(ligne.proposition)"
          >
            <span class="texte">{{ ligne.proposition.texte }}</span>
            <span class="signes">
              @for (signe of ligne.signes; track signe.libelle) {
                <pl-puce-statut [libelle]="signe.libelle" [ton]="signe.ton" [icone]="signe.icone" />
              }
            </span>
          </button>
        </li>
      }
    </ol>
  `,
  styles: `
    button {
      display: grid;
      gap: 0.375rem;
      width: 100%;
      padding: 0.75rem 0.5rem;
      border: 0;
      border-left: 3px solid transparent;
      background: none;
      color: inherit;
      font: inherit;
      text-align: left;
      cursor: pointer;

      &:hover {
        background: var(--pl-survol);
      }

      &[aria-current] {
        border-left-color: var(--pl-primaire);
        background: var(--pl-primaire-voile);
      }
    }

    .texte {
      overflow-wrap: anywhere;
    }

    .signes {
      display: flex;
      flex-wrap: wrap;
      gap: 0.375rem;
    }
  `,
})
export class FileModeration {
  readonly file = input.required<readonly PropositionAModerer[]>();
  readonly ouverte = input<string | null>(null);
  readonly choisie = output<PropositionAModerer>();

  protected readonly lignes = computed(() =>
    this.file().map((proposition) => ({ proposition, signes: signesDe(proposition) })),
  );
}

function signesDe({ etat, masqueeLe, signalements, appelLe, verrou, proposeeLe }: PropositionAModerer): Signe[] {
  const age = direAge(appelLe ?? masqueeLe ?? proposeeLe);
  return [
    ...(verrou && !verrou.mien
      ? [{ libelle: `${verrou.nom} l’examine`, ton: 'info' as const, icone: 'verrou' as const }]
      : []),
    ...(appelLe ? [{ libelle: 'Relecture demandée', ton: 'attention' as const, icone: 'reessayer' as const }] : []),
    ...(masqueeLe
      ? [
          {
            libelle: `Masquée, ${accorder(signalements.length, 'signalement')}`,
            ton: 'alerte',
            icone: 'masquer',
          } as const,
        ]
      : []),
    ...(etat === 'reportee'
      ? [{ libelle: LIBELLES_ETATS_PROPOSITION.reportee, ton: 'neutre', icone: 'attente' } as const]
      : []),
    {
      libelle: `Attend ${age.texte}`,
      ton: age.tard ? 'alerte' : 'neutre',
      icone: age.tard ? 'alerte' : 'echeance',
    },
  ];
}
