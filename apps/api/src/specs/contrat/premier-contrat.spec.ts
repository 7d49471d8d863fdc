import type { NestExpressApplication } from '@nestjs/platform-express';
import { Base } from '@pleniere/shared/api';
import { databaseUrlForWorker } from '@pleniere/shared/testing';
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import request from 'supertest';
import { createDataSource } from '../../database/data-source';
import { proposerCode } from '../../premier-contrat/code-installation';
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

describe('first start in the browser', () => {
  const origine = databaseUrlForWorker();
  const nom = `${new URL(origine).pathname.slice(1)}_vide`;
  const url = Object.assign(new URL(origine), { pathname: `/${nom}` }).toString();
  let vide: NestExpressApplication;
  let code: string;

  beforeAll(async () => {
    await app.get(Base).pool.query(`drop database if exists ${nom}`);
    await app.get(Base).pool.query(`create database ${nom}`);
    const source = await createDataSource(url).initialize();
    await source.runMigrations();
    code = (await proposerCode(source)) ?? '';
    await source.destroy();
    vide = await demarrerApi({ databaseUrl: url });
  });
  afterAll(async () => {
    await vide.close();
    await app.get(Base).pool.query(`drop database ${nom}`);
  });

  const api = () => request(vide.getHttpServer() as Server);
  const saisieDe = (reste: object) => {
    const { organisation, ...premier } = { ...saisie(), siren: '243700754' };
    return { ...premier, titreCourt: organisation, enjeuxUsuels: true, ...reste };
  };

  it('finds an intercommunalité by one of its communes, with its quartiers', async () => {
    await api().get('/api/v1/installation').expect(200, { attendue: true });
    const { body } = await api().get('/api/v1/installation/epci?q=joue-les tours').expect(200);
    expect(body).toMatchObject([{ siren: '243700754', nom: 'Tours Métropole Val de Loire' }]);
    expect((body as { quartiers: object[] }[])[0]?.quartiers).toHaveLength(13);
  });

  it('opens nothing without the code that the server showed, nor for an unknown intercommunalité', async () => {
    await api()
      .post('/api/v1/installation')
      .send(saisieDe({ code: 'ABCD-EFGH-JKMN' }))
      .expect(422);
    await api()
      .post('/api/v1/installation')
      .send(saisieDe({ code, siren: '000000000' }))
      .expect(422);
    await api().get('/api/v1/installation').expect(200, { attendue: true });
  });

  it('opens the contrat with its communes, quartiers and enjeux, once', async () => {
    const premier = saisieDe({ code: code.toLowerCase().replaceAll('-', ' ') });
    const [une, autre] = await Promise.all([
      api().post('/api/v1/installation').send(premier),
      api().post('/api/v1/installation').send(premier),
    ]);
    const statuts = [une.status, autre.status].sort();
    expect(statuts).toEqual([201, 422]);
    const { lien } = (une.status === 201 ? une : autre).body as { lien: string };
    await api().post(`/api/v1${lien}`).send({ motDePasse: MOT_DE_PASSE_TEST }).expect(204);
    const { rows } = await vide.get(Base).pool.query(`
      select (select count(*)::int from qpv) as qpv, (select count(*)::int from qpv_commune) as liens,
        (select count(*)::int from enjeu) as enjeux, (select count(*)::int from organisation where categorie = 'ville') as villes`);
    expect(rows).toEqual([{ qpv: 13, liens: 13, enjeux: 7, villes: 4 }]);
    await api().get('/api/v1/installation').expect(200, { attendue: false });
    await api().get('/api/v1/installation/epci?q=tours').expect(404);
  });

  it('is over once there is a contrat: a start shows no code', async () => {
    const source = await createDataSource(url).initialize();
    expect(await proposerCode(source)).toBeNull();
    await source.destroy();
  });
});
