import { Component, computed, input, signal } from '@angular/core';
import {
  alternativeSerie,
  type Contestation,
  estNumerique,
  type IndicateurAvecValeurs,
  libellePartDesFemmes,
  mailleDe,
  partDesFemmes,
  phraseSerie,
  pourUnTerritoire,
  progressionDeSerie,
  reservesDe,
  serieDuTerritoire,
  serieRassemblee,
} from '@pleniere/indicateurs/domain';
import { PlIcone, PlProgression } from '@pleniere/shared/ui';
import type { TerritoireNomme } from '../grille/modele/groupe';
import { CourbeIndicateur } from './courbe/courbe-indicateur';
import { CalendrierReponses } from './reponses/calendrier-reponses';
import { ListeTextes } from './reponses/liste-textes';
import { RubanDegres } from './reponses/ruban-degres';
import { TableSerie } from './tables/table-serie';
import { TableTerritoires } from './tables/table-territoires';

/** What an indicator says over the years: a sentence, its chart, what must be known of it, and its table one key away. */
@Component({
  selector: 'pl-graphique-indicateur',
  imports: [
    CalendrierReponses,
    CourbeIndicateur,
    ListeTextes,
    PlIcone,
    PlProgression,
    RubanDegres,
    TableSerie,
    TableTerritoires,
  ],
  templateUrl: './graphique-indicateur.html',
  styleUrl: './graphique-indicateur.scss',
})
export class GraphiqueIndicateur {
  readonly indicateur = input.required<IndicateurAvecValeurs>();
  readonly annees = input.required<readonly number[]>();
  readonly anneeCourante = input.required<number>();
  /** QPV and communes of the contrat. */
  readonly territoires = input<readonly TerritoireNomme[]>([]);
  /** Code of the only territory to show; null = all of them together. */
  readonly territoire = input<string | null>(null);
  /** Figures that the State contests, of this indicator among others. */
  readonly contestations = input<readonly Contestation[]>([]);

  protected readonly tableVoulue = signal(false);

  /** What the chart compares the values with. */
  protected readonly lu = computed(() =>
    this.territoire() === null ? this.indicateur() : pourUnTerritoire(this.indicateur()),
  );

  private readonly seul = computed(
    () => this.territoire() ?? (this.indicateur().maille === 'contrat' ? 'contrat' : null),
  );
  /** Territories that the chart tells of, by name. */
  protected readonly lieux = computed<TerritoireNomme[]>(() => {
    const [seul, { maille }] = [this.seul(), this.indicateur()];
    const nommer = (code: string) => this.territoires().find((territoire) => territoire.code === code)?.nom ?? '';
    if (seul !== null) return [{ code: seul, nom: nommer(seul) }];
    return this.territoires().filter(({ code }) => mailleDe(code) === maille);
  });
  private readonly codes = computed(() => this.lieux().map(({ code }) => code));

  protected readonly serie = computed(() => {
    const [indicateur, annees, anneeCourante] = [this.indicateur(), this.annees(), this.anneeCourante()];
    const seul = this.seul();
    if (seul !== null) return serieDuTerritoire(indicateur, seul, annees, anneeCourante);
    return serieRassemblee(indicateur, this.codes(), annees, anneeCourante);
  });

  /** One series per territory, for what does not make one line. */
  protected readonly series = computed(() =>
    this.lieux().map((lieu) => ({
      ...lieu,
      serie: serieDuTerritoire(this.indicateur(), lieu.code, this.annees(), this.anneeCourante()),
    })),
  );
  protected readonly seriesSeules = computed(() => this.series().map(({ serie }) => serie));

  /** Share of women in the last year that has a value; said to be missing when it is. */
  protected readonly femmes = computed(() => {
    const annee = this.serie().findLast(({ nombre }) => nombre !== null)?.annee;
    if (annee === undefined) return '';
    return libellePartDesFemmes(
      this.indicateur(),
      annee,
      partDesFemmes(this.indicateur().valeurs, annee, this.codes()),
    );
  });

  protected readonly phrase = computed(() => {
    const territoire = this.territoire();
    const nom = territoire && this.territoires().find(({ code }) => code === territoire)?.nom;
    return phraseSerie(this.lu(), this.serie(), nom);
  });
  protected readonly alternative = computed(() => alternativeSerie(this.phrase(), this.lu(), this.serie()));

  /** How far the way is made, or why nobody can tell; null for what is not drawn as a line. */
  protected readonly chemin = computed(() => {
    if (this.forme() !== 'courbe') return null;
    const resultat = progressionDeSerie(this.lu(), this.serie());
    if ('taux' in resultat) return { taux: resultat.taux, raison: '' };
    const commune = this.lu() !== this.indicateur() && this.indicateur().cibles.length > 0;
    return { taux: null, raison: commune ? 'la cible vaut pour tout le contrat' : resultat.nonCalculable };
  });

  protected readonly reserves = computed(() => {
    const noms = new Map(this.lieux().map(({ code, nom }) => [code, nom]));
    const plusieurs = this.lieux().length > 1;
    return reservesDe(this.indicateur(), this.codes(), this.contestations(), (code) =>
      plusieurs ? (noms.get(code) ?? '') : '',
    );
  });

  /** A line needs numbers that make one; degrees make a ribbon, lists a calendar, texts a list; the rest is a table. */
  protected readonly forme = computed(() => {
    const { nature, agregation } = this.indicateur();
    if (nature === 'texte') return 'textes';
    if (nature === 'liste') return 'calendrier';
    if (!estNumerique(nature) || nature === 'echelle') return 'ruban';
    return this.seul() === null && agregation === 'aucune' ? 'table' : 'courbe';
  });

  /** The table tells each territory, unless a line tells them together. */
  protected readonly parTerritoire = computed(() => this.forme() !== 'courbe' && this.lieux().length > 1);
  protected readonly enTable = computed(() => this.tableVoulue() || this.forme() === 'table');
  protected readonly aDeuxFormes = computed(() => this.forme() !== 'table' && this.forme() !== 'textes');

  protected basculer(): void {
    this.tableVoulue.update((voulue) => !voulue);
  }
}
