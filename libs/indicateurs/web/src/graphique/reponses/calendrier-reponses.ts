import { Component, computed, input } from '@angular/core';
import { type AnneeDeSerie, type IndicateurAvecValeurs, raisonDuVide } from '@pleniere/indicateurs/domain';
import { reponsesDe } from '../../grille/saisie/texte-cellule';

/** Calendar of the answers of a list: one row per answer, one column per year, a dot or a count of territories where it was given. */
@Component({
  selector: 'pl-calendrier-reponses',
  templateUrl: './calendrier-reponses.html',
  styleUrl: './calendrier-reponses.scss',
})
export class CalendrierReponses {
  readonly indicateur = input.required<IndicateurAvecValeurs>();
  /** One series per territory. */
  readonly series = input.required<readonly (readonly AnneeDeSerie[])[]>();

  protected readonly annees = computed(() => (this.series()[0] ?? []).map(({ annee }) => annee));
  private readonly plusieurs = computed(() => this.series().length > 1);

  protected readonly lignes = computed(() =>
    reponsesDe(this.indicateur()).map(({ valeur, libelle }) => ({
      libelle,
      cases: this.annees().map((annee, rang) => {
        const donnees = this.series().flatMap((serie) => serie[rang] ?? []);
        const ou = donnees.filter((lue) => Array.isArray(lue.valeur) && lue.valeur.includes(valeur));
        return {
          annee,
          donnee: ou.length > 0,
          incertaine: ou.some(({ qualite }) => qualite !== 'definitive'),
          texte: this.plusieurs() ? `${ou.length} sur\u00A0${this.series().length}` : '',
        };
      }),
    })),
  );

  /** Why nobody answered in a year; empty when somebody did. */
  protected readonly raisons = computed(() =>
    this.annees().map((annee, rang) => {
      const lues = this.series().flatMap((serie) => serie[rang] ?? []);
      const vide = lues.every(({ valeur }) => valeur === null);
      return { annee, raison: vide ? raisonDuVide(lues[0]?.absence ?? null) : '' };
    }),
  );
  protected readonly incomplete = computed(() => this.raisons().some(({ raison }) => raison !== ''));
}
