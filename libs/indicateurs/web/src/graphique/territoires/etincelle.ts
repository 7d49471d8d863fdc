import { Component, computed, input } from '@angular/core';
import {
  abscisse,
  type AnneeDeSerie,
  formaterAvecUnite,
  formaterValeur,
  type Indicateur,
  libelleCouverture,
  troncons,
} from '@pleniere/indicateurs/domain';

const CADRE = { gauche: 2, droite: 94, haut: 5, bas: 23 };

/** Sparkline of a list: the line of the years, its last value in words with its year and coverage. What is not a number has its words alone. */
@Component({
  selector: 'pl-etincelle',
  template: `
    @if (traces().length > 0) {
      <svg viewBox="0 0 96 28" width="96" height="28" aria-hidden="true">
        @for (trace of traces(); track $index) {
          <polyline [attr.points]="trace" />
        }
        @if (bout(); as point) {
          <circle
            r="2.5"
            [class.creux]="point.annee.qualite !== 'definitive'"
            [attr.cx]="point.x"
            [attr.cy]="point.y"
          />
        }
      </svg>
    }
    <span class="mots">
      @if (derniere(); as lue) {
        <span class="valeur">{{ lue.texte }}</span>&ngsp;<span class="pl-discret">{{ lue.quand }}</span>
      } @else {
        <span class="pl-discret">aucune valeur</span>
      }
    </span>
  `,
  styles: `
    :host {
      display: inline-grid;
      grid-template-columns: 96px minmax(0, 1fr);
      gap: 0 var(--pl-e1);
      align-items: center;
      min-width: 0;
    }

    .mots {
      grid-column: 2;
      line-height: 1.25;
      font-variant-numeric: tabular-nums;
    }

    .valeur {
      font-weight: 600;
    }

    .pl-discret {
      font-size: 0.875rem;
    }

    polyline {
      fill: none;
      stroke: var(--pl-primaire);
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }

    circle {
      fill: var(--pl-primaire);
      stroke: var(--pl-primaire);
      stroke-width: 1.5;
    }

    .creux {
      fill: var(--pl-papier);
    }
  `,
})
export class Etincelle {
  readonly indicateur = input.required<Indicateur>();
  readonly serie = input.required<readonly AnneeDeSerie[]>();

  private readonly dessinee = computed(() => this.indicateur().nature !== 'echelle');
  /** From the first year that has a number to the last: the years to come would crush the line. */
  private readonly connues = computed(() => {
    const [serie, estConnue] = [this.serie(), ({ nombre }: AnneeDeSerie) => nombre !== null];
    return serie.slice(Math.max(0, serie.findIndex(estConnue)), serie.findLastIndex(estConnue) + 1);
  });
  /** A sparkline tells a shape: its scale runs from the lowest number to the highest. */
  private readonly y = computed(() => {
    const nombres = this.connues().flatMap(({ nombre }) => nombre ?? []);
    const [min, max] = [Math.min(...nombres), Math.max(...nombres)];
    const part = (nombre: number) => (max === min ? 0.5 : (nombre - min) / (max - min));
    return (nombre: number) => CADRE.bas - part(nombre) * (CADRE.bas - CADRE.haut);
  });
  private readonly points = computed(() => {
    if (!this.dessinee()) return [];
    const x = abscisse(
      this.connues().map(({ annee }) => annee),
      CADRE,
    );
    return troncons(this.connues(), x, this.y());
  });
  protected readonly traces = computed(() =>
    this.points().map((trace) => trace.map(({ x, y }) => `${x},${y}`).join(' ')),
  );
  protected readonly bout = computed(() => this.points().flat().at(-1) ?? null);
  protected readonly derniere = computed(() => {
    const lue = this.serie().findLast(({ valeur }) => valeur !== null);
    if (!lue) return null;
    const indicateur = this.indicateur();
    const chiffre = lue.nombre !== null && this.dessinee();
    const texte = chiffre ? formaterAvecUnite(lue.valeur, indicateur) : formaterValeur(lue.valeur, indicateur);
    const partielle = lue.couverture && lue.couverture.renseignes < lue.couverture.attendus ? lue.couverture : null;
    const couverture = partielle ? ` (${libelleCouverture(partielle, indicateur.maille)})` : '';
    return {
      texte: texte.length > 90 ? `${texte.slice(0, 90).trimEnd()}…` : texte,
      quand: `en ${lue.annee}${couverture}`,
    };
  });
}
