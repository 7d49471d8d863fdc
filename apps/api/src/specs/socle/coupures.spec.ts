import type { NestExpressApplication } from '@nestjs/platform-express';
import { ATTENTES, Base, Direct, type MessageDirect } from '@pleniere/shared/api';
import type { Probleme } from '@pleniere/shared/domain';
import { databaseUrlForWorker } from '@pleniere/shared/testing';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server as ServeurTcp, type Socket } from 'node:net';
import type { Server } from 'node:http';
import { Client as ClientPg } from 'pg';
import request, { type Response } from 'supertest';
import { creerContrat, demarrerApi, jusqua, poserFiche } from '../../testing';

/** PostgreSQL seen through a door that the test closes and opens again, as a restart does. */
class Porte {
  private readonly liaisons = new Set<Socket>();
  private readonly muettes = new Set<Socket>();
  private serveur?: ServeurTcp;
  private port = 0;

  constructor(private readonly base: URL) {}

  async ouvrir(): Promise<string> {
    this.serveur = createServer((entree) => {
      const sortie = connect(Number(this.base.port), this.base.hostname);
      for (const liaison of [entree, sortie]) {
        this.liaisons.add(liaison);
        liaison.on('error', () => liaison.destroy()).on('close', () => this.liaisons.delete(liaison));
      }
      const passer = (vers: Socket) => (octets: Buffer) => this.muettes.has(vers) || vers.write(octets);
      entree.on('data', passer(sortie));
      sortie.on('data', passer(entree));
      entree.on('close', () => sortie.destroy());
      sortie.on('close', () => entree.destroy());
    }).listen(this.port, '127.0.0.1');
    await once(this.serveur, 'listening');
    this.port = (this.serveur.address() as AddressInfo).port;
    const vue = new URL(this.base);
    vue.host = `127.0.0.1:${this.port}`;
    return vue.href;
  }

  /** Forgets the connections of now, without a word to either end; new ones pass. */
  oublier(): void {
    for (const liaison of this.liaisons) this.muettes.add(liaison);
  }

  async fermer(): Promise<void> {
    const ferme = once(this.serveur as ServeurTcp, 'close');
    this.serveur?.close();
    for (const liaison of this.liaisons) liaison.destroy();
    await ferme;
  }
}

const base = new URL(databaseUrlForWorker());
let app: NestExpressApplication;
let porte: Porte;
let admin: ClientPg;

beforeAll(async () => {
  porte = new Porte(base);
  app = await demarrerApi({ databaseUrl: await porte.ouvrir(), taches: true });
  await app.get(Direct).ecouter();
  admin = new ClientPg({ connectionString: base.href });
  await admin.connect();
});
afterAll(async () => {
  await app.close();
  await porte.fermer();
  await admin.end();
});

const lire = (chemin = '/api/v1/public/contrats') => request(app.getHttpServer() as Server).get(chemin);

function attendreIndisponible({ status, headers, body }: Response): void {
  expect([status, headers['retry-after'], headers['content-type']]).toEqual([
    503,
    '2',
    expect.stringContaining('application/problem+json'),
  ]);
  expect((body as Probleme).title).toBe('Le service est momentanément indisponible.');
}

describe('PostgreSQL that goes away', () => {
  it('is given up by every connection that it leaves without a word, the very first one included', async () => {
    jest.replaceProperty(ATTENTES as { silence: number }, 'silence', 1_000);
    const { totalCount } = app.get(Base).pool;
    const lireParToutes = () => Promise.all(Array.from({ length: totalCount }, async () => await lire()));
    await lireParToutes();
    porte.oublier();
    for (const reponse of await lireParToutes()) attendreIndisponible(reponse);
    await lire().expect(200);
    jest.restoreAllMocks();
  });

  it('lets live events through again once it is back', async () => {
    const recus: MessageDirect[] = [];
    const ecoute = app.get(Direct).messages.subscribe((message) => recus.push(message));
    await porte.fermer();
    attendreIndisponible(await lire());
    await porte.ouvrir();
    await jusqua(() => recus.some((message) => 'reprise' in message));
    const evenement = { type: 'essai', objetId: 'o1', visibilite: 'tous' } as const;
    await app.get(Base).transaction((tx) => app.get(Direct).publier(tx, 'c1', evenement));
    await jusqua(() => recus.some((message) => 'evenement' in message && message.evenement.objetId === 'o1'));
    ecoute.unsubscribe();
  });

  it('makes answers unavailable, then normal again without a restart of ours', async () => {
    await lire().expect(200);
    await porte.fermer();
    attendreIndisponible(await lire());
    attendreIndisponible(await lire('/health/ready'));
    await lire('/health/live').expect(200);

    await porte.ouvrir();
    await lire().expect(200);
    await lire('/health/ready').expect(200);
  });

  it('is given up when it says nothing any more, and asked again by another connection', async () => {
    jest.replaceProperty(ATTENTES as { silence: number }, 'silence', 1_000);
    await porte.fermer();
    attendreIndisponible(await lire());
    await porte.ouvrir();
    await lire().expect(200);
    porte.oublier();
    attendreIndisponible(await lire());
    await lire().expect(200);
    // The same connection, once it has been silent because nobody used it.
    await new Promise((suite) => setTimeout(suite, 1_500));
    porte.oublier();
    attendreIndisponible(await lire());
    await lire().expect(200);
    jest.restoreAllMocks();
  });

  it('does not matter to connections that were idle', async () => {
    await Promise.all(Array.from({ length: 5 }, () => lire().expect(200)));
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'pleniere' and pid <> pg_backend_pid()`);
    const statuts = await Promise.all(Array.from({ length: 5 }, async () => (await lire()).status));
    expect(statuts.every((statut) => statut === 200 || statut === 503)).toBe(true);
    await lire().expect(200);
  });

  it('undoes the write that it cuts, which passes when it is sent again', async () => {
    const contrat = await creerContrat(app);
    const ficheId = await poserFiche(app, contrat, { statut: 'brouillon' });
    const equipe = await contrat.en('equipe');
    const ecrire = () =>
      equipe.put(`/fiches/${ficheId}/champs/titreCourt`, 0, { valeur: 'Dialogue' }).then((reponse) => reponse);

    await admin.query('begin');
    await admin.query('select from fiche where id = $1 for update', [ficheId]);
    const coupee = ecrire();
    const ATTENTE = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'pleniere' and wait_event_type = 'Lock'`;
    for (let coupes = 0; coupes === 0;) coupes = (await admin.query(ATTENTE)).rowCount ?? 0;
    attendreIndisponible(await coupee);
    await admin.query('rollback');

    expect((await ecrire()).status).toBe(200);
    const { rows } = await app
      .get(Base)
      .pool.query(`select 1 from journal where fiche_id = $1 and champ = 'titreCourt'`, [ficheId]);
    expect(rows).toHaveLength(1);
  });
});
