import type { NestExpressApplication } from '@nestjs/platform-express';
import { lireDocument } from '@pleniere/fiches/api';
import { type ChampId, composer, type ContenuFiche, type Repertoire } from '@pleniere/fiches/domain';
import { texteBrut } from '@pleniere/shared/domain';
import mammoth from 'mammoth';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import request from 'supertest';
import { type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { poserFiche, poserIndicateur, saisie } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;

beforeAll(async () => {
  app = await demarrerApi();
  contrat = await creerContrat(app);
});
afterAll(() => app.close());

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const REPERTOIRE: Repertoire = { anneeDebut: 2024, anneeFin: 2030, organisations: [], enjeux: [], qpv: [] };

const liste = (...textes: string[]) => textes.map((texte) => ({ id: randomUUID(), texte: `<p>${texte}</p>` }));

const CONTENU: Partial<ContenuFiche> = {
  titre: 'Ouvrir un espace de dialogue dans chaque quartier',
  resultatsAttendus: liste('Un lieu connu de tous', 'Des réponses <strong>datées</strong> & publiées'),
  interetHabitants: liste('Savoir où parler'),
  interetTerritoire: liste('Des projets mieux compris', 'Moins de malentendus'),
  interetPartenaires: liste('Entendre tôt ce qui coince'),
  contexte: '<p>Treize quartiers, quatre villes.</p><p>Une parole <em>fatiguée</em> d’être demandée.</p>',
  facteursFavorables: liste('Des centres sociaux présents', 'Un fonds rouvert'),
  facteursDefavorables: liste('Peu de jeunes'),
  moyensHumains: liste('Un demi-poste par ville').map((moyen) => ({
    ...moyen,
    etp: null,
    organisation: '',
    annee: null,
  })),
  moyensFinanciers: liste('Fonds de participation', '12 000 € par an'),
};

const enMots = (valeur: unknown): string[] =>
  [valeur].flat().map((partie) => texteBrut(typeof partie === 'string' ? partie : (partie as { texte: string }).texte));

describe('GET /fiches/:ref.docx', () => {
  it('gives the fiche to whoever may read it, by id or by code', async () => {
    const ficheId = await poserFiche(app, contrat, { contenu: CONTENU });
    await poserIndicateur(contrat, ficheId, { libelle: 'Rencontres tenues' });
    const lecteur = await contrat.en('lecteur');
    for (const ref of [ficheId, 'T1.1']) {
      const { body, headers } = await lecteur.get(`/fiches/${ref}.docx`).buffer(true).parse(octets).expect(200);
      expect(headers['content-type']).toBe(DOCX);
      expect(headers['content-disposition']).toBe('attachment; filename="fiche-T1.1.docx"');
      const { value } = await mammoth.extractRawText({ buffer: body as Buffer });
      expect(value).toContain('Contrat de ville d’essai 2024-2030');
      expect(value).toContain('Fiche Projet n°\u00A0: T\u00A01.1');
      expect(value).toContain('Rencontres tenues');
    }
  });

  it('comes back the same through the import of fiches, none of its words left aside', async () => {
    await poserFiche(app, contrat, { rang: 2, contenu: CONTENU });
    const equipe = await contrat.en('equipe');
    const { body } = await equipe.get('/fiches/T1.2.docx').buffer(true).parse(octets).expect(200);
    const lu = await lireDocument({ nom: 'fiche-T1.2.docx', octets: new Uint8Array(body as Buffer) });
    if ('refus' in lu) throw new Error(lu.refus);
    const composition = { repertoire: REPERTOIRE, confirmee: () => true, nouvelId: randomUUID };
    const { contenu } = composer(lu.document, lu.passages, composition);
    for (const champ of Object.keys(CONTENU) as ChampId[]) {
      expect([champ, enMots(contenu[champ])]).toEqual([champ, enMots(CONTENU[champ])]);
    }
    expect(lu.passages.filter(({ destination }) => destination === 'non-place')).toEqual([]);
  });

  it('hides small counts from those who did not produce them, in the PDF as well', async () => {
    const ficheId = await poserFiche(app, contrat, { rang: 4 });
    const { id } = await poserIndicateur(contrat, ficheId);
    const equipe = await contrat.en('equipe');
    const comptes = [3, 140, 67].map((valeur, rang) =>
      saisie(id, { valeur, territoire: [contrat.qpv.a1, contrat.qpv.a2, contrat.qpv.b1][rang] ?? '' }),
    );
    await equipe.post(`/contrats/${contrat.contratId}/valeurs`, { saisies: comptes }).expect(200);
    const lire = async (role: 'equipe' | 'delegue' | 'referentA' | 'lecteur'): Promise<string[]> => {
      const personne = await contrat.en(role);
      const word = await personne.get('/fiches/T1.4.docx').buffer(true).parse(octets).expect(200);
      const pdf = await personne.get('/fiches/T1.4.pdf').buffer(true).expect(200);
      const textes = [
        (await mammoth.extractRawText({ buffer: word.body as Buffer })).value,
        execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf.body as Buffer, encoding: 'utf8' }),
      ];
      const [enWord = [], enPdf = []] = textes.map((texte) => {
        const lu = texte.replace(/[\s\u00A0\u202F]+/g, ' ').replace('< 5', '<5');
        return ['210', '140', '67', '<5', 'masqué'].filter((dit) => lu.includes(dit));
      });
      expect(enPdf).toEqual(enWord);
      return enWord;
    };
    expect(await lire('equipe')).toEqual(['210', '140', '67']);
    expect(await lire('delegue')).toEqual(['210', '140', '67']);
    expect(await lire('lecteur')).toEqual(['210', '140', '<5', 'masqué']);
    expect(await lire('referentA')).toEqual(['210', '140', '67']);
  });

  it('takes any text that can be saved', async () => {
    const hostile = 'Zéro\u0007, \u{1F600}, \uFFFE, \u202Edroite, <w:p>balise</w:p> & ]]>';
    await poserFiche(app, contrat, { rang: 3, contenu: { titre: hostile, contexte: `<p>${hostile}</p>` } });
    const equipe = await contrat.en('equipe');
    const { body } = await equipe.get('/fiches/T1.3.docx').buffer(true).parse(octets).expect(200);
    const { value } = await mammoth.extractRawText({ buffer: body as Buffer });
    expect(value).toContain('<w:p>balise</w:p> & ]]>');
  });

  it('says that a fiche is not found, whether absent, hidden or of another contrat', async () => {
    const ailleurs = await poserFiche(app, await creerContrat(app), { rang: 7 });
    await poserFiche(app, contrat, { rang: 8, statut: 'brouillon' });
    const lecteur = await contrat.en('lecteur');
    for (const ref of [ailleurs, 'T9.9', 'T1.8']) await lecteur.get(`/fiches/${ref}.docx`).expect(404);
  });

  it('asks who is there', async () => {
    await request(app.getHttpServer() as Server)
      .get('/api/v1/fiches/T1.1.docx')
      .expect(401);
  });
});

function octets(reponse: request.Response, suite: (erreur: Error | null, corps: Buffer) => void): void {
  const morceaux: Buffer[] = [];
  const flux = reponse as unknown as NodeJS.ReadableStream;
  flux.on('data', (morceau: Buffer) => morceaux.push(morceau));
  flux.on('end', () => suite(null, Buffer.concat(morceaux)));
}
