import type { NestExpressApplication } from '@nestjs/platform-express';
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import request from 'supertest';
import { ouvrirContrat } from '../../premier-contrat/ouvrir-contrat';
import { demarrerApi, MOT_DE_PASSE_TEST } from '../../testing';

let app: NestExpressApplication;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());

const saisie = () => ({
  titre: 'Contrat de ville du Val 2024-2030',
  titreCourt: 'Val 2024-2030',
  siren: '200043065',
  debut: 2024,
  fin: 2030,
  organisation: 'Communauté du Val',
  nom: 'Nadia Royer',
  fonction: 'Cheffe de projet',
  email: `nadia.${randomUUID().slice(0, 8)}@exemple.fr`,
});

describe('first contrat of an installation', () => {
  it('lets its first person choose a password and enter an empty contrat as its team', async () => {
    const premier = saisie();
    const { lien } = await ouvrirContrat(app, premier);
    const api = () => request(app.getHttpServer() as Server);
    await api().post(`/api/v1${lien}`).send({ motDePasse: MOT_DE_PASSE_TEST }).expect(204);
    const { body } = await api()
      .post('/api/v1/session')
      .send({ email: premier.email, motDePasse: MOT_DE_PASSE_TEST })
      .expect(201);

    expect(body).toMatchObject({
      role: 'equipe',
      contrat: { titre: premier.titre },
      organisation: { nom: premier.organisation },
    });
  });

  it('names what is missing, and opens nothing', async () => {
    const refus = ouvrirContrat(app, { ...saisie(), siren: '12', email: 'nulle-part' });
    await expect(refus).rejects.toMatchObject({
      probleme: { status: 400, errors: [{ pointer: '/siren' }, { pointer: '/email' }] },
    });
  });

  it('refuses an address that already opens an account', async () => {
    const premier = saisie();
    await ouvrirContrat(app, premier);
    await expect(ouvrirContrat(app, { ...saisie(), email: premier.email })).rejects.toMatchObject({
      probleme: { status: 409 },
    });
  });
});
