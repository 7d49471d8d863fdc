import { lireDocument } from '@pleniere/fiches/api';
import { composer, type FicheProposee, type Repertoire } from '@pleniere/fiches/domain';
import { texteBrut } from '@pleniere/shared/domain';
import * as Word from 'docx';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const REPERTOIRE: Repertoire = { anneeDebut: 2024, anneeFin: 2030, organisations: [], enjeux: [], qpv: [] };
const { H1, H2 } = { H1: Word.HeadingLevel.HEADING_1, H2: Word.HeadingLevel.HEADING_2 };

/** A document as a word processor saves it. */
async function enregistrer(
  children: Word.FileChild[],
  suite: Partial<Word.IPropertiesOptions> = {},
): Promise<Uint8Array> {
  return new Uint8Array(await Word.Packer.toBuffer(new Word.Document({ ...suite, sections: [{ children }] })));
}

const paragraphe = (text: string, options: Omit<Word.IParagraphOptions, 'children'> = {}): Word.Paragraph =>
  new Word.Paragraph({ ...options, children: [new Word.TextRun(text)] });
const gras = (text: string): Word.Paragraph =>
  new Word.Paragraph({ children: [new Word.TextRun({ text, bold: true })] });
const puce = (texte: string, level = 0): Word.Paragraph => paragraphe(texte, { bullet: { level } });
const cellule = (children: Word.Paragraph[], columnSpan?: number): Word.TableCell =>
  new Word.TableCell({ children, columnSpan });
const rangee = (...cellules: Word.Paragraph[][]): Word.TableRow =>
  new Word.TableRow({ children: cellules.map((une) => cellule(une)) });

async function lire(octets: Uint8Array): Promise<{ fiche: FicheProposee; texte: string; notes: string[] }> {
  const lu = await lireDocument({ nom: 'fiche.docx', octets });
  if ('refus' in lu) throw new Error(lu.refus);
  const { document, passages } = lu;
  expect(passages.map(({ debut, fin }) => document.texte.slice(debut, fin)).join('')).toBe(document.texte);
  const fiche = composer(document, passages, { repertoire: REPERTOIRE, confirmee: () => true, nouvelId: () => 'id' });
  return { fiche, texte: document.texte, notes: document.notes };
}

function mots(valeur: unknown): string[] {
  if (typeof valeur === 'string') return texteBrut(valeur).split('\n').filter(Boolean);
  if (Array.isArray(valeur)) return valeur.flatMap(mots);
  const { texte, libelle } = valeur as { texte?: string; libelle?: string };
  return [...(libelle === undefined ? [] : [libelle]), ...(texte === undefined ? [] : mots(texte))];
}

const enMots = ({ contenu, indicateurs }: FicheProposee): Record<string, string[]> => ({
  ...Object.fromEntries(Object.entries(contenu).map(([champ, valeur]) => [champ, mots(valeur)])),
  ...(indicateurs.length > 0 && { indicateurs: indicateurs.map(({ libelle }) => libelle) }),
});

