/** Inks shared by every chart; each text ink holds 4.5:1 on white and on the band of a missing year. */
export const ENCRE = {
  texte: '#1b2536',
  discret: '#566072',
  bande: '#f5f6f8',
  filet: '#dfe3e8',
  reference: '#6b7482',
} as const;

/** Words on a drawing: `x` and `y` place their baseline, in points from the top left. */
export interface TexteDeDessin {
  x: number;
  y: number;
  mots: string;
  ancre: 'debut' | 'milieu' | 'fin';
  taille: number;
  gras: boolean;
  italique: boolean;
  couleur: string;
}

/** Shapes as SVG; the words are kept apart, since the engine sets them twenty times faster than SVG text. */
export interface Dessin {
  largeur: number;
  hauteur: number;
  svg: string;
  textes: TexteDeDessin[];
}

type Attributs = Record<string, string | number>;
type Style = Partial<Omit<TexteDeDessin, 'x' | 'y' | 'mots'>>;

const arrondir = (valeur: string | number): string | number =>
  typeof valeur === 'number' ? Math.round(valeur * 100) / 100 : valeur;

/** A sheet on which a chart is drawn, shape after shape. Only shapes and colours of ours reach the SVG, never a word. */
export class Planche {
  private readonly formes: string[] = [];
  private readonly textes: TexteDeDessin[] = [];

  constructor(
    private readonly largeur: number,
    private readonly hauteur: number,
  ) {}

  forme(nom: 'rect' | 'line' | 'circle' | 'path', attributs: Attributs): void {
    const liste = Object.entries(attributs).map(([cle, valeur]) => ` ${cle}="${arrondir(valeur)}"`);
    this.formes.push(`<${nom}${liste.join('')}/>`);
  }

  ligne([x1, y1]: [number, number], [x2, y2]: [number, number], attributs: Attributs): void {
    this.forme('line', { x1, y1, x2, y2, ...attributs });
  }

  texte(x: number, y: number, mots: string, style: Style = {}): void {
    const defaut = { ancre: 'debut', taille: 8, gras: false, italique: false, couleur: ENCRE.texte } as const;
    this.textes.push({ x, y, mots, ...defaut, ...style });
  }

  terminer(): Dessin {
    const { largeur, hauteur, textes } = this;
    const cadre = `viewBox="0 0 ${largeur} ${hauteur}" width="${largeur}" height="${hauteur}"`;
    return {
      largeur,
      hauteur,
      textes,
      svg: `<svg xmlns="http://www.w3.org/2000/svg" ${cadre}>${this.formes.join('')}</svg>`,
    };
  }
}
