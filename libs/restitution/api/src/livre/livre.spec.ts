import { execFileSync } from 'node:child_process';
import { texteBrut } from '@pleniere/shared/domain';
import { arreteExemple, ficheFigee, matiereExemple } from '../essai/arrete-exemple';
import { grandArrete } from '../essai/grand-arrete';
import { aplatir, lirePdf, type PdfLu } from '../essai/pdf-lu';
import type { FichierProduit, MatiereDuDocument } from '../fabrique/fabrique';
import { fabriquerEssentiel } from './fabriquer-essentiel';
import { fabriquerLivre } from './fabriquer-livre';

const POLICES_EXPEDIEES = /^(SourceSans3-(Regular|Italic|SemiBold|SemiBoldItalic)|NotoSansSymbols2-Regular)$/;
const suivi = (texte: string) => texte.replace(/[\s\u00A0\u202F\u200B]+/g, ' ').trim();

const livre = (reste: Partial<MatiereDuDocument> = {}): Promise<FichierProduit> =>
  fabriquerLivre(matiereExemple(reste), () => undefined);
const lireLivre = async (reste: Partial<MatiereDuDocument> = {}) => lirePdf((await livre(reste)).octets);

/** Words of the pages in the order in which they are laid, without head and foot: a sentence may run over two pages. */
function lireCorps(octets: Uint8Array): string {
  const lu = execFileSync('pdftotext', ['-raw', '-', '-'], { input: octets, encoding: 'utf8', maxBuffer: 1e9 });
  const pages = lu
    .split('\f')
    .map((page) => page.split('\n').filter((ligne) => !/^Contrat de ville TMVL|· page \d/.test(ligne)));
  return suivi(pages.flat().join(' '));
}

/** Every sentence that people wrote in the fiches, wherever it is: rich texts without their tags. */
function phrasesDe({ contenu: { fiches, decisions } }: MatiereDuDocument): string[] {
  const dites: string[] = [];
  const parcourir = (valeur: unknown, cle = ''): void => {
    if (typeof valeur === 'string') {
      if (valeur.includes(' ') && !/Le$|^(nom|mail)$/.test(cle))
        dites.push(...texteBrut(valeur).split(/\n|(?<=[.!?)])\s/));
    } else if (Array.isArray(valeur)) valeur.forEach((un) => parcourir(un));
    else if (valeur !== null && typeof valeur === 'object')
      for (const [nom, contenu] of Object.entries(valeur)) parcourir(contenu, nom);
  };
  parcourir(
    fiches.map(({ contenu, avis, actions, declinaisons, orientationTexte, indicateurs }) => [
      ...[contenu, avis, actions, declinaisons, orientationTexte],
      indicateurs.map(({ libelle, source }) => ({ libelle, source })),
    ]),
  );
  parcourir(decisions.map(({ texte, suivi: suite }) => ({ texte, suite })));
  return [...new Set(dites.map(suivi))];
}

