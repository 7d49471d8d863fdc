import type { IndicateurImprime, SerieImprimee } from '../document/document-fiche';
import { type Echelle, echelle } from './echelle';
import { dessin, element, ENCRE, texte } from './svg';
import { placer, tracer } from './trace';

const LARGEUR = 482;
const PAR_RANGEE = 5;
const VIGNETTE = { largeur: 84, hauteur: 60, ecart: 15.5, haut: 24, bas: 49 };
const LETTRES_DU_NOM = 22;

function abreger(nom: string): string {
  return nom.length > LETTRES_DU_NOM ? `${nom.slice(0, LETTRES_DU_NOM - 1).trimEnd()}…` : nom;
}

function vignette(serie: SerieImprimee, annees: number[], { y }: Echelle, cibles: number[], couleur: string): string {
  const pas = VIGNETTE.largeur / annees.length;
  const points = placer(serie.valeurs, (annee) => (annee - (annees[0] ?? annee) + 0.5) * pas, y);
  const dernier = points.at(-1);
  const base = { x1: 0, x2: VIGNETTE.largeur, y1: VIGNETTE.bas, y2: VIGNETTE.bas, stroke: ENCRE.filet, 'stroke-width': 0.75 };
  const cote = { 'font-size': 6.5, fill: ENCRE.discret };
  return [
    texte(0, 9, abreger(serie.territoire), { 'font-weight': 600, 'font-size': 7.5 }),
    element('line', base),
    ...cibles.map((cible) => element('line', { x1: 0, x2: VIGNETTE.largeur, y1: y(cible), y2: y(cible), stroke: ENCRE.texte, 'stroke-width': 0.6, 'stroke-dasharray': '4 2' })),
    tracer(points, couleur, 2),
    dernier
      ? texte(dernier.x, dernier.y - 5, dernier.valeur.texte, { 'text-anchor': 'middle', 'font-weight': 600, 'font-size': 8 })
      : texte(0, VIGNETTE.bas - 8, 'Aucune valeur', { 'font-size': 7, 'font-style': 'italic', fill: ENCRE.discret }),
    texte(0, VIGNETTE.bas + 9, String(annees[0] ?? ''), cote),
    texte(VIGNETTE.largeur, VIGNETTE.bas + 9, String(annees.at(-1) ?? ''), { ...cote, 'text-anchor': 'end' }),
  ].join('');
}

/**
 * One small chart per territory, all on the same scale so that quarters compare at a glance. The last target is a dashed
 * rule only when it is set for each territory, that is when no series speaks for the whole.
 */
export function petitsMultiples(indicateur: IndicateurImprime, series: SerieImprimee[], annees: number[], couleur: string): string {
  const parTerritoire = !indicateur.series.some(({ ensemble }) => ensemble);
  const cibles = parTerritoire ? indicateur.cibles.slice(-1).flatMap(({ nombre }) => nombre ?? []) : [];
  const nombres = series.flatMap(({ valeurs }) => valeurs.flatMap(({ nombre }) => nombre ?? []));
  const graduee = echelle([...nombres, ...cibles], VIGNETTE);
  const rangees = Math.ceil(series.length / PAR_RANGEE);
  return dessin(
    LARGEUR,
    rangees * (VIGNETTE.hauteur + VIGNETTE.ecart) - VIGNETTE.ecart,
    series.map((serie, rang) => {
      const x = (rang % PAR_RANGEE) * (VIGNETTE.largeur + VIGNETTE.ecart);
      const y = Math.floor(rang / PAR_RANGEE) * (VIGNETTE.hauteur + VIGNETTE.ecart);
      return element('g', { transform: `translate(${x} ${y})` }, vignette(serie, annees, graduee, cibles, couleur));
    }),
  );
}
