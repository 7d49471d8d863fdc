import type { TypePiece } from '@pleniere/indicateurs/domain';
import { unzipSync, type Unzipped } from 'fflate';

/** A file that is not kept, and why, in French. */
export class FichierRefuse extends Error {}

const REFUS = {
  inconnu: 'Ce type de fichier n’est pas accepté\u00A0: PDF, image, document bureautique sans macro, texte ou CSV.',
  ancien:
    'Ce format bureautique ancien peut cacher des macros\u00A0: enregistrez le document en .docx, .xlsx ou .pptx.',
  macro: 'Ce document contient des macros ou un programme\u00A0: enregistrez-le sans eux et redéposez-le.',
  pdfActif: 'Ce PDF contient un programme\u00A0: réimprimez-le en PDF et redéposez-le.',
  abime: 'Ce document est endommagé\u00A0: ouvrez-le, enregistrez-le à nouveau et redéposez-le.',
} as const;

const SIGNATURES: readonly [octets: readonly number[], type: TypePiece][] = [
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'png'],
  [[0xff, 0xd8, 0xff], 'jpeg'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'pdf'],
];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const ENTREES_MAX = 10_000;
const TYPES_MAX = 1024 * 1024;

const OFFICE: readonly [partie: string, type: TypePiece][] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
];
const ODF: Readonly<Record<string, TypePiece>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
};
const PROGRAMME = /vbaProject|activeX|oleObject|^(Basic|Scripts)\/|\.(exe|dll|bat|cmd|scr|js|vbs|ps1|msi|lnk|jar)$/i;

function commencePar(octets: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((octet, rang) => octets[rang] === octet);
}

/** Names of the parts of a zip, and the two that say what it is; nothing else is unpacked. */
function ouvrir(octets: Uint8Array): { noms: string[]; parties: Unzipped } {
  const noms: string[] = [];
  try {
    const parties = unzipSync(octets, {
      filter: ({ name, originalSize }) => {
        if (noms.push(name) > ENTREES_MAX) throw new FichierRefuse(REFUS.abime);
        return (name === '[Content_Types].xml' || name === 'mimetype') && originalSize <= TYPES_MAX;
      },
    });
    return { noms, parties };
  } catch {
    throw new FichierRefuse(REFUS.abime);
  }
}

function typeDeLArchive(octets: Uint8Array): TypePiece {
  const { noms, parties } = ouvrir(octets);
  const lire = (nom: string) => new TextDecoder().decode(parties[nom]);
  if (noms.some((nom) => PROGRAMME.test(nom)) || /macroEnabled/i.test(lire('[Content_Types].xml'))) {
    throw new FichierRefuse(REFUS.macro);
  }
  const type = OFFICE.find(([partie]) => noms.includes(partie))?.[1] ?? ODF[lire('mimetype').trim()];
  if (type === undefined) throw new FichierRefuse(REFUS.inconnu);
  return type;
}

// A text has no control character but those that lay it out, and does not ask to be run.
function estTexte(octets: Uint8Array): boolean {
  const commande = commencePar(octets, [0x23, 0x21]);
  return !commande && octets.every((octet) => octet >= 0x20 || (octet >= 0x09 && octet <= 0x0d && octet !== 0x0b));
}

/** What a file is, by what it holds and never by its name; throws when it is nothing that is kept. */
export function reconnaitreFichier(octets: Buffer): TypePiece {
  const type = SIGNATURES.find(([signature]) => commencePar(octets, signature))?.[1];
  if (type === 'pdf' && /\/(JavaScript|Launch)\b/.test(octets.toString('latin1'))) {
    throw new FichierRefuse(REFUS.pdfActif);
  }
  if (type !== undefined) return type;
  if (octets.toString('latin1', 0, 4) === 'RIFF' && octets.toString('latin1', 8, 12) === 'WEBP') return 'webp';
  if (commencePar(octets, OLE)) throw new FichierRefuse(REFUS.ancien);
  if (commencePar(octets, ZIP)) return typeDeLArchive(octets);
  if (octets.length > 0 && estTexte(octets)) return 'texte';
  throw new FichierRefuse(REFUS.inconnu);
}
