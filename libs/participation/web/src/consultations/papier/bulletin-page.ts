import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LIBELLES_VOTES } from '@pleniere/participation/domain';
import { DateFr, PlErreur, PlIcone, PlSquelette } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { ConsultationsClient } from '../client/consultations-client';
import { ModerationClient } from '../client/moderation-client';

/** The ballot to print: the same propositions as on the screens, a box for each vote, and no place for a name. */
@Component({
  selector: 'pl-bulletin-page',
  imports: [DateFr, PlErreur, PlIcone, PlSquelette, RouterLink],
  template: `
    <nav class="pl-ecran pl-rangee" aria-label="Impression">
      <a class="pl-bouton discret" [routerLink]="['/participation/consultations', id(), 'papier']"
        ><pl-icone nom="retour" [taille]="18" />Bulletins papier</a
      >
      <button type="button" class="pl-bouton plein" (click)="imprimer()">
        <pl-icone nom="imprimer" [taille]="18" />Imprimer
      </button>
    </nav>
    @if (lue(); as lue) {
      <article class="pl-papier">
        <h1 tabindex="-1">{{ lue.question }}</h1>
        @if (lue.dates; as dates) {
          <p>À rendre avant le {{ dates.fin | dateFr: 'heure' }}.</p>
        }
        <p class="consigne">
          Une croix par ligne. Laissez vide ce sur quoi vous n’avez pas d’avis. N’écrivez pas votre nom&nbsp;: personne
          ne saura qui a rempli ce bulletin.
        </p>
        <table>
          <caption class="pl-hors-ecran">
            Propositions et votes
          </caption>
          <thead>
            <tr>
              <th scope="col">Proposition</th>
              @for (vote of votes; track vote) {
                <th scope="col">{{ vote }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (proposition of propositions(); track proposition.id) {
              <tr>
                <th scope="row">{{ proposition.numero }}. {{ proposition.texte }}</th>
                @for (vote of votes; track vote) {
                  <td><span class="case"></span></td>
                }
              </tr>
            }
          </tbody>
        </table>
        <p class="pl-discret">{{ lue.mentionRgpd }}</p>
      </article>
    } @else if (consultation.error(); as erreur) {
      <pl-erreur [erreur]="erreur" (reessayer)="consultation.reload()" />
    } @else {
      <pl-squelette [lignes]="10" />
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--pl-e2);
      max-width: 56rem;
      margin-inline: auto;
    }

    article {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--pl-e1);
    }

    .consigne {
      font-weight: 600;
    }

    table {
      width: 100%;
    }

    th,
    td {
      padding: 0.375rem;
      border-bottom: 1px solid var(--pl-filet-fort);
      font-weight: 400;
      text-align: center;
    }

    @media (max-width: 360px) {
      th,
      td {
        padding-inline: 0.125rem;
        font-size: 0.875rem;
      }
    }

    th:first-child {
      text-align: left;
    }

    .case {
      display: inline-block;
      width: 1.25rem;
      height: 1.25rem;
      border: 1px solid var(--pl-encre);
    }

    tr {
      break-inside: avoid;
    }

    @media print {
      table {
        font-size: 9.5pt;
      }

      th,
      td {
        padding: 1.2mm;
      }
    }
  `,
})
export class BulletinPage {
  readonly id = input.required<string>();
  protected readonly consultation = inject(ConsultationsClient).consultation(this.id);
  private readonly toutes = inject(ModerationClient).propositions(this.id, () => 'acceptee');

  protected readonly votes = [LIBELLES_VOTES['1'], LIBELLES_VOTES['-1'], LIBELLES_VOTES['0']];
  protected readonly lue = computed(() => (this.consultation.hasValue() ? this.consultation.value() : null));
  protected readonly propositions = computed(() =>
    (this.toutes.hasValue() ? this.toutes.value() : []).filter(({ masqueeLe }) => masqueeLe === null),
  );

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(`Bulletin – ${this.lue()?.question ?? ''}`));
  }

  protected imprimer(): void {
    window.print();
  }
}
