import type { FormatFiche } from '@pleniere/fiches/domain';
import { deballer, nomsDansArchive } from './archive';
import { LectureRefusee } from './refus';

const REFUS = {
  doc: 'C’est un document Word ancien (.doc) ou protégé par un mot de passe\u00A0: ouvrez-le, enregistrez-le en .docx sans mot de passe et redéposez-le.',
  rtf: 'Le format RTF n’est pas lu\u00A0: enregistrez le document en .docx ou en .odt.',
  tableur: 'C’est un classeur\u00A0: les valeurs s’importent depuis la page des indicateurs.',
  presentation: 'C’est une présentation\u00A0: enregistrez la fiche en .docx, .odt, .pdf ou .txt.',
  image: 'C’est une image\u00A0: son texte ne peut pas être lu. Déposez le document d’origine.',
  inconnu: 'Ce type de fichier n’est pas lu\u00A0: déposez un document .docx, .odt, .pdf ou .txt.',
  vide: 'Ce fichier est vide.',
} as const;

const SIGNATURES: readonly [readonly number[], keyof typeof REFUS][] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'doc'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rtf'],
  [[0x89, 0x50, 0x4e, 0x47], 'image'],
  [[0xff, 0xd8, 0xff], 'image'],
  [[0x47, 0x49, 0x46, 0x38], 'image'],
];
const DEBUT_PDF = 1024;

function commencePar(octets: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((octet, rang) => octets[rang] === octet);
}

/** True for a zip, whatever it holds. */
function estArchive(octets: Uint8Array): boolean {
  return commencePar(octets, [0x50, 0x4b, 0x03, 0x04]);
}

function dansArchive(octets: Uint8Array): FormatFiche | null {
  const noms = nomsDansArchive(octets);
  if (noms.includes('word/document.xml')) return 'docx';
  if (noms.some((nom) => nom.startsWith('xl/'))) throw new LectureRefusee(REFUS.tableur);
  if (noms.some((nom) => nom.startsWith('ppt/'))) throw new LectureRefusee(REFUS.presentation);
  if (!noms.includes('content.xml')) return null;
  const type = new TextDecoder().decode(deballer(octets, (nom) => nom === 'mimetype')['mimetype']);
  if (type.includes('spreadsheet')) throw new LectureRefusee(REFUS.tableur);
  if (type.includes('presentation')) throw new LectureRefusee(REFUS.presentation);
  return 'odt';
}

/** A zip of documents, to be opened; not a document that happens to be a zip. */
export function estLotDeFichiers(octets: Uint8Array): boolean {
  return estArchive(octets) && dansArchive(octets) === null;
}

/** What a file is, by what it holds and never by its name; throws in French when it is nothing that is read. */
export function reconnaitreFormat(octets: Uint8Array): FormatFiche {
  if (octets.length === 0) throw new LectureRefusee(REFUS.vide);
  if (estArchive(octets)) {
    const format = dansArchive(octets);
    if (format) return format;
    throw new LectureRefusee(REFUS.inconnu);
  }
  const refus = SIGNATURES.find(([signature]) => commencePar(octets, signature))?.[1];
  if (refus) throw new LectureRefusee(REFUS[refus]);
  if (Buffer.from(octets.subarray(0, DEBUT_PDF)).includes('%PDF-')) return 'pdf';
  const utf16 = commencePar(octets, [0xff, 0xfe]) || commencePar(octets, [0xfe, 0xff]);
  if (!utf16 && octets.includes(0)) throw new LectureRefusee(REFUS.inconnu);
  return 'txt';
}
