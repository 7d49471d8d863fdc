import { afterNextRender, Component, computed, DestroyRef, ElementRef, inject, input, signal } from '@angular/core';
import {
  abscisse,
  type AnneeDeSerie,
  cibleFinale,
  echelleVerticale,
  formaterValeur,
  type IndicateurAvecValeurs,
  lacunes,
  type PointPlace,
  rupturesPlacees,
  troncons,
} from '@pleniere/indicateurs/domain';
import { formaterNombre } from '@pleniere/shared/domain';

const HAUTEUR = 210;
const LARGEUR_SUPPOSEE = 640;
const MARGES = { gauche: 44, droite: 92, haut: 34, bas: 30 };
const HAMPE = 18;
const LARGEUR_ETROITE = 480;

/** Line of a series: dotted baseline, small flags for targets, hollow dots for what is not final, gaps with their reason. */
@Component({
  selector: 'pl-courbe-indicateur',
  templateUrl: './courbe-indicateur.html',
  styleUrl: './courbe-indicateur.scss',
})
export class CourbeIndicateur {
  readonly indicateur = input.required<IndicateurAvecValeurs>();
  readonly serie = input.required<readonly AnneeDeSerie[]>();
  /** What the chart shows, in words. */
  readonly alternative = input.required<string>();

  protected readonly hauteur = HAUTEUR;
  protected readonly largeur = signal(LARGEUR_SUPPOSEE);
  private readonly etroite = computed(() => this.largeur() < LARGEUR_ETROITE);

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const destroyRef = inject(DestroyRef);
    afterNextRender({
      read: () => {
        if (typeof ResizeObserver === 'undefined') return;
        const mesure = new ResizeObserver(([entree]) =>
          this.largeur.set(Math.round(entree?.contentRect.width || LARGEUR_SUPPOSEE)),
        );
        mesure.observe(element);
        destroyRef.onDestroy(() => mesure.disconnect());
      },
    });
  }

  private readonly cadre = computed(() => ({
    gauche: MARGES.gauche,
    droite: this.largeur() - (this.etroite() ? 24 : MARGES.droite),
    haut: MARGES.haut,
    bas: HAUTEUR - MARGES.bas,
  }));
  private readonly annees = computed(() => this.serie().map(({ annee }) => annee));
  private readonly ciblesVues = computed(() =>
    this.indicateur().cibles.filter(({ annee }) => this.annees().includes(annee)),
  );
  private readonly echelle = computed(() => {
    const { reference } = this.indicateur();
    const nombres = [
      ...this.serie().flatMap(({ nombre }) => nombre ?? []),
      ...this.ciblesVues().map(({ valeur }) => valeur),
      ...(reference ? [reference.valeur] : []),
    ];
    return echelleVerticale(nombres, this.cadre());
  });
  private readonly x = computed(() => abscisse(this.annees(), this.cadre()));

  protected readonly bornes = computed(() => this.cadre());
  protected readonly graduations = computed(() =>
    this.echelle().graduations.map((nombre) => ({ y: this.echelle().y(nombre), texte: formaterNombre(nombre) })),
  );
  protected readonly abscisses = computed(() => this.annees().map((annee) => ({ annee, x: this.x()(annee) })));
  protected readonly traces = computed(() => troncons(this.serie(), this.x(), this.echelle().y));
  protected readonly lignes = computed(() =>
    this.traces().map((points) => points.map(({ x, y }) => `${x},${y}`).join(' ')),
  );
  protected readonly points = computed(() =>
    this.traces().flatMap((points) => points.map((point) => ({ ...point, ...this.etiquette(point) }))),
  );

  protected readonly vides = computed(() => {
    const pas = (this.cadre().droite - this.cadre().gauche) / Math.max(1, this.annees().length);
    return lacunes(this.serie()).map(({ debut, fin, raison }) => {
      const [gauche, droite] = [this.x()(debut) - pas / 2, this.x()(fin) + pas / 2];
      // A long reason over a single narrow year is cut into lines.
      const mots = droite - gauche < raison.length * 6 ? raison.split(' ') : [raison];
      return { gauche: gauche + 2, largeur: droite - gauche - 4, milieu: (gauche + droite) / 2, mots };
    });
  });

  protected readonly ruptures = computed(() =>
    rupturesPlacees(this.serie(), this.x()).map((rupture) => ({
      ...rupture,
      texte: this.etroite() ? `déf. ${rupture.depuis}` : rupture.texte,
    })),
  );

  protected readonly reference = computed(() => {
    const { reference } = this.indicateur();
    if (!reference) return null;
    const texte = formaterValeur(reference.valeur, this.indicateur());
    return { y: this.echelle().y(reference.valeur), annee: reference.annee, texte, aDroite: !this.etroite() };
  });

  protected readonly cibles = computed(() =>
    this.ciblesVues().map(({ annee, valeur }) => {
      const [x, y] = [this.x()(annee), this.echelle().y(valeur)];
      const ecrite = formaterValeur(valeur, this.indicateur());
      // On a narrow screen neighbouring labels would meet: the flag says « cible » by itself, the last one in words.
      const texte = this.etroite() && annee !== cibleFinale(this.indicateur())?.annee ? ecrite : `cible ${ecrite}`;
      return { x, y, sommet: y - HAMPE, drapeau: `M${x} ${y - HAMPE}l9 3.5l-9 3.5z`, texte };
    }),
  );

  /** The value stands above its dot, or below when the flag of a target is there. */
  private etiquette({ annee, y }: PointPlace): { texte: string; couverture: string; base: number; creux: boolean } {
    const cible = this.ciblesVues().find((candidate) => candidate.annee === annee.annee);
    const hauteurCible = cible && this.echelle().y(cible.valeur);
    const genee = hauteurCible !== undefined && hauteurCible - y < 14 && y - hauteurCible < 34;
    const { couverture } = annee;
    const large = couverture && !this.etroite();
    const partielle = large && couverture.renseignes < couverture.attendus ? couverture : null;
    return {
      texte: formaterValeur(annee.nombre, this.indicateur()),
      couverture: partielle ? `${partielle.renseignes}/${partielle.attendus}` : '',
      base: genee ? y + 18 : y - 9,
      creux: annee.qualite !== 'definitive',
    };
  }
}
