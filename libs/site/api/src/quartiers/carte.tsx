import { cadreDe, CORPS, placerEtiquettes, projeter, tracer } from '@pleniere/contrat/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import type { QuartierDuSite } from './quartier';

const LARGEUR = 760;
const MARGE = 28;

interface Donnees {
  cadre: CadreDuSite;
  quartiers: readonly QuartierDuSite[];
  /** Code of the only quartier to tell from the others. */
  ici?: string;
}

/** Contours of the quartiers, each a link; the list beside says the same. */
export function Carte({ cadre, quartiers, ici }: Donnees): JSX.Element | null {
  const traces = quartiers.flatMap(({ code, nom, contour }) => (contour ? [{ code, nom, contour }] : []));
  if (traces.length === 0) return null;
  const projection = projeter(
    traces.map(({ contour }) => contour),
    LARGEUR,
    MARGE,
  );
  const noms = placerEtiquettes(
    traces.map(({ nom, contour }) => ({ texte: nom, ...cadreDe(contour, projection) })),
    LARGEUR,
  );
  return (
    <svg
      class="carte"
      viewBox={`0 0 ${LARGEUR} ${Math.round(projection.hauteur)}`}
      role="group"
      aria-label="Carte des quartiers"
    >
      {traces.map(({ code, nom, contour }) => (
        <a key={code} href={chemin(cadre, 'quartiers', code)} aria-label={nom}>
          <path class={code === ici ? 'ici' : undefined} d={tracer(contour, projection)} />
        </a>
      ))}
      <g aria-hidden="true">
        {noms.map(({ lignes, x, y }) => (
          <text key={lignes.join()} y={y}>
            {lignes.map((ligne, rang) => (
              <tspan key={ligne} x={x} dy={rang === 0 ? 0 : CORPS}>
                {ligne}
              </tspan>
            ))}
          </text>
        ))}
      </g>
    </svg>
  );
}
