import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { writeFileSync } from 'node:fs';
import { FICHE_EXEMPLE } from '../essai/fiche-exemple';
import { composerDocx } from './composer-docx';

const ORIGINE = { ficheId: '0b0c2f6e-0000-4000-8000-000000000001', version: 7 };

async function partie(docx: Buffer, nom: string): Promise<string> {
  const contenu = unzipSync(new Uint8Array(docx))[nom];
  return contenu ? strFromU8(contenu) : '';
}

describe('a fiche as a Word file', () => {
  let docx: Buffer;
  let document: string;
  beforeAll(async () => {
    docx = await composerDocx(FICHE_EXEMPLE, ORIGINE);
    if (process.env.DOCX_OUT) writeFileSync(process.env.DOCX_OUT, docx);
    document = await partie(docx, 'word/document.xml');
  });

  it('holds every row of the sheet, its label at left', async () => {
    const { value: html } = await mammoth.convertToHtml({ buffer: docx });
    const rangees = html.split('<tr>').slice(1);
    for (const { label } of FICHE_EXEMPLE.lignes) {
      expect(rangees.some((rangee) => rangee.startsWith(`<td><h2>${label}</h2>`))).toBe(true);
    }
  });

  it('says every word of the fiche', async () => {
    const { value: texte } = await mammoth.extractRawText({ buffer: docx });
    const lu = texte.replace(/\s+/g, ' ');
    const mots: string[] = [];
    JSON.stringify(
      [FICHE_EXEMPLE.lignes, FICHE_EXEMPLE.actions, FICHE_EXEMPLE.declinaisons],
      (cle, valeur: unknown) => {
        if (typeof valeur === 'string' && !['type', 'valeur', 'lien'].includes(cle)) mots.push(...valeur.split('\n'));
        return valeur;
      },
    );
    const perdus = mots.filter((mot) => !lu.includes(mot.replace(/\s+/g, ' ').trim()));
    expect(perdus).toEqual([]);
    for (const { phrase, libelle } of FICHE_EXEMPLE.indicateurs) {
      expect(lu).toContain(libelle);
      expect(lu).toContain(phrase.replace(/\s+/g, ' '));
    }
  });

  it('can be read by ear: French, headings by level, header rows that repeat', async () => {
    expect(await partie(docx, 'word/styles.xml')).toContain('w:lang w:val="fr-FR"');
    for (const niveau of ['Title', 'Heading1', 'Heading2', 'Heading3']) {
      expect(document).toContain(`<w:pStyle w:val="${niveau}"/>`);
    }
    expect(document.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThanOrEqual(FICHE_EXEMPLE.indicateurs.length - 1);
  });

  it('names the fiche and the version that it was made of', async () => {
    const proprietes = await partie(docx, 'docProps/custom.xml');
    expect(proprietes).toContain(ORIGINE.ficheId);
    expect(proprietes).toContain('>7<');
  });
});
