import { Component, computed, input } from '@angular/core';
import {
  type AnneeDeSerie,
  cibleDe,
  formaterValeur,
  type IndicateurAvecValeurs,
  raisonDuVide,
} from '@pleniere/indicateurs/domain';
import { PlIcone } from '@pleniere/shared/ui';
import { reponsesDe } from '../../grille/saisie/texte-cellule';

/** The years of one territory. */
export interface SerieNommee {
  code: string;
  nom: string;
  serie: readonly AnneeDeSerie[];
}

/** Deepest veil of a degree, in percent of its tone. */
const FORCE = 34;

/** Ribbon of a scale or of yes and no: one cell per year with the degree in words, deeper as it lies far from the middle. */
@Component({
  selector: 'pl-ruban-degres',
  imports: [PlIcone],
  templateUrl: './ruban-degres.html',
  styleUrl: './ruban-degres.scss',
})
export class RubanDegres {
  readonly indicateur = input.required<IndicateurAvecValeurs>();
  readonly series = input.required<readonly SerieNommee[]>();

  protected readonly plusieurs = computed(() => this.series().length > 1);
  protected readonly annees = computed(() => (this.series()[0]?.serie ?? []).map(({ annee }) => annee));

  /** Place of each answer from the worst (-1) to the best (1) in the hoped direction. */
  private readonly places = computed(() => {
    const { nature, sens } = this.indicateur();
    const reponses = reponsesDe(this.indicateur()).map(({ valeur }) => valeur);
    const montantes = nature === 'echelle' ? reponses.sort((a, b) => Number(a) - Number(b)) : ['non', 'oui'];
    const milieu = (montantes.length - 1) / 2 || 1;
    const signe = sens === 'baisse' ? -1 : 1;
    return new Map(montantes.map((valeur, rang) => [valeur, (signe * (rang - milieu)) / milieu]));
  });

  protected readonly lignes = computed(() =>
    this.series().map(({ code, nom, serie }) => ({ code, nom, cases: serie.map((annee) => this.caseDe(annee)) })),
  );

  private caseDe({ annee, valeur, absence, qualite, rupture = false }: AnneeDeSerie) {
    const indicateur = this.indicateur();
    const place = valeur === null ? 0 : (this.places().get(String(valeur)) ?? 0);
    const juge = indicateur.sens === 'hausse' || indicateur.sens === 'baisse';
    const ton = !juge || place === 0 ? 'neutre' : place > 0 ? 'mieux' : 'moins';
    const cible = cibleDe(indicateur, annee);
    return {
      annee,
      rupture,
      vide: valeur === null,
      incertaine: valeur !== null && qualite !== 'definitive',
      texte: valeur === null ? raisonDuVide(absence) : formaterValeur(valeur, indicateur),
      ton,
      force: juge ? Math.max(10, Math.abs(place) * FORCE) : 10 + (place + 1) * (FORCE / 3),
      visee: cible ? formaterValeur(cible.valeur, indicateur) : '',
    };
  }
}
