import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ConsultationExterne, LectureExterne } from '@pleniere/participation/domain';
import { Tableurs } from '@pleniere/shared/api';
import type { Test } from 'supertest';
import { type Client, type ContratDeTest, creerContrat, demarrerApi } from '../../testing';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;

const racine = () => `/contrats/${contrat.contratId}/consultations-externes`;
const envoyer = (client: Client, contenu: string | Uint8Array, nom: string): Test =>
  client.post(`${racine()}/lecture`, null).attach('fichier', Buffer.from(contenu), nom);

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());
beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
});

describe('consultations of others: success', () => {
  it.each(['xlsx', 'ods'] as const)(
    'are read from a .%s: every sheet that is known, and what is not taken',
    async (format) => {
      const octets = await app.get(Tableurs, { strict: false }).ecrire(
        [
          {
            nom: 'Dates',
            largeurs: [12, 20, 20],
            lignes: [
              ['Date', 'Libellé', 'Source'],
              ['13/09/2025', 'Fin', 'Communiqué'],
              ['plus tard', 'Bilan', ''],
            ],
          },
          {
            nom: 'Agenda',
            largeurs: [20, 30],
            lignes: [
              ['Priorité', 'Explication'],
              ['Rénover', 'Vite.'],
            ],
          },
        ],
        format,
      );
      const { body } = await envoyer(equipe, octets, `resultats.${format}`).expect(200);
      expect(body as LectureExterne).toMatchObject({
        dates: [{ libelle: 'Fin', date: '2025-09-13', source: 'Communiqué' }],
        agenda: [{ titre: 'Rénover', texte: 'Vite.' }],
        refusees: [{ feuille: 'Dates', ligne: 3, cellules: ['plus tard', 'Bilan', ''] }],
      });
      expect((await equipe.get(racine()).expect(200)).body).toEqual([]);
    },
  );

  it('are recorded with what a CSV gave, and keep the order of the days announced', async () => {
    const { body } = await envoyer(equipe, 'Date;Libellé\n13/09/2025;Fin\n28/09/2025;Fin\n', 'dates.csv').expect(200);
    const { dates } = body as LectureExterne;
    const saisie = { nom: 'Mieux vivre en ville', organisateur: 'Make.org', source: 'Communiqué', dates };
    const { body: notee } = await equipe.post(racine(), { ...saisie, chiffres: {} }).expect(201);
    expect((notee as ConsultationExterne).dates.map(({ date }) => date)).toEqual(['2025-09-13', '2025-09-28']);
  });
});

describe('consultations of others: validation', () => {
  it('refuses what is no table, in words, and a request without a file', async () => {
    const { body } = await envoyer(equipe, '%PDF-1.7 ', 'resultats.pdf').expect(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/fichier' })]);
    await equipe.post(`${racine()}/lecture`, {}).expect(400);
  });
});

describe('consultations of others: access', () => {
  it('are read from a file by the team alone', async () => {
    await envoyer(await contrat.en('referentA'), 'Date;Libellé\n', 'dates.csv').expect(403);
    await envoyer(await (await creerContrat(app)).en('equipe'), 'Date;Libellé\n', 'dates.csv').expect(404);
  });
});
