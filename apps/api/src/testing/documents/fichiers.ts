import { zipSync, strToU8 } from 'fflate';

/** A paragraph of a made-up Word document: its text, in bold, as a heading or as an item of a list. */
export interface ParagrapheWord {
  texte: string;
  gras?: boolean;
  titre?: number;
  /** Level of a real Word list, from 1. */
  liste?: number;
}

/** A piece of a made-up Word document: paragraphs, or a table of rows of cells. */
export type MorceauWord = ParagrapheWord | { rangees: (string | ParagrapheWord[])[][] };

const NS = 'http://schemas.openxmlformats.org';
const echapper = (texte: string): string => texte.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function paragraphe({ texte, gras, titre, liste }: ParagrapheWord): string {
  const style = titre ? `<w:pStyle w:val="Heading${titre}"/>` : '';
  const puce = liste ? `<w:numPr><w:ilvl w:val="${liste - 1}"/><w:numId w:val="1"/></w:numPr>` : '';
  const graisse = gras ? '<w:rPr><w:b/></w:rPr>' : '';
  return `<w:p><w:pPr>${style}${puce}</w:pPr><w:r>${graisse}<w:t xml:space="preserve">${echapper(texte)}</w:t></w:r></w:p>`;
}

function cellule(contenu: string | ParagrapheWord[]): string {
  const paragraphes = typeof contenu === 'string' ? [{ texte: contenu }] : contenu;
  return `<w:tc><w:tcPr/>${paragraphes.map(paragraphe).join('')}</w:tc>`;
}

function morceau(partie: MorceauWord): string {
  if (!('rangees' in partie)) return paragraphe(partie);
  return `<w:tbl>${partie.rangees.map((rangee) => `<w:tr>${rangee.map(cellule).join('')}</w:tr>`).join('')}</w:tbl>`;
}

const niveau = (rang: number): string =>
  `<w:lvl w:ilvl="${rang}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>`;

/** Makes a Word document; `autres` adds parts to its archive (page headers, macros…). */
export function ecrireDocx(morceaux: readonly MorceauWord[], autres: Record<string, string> = {}): Uint8Array {
  const parties: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${NS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="r1" Type="${NS}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="r1" Type="${NS}/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="r2" Type="${NS}/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${NS}/wordprocessingml/2006/main">${[1, 2, 3].map((rang) => `<w:style w:type="paragraph" w:styleId="Heading${rang}"><w:name w:val="heading ${rang}"/></w:style>`).join('')}</w:styles>`,
    'word/numbering.xml': `<w:numbering xmlns:w="${NS}/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0">${[0, 1, 2].map(niveau).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/document.xml': `<w:document xmlns:w="${NS}/wordprocessingml/2006/main"><w:body>${morceaux.map(morceau).join('')}</w:body></w:document>`,
    ...autres,
  };
  return archiver(parties);
}

/** Makes a zip of texts. */
export function archiver(parties: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parties).map(([nom, contenu]) => [nom, typeof contenu === 'string' ? strToU8(contenu) : contenu]),
    ),
  );
}

/** A line of a made-up PDF: where it stands on its page, in points from the bottom left. */
export interface LignePdf {
  texte: string;
  x: number;
  y: number;
}

/** Makes a PDF of pages of lines in Helvetica; `chiffrement` adds an encryption that no empty password opens. */
export function ecrirePdf(pages: readonly (readonly LignePdf[])[], chiffrement = false): Uint8Array {
  const texte = (ligne: LignePdf): string =>
    `BT /F1 11 Tf ${ligne.x} ${ligne.y} Td (${ligne.texte.replace(/[\\()]/g, '\\$&')}) Tj ET`;
  const objets = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, rang) => `${4 + rang * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lignes, rang) => {
      const contenu = lignes.map(texte).join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + rang * 2} 0 R >>`,
        `<< /Length ${Buffer.byteLength(contenu, 'latin1')} >>\nstream\n${contenu}\nendstream`,
      ];
    }),
  ];
  let pdf = '%PDF-1.4\n';
  const places = objets.map((objet, rang) => {
    const place = Buffer.byteLength(pdf, 'latin1');
    pdf += `${rang + 1} 0 obj\n${objet}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const cle = `<${'41'.repeat(32)}>`;
  const verrou = chiffrement
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O ${cle} /U ${cle} >> /ID [<41> <41>]`
    : '';
  pdf += `xref\n0 ${objets.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objets.length + 1} /Root 1 0 R ${verrou} >>\nstartxref\n${Buffer.byteLength(pdf, 'latin1')}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(pdf, 'latin1'));
}
