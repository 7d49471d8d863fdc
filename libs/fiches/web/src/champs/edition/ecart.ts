/** A text cut around what it does not share with another one. */
export interface TexteEcarte {
  avant: string;
  ecart: string;
  apres: string;
}

function partage(a: readonly string[], b: readonly string[]): number {
  const limite = Math.min(a.length, b.length);
  const rang = a.findIndex((mot, place) => place >= limite || mot !== b[place]);
  return rang === -1 ? limite : rang;
}

/** Shows where two versions of a text differ: what they share at the start, what each has alone, what they share at the end. */
export function ecarter(un: string, autre: string): [TexteEcarte, TexteEcarte] {
  const mots = [un, autre].map((texte) => texte.split(/(?<=\s)/));
  const [a = [], b = []] = mots;
  const debut = partage(a, b);
  const fin = partage(a.slice(debut).reverse(), b.slice(debut).reverse());
  const couper = (texte: readonly string[]): TexteEcarte => ({
    avant: texte.slice(0, debut).join(''),
    ecart: texte.slice(debut, texte.length - fin).join(''),
    apres: texte.slice(texte.length - fin).join(''),
  });
  return [couper(a), couper(b)];
}
