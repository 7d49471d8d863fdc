import type { FormatTableur } from '@pleniere/shared/domain';
import { inventorier } from './archive';
import { TableurIllisible } from './tableur-illisible';

const ENREGISTREZ = 'enregistrez-le au format .xlsx, .ods ou .csv';
const commence = (octets: Uint8Array, ...debut: number[]) => debut.every((octet, rang) => octets[rang] === octet);

/** Tells the format of a file from its content, whatever its name says; refuses what is not a workbook we read. */
export function reconnaitreFormat(octets: Uint8Array): FormatTableur {
  if (octets.length === 0) throw new TableurIllisible('Ce fichier est vide.');
  if (commence(octets, 0x50, 0x4b)) return formatDArchive(octets);
  if (commence(octets, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new TableurIllisible(
      `Ce classeur est protégé par un mot de passe, ou d’un ancien format (.xls)\u00A0: ${ENREGISTREZ}, sans mot de passe.`,
    );
  }
  const utf16 = commence(octets, 0xff, 0xfe) || commence(octets, 0xfe, 0xff);
  if (!utf16 && octets.subarray(0, 4096).some((octet) => octet === 0)) throw autreChose();
  if (commence(octets, 0x25, 0x50, 0x44, 0x46)) throw autreChose();
  return 'csv';
}

function formatDArchive(octets: Uint8Array): FormatTableur {
  const noms = inventorier(octets);
  if (noms.some((nom) => /vbaProject\.bin$|^Basic\//.test(nom))) {
    throw new TableurIllisible(`Ce classeur contient des macros\u00A0: ${ENREGISTREZ}.`);
  }
  if (noms.includes('xl/workbook.xml')) return 'xlsx';
  if (noms.includes('content.xml') && !noms.includes('word/document.xml')) return 'ods';
  throw autreChose();
}

function autreChose(): TableurIllisible {
  return new TableurIllisible(`Ce fichier n’est pas un tableur\u00A0: ${ENREGISTREZ}.`);
}
