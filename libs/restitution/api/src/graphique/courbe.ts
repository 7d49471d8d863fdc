import { formaterNombre } from '@pleniere/shared/domain';
import type { IndicateurImprime, RepereImprime, SerieImprimee } from '../document/document-fiche';
import { type Echelle, echelle } from './echelle';
import { dessin, element, ENCRE, texte } from './svg';
import { type Point, placer, tracer } from './trace';

const LARGEUR = 482;
const HAUTEUR = 130;
const CADRE = { gauche: 34, droite: 404, haut: 26, bas: 110 };

type Abscisse = (annee: number) => number;

/** Runs of years without a number that have the same reason. */
function lacunes(annees: number[], { valeurs }: SerieImprimee): { debut: number; fin: number; raison: string }[] {
  return annees.reduce<{ debut: number; fin: number; raison: string }[]>((trouvees, annee) => {
    const valeur = valeurs.find((candidate) => candidate.annee === annee);
    if (valeur?.nombre != null) return trouvees;
    const raison = valeur?.texte || 'sans valeur';
    const derniere = trouvees.at(-1);
    if (derniere && derniere.fin === annee - 1 && derniere.raison === raison) derniere.fin = annee;
    else trouvees.push({ debut: annee, fin: annee, raison });
    return trouvees;
  }, []);
}

function fondDesAnnees(annees: number[], serie: SerieImprimee, x: Abscisse, pas: number): string[] {
  const libelles = annees.map((annee) =>
    texte(x(annee), CADRE.bas + 14, String(annee), { 'text-anchor': 'middle', fill: ENCRE.discret }),
  );
  const bandes = lacunes(annees, serie).flatMap(({ debut, fin, raison }) => {
    const gauche = x(debut) - pas / 2 + 2;
    const largeur = x(fin) - x(debut) + pas - 4;
    const mots = { 'text-anchor': 'middle', 'font-size': 7, 'font-style': 'italic', fill: ENCRE.discret };
    return [
      element('rect', { x: gauche, y: CADRE.haut, width: largeur, height: CADRE.bas - CADRE.haut, rx: 2, fill: ENCRE.bande }),
      texte(gauche + largeur / 2, CADRE.bas - 6, raison, mots),
    ];
  });
  return [...bandes, ...libelles];
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
