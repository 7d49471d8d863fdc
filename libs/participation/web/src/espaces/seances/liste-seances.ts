import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LIBELLES_STATUTS_SEANCE, type SeanceDialogueResume } from '@pleniere/participation/domain';
import { formaterHoraire, jourDeParis } from '@pleniere/shared/domain';
import { DateFr, PlPuceStatut } from '@pleniere/shared/ui';
import { dites, presentsDits, SIGNES_SEANCE } from '../mots-espaces';

/** Séances as rows: the day, where, who came, and what is still owed. */
@Component({
  selector: 'pl-liste-seances',
  imports: [DateFr, PlPuceStatut, RouterLink],
  template: `
    <ul class="pl-lignes">
      @for (seance of seances(); track seance.id) {
        <li>
          <div class="quoi">
            <a [routerLink]="['/participation/seances', seance.id]">
              @if (nommer()) {
                {{ seance.espace.nom }},
              }
              {{ seance.date | dateFr }}
            </a>
            <p class="pl-discret">{{ detail(seance) }}</p>
            @if (seance.motif) {
              <p class="pl-discret">Motif&nbsp;: {{ seance.motif }}</p>
            }
            @if (manque(seance); as phrase) {
              <p class="manque">{{ phrase }}</p>
            }
          </div>
          <pl-puce-statut
            [libelle]="libelles[seance.statut]"
            [ton]="signes[seance.statut].ton"
            [icone]="signes[seance.statut].icone"
          />
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-e1) var(--pl-e2);
      align-items: center;
      padding-block: 0.75rem;
    }

    .quoi {
      flex: 1 1 18rem;
      min-width: 0;
    }

    a {
      font-weight: 600;
    }

    .manque {
      color: var(--pl-accent);
      font-size: 0.9375rem;
      font-weight: 600;
    }
  `,
})
export class ListeSeances {
  readonly seances = input.required<readonly SeanceDialogueResume[]>();
  /** Whether each row says its espace. */
  readonly nommer = input(true);
  /** Names of the quartiers by code. */
  readonly quartiers = input<ReadonlyMap<string, string>>(new Map());

  protected readonly libelles = LIBELLES_STATUTS_SEANCE;
  protected readonly signes = SIGNES_SEANCE;
  private readonly jour = jourDeParis();

  protected detail(seance: SeanceDialogueResume): string {
    const { heure, lieu, qpvCode, presents, statut } = seance;
    const compte = presents === null && (statut === 'planifiee' || statut === 'annoncee') ? '' : presentsDits(seance);
    const tenue = statut !== 'annulee' && statut !== 'reportee';
    return [formaterHoraire(heure), lieu, qpvCode && this.quartiers().get(qpvCode), tenue && compte]
      .filter(Boolean)
      .join(' · ');
  }

  protected manque(seance: SeanceDialogueResume): string | null {
    return dites(seance, this.jour);
  }
}
