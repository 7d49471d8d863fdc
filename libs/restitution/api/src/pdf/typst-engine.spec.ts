import type { DocumentFiche } from '../document/document-fiche';
import { FICHE_EXEMPLE } from '../essai/fiche-exemple';
import { aplatir, lirePdf, type PdfLu } from '../essai/pdf-lu';
import { TypstEngine } from './typst-engine';

const moteur = new TypstEngine();
const POLICES_EXPEDIEES = /^(SourceSans3-(Regular|Italic|SemiBold|SemiBoldItalic)|NotoSansSymbols2-Regular)$/;

/** The PDF of the sheet alone, with what a test changes of it. */
async function exporter(changements: Partial<DocumentFiche>): Promise<PdfLu> {
  const fiche = { ...FICHE_EXEMPLE, indicateurs: [], actions: [], declinaisons: [], ...changements };
  return lirePdf(await moteur.exporter(fiche));
}

function ligne(html: string): DocumentFiche['lignes'] {
  const blocs = [{ type: 'paragraphe' as const, runs: [{ texte: html }] }];
  return [{ label: 'Public cible', sections: [{ libelle: null, blocs }] }];
}

describe('PDF of a fiche with an avis of the State', () => {
  it('is sound, and says it after the sheet under a heading of its own', async () => {
    const avis = ligne('Dire qui anime.').map((row) => ({
      ...row,
      label: 'Avis favorable',
      sousLabel: 'Hélène Marchadier',
    }));
    const pdf = await exporter({ avis });
    expect(pdf.controle).toContain('No syntax or stream encoding errors found');
    expect(pdf.texte).toMatch(/Avis de l’État Avis favorable.*Dire qui anime\./);
    expect(pdf.signets).toContain('Avis favorable');
  });
});

