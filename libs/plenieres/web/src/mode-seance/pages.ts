/** What a screen read from ten metres away holds: characters on a line, lines on a screen. */
const SIGNES = 58;
const LIGNES = 9;
// Room between two items, in lines.
const ECART = 0.6;

const hauteur = (texte: string): number =>
  texte.split('\n').reduce((lignes, ligne) => lignes + Math.max(1, Math.ceil(ligne.length / SIGNES)), 0);

/** Cuts a text that no screen could hold at the ends of its sentences, or of its words; put together again it is whole. */
function couper(texte: string): string[] {
  const morceaux: string[] = [];
  let reste = texte;
  while (hauteur(reste) > LIGNES) {
    const debut = reste.slice(0, SIGNES * (LIGNES - 1));
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
  const pages: string[][] = [];
  let place = 0;
  for (const texte of textes.flatMap(couper)) {
    const lignes = hauteur(texte) + ECART;
    if (lignes > place || pages.length === 0) {
      pages.push([]);
      place = LIGNES;
    }
    pages.at(-1)?.push(texte);
    place -= lignes;
  }
  return pages;
}

/** Elements by screens, each as tall as its words. */
export function parPages<T>(elements: readonly T[], dire: (element: T) => string): T[][] {
  const pages: T[][] = [];
  let place = 0;
  for (const element of elements) {
    const lignes = hauteur(dire(element)) + 2 * ECART;
    if (lignes > place) {
      pages.push([]);
      place = LIGNES;
    }
    pages.at(-1)?.push(element);
    place -= lignes;
  }
  return pages;
}
