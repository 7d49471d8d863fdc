import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { cadreDe, CORPS, nomQpv, placerEtiquettes, projeter, tracer } from '@pleniere/contrat/domain';
import type { QuartierResume } from '@pleniere/fiches/domain';
import { accorder } from '@pleniere/shared/domain';

const LARGEUR = 760;
const MARGE = 28;

/** Share of the values entered, in three steps that the eye tells apart. */
function avancement({ valeursRenseignees, valeursAttendues }: QuartierResume): 'complet' | 'avance' | 'peu' {
  if (valeursRenseignees >= valeursAttendues) return 'complet';
  return 2 * valeursRenseignees >= valeursAttendues ? 'avance' : 'peu';
}

/** Contours of the quartiers, each a link; no background map is fetched from anywhere. The list beside says the same. */
@Component({
  selector: 'pl-carte-quartiers',
  imports: [RouterLink],
  template: `
    @let dessin = carte();
    <svg
      role="group"
      aria-label="Carte des quartiers prioritaires"
      [attr.viewBox]="'0 0 ' + dessin.largeur + ' ' + dessin.hauteur"
    >
      @for (contour of dessin.contours; track contour.code) {
        <a
          [routerLink]="['/quartiers', contour.code]"
          [attr.aria-label]="contour.description"
          [attr.aria-current]="contour.code === choisi() ? 'page' : null"
        >
          <path [attr.class]="contour.classe" [attr.d]="contour.trace">
            <title>{{ contour.description }}</title>
          </path>
        </a>
      }
      <g class="noms" aria-hidden="true">
        @for (nom of dessin.noms; track $index) {
          <text [attr.y]="nom.y">
            @for (ligne of nom.lignes; track $index) {
              <tspan [attr.x]="nom.x" [attr.dy]="$first ? 0 : corps">{{ ligne }}</tspan>
            }
          </text>
        }
      </g>
    </svg>
    @if (choisi() === null) {
      <ul class="legende" aria-label="Légende">
        <li><span class="complet"></span>toutes les valeurs {{ annee() }} sont saisies</li>
        <li><span class="avance"></span>la moitié au moins</li>
        <li><span class="peu"></span>moins de la moitié</li>
      </ul>
    }
  `,
  styleUrl: './carte-quartiers.scss',
})
export class CarteQuartiers {
  readonly quartiers = input.required<readonly QuartierResume[]>();
  readonly annee = input.required<number>();

  /** Code of the only quartier to tell from the others; null tells how far the entry of each has gone. */
  readonly choisi = input<string | null>(null);

  protected readonly corps = CORPS;
  protected readonly carte = computed(() => {
    const traces = this.quartiers().flatMap((quartier) =>
      quartier.contour ? [{ quartier, contour: quartier.contour }] : [],
    );
    const projection = projeter(
      traces.map(({ contour }) => contour),
      LARGEUR,
      MARGE,
    );
    return {
      largeur: projection.largeur,
      hauteur: projection.hauteur,
      contours: traces.map(({ quartier, contour }) => ({
        code: quartier.code,
        trace: tracer(contour, projection),
        classe: this.classer(quartier),
        description: this.decrire(quartier),
      })),
      noms: placerEtiquettes(
        traces.map(({ quartier, contour }) => ({ texte: nomQpv(quartier), ...cadreDe(contour, projection) })),
        LARGEUR,
      ),
    };
  });

  private classer(quartier: QuartierResume): string {
    const choisi = this.choisi();
    if (choisi === null) return avancement(quartier);
    return quartier.code === choisi ? 'complet' : 'peu';
  }

  private decrire(quartier: QuartierResume): string {
    const { valeursRenseignees, valeursAttendues } = quartier;
    const valeurs = `${valeursRenseignees} sur ${accorder(valeursAttendues, 'valeur')} ${this.annee()}`;
    return `${nomQpv(quartier)}, ${quartier.communes.map(({ nom }) => nom).join(', ')}\u00A0: ${valeurs}`;
  }
}
