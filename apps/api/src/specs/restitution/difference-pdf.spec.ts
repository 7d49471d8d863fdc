import type { NestExpressApplication } from '@nestjs/platform-express';
import { execFileSync } from 'node:child_process';
import {
  type Client,
  contenuComplet,
  type ContratDeTest,
  creerContrat,
  demarrerApi,
  parcourir,
  poserFiche,
} from '../../testing';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;
let ficheId: string;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  const contenu = { ...contenuComplet(contrat), contexte: '<p>Cinq quartiers de Tours.</p>' };
  ficheId = await poserFiche(app, contrat, { statut: 'brouillon', contenu });
  await parcourir(contrat, ficheId, 'soumettre', 'transmettre', 'rendre-avis', 'valider', 'reviser');
  await equipe.put(`/fiches/${ficheId}/champs/contexte`, 0, { valeur: '<p>Sept quartiers de Tours.</p>' }).expect(200);
});

const exporter = (de: string, vers: string, client = equipe) =>
  client.get(`/fiches/${ficheId}/difference.pdf?de=${de}&vers=${vers}`).buffer(true);
const lire = (pdf: unknown) =>
  execFileSync('pdftotext', ['-', '-'], { input: pdf as Buffer, encoding: 'utf8' }).replace(/[\s\u00A0\u202F]+/g, ' ');

describe('GET /fiches/:id/difference.pdf', () => {
  it('says in words what goes and what comes, and nothing of what stays', async () => {
    const { body, headers } = await exporter('1', '2').expect(200);
    expect(headers['content-disposition']).toBe('inline; filename="differences-T1.1.pdf"');
    const texte = lire(body);
    expect(texte).toContain('Différences : révision 1, puis révision 2.');
    expect(texte).toMatch(/\[supprimé : Cinq ?\] ?\[ajouté : Sept ?\] ?quartiers de Tours\./);
    expect(texte).not.toContain('Public cible');
    expect((body as Buffer).toString('latin1')).toContain('<pdfuaid:part>1<');
    const rien = await exporter('2', '2').expect(200);
    expect(lire(rien.body)).toContain('Les deux textes sont les mêmes.');
  });

  it('compares days as well', async () => {
    const { body } = await exporter('2', '2099-01-01').expect(200);
    expect(lire(body)).toContain('Les deux textes sont les mêmes.');
  });

  it('refuses what names no text', async () => {
    await exporter('hier', '2').expect(400);
    await exporter('2026-02-30', '2').expect(422);
    await exporter('9', '2').expect(404);
    await exporter('2020-01-01', '2').expect(404);
  });

  it('gives a lecteur the texts that were in force, and no other', async () => {
    const lecteur = await contrat.en('lecteur');
    await exporter('1', '1', lecteur).expect(200);
    await exporter('1', '2', lecteur).expect(404);
    await exporter('1', '2099-01-01', lecteur).expect(403);
    await exporter('1', '1', await (await creerContrat(app)).en('equipe')).expect(404);
  });
});
