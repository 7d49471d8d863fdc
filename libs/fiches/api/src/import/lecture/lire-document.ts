import { placer, type DocumentSource, type FormatFiche, type Passage } from '@pleniere/fiches/domain';
import { deballer } from './archive';
import { lireDocx } from './docx';
import { estLotDeFichiers, reconnaitreFormat } from './format';
import { lireOdt } from './odt';
import { lirePdf } from './pdf/lire-pdf';
import { LectureRefusee, LIMITES_LECTURE } from './refus';
import { lireTexte } from './txt';

/** A file as it was given. */
export interface Fichier {
  nom: string;
  octets: Uint8Array;
}

/** A read document with where its passages go, or the reason why it cannot be read, for the person who gave it. */
export type Lecture = { format: FormatFiche; document: DocumentSource; passages: Passage[] } | { refus: string };

const LECTEURS: Readonly<Record<FormatFiche, (octets: Uint8Array) => DocumentSource | Promise<DocumentSource>>> = {
  docx: lireDocx,
  odt: lireOdt,
  pdf: lirePdf,
  txt: lireTexte,
};
const EXTENSIONS: Readonly<Record<FormatFiche, RegExp>> = {
  docx: /\.(docx|docm|dotx)$/i,
  odt: /\.(odt|ott)$/i,
  pdf: /\.pdf$/i,
  txt: /\.(txt|text|md)$/i,
};
const CACHES = /(^|\/)(\.|__MACOSX\/|Thumbs\.db$|~\$)|\/$/;

async function tenter<T>(lire: () => T | Promise<T>): Promise<T | { refus: string }> {
  try {
    return await lire();
  } catch (erreur) {
    if (erreur instanceof LectureRefusee) return { refus: erreur.message };
    return {
      refus: 'Ce fichier n’a pas pu être lu\u00A0: enregistrez-le à nouveau, ou dans un autre format, et redéposez-le.',
    };
  }
}

/** The same characters, but the few that no database keeps, written « � » so that no place changes. */
function stockable(texte: string): string {
  return texte.toWellFormed().replaceAll('\u0000', '\uFFFD');
}

/** Reads a document, whatever its name says it is. */
export function lireDocument({ nom, octets }: Fichier): Promise<Lecture> {
  return tenter(async () => {
    const format = reconnaitreFormat(octets);
    const lu = await LECTEURS[format](octets);
    const document = { ...lu, texte: stockable(lu.texte) };
    if (document.blocs.length === 0) throw new LectureRefusee('Ce document ne contient aucun texte.');
    const notes = EXTENSIONS[format].test(nom)
      ? document.notes
      : [
          ...document.notes,
          `Le nom du fichier ne dit pas ce qu’il est\u00A0: il a été lu comme un document .${format}.`,
        ];
    return { format, document: { ...document, notes }, passages: placer(document) };
  });
}

/** The files of a zip; a file that is not one stays alone. */
export function ouvrirLot(fichier: Fichier): Promise<{ fichiers: Fichier[] } | { refus: string }> {
  return tenter(() => {
    if (!estLotDeFichiers(fichier.octets)) return { fichiers: [fichier] };
    const parties = deballer(fichier.octets, (nom) => !CACHES.test(nom));
    const fichiers = Object.entries(parties).map(([nom, octets]) => ({
      nom: nom.slice(nom.lastIndexOf('/') + 1),
      octets,
    }));
    if (fichiers.length === 0) throw new LectureRefusee('Cette archive ne contient aucun document.');
    if (fichiers.length > LIMITES_LECTURE.fichiers) {
      throw new LectureRefusee(
        `Cette archive contient plus de ${LIMITES_LECTURE.fichiers} fichiers\u00A0: déposez-les en plusieurs fois.`,
      );
    }
    return { fichiers };
  });
}
