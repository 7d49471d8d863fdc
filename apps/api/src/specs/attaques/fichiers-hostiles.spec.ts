import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Probleme } from '@pleniere/shared/domain';
import { type Operation, lieux, OPERATIONS } from '../../testing/attaques/operations';
import { type Client, creerContrat, demarrerApi } from '../../testing';
import { type DecorDroits, poserDecor } from '../../testing/decor-droits';
import { archiver, ecrirePdf } from '../../testing/documents/fichiers';

let app: NestExpressApplication;
let decor: DecorDroits;
let equipe: Client;

beforeAll(async () => {
  app = await demarrerApi();
  decor = await poserDecor(app, await creerContrat(app));
  equipe = await decor.contrat.en('equipe');
});
afterAll(() => app.close());

const envois = OPERATIONS.filter(({ fichier }) => fichier !== null);
const rires = Array.from({ length: 9 }, (_, rang) => `<!ENTITY l${rang + 1} "${`&l${rang};`.repeat(10)}">`).join('');
const XXE = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "rire"><!ENTITY f SYSTEM "file:///etc/passwd">${rires}]>`;
const VIDE = new Uint8Array(120_000_000);

/** Files that are made to harm, each under the names that would let it in. */
const FICHIERS: readonly [string, () => Uint8Array, readonly string[]][] = [
  [
    'a bomb',
    () => archiver({ 'xl/worksheets/sheet1.xml': VIDE, 'word/document.xml': VIDE }),
    ['a.xlsx', 'a.docx', 'a.zip'],
  ],
  [
    'a bomb within an archive',
    () => archiver({ 'fiches/a.docx': archiver({ 'word/document.xml': VIDE }), 'b.zip': archiver({ 'c.docx': VIDE }) }),
    ['a.zip'],
  ],
  [
    'entities that call one another, and a file of the machine',
    () =>
      archiver({
        '[Content_Types].xml': `${XXE}<Types>&l9;&f;</Types>`,
        'xl/workbook.xml': `${XXE}<workbook><sheets><sheet name="&l9;&f;" sheetId="1"/></sheets></workbook>`,
        'xl/sharedStrings.xml': `${XXE}<sst><si><t>&l9;&f;</t></si></sst>`,
        'word/document.xml': `${XXE}<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>&l9;&f;</w:t></w:r></w:p></w:body></w:document>`,
        'content.xml': `${XXE}<office:document-content>&l9;&f;</office:document-content>`,
      }),
    ['a.xlsx', 'a.docx', 'a.ods', 'a.odt'],
  ],
  [
    'parts whose names climb out of the archive',
    () =>
      archiver({
        '../../../../tmp/pirate.docx': 'x',
        '/etc/pirate': 'x',
        'C:\\pirate.docx': 'x',
        '..\\pirate.txt': 'Pilote',
      }),
    ['a.zip', 'a.docx', 'a.xlsx'],
  ],
  [
    'a PDF that is a page and a program too',
    () =>
      Buffer.concat([
        Buffer.from('<html><script>pirate(1)</script>'),
        ecrirePdf([[{ texte: 'Pilote', x: 60, y: 700 }]]),
        archiver({ 'a.js': 'pirate(1)' }),
      ]),
    ['a.pdf', 'a.html', 'a.pdf.exe', 'a.csv'],
  ],
  [
    'an image with a script',
    () => Buffer.from('\x89PNG\r\n\x1a\n<script>pirate(1)</script>', 'latin1'),
    ['a.png', 'a.svg', 'a.html'],
  ],
  [
    'a drawing with a script',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="pirate(1)"/>'),
    ['a.svg', 'a.png', 'a.csv'],
  ],
  ['lines without end', () => Buffer.from('"'.repeat(300_000)), ['a.csv', 'a.json', 'a.txt']],
  ['a nesting without end', () => Buffer.from('['.repeat(300_000)), ['a.json', 'a.csv']],
  [
    'nothing',
    () => new Uint8Array(),
    ['a.csv', '', '../../../../tmp/pirate.csv', '..%2fpirate.csv', 'a\u0000.csv', `${'x'.repeat(3_000)}.csv`],
  ],
];

describe('files made to harm', () => {
  const adresse = (operation: Operation) =>
    operation.chemin
      .replace('/api/v1', '')
      .replace(/\{(\w+)\}/g, (_, nom: string) => lieux(operation, decor)[nom] ?? '');

  it.each(FICHIERS)(
    'are read or refused in plain words, wherever they are sent: %s',
    async (_, faire, noms) => {
      const octets = Buffer.from(faire());
      const pannes: unknown[] = [];
      for (const operation of envois) {
        for (const nom of noms) {
          const { status, text, body } = await equipe
            .post(adresse(operation), null)
            .attach(operation.fichier ?? '', octets, nom);
          const dit = /root:x:|\/tmp\/|node_modules|\bat \S+ \(/.test(text);
          const motif = (body as Partial<Probleme>).title ?? '';
          const enAnglais = status >= 400 && /error|undefined|unexpected/i.test(motif);
          if (status >= 500 || dit || enAnglais)
            pannes.push({ operation: operation.nom, nom, status, text: text.slice(0, 200) });
        }
      }
      expect(pannes).toEqual([]);
    },
    120_000,
  );

  it('are sent to every operation that takes a file', () => {
    expect(envois.length).toBeGreaterThanOrEqual(6);
  });
});
