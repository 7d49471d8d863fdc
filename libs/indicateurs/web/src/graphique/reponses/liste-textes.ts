import { Component, computed, input } from '@angular/core';
import { type IndicateurAvecValeurs, LIBELLES_ABSENCES } from '@pleniere/indicateurs/domain';
import { DateFr } from '@pleniere/shared/ui';
import type { TerritoireNomme } from '../../grille/modele/groupe';

/** Answers in words, year by year, the newest first: where, what, by whom and when. */
@Component({
  selector: 'pl-liste-textes',
  imports: [DateFr],
  template: `
    @for (groupe of groupes(); track groupe.annee) {
      <section>
        <p class="annee">{{ groupe.annee }}</p>
        <ul>
          @for (texte of groupe.textes; track texte.code) {
            <li>
              @if (plusieurs()) {
                <strong>{{ texte.nom }}</strong>
              }
              <p [class.pl-discret]="texte.vide">{{ texte.texte }}</p>
              <p class="pl-discret signature">{{ texte.auteur }}, {{ texte.quand | dateFr }}</p>
            </li>
          }
        </ul>
      </section>
    } @empty {
      <p class="pl-discret">Aucun texte pour l’instant.</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e2);
    }

    section {
      display: grid;
      grid-template-columns: 4rem minmax(0, var(--pl-mesure));
      gap: 0 var(--pl-e1);
    }

    .annee {
      color: var(--pl-encre-douce);
      font-variant-numeric: tabular-nums;
    }

    ul {
      display: grid;
      gap: var(--pl-e1);
      padding: 0;
      list-style: none;
    }

    p {
      white-space: pre-line;
    }

    .signature {
      font-size: 0.875rem;
    }

    @media (max-width: 640px) {
      section {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class ListeTextes {
  readonly indicateur = input.required<IndicateurAvecValeurs>();
  readonly territoires = input.required<readonly TerritoireNomme[]>();

  protected readonly plusieurs = computed(() => this.territoires().length > 1);
  protected readonly groupes = computed(() => {
    const textes = this.territoires().flatMap(({ code, nom }) =>
      this.indicateur()
        .valeurs.filter(({ territoire, ventilation }) => territoire === code && ventilation === 'total')
        .map(({ annee, valeur, absence, modifiePar, modifieLe }) => ({
          code,
          nom,
          annee,
          vide: absence !== null,
          texte: absence === null ? String(valeur) : LIBELLES_ABSENCES[absence].long,
          auteur: modifiePar,
          quand: modifieLe,
        })),
    );
    return [...Map.groupBy(textes, ({ annee }) => annee)]
      .map(([annee, groupe]) => ({ annee, textes: groupe }))
      .sort((a, b) => b.annee - a.annee);
  });
}
