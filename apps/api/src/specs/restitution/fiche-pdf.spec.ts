import type { NestExpressApplication } from '@nestjs/platform-express';
import { execFileSync } from 'node:child_process';
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

function lireTexte(pdf: Buffer): string {
  return execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' }).replace(/[\s\u00A0\u202F]+/g, ' ');
}

describe('GET /fiches/:ref.pdf', () => {
  it('gives the sheet with its values to whoever may read it, by id or by code', async () => {
    const ficheId = await poserFiche(app, contrat, { contenu: { titre: 'Ouvrir un espace de dialogue' } });
    const equipe = await contrat.en('equipe');
    const reference = { annee: 2024, valeur: 10 };
    const { id } = await poserIndicateur(contrat, ficheId, { reference, cibles: [{ annee: 2030, valeur: 50 }] });
    await equipe.post(`/contrats/${contrat.contratId}/valeurs`, { saisies: [saisie(id)] }).expect(200);

    const lecteur = await contrat.en('lecteur');
    for (const ref of [ficheId, 'T1.1']) {
      const { body, headers } = await lecteur.get(`/fiches/${ref}.pdf`).buffer(true).expect(200);
      expect(headers['content-type']).toBe('application/pdf');
      expect(headers['content-disposition']).toBe('inline; filename="fiche-T1.1.pdf"');
      expect(headers['cache-control']).toBe('private, no-cache');
      const texte = lireTexte(body as Buffer);
      expect(texte).toContain('Contrat de ville d’essai 2024-2030');
      expect(texte).toContain('Fiche Projet n° : T 1.1');
      expect(texte).toContain('Ouvrir un espace de dialogue');
      expect(texte).toContain(
        '12 habitants en 2025 (1 QPV sur 3), contre 10 en 2024 (référence) : 5 % du chemin vers 50 en 2030.',
      );
    }
  });

  it('says that a fiche is not found, whether absent, hidden or of another contrat', async () => {
    const autre = await creerContrat(app);
    const ailleurs = await poserFiche(app, autre, { rang: 7 });
    await poserFiche(app, contrat, { rang: 8, statut: 'brouillon' });
    const lecteur = await contrat.en('lecteur');
    for (const ref of [ailleurs, 'T9.9', 'T1.8', 'n-importe-quoi']) {
      const { body, headers } = await lecteur.get(`/fiches/${ref}.pdf`).expect(404);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body.title).toBe('Cette fiche est introuvable.');
    }
  });

  it('asks who is there', async () => {
    const ficheId = await poserFiche(app, contrat, { rang: 9 });
    await request(app.getHttpServer() as Server)
      .get(`/api/v1/fiches/${ficheId}.pdf`)
      .expect(401);
  });
});
