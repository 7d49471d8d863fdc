import type { Cadre } from './projection';

/** A name, and the frame of its contour. */
export interface Place extends Cadre {
  texte: string;
}

/** A name on one or two lines, and where its first line was put. */
export interface Etiquette {
  lignes: string[];
  x: number;
  y: number;
}

/** Height of a line of the names, in the units of the drawing. */
export const CORPS = 17;
const LARGEUR_LETTRE = CORPS * 0.5;

const demiLargeur = (lignes: readonly string[]) =>
  (Math.max(...lignes.map(({ length }) => length)) * LARGEUR_LETTRE) / 2;

function boite({ lignes, x, y }: Etiquette): Cadre {
  const demi = demiLargeur(lignes);
  return { gauche: x - demi, droite: x + demi, haut: y - CORPS, bas: y + (lignes.length - 1) * CORPS + 5 };
}

const seTouchent = (a: Cadre, b: Cadre) =>
  a.gauche < b.droite && b.gauche < a.droite && a.haut < b.bas && b.haut < a.bas;

/** Puts each name where it covers neither another name nor another contour: under its own, above, or a little aside. */
export function placerEtiquettes(places: readonly Place[], largeur: number): Etiquette[] {
  const posees: Etiquette[] = [];
  for (const place of [...places].sort((a, b) => a.haut - b.haut)) {
    const { texte, gauche, droite, haut, bas } = place;
    const lignes = texte.split(/ (?=– )/);
    const demi = demiLargeur(lignes);
    const obstacles = [...places.filter((autre) => autre !== place), ...posees.map(boite)];
    const essais = [bas + CORPS + 3, haut - 8 - (lignes.length - 1) * CORPS].flatMap((y) =>
      [(gauche + droite) / 2, gauche, droite, gauche - demi, droite + demi].map((milieu) => ({
        lignes,
        x: Math.min(Math.max(milieu, demi), largeur - demi),
        y,
      })),
    );
    const gene = (essai: Etiquette) => obstacles.filter((obstacle) => seTouchent(boite(essai), obstacle)).length;
    const meilleur = essais.reduce((retenu, essai) => (gene(essai) < gene(retenu) ? essai : retenu));
    posees.push(meilleur);
  }
  return posees;
}
