import { Component, computed, input } from '@angular/core';
import {
  cleDe,
  type Contestation,
  formaterValeur,
  type IndicateurAvecValeurs,
  LIBELLES_QUALITES,
  libelleCouverture,
  mailleDe,
  raisonDuVide,
  seRassemble,
  serieDuTerritoire,
  serieRassemblee,
  type Valeur,
} from '@pleniere/indicateurs/domain';
import type { TerritoireNomme } from '../../grille/modele/groupe';

/** Territories by years: each figure or the reason why there is none, with what must be known of it, and the whole when it adds up. */
@Component({
  selector: 'pl-table-territoires',
  template: `
    <div class="pl-defilement" tabindex="0" role="region" [attr.aria-label]="indicateur().libelle">
      <table class="pl-table">
        <thead>
          <tr>
            <th scope="col">Territoire</th>
            @for (annee of annees(); track annee) {
              <th scope="col">{{ annee }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (ligne of lignes(); track ligne.code) {
            <tr [class.ensemble]="ligne.ensemble">
              <th scope="row">{{ ligne.nom }}</th>
              @for (case of ligne.cases; track case.annee) {
                <td [class.pl-discret]="case.vide">
                  {{ case.texte }}
                  @for (mention of case.mentions; track mention) {
                    <span class="mention">{{ mention }}</span>
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    td {
      min-width: 5rem;
      font-variant-numeric: tabular-nums;
      vertical-align: top;
    }

    .mention {
      display: block;
      color: var(--pl-encre-douce);
      font-size: 0.8125rem;
    }

    .ensemble > * {
      border-top: 2px solid var(--pl-filet-fort);
      font-weight: 600;
    }

    .ensemble .mention {
      font-weight: 400;
    }
  `,
})
export class TableTerritoires {
  readonly indicateur = input.required<IndicateurAvecValeurs>();
  readonly territoires = input.required<readonly TerritoireNomme[]>();
  readonly annees = input.required<readonly number[]>();
  readonly anneeCourante = input.required<number>();
  readonly contestations = input<readonly Contestation[]>([]);

  private readonly connues = computed(
    () => new Map(this.indicateur().valeurs.map((valeur) => [cleDe(valeur), valeur])),
  );
  private readonly contestees = computed(
    () =>
      new Map(this.contestations().flatMap((cas) => (cas.statut === 'ouverte' ? [[cleDe(cas), cas] as const] : []))),
  );

  protected readonly lignes = computed(() => {
    const lignes = this.territoires().map(({ code, nom }) => ({
      code,
      nom,
      ensemble: false,
      cases: this.casesDe(code),
    }));
    const rassemblee = this.territoires().length > 1 && seRassemble(this.indicateur());
    return rassemblee
      ? [...lignes, { code: 'ensemble', nom: 'Ensemble', ensemble: true, cases: this.casesDeLEnsemble() }]
      : lignes;
  });

  private casesDe(territoire: string) {
    const indicateur = this.indicateur();
    return serieDuTerritoire(indicateur, territoire, this.annees(), this.anneeCourante()).map(
      ({ annee, valeur, absence }) => {
        const cle = cleDe({ indicateurId: indicateur.id, annee, territoire, ventilation: 'total' });
        const contestee = this.contestees().get(cle);
        return {
          annee,
          vide: valeur === null,
          texte: valeur === null ? raisonDuVide(absence) : formaterValeur(valeur, indicateur),
          mentions: [
            ...mentionsDe(this.connues().get(cle)),
            ...(contestee ? [`contestée\u00A0: ${formaterValeur(contestee.valeurProposee, indicateur)} proposé`] : []),
          ],
        };
      },
    );
  }

  private casesDeLEnsemble() {
    const indicateur = this.indicateur();
    const codes = this.territoires().map(({ code }) => code);
    const maille = mailleDe(codes[0] ?? 'contrat');
    return serieRassemblee(indicateur, codes, this.annees(), this.anneeCourante()).map(
      ({ annee, valeur, absence, couverture }) => ({
        annee,
        vide: valeur === null,
        texte: valeur === null ? raisonDuVide(absence) : formaterValeur(valeur, indicateur),
        mentions: couverture ? [libelleCouverture(couverture, maille)] : [],
      }),
    );
  }
}

/** What must be known of a value, in a few words. */
function mentionsDe(valeur: Valeur | undefined): string[] {
  if (!valeur) return [];
  return [
    ...(valeur.absence === null && valeur.qualite !== 'definitive'
      ? [LIBELLES_QUALITES[valeur.qualite].toLowerCase()]
      : []),
    ...(valeur.statut === 'brouillon' ? ['à corriger'] : []),
    ...(valeur.enRetard ? ['en retard'] : []),
  ];
}
