import type { FicheFigee } from '@pleniere/plenieres/domain';
import { arreteExemple, ficheFigee, indicateurFige, matiereExemple, valeurFigee } from '../essai/arrete-exemple';
import { aplatir, lirePdf, type PdfLu } from '../essai/pdf-lu';
import { DocumentImpossible, type MatiereDuDocument } from '../fabrique/fabrique';
import { fabriquerEvolution } from './fabriquer-evolution';

const SANITAS = 'QN03709M';
const indicateur = (...valeurs: (readonly [number, number])[]) =>
  indicateurFige({
    cibles: [{ annee: 2025, valeur: 40 }],
    valeurs: valeurs.map(([annee, nombre]) => valeurFigee(annee, SANITAS, nombre)),
  });

function fiche(contexte: string, reste: Partial<FicheFigee>): FicheFigee {
  const exemple = ficheFigee();
  return { ...exemple, contenu: { ...exemple.contenu, contexte: `<p>${contexte}</p>` }, ...reste };
}

function matiere(changements: Partial<MatiereDuDocument> = {}): MatiereDuDocument {
  const avant = arreteExemple({
    ...{ numero: 2, figeLe: '2024-12-12T13:00:00.000Z', decisions: [] },
    fiches: [fiche('On se voit le mardi.', { meteo: 'soleil', avis: [], indicateurs: [indicateur([2024, 30])] })],
  });
  const apres = arreteExemple({
    fiches: [fiche('On se voit le jeudi.', { meteo: 'nuage', indicateurs: [indicateur([2024, 30], [2025, 45])] })],
  });
  const depuis = { numero: 2, sha256: 'f'.repeat(64), contenu: avant };
  return matiereExemple({ contenu: apres, depuis, ...changements });
}

const fabriquer = (de: MatiereDuDocument) => fabriquerEvolution(de, () => undefined);
const lire = async (de: MatiereDuDocument): Promise<PdfLu> => lirePdf((await fabriquer(de)).octets);

describe('document of what changed', () => {
  let pdf: PdfLu;
  beforeAll(async () => {
    pdf = await lire(matiere());
  });

  it('is sound, tagged in French, PDF/UA-1 and PDF/A-2a, with a title', () => {
    expect(pdf.controle).toContain('No syntax or stream encoding errors found');
    expect(pdf.xmp).toMatch(/<pdfuaid:part>1<.*<pdfaid:part>2<.*<pdfaid:conformance>A</);
    expect(pdf).toMatchObject({ langue: 'fr-FR', afficheLeTitre: true, balise: true });
    expect(pdf.titre).toContain('Depuis la dernière plénière');
  });

  it('goes down its headings without a gap, and lists them as bookmarks', () => {
    const niveaux = aplatir(pdf.structure).flatMap(({ type }) => (/^H[1-6]$/.test(type) ? [Number(type[1])] : []));
    expect(niveaux[0]).toBe(1);
    niveaux.slice(1).forEach((niveau, rang) => expect(niveau - (niveaux[rang] ?? 0)).toBeLessThanOrEqual(1));
    expect(pdf.signets).toEqual(expect.arrayContaining(['En bref', 'Décisions', 'Contexte / diagnostic']));
  });

  it('says in words what was added and taken away, the figures and the verdicts', () => {
    expect(pdf.texte).toMatch(/\[supprimé : mardi ?\] ?\[ajouté : jeudi ?\]/);
    expect(pdf.texte).toContain('1 fiche dont le texte change');
    expect(pdf.texte).toMatch(/1 valeur arrivée \(.*2025 : 45\)/);
    expect(pdf.texte).toContain('Cible 2025 de 40 : atteinte');
    expect(pdf.texte).toContain('La météo de la fiche se dégrade (soleil, puis nuage).');
    expect(pdf.texte).toMatch(/Favorable avec réserves, Hélène Marchadier/);
    expect(pdf.texte).toMatch(/arrêté n° 2 .*\(ffffffffffff\).* à l’arrêté n° 3/);
  });

  it('hides small counts, before and after', async () => {
    const petits = (nombre: number) => fiche('', { indicateurs: [indicateur([2024, nombre])] });
    const depuis = { numero: 2, sha256: 'f'.repeat(64), contenu: arreteExemple({ numero: 2, fiches: [petits(2)] }) };
    const { texte } = await lire(matiere({ contenu: arreteExemple({ fiches: [petits(44)] }), depuis }));
    expect(texte).toMatch(/2024 : 44 au lieu de < ?5/);
  });

  it('gives the same bytes twice, and prints any saved text', async () => {
    const hostile = fiche('# *gras* #import "x" 😀 \u{F0B7} fin', {});
    const de = matiere({ contenu: arreteExemple({ fiches: [hostile] }) });
    const [une, autre] = [await fabriquer(de), await fabriquer(de)];
    expect(Buffer.from(une.octets).equals(Buffer.from(autre.octets))).toBe(true);
    expect(une.nom).toBe('evolution-arretes-2-3.pdf');
    expect(lirePdf(une.octets).texte).toContain('#import');
  });

  it('says that nothing changed, and asks for an earlier arrêté when there is none', async () => {
    const { contenu, sha256, numero } = matiere();
    const meme = { numero, sha256, contenu };
    expect((await lire(matiere({ depuis: meme }))).texte).toContain('Rien n’a changé');
    await expect(fabriquer(matiere({ depuis: null }))).rejects.toBeInstanceOf(DocumentImpossible);
  });
});
