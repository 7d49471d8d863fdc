import { abscisse, echelleVerticale, rupturesPlacees, troncons } from '@pleniere/indicateurs/domain';
import type { IndicateurImprime, SerieImprimee } from '../document/document-fiche';
import { type Dessin, ENCRE, Planche } from './planche';
import { tracer } from './trace';

const LARGEUR = 481;
const PAR_RANGEE = 5;
const VIGNETTE = { largeur: 84, hauteur: 60, ecart: 15.25, haut: 24, bas: 49 };
const LETTRES_DU_NOM = 22;

interface Vignette {
  serie: SerieImprimee;
  gauche: number;
  haut: number;
}

function abreger(nom: string): string {
  return nom.length > LETTRES_DU_NOM ? `${nom.slice(0, LETTRES_DU_NOM - 1).trimEnd()}…` : nom;
}

function dessinerVignette(
  planche: Planche,
  { serie, gauche, haut }: Vignette,
  annees: number[],
  { nombres, cibles, couleur }: { nombres: number[]; cibles: number[]; couleur: string },
): void {
  const droite = gauche + VIGNETTE.largeur;
  const bas = haut + VIGNETTE.bas;
  const { y } = echelleVerticale(nombres, { bas, haut: haut + VIGNETTE.haut });
  const x = abscisse(annees, { gauche, droite, haut, bas });
  const traces = troncons(serie.valeurs, x, y);
  const cote = { taille: 6.5, couleur: ENCRE.discret } as const;

  planche.texte(gauche, haut + 9, abreger(serie.territoire), { gras: true, taille: 7.5 });
  planche.ligne([gauche, bas], [droite, bas], { stroke: ENCRE.filet, 'stroke-width': 0.75 });
  for (const cible of cibles) {
    const tirets = { stroke: ENCRE.texte, 'stroke-width': 0.6, 'stroke-dasharray': '4 2' };
    planche.ligne([gauche, y(cible)], [droite, y(cible)], tirets);
  }
  for (const rupture of rupturesPlacees(serie.valeurs, x)) {
    const tirets = { stroke: ENCRE.reference, 'stroke-width': 0.6, 'stroke-dasharray': '2 2' };
    planche.ligne([rupture.x, haut + VIGNETTE.haut - 8], [rupture.x, bas], tirets);
  }
  tracer(planche, traces, couleur, 2);
  const dernier = traces.flat().at(-1);
  const texte = serie.valeurs.find(({ annee }) => annee === dernier?.annee.annee)?.texte ?? '';
  if (dernier) planche.texte(dernier.x, dernier.y - 5, texte, { ancre: 'milieu', gras: true });
  else planche.texte(gauche, bas - 8, 'Aucune valeur', { ...cote, italique: true });
  planche.texte(gauche, bas + 9, String(annees[0] ?? ''), cote);
  planche.texte(droite, bas + 9, String(annees.at(-1) ?? ''), { ...cote, ancre: 'fin' });
}

/**
 * One small chart per territory, all on the same scale so that quarters compare at a glance. The last target is a dashed
 * rule only when it is set for each territory, that is when no series speaks for the whole.
 */
export function petitsMultiples(
  indicateur: IndicateurImprime,
  series: SerieImprimee[],
  annees: number[],
  couleur: string,
): Dessin {
  const parTerritoire = !indicateur.series.some(({ ensemble }) => ensemble);
  const cibles = parTerritoire ? indicateur.cibles.slice(-1).flatMap(({ nombre }) => nombre ?? []) : [];
  const nombres = [...series.flatMap(({ valeurs }) => valeurs.flatMap(({ nombre }) => nombre ?? [])), ...cibles];
  const rangees = Math.ceil(series.length / PAR_RANGEE);
  const planche = new Planche(LARGEUR, rangees * (VIGNETTE.hauteur + VIGNETTE.ecart) - VIGNETTE.ecart);
  for (const [rang, serie] of series.entries()) {
    const gauche = (rang % PAR_RANGEE) * (VIGNETTE.largeur + VIGNETTE.ecart);
    const haut = Math.floor(rang / PAR_RANGEE) * (VIGNETTE.hauteur + VIGNETTE.ecart);
    dessinerVignette(planche, { serie, gauche, haut }, annees, { nombres, cibles, couleur });
  }
  return planche.terminer();
}
