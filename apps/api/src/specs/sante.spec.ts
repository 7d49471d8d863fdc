import type { INestApplication } from '@nestjs/common';
import type { Server } from 'node:http';
import request from 'supertest';
import { creerContrat, demarrerApi, type ContratDeTest } from '../testing';

describe('application', () => {
  let app: INestApplication;
  let contrat: ContratDeTest;

  beforeAll(async () => {
    app = await demarrerApi();
    contrat = await creerContrat(app);
  });
  afterAll(() => app.close());

  const appel = () => request(app.getHttpServer() as Server);

  it('says that it is alive and ready', async () => {
    await appel().get('/health/live').expect(200, { statut: 'ok' });
    await appel().get('/health/ready').expect(200, { statut: 'ok' });
  });

  it('sends strict security headers and a request id', async () => {
    const { headers } = await appel().get('/health/live');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('answers an unknown address with a problem in French', async () => {
    const reponse = await appel().get('/api/v1/nulle-part').expect(404);
    expect(reponse.headers['content-type']).toContain('application/problem+json');
    expect(reponse.body.title).toBe('Cette adresse n’existe pas.');
  });

  it('opens a session for a person of a contrat', async () => {
    const equipe = await contrat.en('equipe');
    const { body } = await equipe.get('/session').expect(200);
    expect(body).toMatchObject({ role: 'equipe', contrat: { id: contrat.contratId }, organisation: { nom: 'Tours Métropole' } });
  });
});
