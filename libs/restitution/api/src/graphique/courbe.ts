import { formaterNombre } from '@pleniere/shared/domain';
import {
  abscisse,
  type Echelle,
  echelleVerticale,
  type Lacune,
  lacunes,
  type PointPlace,
  type RupturePlacee,
  rupturesPlacees,
  troncons,
} from '@pleniere/indicateurs/domain';
import type { IndicateurImprime, RepereImprime, SerieImprimee } from '../document/document-fiche';
import { type Dessin, ENCRE, Planche } from './planche';
import { tracer } from './trace';

const LARGEUR = 481;
const HAUTEUR = 130;
const CADRE = { gauche: 34, droite: 404, haut: 26, bas: 110 };
const DISCRET = { couleur: ENCRE.discret, taille: 7 } as const;

type Abscisse = (annee: number) => number;

function voiler(planche: Planche, { debut, fin, raison }: Lacune, x: Abscisse, pas: number): void {
  const gauche = x(debut) - pas / 2 + 2;
  const largeur = x(fin) - x(debut) + pas - 4;
  const hauteur = CADRE.bas - CADRE.haut;
  planche.forme('rect', { x: gauche, y: CADRE.haut, width: largeur, height: hauteur, rx: 2, fill: ENCRE.bande });
  planche.texte(gauche + largeur / 2, CADRE.bas - 6, raison, { ...DISCRET, ancre: 'milieu', italique: true });
}

function graduer(planche: Planche, { graduations, y }: Echelle): void {
  for (const graduation of graduations) {
    const hauteur = y(graduation);
    planche.ligne([CADRE.gauche, hauteur], [CADRE.droite, hauteur], { stroke: ENCRE.filet, 'stroke-width': 0.5 });
    planche.texte(CADRE.gauche - 6, hauteur + 2.5, formaterNombre(graduation), { ...DISCRET, ancre: 'fin' });
  }
}

function poserReference(planche: Planche, { annee, nombre, texte }: RepereImprime, y: Echelle['y']): void {
  if (nombre === null) return;
  const hauteur = y(nombre);
  const pointille = {
    stroke: ENCRE.reference,
    'stroke-width': 1,
    'stroke-dasharray': '0.1 3',
    'stroke-linecap': 'round',
  };
  planche.ligne([CADRE.gauche, hauteur], [CADRE.droite, hauteur], pointille);
  planche.texte(CADRE.droite + 6, hauteur - 1.5, `référence ${annee}`, DISCRET);
  planche.texte(CADRE.droite + 6, hauteur + 7, texte, { couleur: ENCRE.discret, gras: true });
}

function planterCible(planche: Planche, { annee, nombre, texte }: RepereImprime, x: Abscisse, y: Echelle['y']): void {
  if (nombre === null) return;
  const [pied, hauteur] = [x(annee), y(nombre)];
  const hampe = { stroke: ENCRE.texte, 'stroke-width': 0.9 };
  planche.ligne([pied, hauteur], [pied, hauteur - 15], hampe);
  planche.forme('path', { d: `M${pied} ${hauteur - 15}l9 3l-9 3z`, fill: ENCRE.texte });
  planche.ligne([pied - 4, hauteur], [pied + 4, hauteur], hampe);
  planche.texte(pied, hauteur - 18, `cible ${texte}`, { ancre: 'milieu', taille: 7.5 });
}

function poserRupture(planche: Planche, { x, texte }: RupturePlacee): void {
  const tirets = { stroke: ENCRE.reference, 'stroke-width': 0.7, 'stroke-dasharray': '3 3' };
  planche.ligne([x, CADRE.haut - 16], [x, CADRE.bas], tirets);
  planche.texte(x, CADRE.haut - 18, texte, { ...DISCRET, ancre: 'milieu', italique: true });
}

/** Height taken by what is already drawn in the column of a year. */
interface Obstacle {
  haut: number;
  bas: number;
}

/** The value beside its dot: above, else below, else at its right, wherever no flag or dotted rule stands. */
function etiqueter(planche: Planche, { x, y }: PointPlace, texte: string, obstacles: Obstacle[]): void {
  const style = { gras: true, taille: 9 } as const;
  const libre = (haut: number, bas: number) =>
    obstacles.every((obstacle) => bas < obstacle.haut || haut > obstacle.bas);
  if (libre(y - 14, y - 6)) planche.texte(x, y - 7, texte, { ...style, ancre: 'milieu' });
  else if (libre(y + 5, y + 13)) planche.texte(x, y + 12, texte, { ...style, ancre: 'milieu' });
  else planche.texte(x + 6, y + 3, texte, style);
}

/** The chart of one series over the years of the contrat: dotted reference, targets as flags, values as a line with dots. */
export function courbe(indicateur: IndicateurImprime, serie: SerieImprimee, annees: number[], couleur: string): Dessin {
  const planche = new Planche(LARGEUR, HAUTEUR);
  const { reference } = indicateur;
  const cibles = indicateur.cibles.filter(({ annee }) => annees.includes(annee));
  const nombres = [...serie.valeurs, ...cibles, ...(reference ? [reference] : [])].flatMap(
    ({ nombre }) => nombre ?? [],
  );
  const echelle = echelleVerticale(nombres, CADRE);
  const x = abscisse(annees, CADRE);
  const traces = troncons(serie.valeurs, x, echelle.y);

  for (const lacune of lacunes(serie.valeurs))
    voiler(planche, lacune, x, (CADRE.droite - CADRE.gauche) / annees.length);
  for (const annee of annees)
    planche.texte(x(annee), CADRE.bas + 14, String(annee), { ancre: 'milieu', couleur: ENCRE.discret });
  graduer(planche, echelle);
  if (reference) poserReference(planche, reference, echelle.y);
  for (const cible of cibles) planterCible(planche, cible, x, echelle.y);
  for (const rupture of rupturesPlacees(serie.valeurs, x)) poserRupture(planche, rupture);
  tracer(planche, traces, couleur, 3);
  const regle = typeof reference?.nombre === 'number' ? [echelle.y(reference.nombre)] : [];
  for (const point of traces.flat()) {
    const { annee } = point.annee;
    const drapeaux = cibles.filter((cible) => cible.annee === annee).flatMap(({ nombre }) => nombre ?? []);
    const texte = serie.valeurs.find((valeur) => valeur.annee === annee)?.texte ?? '';
    etiqueter(planche, point, texte, [
      ...regle.map((hauteur) => ({ haut: hauteur, bas: hauteur })),
      ...drapeaux.map((cible) => ({ haut: echelle.y(cible) - 26, bas: echelle.y(cible) + 1 })),
    ]);
  }
  return planche.terminer();
}
