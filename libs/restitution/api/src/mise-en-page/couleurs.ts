/** The colours a document draws with; every text colour holds 4.5:1 on white and on `teinte`. */
export interface Palette {
  /** The hue as chosen: edges and bands, never text. */
  vive: string;
  /** The hue darkened until it can be read. */
  encre: string;
  /** Background of the label column. */
  teinte: string;
  /** Hairlines. */
  filet: string;
}

type Rvb = readonly [number, number, number];

const PAR_DEFAUT: Rvb = [31, 58, 95];
const CONTRASTE_TEXTE = 4.5;

function lire(couleur: string): Rvb {
  const [, r, v, b] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(couleur) ?? [];
  return r && v && b ? [parseInt(r, 16), parseInt(v, 16), parseInt(b, 16)] : PAR_DEFAUT;
}

function ecrire(rvb: Rvb): string {
  return `#${rvb.map((canal) => Math.round(canal).toString(16).padStart(2, '0')).join('')}`;
}

/** `part` of a colour (0 to 1) laid over another. */
function melanger([r, v, b]: Rvb, part: number, [fr, fv, fb]: Rvb): Rvb {
  const canal = (dessus: number, dessous: number) => dessus * part + dessous * (1 - part);
  return [canal(r, fr), canal(v, fv), canal(b, fb)];
}

function luminance(rvb: Rvb): number {
  const [r, v, b] = rvb.map((canal) => {
    const part = canal / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * v + 0.0722 * b;
}

/** Contrast ratio of WCAG 2 between two colours, from 1 to 21. */
export function contraste(une: string, autre: string): number {
  const [clair, sombre] = [luminance(lire(une)), luminance(lire(autre))].sort((a, b) => b - a) as [number, number];
  return (clair + 0.05) / (sombre + 0.05);
}

/** The palette of an enjeu or of a contrat from its single hue (`#rrggbb`); an unreadable hue gives the default deep blue. */
export function palette(couleur: string): Palette {
  const vive = lire(couleur);
  const teinte = ecrire(melanger(vive, 0.07, [255, 255, 255]));
  let encre = vive;
  while (contraste(ecrire(encre), teinte) < CONTRASTE_TEXTE) encre = melanger(encre, 0.94, [0, 0, 0]);
  return { vive: ecrire(vive), encre: ecrire(encre), teinte, filet: ecrire(melanger(vive, 0.28, [255, 255, 255])) };
}