describe('the book of an arrêté', () => {
  let pdf: PdfLu;
  const grand = matiereExemple({ contenu: grandArrete(7, 3) });
  let grandLivre: FichierProduit;
  beforeAll(async () => {
    grandLivre = await livre({ contenu: grand.contenu });
    pdf = lirePdf(grandLivre.octets);
  });

  it('is a sound file that declares PDF/UA-1 and PDF/A-2a, in French, with its title', () => {
    expect(pdf.controle).toContain('No syntax or stream encoding errors found');
    expect(pdf.xmp).toMatch(/<pdfuaid:part>1<.*<pdfaid:part>2<.*<pdfaid:conformance>A</);
    expect(pdf).toMatchObject({ langue: 'fr-FR', afficheLeTitre: true, balise: true });
    expect(suivi(pdf.titre)).toBe('Livre des fiches – Contrat de ville TMVL 2024-2030 – arrêté n° 3');
    for (const { nom, incorporee, lisible } of pdf.polices) {
      expect({ nom, incorporee, lisible }).toEqual({
        nom: expect.stringMatching(POLICES_EXPEDIEES) as string,
        incorporee: true,
        lisible: true,
      });
    }
  });

  it('loses no sentence of the arrêté', () => {
    const texte = lireCorps(grandLivre.octets);
    const phrases = phrasesDe(grand);
    expect(phrases.length).toBeGreaterThan(200);
    expect(phrases.filter((phrase) => !texte.includes(phrase))).toEqual([]);
  });

  it('has headings without a gap, a description of each link and of each drawing', () => {
    const balises = aplatir(pdf.structure);
    const niveaux = balises.flatMap(({ type }) => (/^H[1-6]$/.test(type) ? Number(type[1]) : []));
    expect(niveaux[0]).toBe(1);
    niveaux.forEach((niveau, rang) => expect(niveau).toBeLessThanOrEqual((niveaux[rang - 1] ?? 0) + 1));
    expect(pdf.liens.length).toBeGreaterThan(20);
    expect(pdf.liens.filter((lien) => lien === null || lien === '')).toEqual([]);
    const dessins = balises.filter(({ type }) => type === 'Figure');
    expect(dessins.length).toBeGreaterThan(20);
    expect(dessins.filter(({ alt }) => alt === null || alt === '')).toEqual([]);
    expect(balises.filter(({ type }) => type === 'TH').every(({ attributs }) => '/Scope' in attributs)).toBe(true);
  });

  it('has a bookmark for each part, each enjeu and each fiche, and no more', () => {
    const signets = pdf.signets.map(suivi);
    const attendus = ['Clé de lecture', 'Synthèse par enjeu', 'Tableau de bord', 'Décisions', 'Index'];
    expect(signets).toEqual(expect.arrayContaining(attendus));
    for (const { code } of grand.contenu.fiches) {
      expect(signets.filter((signet) => signet.startsWith(`${code.replace('E', 'E ')} – `))).toHaveLength(1);
    }
    expect(signets).not.toContain('Pilote du projet');
  });

  it('says at the foot of each page which arrêté it is, and which page', () => {
    expect(pdf.texte).toContain(`Arrêté n° 3 · 1a2b3c4d5e6f · page 2 / ${pdf.pages}`);
    expect(pdf.texte).toContain(`page ${pdf.pages} / ${pdf.pages}`);
    expect(pdf.texte).toContain(`Empreinte SHA-256 : ${grand.sha256}`);
  });

  it('tells where the stories of a synthesis were written, and sends to the page of each fiche', () => {
    expect(pdf.texte).toMatch(/Trois choses faites .* E 1\.1, Ville de Tours, 2030, p\. \d+/);
    expect(pdf.texte).toMatch(/Index Par quartier .* Europe E 1\.2, p\. \d+ · E 1\.3, p\. \d+/);
    expect(pdf.texte).toMatch(/Par organisation .* Ville de Tours E 1\.1, p\. \d+/);
  });

  it('is the same, byte for byte, each time', async () => {
    const [un, deux] = [await livre(), await livre()];
    expect(Buffer.from(un.octets).equals(Buffer.from(deux.octets))).toBe(true);
    expect(un.nom).toBe('livre-arrete-3.pdf');
  });

  it('hides small counts from everybody', async () => {
    const { texte } = await lireLivre();
    expect(texte).toMatch(/Sanitas non renseigné <\s?5/);
    expect(texte).not.toMatch(/Sanitas non renseigné 3\b/);
    expect(texte).toContain('remplacé par « < 5 »');
  });

  it('holds the fiches and the parts that were chosen, in the order that was chosen', async () => {
    const [une, deux] = arreteExemple().fiches.map(({ id }) => id) as [string, string];
    const { texte, signets } = await lireLivre({ options: { ficheIds: [deux, une], sections: ['fiches'] } });
    expect(texte.indexOf('T 1.2 – ')).toBeLessThan(texte.indexOf('T 1.1 – '));
    expect(signets).not.toContain('Synthèse par enjeu');
    expect(signets).not.toContain('Index');
    const seule = await lireLivre({ options: { ficheIds: [deux], sections: [] } });
    expect(seule.texte).not.toContain('Deux espaces ouverts au Sanitas.');
    expect(seule.texte).not.toContain('Ouvrir un troisième espace en 2026.');
  });

  it('does without the fiches, and without anything to say', async () => {
    const { pages } = await lireLivre({
      options: { ficheIds: [], sections: ['synthese', 'tableau-de-bord', 'index'] },
    });
    expect(pages).toBeLessThan(8);
    const vide = ficheFigee({ contenu: {}, avis: [], actions: [], declinaisons: [], indicateurs: [], meteo: null });
    const contenu = {
      ...arreteExemple(),
      fiches: [vide],
      decisions: [],
      organisations: [],
      quartiers: [],
      seance: null,
    };
    expect((await lireLivre({ contenu })).texte).toContain('Aucune décision n’était prise.');
  });

  it('never fails on a text that a user can save', async () => {
    const titre = '#heading[x] $$ \\ <b> "]} \uE000 𝔘 🏘️ \u202E' + 'a'.repeat(250);
    const contenu = arreteExemple({ titre, fiches: [ficheFigee({ contenu: { titre, contexte: `<p>${titre}</p>` } })] });
    expect((await lireLivre({ contenu })).texte).toContain('#heading[x] $$');
  });

  it('says how far it is as it goes', async () => {
    const parts: number[] = [];
    await fabriquerLivre(matiereExemple(), (_, part) => parts.push(part));
    expect(parts.length).toBeGreaterThan(3);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  });
});

describe('the essentials of an arrêté', () => {
  const essentiel = async (contenu: MatiereDuDocument['contenu']) =>
    lirePdf((await fabriquerEssentiel(matiereExemple({ contenu }), () => undefined)).octets);

  it('are one accessible page per enjeu, however much there is to say', async () => {
    const long = 'Une phrase de plus pour dire encore la même chose. '.repeat(12);
    const grand = grandArrete(12, 2);
    const fiches = grand.fiches.map((une) => ({
      ...une,
      contenu: {
        ...une.contenu,
        resumePublic: long,
        titreCourt: 'Un titre aussi long que le permet le formulaire, soit quatre-vingts signes.',
      },
    }));
    const decisions = grand.decisions.map((une) => ({ ...une, texte: long }));
    const pdf = await essentiel({ ...grand, fiches, decisions });
    expect(pdf.pages).toBe(2);
    expect(pdf.controle).toContain('No syntax or stream encoding errors found');
    expect(pdf.xmp).toContain('<pdfuaid:part>1<');
  });

  it('say what a project wants, how it goes and what was decided', async () => {
    const { texte, pages } = await essentiel(arreteExemple());
    expect(pages).toBe(1);
    expect(texte).toContain('Un lieu pour parler du quartier, et savoir ce que devient ce qui s’y dit.');
    expect(texte).toContain('en difficulté : nuage. Des difficultés freinent le projet.');
    expect(texte).toContain('Ouvrir un troisième espace en 2026.');
  });
});
