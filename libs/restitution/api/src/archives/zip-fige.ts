import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Day that an archive carries for all of its files: local noon, which every time zone has and writes alike. */
function midi(figeLe: string): Date {
  const [annee = 1980, mois = 1, jour = 1] = figeLe.slice(0, 10).split('-').map(Number);
  return new Date(annee, mois - 1, jour, 12);
}

/** An archive that depends on nothing but its files, in their order, and on a day (ISO). */
export function zipper(fichiers: Readonly<Record<string, Uint8Array>>, figeLe: string): Uint8Array {
  return zipSync({ ...fichiers }, { mtime: midi(figeLe), level: 6 });
}

// What the writer of a Word file draws at random, or counts since its program began: links, bookmarks, drawings.
const NUMEROS = [
  /(?<=")rId[\w-]{21}(?=")/g,
  /(?<=<w:bookmark(?:Start|End)\b[^>]*w:id=")\d+/g,
  /(?<=<wp:docPr id=")\d+/g,
];

/** Those numbers become their rank in the file. */
function renumeroter(): (texte: string) => string {
  const rangs = NUMEROS.map(() => new Map<string, string>());
  return (texte) =>
    NUMEROS.reduce(
      (suite, motif, sorte) =>
        suite.replace(motif, (lu) => {
          const connus = rangs[sorte] ?? new Map<string, string>();
          const rang = connus.get(lu) ?? `${sorte === 0 ? 'rIdL' : ''}${connus.size + 1}`;
          connus.set(lu, rang);
          return rang;
        }),
      texte,
    );
}

/**
 * An Office file (DOCX, XLSX) as if it had been written at that instant: its libraries date it by the clock and
 * number its parts at random.
 */
export function figerOffice(octets: Uint8Array, figeLe: string): Uint8Array {
  const fichiers = unzipSync(octets);
  const instant = `${figeLe.slice(0, 19)}Z`;
  const dater = (texte: string) =>
    texte.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, balise: string) => balise + instant);
  const ranger = renumeroter();
  const retouches: Readonly<Record<string, (texte: string) => string>> = {
    'docProps/core.xml': dater,
    // The text first: its order is that of the links.
    'word/document.xml': ranger,
    'word/_rels/document.xml.rels': ranger,
  };
  for (const [nom, retoucher] of Object.entries(retouches)) {
    const fichier = fichiers[nom];
    if (fichier) fichiers[nom] = strToU8(retoucher(strFromU8(fichier)));
  }
  return zipper(fichiers, figeLe);
}