describe('fiches of a word processor, laid out otherwise', () => {
  it('are read under numbered headings, two headings in one among them', async () => {
    const octets = await enregistrer([
      paragraphe('Fiche action E 2.4', { heading: Word.HeadingLevel.TITLE }),
      paragraphe('Jardins partagés', { heading: H1 }),
      paragraphe('I. CONTEXTE ET ENJEUX', { heading: H2 }),
      paragraphe('Un quartier enclavé.'),
      paragraphe('II. OBJECTIFS POURSUIVIS', { heading: H2 }),
      puce('Relier'),
      puce('Offrir'),
      paragraphe('III. PILOTAGE ET PARTENAIRES', { heading: H2 }),
      paragraphe('Pilote : Ville de Tours'),
      paragraphe('Partenaires : CAF'),
      paragraphe('IV. ACTIONS À METTRE EN ŒUVRE', { heading: H2 }),
      puce('Trouver les terrains'),
      paragraphe('V. CALENDRIER ET BUDGET', { heading: H2 }),
      paragraphe('Calendrier'),
      paragraphe('2025 : étude. 2026 : travaux.'),
      paragraphe('Budget'),
      paragraphe('20 000 €'),
      paragraphe('VI. CRITÈRES D’ÉVALUATION', { heading: H2 }),
      puce('Nombre de jardins'),
    ]);
    expect(enMots((await lire(octets)).fiche)).toEqual({
      titre: ['Jardins partagés'],
      contexte: ['Un quartier enclavé.'],
      resultatsAttendus: ['Relier', 'Offrir'],
      pilotes: ['Ville de Tours'],
      partenaires: ['CAF'],
      planAction: ['Trouver les terrains'],
      cadreQuand: ['2025 : étude. 2026 : travaux.'],
      moyensFinanciers: ['20 000 €'],
      indicateurs: ['Nombre de jardins'],
    });
  });

  it('are read from a table of four columns with merged cells, headings above, beside and within', async () => {
    const table = new Word.Table({
      rows: [
        rangee([gras('Pilote')], [paragraphe('Ville')], [gras('Public')], [paragraphe('Jeunes')]),
        new Word.TableRow({ children: [cellule([paragraphe('Contexte'), paragraphe('Loin des services.')], 4)] }),
        new Word.TableRow({ children: [cellule([paragraphe('OBJECTIFS')], 4)] }),
        new Word.TableRow({ children: [cellule([puce('Aller vers'), puce('Ramener au droit commun')], 4)] }),
        new Word.TableRow({
          children: [cellule([gras('Atouts'), puce('Équipes')], 2), cellule([gras('Freins'), puce('Horaires')], 2)],
        }),
        new Word.TableRow({ children: [cellule([gras('Moyens humains')], 2), cellule([gras('Budget')], 2)] }),
        new Word.TableRow({ children: [cellule([paragraphe('2 ETP')], 2), cellule([paragraphe('40 000 €')], 2)] }),
        rangee(
          [gras('Partenaires')],
          [
            new Word.Paragraph({
              children: [new Word.TextRun('- CAF'), new Word.TextRun({ text: '- Ville', break: 1 })],
            }),
          ],
        ),
      ],
    });
    expect(
      enMots((await lire(await enregistrer([gras('FICHE ACTION N° T 2.1'), gras('Les jeunes'), table]))).fiche),
    ).toEqual({
      titre: ['Les jeunes'],
      pilotes: ['Ville'],
      publicCible: ['Jeunes'],
      contexte: ['Loin des services.'],
      resultatsAttendus: ['Aller vers', 'Ramener au droit commun'],
      facteursFavorables: ['Équipes'],
      facteursDefavorables: ['Horaires'],
      moyensHumains: ['2 ETP'],
      moyensFinanciers: ['40 000 €'],
      partenaires: ['CAF', 'Ville'],
    });
  });

  it('are read when a column numbers the rows, and when headings are underlined', async () => {
    const table = new Word.Table({
      rows: [
        rangee([paragraphe('1')], [paragraphe('Pilote')], [paragraphe('Ville')]),
        rangee([paragraphe('2')], [paragraphe('Contexte')], [paragraphe('Peu de jardins')]),
        rangee([paragraphe('3')], [paragraphe('Objectifs')], [puce('Planter'), puce('Récolter')]),
      ],
    });
    expect(enMots((await lire(await enregistrer([table]))).fiche)).toEqual({
      pilotes: ['Ville'],
      contexte: ['Peu de jardins'],
      resultatsAttendus: ['Planter', 'Récolter'],
    });
    const souligne = (text: string): Word.Paragraph =>
      new Word.Paragraph({ children: [new Word.TextRun({ text, underline: {} })] });
    const sections = {
      Contexte: 'Peu de jardins',
      Calendrier: '2025',
      'Résultats visés': 'Un jardin',
      Rythme: 'Le soir',
    };
    const corps = Object.entries(sections).flatMap(([titre, texte]) => [souligne(titre), paragraphe(texte)]);
    expect(enMots((await lire(await enregistrer(corps))).fiche)).toEqual({
      contexte: ['Peu de jardins'],
      cadreQuand: ['2025'],
      resultatsAttendus: ['Un jardin'],
      sectionsSupplementaires: ['Rythme', 'Le soir'],
    });
  });

  it('keep their bold and their italics, and nothing of them around a heading', async () => {
    const { fiche } = await lire(
      await enregistrer([
        new Word.Paragraph({
          children: [
            new Word.TextRun({ text: 'Contexte', bold: true }),
            new Word.TextRun({ text: 'Peu de lieux', break: 1 }),
          ],
        }),
        gras('Objectifs'),
        new Word.Paragraph({
          bullet: { level: 0 },
          children: [
            new Word.TextRun('Ouvrir '),
            new Word.TextRun({ text: 'trois lieux ', bold: true }),
            new Word.TextRun({ text: '& les garder', bold: true, italics: true }),
            new Word.TextRun({ text: ' ouverts', italics: true }),
          ],
        }),
      ]),
    );
    expect(fiche.contenu.contexte).toBe('<p>Peu de lieux</p>');
    expect(fiche.contenu.resultatsAttendus?.[0]?.texte).toBe(
      '<p>Ouvrir <strong>trois lieux</strong> <strong><em>&amp; les garder</em></strong> <em>ouverts</em></p>',
    );
  });

  it('are read with their revisions accepted and their notes under the paragraph that calls them', async () => {
    const date = '2026-01-01T00:00:00Z';
    const { fiche, notes } = await lire(
      await enregistrer(
        [
          gras('Contexte'),
          new Word.Paragraph({
            children: [
              new Word.TextRun('Texte gardé '),
              new Word.InsertedTextRun({ text: 'inséré', id: 1, author: 'A', date }),
              new Word.DeletedTextRun({ text: ' supprimé', id: 2, author: 'A', date }),
              new Word.FootnoteReferenceRun(1),
              new Word.TextRun({ children: [new Word.CommentReference(0)] }),
            ],
          }),
          gras('Partenaires'),
          paragraphe('CAF'),
        ],
        {
          footnotes: { 1: { children: [paragraphe('Source : recensement.')] } },
          comments: { children: [{ id: 0, author: 'A', date: new Date(date), children: [paragraphe('À revoir')] }] },
        },
      ),
    );
    expect(mots(fiche.contenu.contexte)).toEqual(['Texte gardé inséré[1]', '[1] Source : recensement.']);
    expect(mots(fiche.contenu.partenaires)).toEqual(['CAF']);
    expect(notes).toEqual(['Les commentaires du document ne sont pas repris.']);
  });

  it('lose nothing of what stands in a frame, a content control or a field', async () => {
    const parties = unzipSync(
      await enregistrer([gras('Contexte'), paragraphe('ICI'), gras('Pilote'), paragraphe('Ville')]),
    );
    const ecrire = (xml: string): Promise<{ fiche: FicheProposee }> => {
      const document = strFromU8(parties['word/document.xml'] ?? new Uint8Array());
      const remplace = document.replace(/<w:p>(?:(?!<w:p>).)*ICI.*?<\/w:p>/s, xml);
      return lire(zipSync({ ...parties, 'word/document.xml': strToU8(remplace) }));
    };
    const cadre = '<wps:txbx><w:txbxContent><w:p><w:r><w:t>Dans un cadre</w:t></w:r></w:p></w:txbxContent></wps:txbx>';
    const dessin = `<w:drawing><wp:inline>${cadre}</wp:inline></w:drawing>`;
    const vml = cadre.replaceAll('wps:txbx', 'v:textbox');
    for (const xml of [
      `<w:p><w:r>${dessin}</w:r></w:p>`,
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${dessin}</mc:Choice></mc:AlternateContent></w:r></w:p>`,
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${dessin}</mc:Choice><mc:Fallback><w:pict>${vml}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      '<w:sdt><w:sdtContent><w:p><w:r><w:t>Dans un cadre</w:t></w:r></w:p></w:sdtContent></w:sdt>',
      '<w:p><w:fldSimple w:instr="TITLE"><w:r><w:t>Dans un cadre</w:t></w:r></w:fldSimple></w:p>',
    ]) {
      const { fiche } = await ecrire(xml);
      expect(enMots(fiche)).toEqual({ contexte: ['Dans un cadre'], pilotes: ['Ville'] });
    }
  });
});

describe('any fiche in the official layout, as a word processor saves it', () => {
  const MOT = fc.constantFrom(...'café l’été 37,5 médiation & <b> « oui » œuvre n°12 voisin(e)s'.split(' '));
  const morceau = fc.record({
    text: fc.array(MOT, { minLength: 1, maxLength: 6 }).map((choisis) => choisis.join(' ')),
    bold: fc.boolean(),
    italics: fc.boolean(),
  });
  const phrase = fc.array(morceau, { minLength: 1, maxLength: 4 });
  const CHAMPS = [
    ['resultatsAttendus', 'Résultat(s) attendu(s)'],
    ['publicCible', 'Public Cible'],
    ['contexte', 'Contexte/diagnostic'],
    ['planAction', 'Approche stratégique – plan d’action (mise en œuvre, étapes de réalisation des actions)'],
  ] as const;

  const enHtml = (morceaux: { text: string; bold: boolean; italics: boolean }[]): string => {
    const echapper = (texte: string) => texte.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    return morceaux
      .map(({ text, bold, italics }) => {
        const penche = italics ? `<em>${echapper(text)}</em>` : echapper(text);
        return bold ? `<strong>${penche}</strong>` : penche;
      })
      .join(' ');
  };
  // Two runs alike that follow each other are one: with the space between them, they read the same.
  const lisible = (html: string): string => html.replace(/<\/?(?:strong|em)>/g, '').replace(/\s+/g, ' ');

  it('comes back the same, its bold and its italics included', async () => {
    const fiche = fc.record(
      Object.fromEntries(CHAMPS.map(([champ]) => [champ, fc.array(phrase, { minLength: 1, maxLength: 3 })])),
    );
    await fc.assert(
      fc.asyncProperty(fiche, async (ecrite) => {
        const paragraphes = (champ: string, level: number | null): Word.Paragraph[] =>
          (ecrite[champ] ?? []).map(
            (runs) =>
              new Word.Paragraph({
                ...(level === null ? {} : { bullet: { level } }),
                children: [
                  new Word.TextRun('Ici '),
                  ...runs.flatMap((run) => [new Word.TextRun(run), new Word.TextRun(' ')]),
                ],
              }),
          );
        const enListe = (champ: string) => champ === 'resultatsAttendus' || champ === 'planAction';
        const rows = CHAMPS.map(([champ, libelle]) =>
          rangee([paragraphe(libelle)], paragraphes(champ, enListe(champ) ? 0 : null)),
        );
        const { contenu } = (await lire(await enregistrer([new Word.Table({ rows })]))).fiche;
        for (const [champ] of CHAMPS) {
          const attendu = (ecrite[champ] ?? []).map((runs) => `<p>Ici ${enHtml(runs)}</p>`);
          const valeur = contenu[champ];
          const lus = [valeur].flat().map((partie) => (typeof partie === 'string' ? partie : (partie?.texte ?? '')));
          expect(lisible(lus.join(''))).toBe(lisible(attendu.join('')));
          const emphases = (html: string) =>
            html.replace(/<\/strong> <strong>|<\/em> <em>/g, ' ').match(/<[^p/][^>]*>/g);
          expect(emphases(lus.join(''))?.sort()).toEqual(emphases(attendu.join(''))?.sort());
        }
      }),
      { numRuns: 40 },
    );
  });
});
