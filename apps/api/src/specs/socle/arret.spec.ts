import type { NestExpressApplication } from '@nestjs/platform-express';
import { Arret, Base, DELAIS } from '@pleniere/shared/api';
import { databaseUrlForWorker } from '@pleniere/shared/testing';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import type { Server } from 'node:http';
import { Client as ClientPg } from 'pg';
import request from 'supertest';
import { creerContrat, demarrerApi, jusqua, poserFiche } from '../../testing';

describe('a replica', () => {
  let app: NestExpressApplication;

  beforeEach(async () => {
    app = await demarrerApi();
    await app.listen(0, '127.0.0.1');
  });
  afterEach(() => app.close());

  const appel = (chemin: string) => request(app.getHttpServer() as Server).get(chemin);
  const port = () => ((app.getHttpServer() as Server).address() as AddressInfo).port;

  it('says that it stops while it still answers, and closes each connection after its answer', async () => {
    await appel('/health/ready')
      .expect(200)
      .expect('Connection', /keep-alive|close/);
    await app.get(Arret).annoncer();
    await appel('/health/ready').expect(503).expect('Retry-After', '2');
    await appel('/health/live').expect(200).expect('Connection', 'close');
    await appel('/api/v1/public/contrats').expect(200).expect('Connection', 'close');
  });

  it('finishes what is under way before it goes', async () => {
    const contrat = await creerContrat(app);
    const ficheId = await poserFiche(app, contrat, { statut: 'brouillon' });
    const equipe = await contrat.en('equipe');
    const verrou = new ClientPg({ connectionString: databaseUrlForWorker() });
    await verrou.connect();
    await verrou.query('begin');
    await verrou.query('select from fiche where id = $1 for update', [ficheId]);
    const ecriture = equipe
      .put(`/fiches/${ficheId}/champs/titreCourt`, 0, { valeur: 'Dialogue' })
      .then((rendue) => rendue);
    const attend = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await jusqua(async () => (await verrou.query(attend)).rowCount === 1);

    await app.get(Arret).annoncer();
    const arret = app.close();
    await verrou.query('rollback');
    const { status, headers } = await ecriture;
    await Promise.all([arret, verrou.end()]);
    expect([status, headers['connection']]).toEqual([200, 'close']);
  });

  it('closes a connection that falls silent in the middle of a body, and no other', async () => {
    jest.replaceProperty(DELAIS as { silence: number }, 'silence', 200);
    const entetes = 'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
    const muette = connect(port(), '127.0.0.1').on('error', () => undefined);
    muette.write(`${entetes}Content-Length: 500\r\n\r\n{"email": "`);
    await once(muette.resume(), 'close');
    jest.restoreAllMocks();
    await appel('/health/ready').expect(200);
  });

  it('waits a bounded time for the headers of a request and for a whole one', () => {
    const { headersTimeout, requestTimeout, keepAliveTimeout } = app.getHttpServer() as Server;
    expect([headersTimeout, requestTimeout, keepAliveTimeout]).toEqual([DELAIS.entetes, DELAIS.demande, DELAIS.repos]);
  });
});

describe('reads by a standby', () => {
  it('are the primary’s while nothing proves that the standby is up to date; a write marks its browser', async () => {
    const app = await demarrerApi({ databaseLectureUrl: databaseUrlForWorker() });
    try {
      const contrat = await creerContrat(app);
      const equipe = await contrat.en('equipe');
      const ficheId = await poserFiche(app, contrat, { statut: 'brouillon' });
      const ecrite = await equipe.put(`/fiches/${ficheId}/champs/titreCourt`, 0, { valeur: 'Dialogue' }).expect(200);
      expect(ecrite.headers['set-cookie']).toEqual([expect.stringMatching(/^pleniere_ecrit=1; Max-Age=10;.*HttpOnly/)]);
      const lue = await equipe.get(`/fiches/${ficheId}`).expect(200);
      expect([lue.headers['set-cookie'], lue.text.includes('Dialogue')]).toEqual([undefined, true]);
    } finally {
      await app.close();
    }
  });

  it('leave no mark when the settings name no standby', async () => {
    const app = await demarrerApi();
    try {
      await request(app.getHttpServer() as Server)
        .post('/api/v1/session')
        .send({ email: 'personne@exemple.fr', motDePasse: 'Faux-mot-de-passe' })
        .expect(({ headers }) => expect(headers['set-cookie']).toBeUndefined());
      expect(await app.get(Base).lire('un', 'select 1 as n', [])).toEqual([{ n: 1 }]);
    } finally {
      await app.close();
    }
  });
});
