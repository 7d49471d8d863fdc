import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { writeFileSync } from 'node:fs';
import { arreteExemple, ficheFigee, matiereExemple } from '../essai/arrete-exemple';
import { fabriquerLivreWord } from './fabriquer-livre';

const fabriquer = async (matiere = matiereExemple()) => (await fabriquerLivreWord(matiere, () => undefined)).octets;
const lire = (octets: Uint8Array, nom: string) => strFromU8(unzipSync(octets)[nom] ?? new Uint8Array());
const enTexte = async (octets: Uint8Array) =>
  (await mammoth.extractRawText({ buffer: Buffer.from(octets) })).value.replace(/[\s\u00A0\u202F]+/g, ' ');

describe('the book of an arrêté as a Word file', () => {
  let octets: Uint8Array;
  let document: string;
  beforeAll(async () => {
    octets = await fabriquer();
    if (process.env.DOCX_OUT) writeFileSync(process.env.DOCX_OUT, octets);
    document = lire(octets, 'word/document.xml');
  });

  it('opens on the séance, the arrêté and its whole fingerprint', async () => {
    const texte = await enTexte(octets);
    expect(texte).toContain('Assemblée Plénière Arrêté n° 3 – Assemblée Plénière 2025');
    expect(texte).toContain('2 fiches projet, telles que figées le 11 décembre 2025.');
    expect(texte).toContain(matiereExemple().sha256);
  });

  it('has contents that lead to each part and each fiche, with their page', () => {
    const noms = [...document.matchAll(/<w:bookmarkStart w:name="([^"]+)"/g)].map(([, nom]) => nom);
    expect(noms).toHaveLength(8);
    for (const nom of noms) {
      expect(document).toContain(`<w:hyperlink w:history="1" w:anchor="${nom}">`);
      expect(document).toContain(`PAGEREF ${nom} \\h`);
    }
  });

  it('holds every fiche in its official two columns, then its indicators, actions, déclinaisons and avis', async () => {
    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(octets) });
    expect(html.match(/<td><h2>Public cible<\/h2>/g)).toHaveLength(2);
    const texte = await enTexte(octets);
    for (const dit of [
      'Habitants venus aux rencontres',
      'T 1.1-a – Former les animateurs',
      'Ville de Tours – Sanitas',
      'Deux espaces ouverts au Sanitas. (T 1.1, Ville de Tours, 2025)',
      'Actions réalisées : 0 sur 1, 1 en retard',
      'Avis favorable avec réserves',
      'Dire qui anime.',
      'Ouvrir un troisième espace en 2026.',
      'À faire, en retard',
      'Sanitas : T 1.1 (p. )',
      'Ville de Tours : T 1.1 (p. )',
    ]) {
      expect(texte).toContain(dit);
    }
  });

  it('has headings without a gap, and a header row on every table of data', () => {
    const niveaux = [...document.matchAll(/<w:pStyle w:val="Heading(\d)"\/>/g)].map(([, niveau]) => Number(niveau));
    niveaux.forEach((niveau, rang) => expect(niveau).toBeLessThanOrEqual((niveaux[rang - 1] ?? 0) + 1));
    const tableaux = document.split('<w:tbl>').slice(1);
    const deDonnees = tableaux.filter((tableau) => tableau.includes('<w:tblHeader/>'));
    // The dashboard, one indicator, the decisions, the answers; the others lay the sheet out.
    expect(deDonnees).toHaveLength(4);
  });

  it('says in its properties which arrêté it was made of', () => {
    const proprietes = lire(octets, 'docProps/custom.xml');
    expect(proprietes).toMatch(/name="arrete".*>3</);
    expect(proprietes).toContain(matiereExemple().sha256);
    expect(lire(octets, 'docProps/core.xml')).toContain('2025-12-11T13:00:00Z');
  });

  it('hides a small count of people', async () => {
    expect(await enTexte(octets)).toContain('< 5');
    expect(await enTexte(octets)).toContain('masqué');
  });

  it('keeps the chosen fiches and parts alone', async () => {
    const ficheIds = ['00000000-0000-4000-8000-0000000000f2'];
    const texte = await enTexte(await fabriquer(matiereExemple({ options: { ficheIds, sections: ['fiches'] } })));
    expect(texte).toContain('=cmd|calc!A1');
    expect(texte).not.toContain('Synthèse');
    expect(texte).not.toContain('Habitants venus aux rencontres');
  });

  it('draws a logo that Word can draw, with its words, and leaves the others out', async () => {
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const avec = (logo: string) => {
      const arrete = arreteExemple();
      return fabriquer(matiereExemple({ contenu: { ...arrete, contrat: { ...arrete.contrat, logo } } }));
    };
    expect(lire(await avec(`data:image/png;base64,${png}`), 'word/document.xml')).toContain('descr="Logo du contrat');
    for (const autre of ['data:image/svg+xml,<svg/>', 'data:image/png;base64,AAAA']) {
      expect(lire(await avec(autre), 'word/document.xml')).not.toContain('descr="Logo');
    }
  });

  it('is the same file each time, links included', async () => {
    const contexte = '<p><a href="https://exemple.fr/">un lien</a></p>';
    const contenu = arreteExemple({ fiches: [ficheFigee({ contenu: { contexte } })] });
    const premier = await fabriquer(matiereExemple({ contenu }));
    const second = await fabriquer(matiereExemple({ contenu }));
    expect(lire(premier, 'word/document.xml')).toContain('rIdL1');
    expect(Buffer.from(second).equals(premier)).toBe(true);
  });
});
