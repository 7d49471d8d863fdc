import type { NestExpressApplication } from '@nestjs/platform-express';
import { Base } from '@pleniere/shared/api';
import type { Probleme } from '@pleniere/shared/domain';
import type { Server } from 'node:http';
import request, { type Response } from 'supertest';
import { creerContrat, demarrerApi, type ContratDeTest } from '../../testing';

describe('application', () => {
  let app: NestExpressApplication;
  let contrat: ContratDeTest;

  beforeAll(async () => {
    app = await demarrerApi();
    contrat = await creerContrat(app);
  });
  afterAll(() => app.close());

  const appel = () => request(app.getHttpServer() as Server);

  /** What every refusal is: a problem in French under the id of its request. */
  function attendreProbleme({ body, headers }: Response, status: number, titre: string): void {
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ status, title: titre, instance: headers['x-request-id'] });
    expect(JSON.stringify(body)).not.toMatch(/node_modules|select |stack|\.ts/);
  }

  it('says that it is alive and ready', async () => {
    await appel().get('/health/live').expect(200, { statut: 'ok' });
    await appel().get('/health/ready').expect(200, { statut: 'ok' });
  });

  it('says why it is not ready, and is alive all the same', async () => {
    const raison = async () => {
      const reponse = await appel().get('/health/ready');
      attendreProbleme(reponse, 503, 'Le service est momentanément indisponible.');
      return (reponse.body as Probleme).detail;
    };
    const { pool } = app.get(Base);
    const { rows } = await pool.query<{ id: number; timestamp: string; name: string }>(
      'delete from migrations where id = (select max(id) from migrations) returning *',
    );
    expect(await raison()).toContain('n’a pas encore le schéma de cette version');
    await pool.query(
      'insert into migrations (id, timestamp, name) select id, timestamp, name from json_to_recordset($1) as m (id int, timestamp bigint, name text)',
      [JSON.stringify(rows)],
    );
    await appel().get('/health/ready').expect(200);

    const panne = jest.spyOn(pool, 'query').mockRejectedValue(new Error('connect ECONNREFUSED') as never);
    expect(await raison()).toBe('La base de données ne répond pas.');
    await appel().get('/health/live').expect(200);
    panne.mockRestore();
  });

  it('sends strict security headers, and an id of its own for each request', async () => {
    const [{ headers }, autre] = [await appel().get('/health/live'), await appel().get('/health/live')];
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
    expect(headers['x-request-id']).not.toBe(autre.headers['x-request-id']);
  });

  it('opens a session for a person of a contrat, and lets nothing of it be kept on the way', async () => {
    const equipe = await contrat.en('equipe');
    const { body } = await equipe.get('/session').expect(200).expect('Cache-Control', 'no-store');
    expect(body).toMatchObject({
      role: 'equipe',
      contrat: { id: contrat.contratId },
      organisation: { nom: 'Tours Métropole' },
    });
    await equipe.get(`/contrats/${contrat.contratId}`).expect(200).expect('Cache-Control', 'no-store');
    await equipe.get(`/contrats/${contrat.contratId}/fiches?page=0`).expect(400).expect('Cache-Control', 'no-store');
  });

  it.each(['get', 'post', 'put', 'delete', 'patch'] as const)(
    'answers %s on an unknown address with a problem',
    async (methode) => {
      attendreProbleme(await appel()[methode]('/api/v1/nulle-part'), 404, 'Cette adresse n’existe pas.');
    },
  );

  it('answers a method that an address does not have with a problem', async () => {
    attendreProbleme(await appel().patch('/api/v1/session'), 404, 'Cette adresse n’existe pas.');
  });

  it('refuses a body that cannot be read, and an address that cannot be decoded', async () => {
    const illisible = await appel().post('/api/v1/session').type('json').send('{"email": ');
    attendreProbleme(illisible, 400, 'La demande est mal formée.');
    attendreProbleme(await appel().get('/api/v1/public/contrats/%E0%A4%A'), 400, 'La demande est mal formée.');
  });

  it('refuses more than a megabyte before anything reads it', async () => {
    const motDePasse = 'x'.repeat(1024 * 1024);
    const refus = await appel().post('/api/v1/session').send({ email: 'a@exemple.fr', motDePasse });
    attendreProbleme(refus, 413, 'L’envoi est trop volumineux.');
  });

  it('lets no statement run for ever', async () => {
    const { rows } = await app
      .get(Base)
      .pool.query<{ duree: string }>(`select current_setting('statement_timeout') as duree`);
    expect(rows).toEqual([{ duree: '5s' }]);
    await expect(
      app.get(Base).transaction(async (tx) => {
        await tx.query('set local statement_timeout = 50');
        await tx.query('select pg_sleep(10)');
      }),
    ).rejects.toThrow(/statement timeout/);
  });

  it('tells a failure of ours without a word of how it is made', async () => {
    const panne = jest
      .spyOn(app.get(Base), 'lire')
      .mockRejectedValueOnce(new TypeError('select secret from node_modules'));
    const reponse = await appel().get('/api/v1/public/contrats');
    panne.mockRestore();
    const { title } = reponse.body as Probleme;
    attendreProbleme(reponse, 500, title);
    expect(title).toBe('Une erreur inattendue s’est produite.');
  });
});