describe('PDF of a whole fiche', () => {
  let pdf: PdfLu;
  beforeAll(async () => {
    pdf = lirePdf(await moteur.exporter(FICHE_EXEMPLE));
  });

  it('is a sound file that declares PDF/UA-1 and PDF/A-2a', () => {
    expect(pdf.controle).toContain('No syntax or stream encoding errors found');
    expect(pdf.xmp).toMatch(/<pdfuaid:part>1<.*<pdfaid:part>2<.*<pdfaid:conformance>A</);
    expect(pdf.xmp).toContain('<pdfaProperty:name>part</pdfaProperty:name>');
    expect(pdf.xmp).toMatch(/<stEvt:when>2026-01-12T00:00:00Z<.*<stEvt:softwareAgent>Typst/);
    expect(pdf.profil).toBe(3);
  });

  it('says its title and its language, and shows the title', () => {
    expect(pdf.titre).toBe(`Fiche projet n°\u00A0T 1.1 – ${FICHE_EXEMPLE.titre}`);
    expect(pdf).toMatchObject({ langue: 'fr-FR', afficheLeTitre: true, balise: true });
  });

  it('embeds only the fonts shipped with the program, readable as text', () => {
    expect(pdf.polices.length).toBeGreaterThan(2);
    for (const { nom, incorporee, lisible } of pdf.polices) {
      expect(nom).toMatch(POLICES_EXPEDIEES);
      expect({ nom, incorporee, lisible }).toEqual({ nom, incorporee: true, lisible: true });
    }
  });

  it('keeps the order and the words of the paper sheet', () => {
    const attendus = [
      'Contrat de ville TMVL 2024-2030',
      'Fiche Projet n° : T 1.1',
      'Enjeu transversal 1 : Participation citoyenne',
      FICHE_EXEMPLE.orientation,
      'FICHE PROJET N° T 1.1',
      FICHE_EXEMPLE.titre,
      ...FICHE_EXEMPLE.lignes.map(({ label }) => label),
    ];
    const places = attendus.map((attendu) => ({
      attendu,
      place: pdf.texte.indexOf(attendu.replace(/[\u00A0\u202F]/g, ' ')),
    }));
    expect(places.filter(({ place }) => place < 0)).toEqual([]);
    const positions = places.map(({ place }) => place);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  });

  it('loses no sentence of the sheet', () => {
    const phrases = FICHE_EXEMPLE.lignes.flatMap(({ sections }) =>
      sections.flatMap(({ blocs }) =>
        blocs.flatMap((bloc) => {
          if (bloc.type === 'tableau') return [...bloc.entetes, ...bloc.lignes.flat()];
          if (bloc.type === 'paragraphe') return [bloc.runs.map(({ texte }) => texte).join('')];
          return bloc.items.flatMap(({ runs, sousItems }) =>
            [runs, ...sousItems].map((suite) => suite.map(({ texte }) => texte).join('')),
          );
        }),
      ),
    );
    expect(phrases.filter((phrase) => !pdf.texte.includes(phrase.replace(/[\u00A0\u202F]/g, ' ')))).toEqual([]);
  });

  it('has headings without a gap, each row of the sheet being one', () => {
    const niveaux = aplatir(pdf.structure).flatMap(({ type }) => (/^H[1-6]$/.test(type) ? Number(type[1]) : []));
    expect(niveaux[0]).toBe(1);
    niveaux.forEach((niveau, rang) => expect(niveau).toBeLessThanOrEqual((niveaux[rang - 1] ?? 0) + 1));
    expect(niveaux.filter((niveau) => niveau === 2)).toHaveLength(FICHE_EXEMPLE.lignes.length + 3);
  });

  it('has a bookmark for each row, indicator, action and territory', () => {
    const attendus = [
      ...FICHE_EXEMPLE.lignes.map(({ label }) => label),
      ...FICHE_EXEMPLE.indicateurs.map(({ libelle }) => libelle),
      ...FICHE_EXEMPLE.declinaisons.map(({ territoire }) => territoire),
    ];
    const signets = pdf.signets.map((signet) => signet.replace(/[\u00A0\u202F]/g, ' '));
    expect(signets).toEqual(expect.arrayContaining(attendus));
  });

  it('says every chart in words, from its data', () => {
    const alternatives = aplatir(pdf.structure).flatMap(({ type, alt }) => (type === 'Figure' ? [alt ?? ''] : []));
    expect(alternatives).toHaveLength(5);
    expect(alternatives[0]).toContain(
      'Référence : 51 en 2024. Cibles : 100 en 2027, 121 en 2030.'.replaceAll(' :', '\u00A0:'),
    );
    expect(alternatives[0]).toContain('51 en 2024, 67 en 2025, 74 (provisoire) en 2026, à venir en 2027');
    expect(alternatives[2]).toContain('Morier\u00A0: non disponible en 2024');
  });

  it('says where each chart and each table is on its page', () => {
    const situees = aplatir(pdf.structure).filter(({ type }) => type === 'Figure' || type === 'Table');
    expect(situees.map(({ attributs }) => attributs['/BBox'])).toEqual(situees.map(() => expect.any(Array) as unknown));
  });

  it('has tables with header cells for every year', () => {
    const tables = aplatir(pdf.structure).filter(({ type }) => type === 'Table');
    expect(tables).toHaveLength(FICHE_EXEMPLE.indicateurs.length + 1);
    for (const table of tables) {
      const entetes = aplatir(table.enfants).filter(({ type }) => type === 'TH');
      expect(entetes.length).toBeGreaterThanOrEqual(3);
      expect(entetes.every(({ attributs }) => attributs['/Scope'] === '/Column')).toBe(true);
    }
    expect(pdf.texte).toContain('Territoire 2024 2025 2026 2027 2028 2029 2030');
    expect(pdf.texte).toContain('Rochepinard 40 non disponible 52 p à venir');
  });

  it('describes its links', () => {
    expect(pdf.liens).toHaveLength(1);
    expect(pdf.liens[0]).toContain('exemple.fr/compte-rendu');
  });

  it('numbers its pages', () => {
    for (let page = 1; page <= pdf.pages; page++) expect(pdf.texte).toContain(`page ${page} / ${pdf.pages}`);
  });
});

