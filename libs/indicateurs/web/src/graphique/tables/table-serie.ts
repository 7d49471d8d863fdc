import { Component, computed, input } from '@angular/core';
import {
  type AnneeDeSerie,
  cibleDe,
  formaterValeur,
  type IndicateurAvecValeurs,
  LIBELLES_QUALITES,
  libelleCouverture,
  raisonDuVide,
} from '@pleniere/indicateurs/domain';

/** The table behind a chart: every year with its value or reason, its quality or coverage, its target. */
@Component({
  selector: 'pl-table-serie',
  template: `
    <div class="pl-defilement" tabindex="0" role="region" [attr.aria-label]="indicateur().libelle">
      <table class="pl-table">
        <thead>
          <tr>
            <th scope="col">Année</th>
            <th scope="col">Valeur</th>
            <th scope="col">Qualité</th>
            @if (indicateur().cibles.length > 0) {
              <th scope="col">Cible</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (ligne of lignes(); track ligne.annee) {
            <tr>
              <th scope="row">
                {{ ligne.annee }}
                @if (ligne.rupture) {
                  <span class="pl-discret">nouvelle définition</span>
                }
              </th>
              <td [class.pl-discret]="ligne.vide">{{ ligne.valeur }}</td>
              <td class="pl-discret">{{ ligne.qualite }}</td>
              @if (indicateur().cibles.length > 0) {
                <td>{{ ligne.cible }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class TableSerie {
  readonly indicateur = input.required<IndicateurAvecValeurs>();
  readonly serie = input.required<readonly AnneeDeSerie[]>();

  protected readonly lignes = computed(() =>
    this.serie().map(({ annee, valeur, absence, qualite, couverture, rupture = false }) => {
      const cible = cibleDe(this.indicateur(), annee);
      const surete = qualite === null ? '' : LIBELLES_QUALITES[qualite];
      return {
        annee,
        rupture,
        vide: valeur === null,
        valeur: valeur === null ? raisonDuVide(absence) : formaterValeur(valeur, this.indicateur()),
        qualite: couverture ? libelleCouverture(couverture, this.indicateur().maille) : surete,
        cible: cible ? formaterValeur(cible.valeur, this.indicateur()) : '',
      };
    }),
  );
}
