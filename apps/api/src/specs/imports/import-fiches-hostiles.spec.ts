import { lireDocument } from '@pleniere/fiches/api';
import { deflateSync } from 'node:zlib';
import { archiver, ecrireDocx, ecrirePdf } from '../../testing/documents/fichiers';

const FICHE = ecrireDocx([{ rangees: [['Pilote du projet', 'Métropole']] }]);

async function refusDe(octets: Uint8Array, nom = 'fiche.docx'): Promise<string> {
  const lu = await lireDocument({ nom, octets });
  if (!('refus' in lu)) throw new Error('The file was read.');
  return lu.refus;
}

async function notesDe(octets: Uint8Array, nom: string): Promise<string[]> {
  const lu = await lireDocument({ nom, octets });
  if ('refus' in lu) throw new Error(lu.refus);
  return lu.document.notes;
}

/** A zip of one part that announces `annonce` bytes and unpacks to `octets`. */
function zipMenteur(nom: string, octets: Uint8Array, annonce: number): Uint8Array {
  const compresse = deflateSync(octets, { level: 9 }).subarray(2, -4);
  const cle = Buffer.from(nom);
  const entete = (signature: number, central: boolean): Buffer => {
    const tampon = Buffer.alloc(central ? 46 : 30);
    const [methode, taille, longueur] = central ? [10, 20, 28] : [8, 18, 26];
    tampon.writeUInt32LE(signature, 0);
    tampon.writeUInt16LE(8, methode);
    tampon.writeUInt32LE(compresse.length, taille);
    tampon.writeUInt32LE(annonce, taille + 4);
    tampon.writeUInt16LE(cle.length, longueur);
    return tampon;
  };
  const local = Buffer.concat([entete(0x04034b50, false), cle, compresse]);
  const central = Buffer.concat([entete(0x02014b50, true), cle]);
  const fin = Buffer.alloc(22);
  fin.writeUInt32LE(0x06054b50, 0);
  fin.writeUInt16LE(1, 8);
  fin.writeUInt16LE(1, 10);
  fin.writeUInt32LE(central.length, 12);
  fin.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, central, fin]));
}

describe('files that are not what they seem', () => {
  it('are read by what they hold when their name lies, and say so', async () => {
    expect(await notesDe(FICHE, 'fiche.pdf')).toEqual([expect.stringContaining('il a été lu comme un document .docx')]);
    expect(await notesDe(FICHE, 'fiche.docx')).toEqual([]);
  });

  it('keep their macros to themselves', async () => {
    const docm = ecrireDocx([{ texte: 'Pilote' }], { 'word/vbaProject.bin': 'Sub AutoOpen()' });
    expect(await notesDe(docm, 'fiche.docm')).toEqual([expect.stringContaining('macros')]);
  });

  it('do not make the program fetch anything', async () => {
    const liens =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1:9/image.png" TargetMode="External"/></Relationships>';
    const octets = ecrireDocx([{ texte: 'Pilote' }], { 'word/_rels/document.xml.rels': liens });
    expect(await notesDe(octets, 'fiche.docx')).toEqual([]);
  });

  it.each<[string, Uint8Array]>([
    ['a damaged zip', FICHE.slice(0, FICHE.length - 40)],
    ['a zip with damaged contents', FICHE.map((octet, rang) => (rang > 60 && rang < 400 ? 0 : octet))],
    ['a Word document without text', ecrireDocx([])],
    ['a Word document whose XML is broken', ecrireDocx([], { 'word/document.xml': '<w:document><w:body>' })],
    ['a workbook', archiver({ 'xl/workbook.xml': '<workbook/>' })],
    ['a presentation', archiver({ 'ppt/presentation.xml': '<p/>' })],
    ['a program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2])],
    ['an empty file', new Uint8Array()],
    ['a damaged PDF', new Uint8Array(Buffer.from('%PDF-1.7\nrien'))],
    ['an encrypted PDF', ecrirePdf([[{ texte: 'Pilote', x: 60, y: 700 }]], true)],
    ['a scanned PDF', ecrirePdf([[], []])],
    ['a PDF that is a book', ecrirePdf(Array.from({ length: 401 }, () => [{ texte: 'Page', x: 60, y: 700 }]))],
    ['a bomb that says its size', archiver({ 'word/document.xml': new Uint8Array(60_000_000) })],
    [
      'a protected OpenDocument',
      archiver({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'content.xml': 'x',
        'META-INF/manifest.xml': '<manifest:encryption-data/>',
      }),
    ],
  ])('are refused in plain French: %s', async (_, octets) => {
    const refus = await refusDe(octets);
    expect(refus).toMatch(/^(?:Ce|C’est)\s/);
    expect(refus).not.toMatch(/error|undefined|null|exception/i);
    expect(refus.length).toBeLessThan(200);
  });

  it('do not grow beyond what they announce', async () => {
    const avant = process.memoryUsage().rss;
    const octets = zipMenteur('word/document.xml', new Uint8Array(200_000_000), 1_000);
    expect(octets.length).toBeLessThan(300_000);
    await refusDe(octets);
    expect(process.memoryUsage().rss - avant).toBeLessThan(400_000_000);
  });

  it('are read to the end when they are only long', async () => {
    const lignes = Array.from({ length: 40 }, (_, rang) => ({
      texte: `- Une ligne de la page ${rang}`,
      x: 60,
      y: 780 - rang * 18,
    }));
    const lu = await lireDocument({ nom: 'long.pdf', octets: ecrirePdf(Array.from({ length: 200 }, () => lignes)) });
    if ('refus' in lu) throw new Error(lu.refus);
    expect(lu.document.blocs).toHaveLength(200 * 40);
    expect(lu.passages.at(-1)?.fin).toBe(lu.document.texte.length);
  });
});