describe('PDF of difficult documents', () => {
  it('gives identical bytes for identical data, whatever came between', async () => {
    const premier = await moteur.exporter(FICHE_EXEMPLE);
    await moteur.exporter({ ...FICHE_EXEMPLE, titre: 'Une autre fiche' });
    expect(Buffer.from(await moteur.exporter(FICHE_EXEMPLE)).equals(premier)).toBe(true);
  });

  it('prints a fiche that nobody has filled', async () => {
    const lignes = FICHE_EXEMPLE.lignes.map((vide) => ({
      ...vide,
      sections: vide.sections.map((section) => ({ ...section, blocs: [] })),
    }));
    const pdf = await exporter({ titre: '', orientation: '', lignes });
    expect(pdf.titre).toContain('Fiche projet sans intitulé');
    expect(pdf.texte).toContain('Pilote du projet Non renseigné');
    expect(pdf.texte).not.toContain('Suivi des indicateurs');
  });

  it('never fails on a text that a user can save', async () => {
    const hostile =
      'Puce \uF0F0 flèche \uF0E8 nul \u0000 cloche \u0007 émoji 👩‍👩‍👧‍👦 chinois 城市 arabe مدينة privé \uE123 marque \u202Edroite\u202C combiné e\u0332\u0301 isolé \uD800.';
    const pdf = await exporter({ titre: hostile, orientation: hostile, lignes: ligne(hostile) });
    expect(pdf.texte).toContain('Puce • flèche → nul cloche émoji');
    expect(pdf.texte).toMatch(/chinois □□/);
    expect(pdf.texte).not.toMatch(/[\uE000-\uF8FF\uFFFD]/);
  });

  it('prints markup of the engine and of the web as the words they are', async () => {
    const piege = '#read("/etc/passwd") *gras* $x$ @ref <label> \\u{41} </script> "]) #{1+1} // fin';
    const pdf = await exporter({ lignes: ligne(piege), code: '#1', statut: '*s*' });
    expect(pdf.texte).toContain(piege);
    expect(pdf.texte).toContain('*s* au 12 janvier 2026');
  });

  it('runs a very long text over pages, and cuts a word longer than a line', async () => {
    const phrase = 'Chaque quartier dispose d’un rendez-vous connu. ';
    const long = await exporter({ lignes: ligne(phrase.repeat(440)) });
    expect(long.texte.split('Chaque').length - 1).toBe(440);
    expect(long.pages).toBeGreaterThan(3);
    const adresse = `https://exemple.fr/${'un-tres-long-chemin/'.repeat(20)}`;
    const coupe = await exporter({ lignes: ligne(adresse) });
    expect(coupe.texte.replaceAll(' ', '')).toContain(adresse);
  });

  it('draws the logo of the contrat, and does without one that cannot be read', async () => {
    const avecLogo = (logo: string) => exporter({ contrat: { ...FICHE_EXEMPLE.contrat, logo } });
    const figures = (pdf: PdfLu) =>
      aplatir(pdf.structure)
        .filter(({ type }) => type === 'Figure')
        .map(({ alt }) => alt);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>';
    const logo = await avecLogo(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
    expect(figures(logo)).toContain('Logo du contrat de ville');
    const degrade = '<linearGradient id="d" spreadMethod="reflect" x2=".2"><stop stop-color="#fff"/></linearGradient>';
    const interdit = svg
      .replace('<rect', `${degrade}<rect fill="url(#d)"`)
      .replace('#fff"/>', '#fff"/><stop offset="1"/>');
    for (const illisible of [
      `data:image/svg+xml,${encodeURIComponent(interdit)}`,
      'data:image/png;base64,AAAA',
      'data:image/svg+xml,%E0%A4%A',
      'data:text/html,<p>',
      'logo.png',
    ]) {
      expect(figures(await avecLogo(illisible))).not.toContain('Logo du contrat de ville');
    }
  });
});
