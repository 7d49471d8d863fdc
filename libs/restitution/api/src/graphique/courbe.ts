import { formaterNombre } from '@pleniere/shared/domain';
import type { IndicateurImprime, RepereImprime, SerieImprimee } from '../document/document-fiche';
import { type Echelle, echelle } from './echelle';
import { dessin, element, ENCRE, texte } from './svg';
import { type Point, placer, tracer } from './trace';

const LARGEUR = 482;
const HAUTEUR = 138;
const CADRE = { gauche: 34, droite: 404, haut: 26, bas: 116 };

type Abscisse = (annee: number) => number;

function fondDesAnnees(annees: number[], serie: SerieImprimee, x: Abscisse, pas: number): string[] {
  return annees.flatMap((annee) => {
    const valeur = serie.valeurs.find((candidate) => candidate.annee === annee);
    const libelle = texte(x(annee), CADRE.bas + 14, String(annee), { 'text-anchor': 'middle', fill: ENCRE.discret });
    if (valeur?.nombre != null) return [libelle];
    const hauteur = CADRE.bas - CADRE.haut;
    const bande = { x: x(annee) - pas / 2 + 1, y: CADRE.haut, width: pas - 2, height: hauteur, fill: ENCRE.bande };
    const raison = texte(x(annee), CADRE.bas - 6, valeur?.texte ?? 'sans valeur', {
      'text-anchor': 'middle',
      'font-size': 7,
      'font-style': 'italic',
      fill: ENCRE.discret,
    });
    return [element('rect', bande), libelle, valeur?.nombre === null && valeur.texte.length > 16 ? '' : raison];
  });
}

function graduer({ graduations, y }: Echelle): string[] {
  return graduations.flatMap((graduation) => [
    element('line', { x1: CADRE.gauche, x2: CADRE.droite, y1: y(graduation), y2: y(graduation), stroke: ENCRE.filet, 'stroke-width': 0.5 }),
    texte(CADRE.gauche - 6, y(graduation) + 2.5, formaterNombre(graduation), { 'text-anchor': 'end', 'font-size': 7, fill: ENCRE.discret }),
  ]);
}

function poserReference(reference: RepereImprime, y: Echelle['y']): string[] {
  if (reference.nombre === null) return [];
  const hauteur = y(reference.nombre);
  const pointille = { stroke: ENCRE.reference, 'stroke-width': 1, 'stroke-dasharray': '1 3', 'stroke-linecap': 'round' };
  return [
    element('line', { x1: CADRE.gauche, x2: CADRE.droite, y1: hauteur, y2: hauteur, ...pointille }),
    texte(CADRE.droite + 6, hauteur - 1.5, `référence ${reference.annee}`, { 'font-size': 7, fill: ENCRE.discret }),
    texte(CADRE.droite + 6, hauteur + 7, reference.texte, { fill: ENCRE.discret, 'font-weight': 600 }),
  ];
}

function planterCible(cible: RepereImprime, x: Abscisse, y: Echelle['y']): string[] {
  if (cible.nombre === null) return [];
  const [pied, hauteur] = [x(cible.annee), y(cible.nombre)];
  return [
    element('line', { x1: pied, x2: pied, y1: hauteur, y2: hauteur - 15, stroke: ENCRE.texte, 'stroke-width': 0.9 }),
    element('path', { d: `M${pied} ${hauteur - 15}l9 3l-9 3z`, fill: ENCRE.texte }),
    element('line', { x1: pied - 4, x2: pied + 4, y1: hauteur, y2: hauteur, stroke: ENCRE.texte, 'stroke-width': 0.9 }),
    texte(pied, hauteur - 18, `cible ${cible.texte}`, { 'text-anchor': 'middle', 'font-size': 7.5 }),
  ];
}

function etiqueter({ x, y, valeur }: Point, cibles: RepereImprime[], yDe: Echelle['y']): string {
  const cible = cibles.find(({ annee }) => annee === valeur.annee)?.nombre;
  const genee = cible != null && yDe(cible) <= y + 4 && y - yDe(cible) < 26;
  return texte(x, genee ? y + 12 : y - 7, valeur.texte, { 'text-anchor': 'middle', 'font-weight': 600, 'font-size': 9 });
}

/** The chart of one series over the years of the contrat: dotted reference, targets as flags, values as a line with dots. */
export function courbe(indicateur: IndicateurImprime, serie: SerieImprimee, annees: number[], couleur: string): string {
  const { reference, cibles } = indicateur;
  const nombres = [...serie.valeurs, ...cibles, ...(reference ? [reference] : [])].flatMap(({ nombre }) => nombre ?? []);
  const graduee = echelle(nombres, CADRE);
  const pas = (CADRE.droite - CADRE.gauche) / annees.length;
  const x: Abscisse = (annee) => CADRE.gauche + (annee - (annees[0] ?? annee) + 0.5) * pas;
  const dansLeCadre = cibles.filter(({ annee }) => annees.includes(annee));
  const points = placer(serie.valeurs, x, graduee.y);
  return dessin(LARGEUR, HAUTEUR, [
    ...fondDesAnnees(annees, serie, x, pas),
    ...graduer(graduee),
    ...(reference ? poserReference(reference, graduee.y) : []),
    ...dansLeCadre.flatMap((cible) => planterCible(cible, x, graduee.y)),
    tracer(points, couleur, 3),
    ...points.map((point) => etiqueter(point, dansLeCadre, graduee.y)),
  ]);
}
