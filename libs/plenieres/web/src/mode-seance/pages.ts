/** What a screen read from ten metres away holds: characters on a line, lines on a screen, room between two items in lines. */
export interface Mesure {
  signes: number;
  lignes: number;
  ecart: number;
}

const TEXTE: Mesure = { signes: 58, lignes: 12, ecart: 0.6 };
/** A list that is looked through rather than read. */
export const MESURE_LISTE: Mesure = { signes: 84, lignes: 16, ecart: 0.6 };
/** Decisions, each with who and when under it. */
export const MESURE_DECISIONS: Mesure = { signes: 58, lignes: 12, ecart: 1.4 };

const hauteur = (texte: string, { signes }: Mesure = TEXTE): number =>
  texte.split('\n').reduce((lignes, ligne) => lignes + Math.max(1, Math.ceil(ligne.length / signes)), 0);

/** As much of the beginning of a text as a screen surely holds. */
function tenant(texte: string): string {
  let debut = texte.slice(0, TEXTE.signes * (TEXTE.lignes - 1));
  while (hauteur(debut) > TEXTE.lignes) debut = debut.slice(0, Math.floor(debut.length * 0.8));
  return debut;
}

/** Cuts a text that no screen could hold at the ends of its sentences, or of its words; put together again it is whole. */
function couper(texte: string): string[] {
  const morceaux: string[] = [];
  let reste = texte;
  while (hauteur(reste) > TEXTE.lignes) {
    const debut = tenant(reste);
    const coupe = [/[.!?…]\s+(?=[^.!?…]*$)/, /\n(?=[^\n]*$)/, /\s(?=\S*$)/]
      .map((fin) => fin.exec(debut))
      .find((trouve) => trouve !== null && trouve.index > debut.length / 3);
    const ou = coupe ? coupe.index + coupe[0].length : debut.length;
    morceaux.push(reste.slice(0, ou));
    reste = reste.slice(ou);
  }
  return [...morceaux, reste];
}

/** Texts by screens, in their order: as many as a screen holds, none of them cut off. */
export function enPages(textes: readonly string[]): string[][] {
  return parPages(textes.flatMap(couper), (texte) => texte, TEXTE);
}

/** Elements by screens, each as tall as its words. */
export function parPages<T>(elements: readonly T[], dire: (element: T) => string, mesure: Mesure): T[][] {
  const pages: T[][] = [];
  let place = 0;
  for (const element of elements) {
    const lignes = hauteur(dire(element), mesure) + mesure.ecart;
    if (lignes > place || pages.length === 0) {
      pages.push([]);
      place = mesure.lignes;
    }
    pages.at(-1)?.push(element);
    place -= lignes;
  }
  return pages;
}
