import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  abscisse,
  type AnneeDeSerie,
  cibleFinale,
  echelleVerticale,
  formaterValeur,
  type IndicateurAvecValeurs,
  libelleCouverture,
  mailleDe,
  phraseSerie,
  pourUnTerritoire,
  rupturesPlacees,
  serieDuTerritoire,
  troncons,
} from '@pleniere/indicateurs/domain';
import type { TerritoireNomme } from '../../grille/modele/groupe';

const CADRE = { gauche: 2, droite: 158, haut: 20, bas: 56 };

/** One small chart per territory, all on the same scale and the furthest on the hoped way first, so that quarters compare at a glance. */
@Component({
  selector: 'pl-petits-multiples',
  imports: [RouterLink],
  templateUrl: './petits-multiples.html',
  styleUrl: './petits-multiples.scss',
})
export class PetitsMultiples {
  readonly indicateur = input.required<IndicateurAvecValeurs>();
  readonly territoires = input.required<readonly TerritoireNomme[]>();
  readonly annees = input.required<readonly number[]>();
  readonly anneeCourante = input.required<number>();

  protected readonly cadre = CADRE;
  private readonly series = computed(() =>
    this.territoires()
      .filter(({ code }) => mailleDe(code) === this.indicateur().maille)
      .map((territoire) => ({
        territoire,
        serie: serieDuTerritoire(this.indicateur(), territoire.code, this.annees(), this.anneeCourante()),
      }))
      .sort((a, b) => this.rang(b.serie) - this.rang(a.serie)),
  );
  /** « 9 QPV sur 13 ont une valeur ; même échelle pour tous, du plus haut au plus bas. » */
  protected readonly lecture = computed(() => {
    const { maille, sens } = this.indicateur();
    const renseignes = this.series().filter(({ serie }) => serie.some(({ nombre }) => nombre !== null)).length;
    const couverture = libelleCouverture({ renseignes, attendus: this.series().length }, maille);
    const ordre = sens === 'baisse' ? 'du plus bas au plus haut' : 'du plus haut au plus bas';
    return `${couverture} avec une valeur. Même échelle pour tous, ${ordre}.`;
  });
  private readonly lu = computed(() => pourUnTerritoire(this.indicateur()));
  private readonly cible = computed(() => cibleFinale(this.lu())?.valeur ?? null);
  private readonly echelle = computed(() => {
    const nombres = this.series().flatMap(({ serie }) => serie.flatMap(({ nombre }) => nombre ?? []));
    const cible = this.cible();
    return echelleVerticale(cible === null ? nombres : [...nombres, cible], CADRE);
  });

  /** Last year that a territory has answered for; a figure of an earlier one bears its year. */
  protected readonly anneeLue = computed(() =>
    Math.max(...this.series().map(({ serie }) => serie.findLast(({ nombre }) => nombre !== null)?.annee ?? 0)),
  );
  protected readonly bornes = computed(() => ({ debut: this.annees()[0], fin: this.annees().at(-1) }));
  protected readonly hauteurCible = computed(() => {
    const cible = this.cible();
    return cible === null ? null : this.echelle().y(cible);
  });

  /** Higher is shown first; a territory without any number comes last. */
  private rang(serie: readonly AnneeDeSerie[]): number {
    const nombre = serie.findLast((annee) => annee.nombre !== null)?.nombre ?? null;
    if (nombre === null) return -Number.MAX_VALUE;
    return this.indicateur().sens === 'baisse' ? -nombre : nombre;
  }

  protected readonly vignettes = computed(() => {
    const x = abscisse(this.annees(), CADRE);
    return this.series().map(({ territoire, serie }) => {
      const traces = troncons(serie, x, this.echelle().y);
      const points = traces.flat();
      const dernier = points.at(-1);
      return {
        ...territoire,
        phrase: phraseSerie(this.lu(), serie, territoire.nom),
        lignes: traces.map((trace) => trace.map((point) => `${point.x},${point.y}`).join(' ')),
        ruptures: rupturesPlacees(serie, x),
        points: points.map((point) => ({ ...point, creux: point.annee.qualite !== 'definitive' })),
        dernier: dernier && { ...dernier, texte: formaterValeur(dernier.annee.nombre, this.indicateur()) },
      };
    });
  });
}
