/** Where a name may stand: centred under or above its contour. */
export interface Place {
  texte: string;
  milieu: number;
  haut: number;
  bas: number;
}

/** A name and where it was put. */
export interface Etiquette {
  texte: string;
  x: number;
  y: number;
}

const CORPS = 17;
const LARGEUR_LETTRE = CORPS * 0.5;

interface Boite {
  gauche: number;
  droite: number;
  haut: number;
  bas: number;
}

function boite({ texte, x, y }: Etiquette): Boite {
  const demi = (texte.length * LARGEUR_LETTRE) / 2;
  return { gauche: x - demi, droite: x + demi, haut: y - CORPS, bas: y + 5 };
}

const seTouchent = (a: Boite, b: Boite) =>
  a.gauche < b.droite && b.gauche < a.droite && a.haut < b.bas && b.haut < a.bas;

/** Puts each name where it covers no other: under its contour, above it, or a little further down. */
export function placerEtiquettes(places: readonly Place[], largeur: number): Etiquette[] {
  const posees: Etiquette[] = [];
  for (const { texte, milieu, haut, bas } of [...places].sort((a, b) => a.haut - b.haut)) {
    const demi = (texte.length * LARGEUR_LETTRE) / 2;
    const x = Math.min(Math.max(milieu, demi), largeur - demi);
    const essais = [bas + CORPS + 3, haut - 8, bas + 2 * CORPS + 5, haut - CORPS - 10, bas + 3 * CORPS + 7];
    const candidates = essais.map((y) => ({ texte, x, y }));
    const libre = candidates.find((candidate) =>
      posees.every((posee) => !seTouchent(boite(candidate), boite(posee))),
    );
    posees.push(libre ?? { texte, x, y: bas + CORPS + 3 });
  }
  return posees;
}
