import type { NestExpressApplication } from '@nestjs/platform-express';
import { Fils } from '@pleniere/acces/api';
import { Base, Direct } from '@pleniere/shared/api';
import type { EvenementDirect, Visibilite } from '@pleniere/shared/domain';
import { databaseUrlForWorker } from '@pleniere/shared/testing';
import { randomUUID } from 'node:crypto';
import { Client as ClientPg } from 'pg';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, jusqua } from '../../testing';

/** A browser that listens to a contrat on one replica. */
class Oreille {
  readonly recus: EvenementDirect[] = [];
  readonly arret = new AbortController();
  status = 0;
  entetes = new Headers();
  finie: Promise<void> = Promise.resolve();

  static async tendre(app: NestExpressApplication, client: Client, contratId: string): Promise<Oreille> {
    const oreille = new Oreille();
    const reponse = await fetch(`${await app.getUrl()}/api/v1/contrats/${contratId}/direct`, {
      headers: { cookie: client.cookie, accept: 'text/event-stream', 'accept-encoding': 'gzip' },
      signal: oreille.arret.signal,
    });
    oreille.status = reponse.status;
    oreille.entetes = reponse.headers;
    if (reponse.ok) oreille.finie = oreille.lire(reponse).catch(() => undefined);
    else await reponse.body?.cancel();
    return oreille;
  }

  /** Objects of the events received so far, without what the thread says of itself. */
  get objets(): string[] {
    return this.recus.flatMap(({ objetId }) => (objetId ? [objetId] : []));
  }

  fermer(): void {
    this.arret.abort();
  }

  private async lire({ body }: Response): Promise<void> {
    let reste = '';
    for await (const morceau of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const messages = (reste + morceau).split('\n\n');
      reste = messages.pop() ?? '';
      for (const message of messages) {
        const donnees = /^data: (.*)$/m.exec(message)?.[1];
        if (donnees) this.recus.push(JSON.parse(donnees) as EvenementDirect);
      }
    }
  }
}

describe('live events', () => {
  let une: NestExpressApplication;
  let autre: NestExpressApplication;
  let contrat: ContratDeTest;
  const ouvertes: Oreille[] = [];

  beforeAll(async () => {
    [une, autre] = [await demarrerApi(), await demarrerApi()];
    for (const app of [une, autre]) await app.listen(0, '127.0.0.1');
  });
  beforeEach(async () => {
    contrat = await creerContrat(une);
  });
  afterEach(() => {
    for (const oreille of ouvertes.splice(0)) oreille.fermer();
  });
  afterAll(() => Promise.all([une.close(), autre.close()]));

  async function tendre(app: NestExpressApplication, client: Client, contratId = contrat.contratId): Promise<Oreille> {
    const oreille = await Oreille.tendre(app, client, contratId);
    ouvertes.push(oreille);
    if (oreille.status === 200) await jusqua(() => oreille.recus.length > 0);
    return oreille;
  }

  const evenement = (objetId: string, visibilite: Visibilite = 'tous', donnees?: EvenementDirect['donnees']) => ({
    type: 'essai',
    objetId,
    visibilite,
    ...(donnees && { donnees }),
  });
  const publier = (app: NestExpressApplication, ...args: Parameters<typeof evenement>) =>
    app.get(Base).transaction((tx) => app.get(Direct).publier(tx, contrat.contratId, evenement(...args)));

  it('reach every replica when the transaction commits, uncompressed and at once', async () => {
    const ici = await tendre(une, await contrat.en('equipe'));
    const laBas = await tendre(autre, await contrat.en('referentA'));
    expect(ici.entetes.get('content-type')).toContain('text/event-stream');
    expect([ici.entetes.get('content-encoding'), ici.entetes.get('x-accel-buffering')]).toEqual([null, 'no']);

    const annulee = une.get(Base).transaction(async (tx) => {
      await une.get(Direct).publier(tx, contrat.contratId, evenement('annule'));
      throw new Error('annulé');
    });
    await expect(annulee).rejects.toThrow('annulé');
    await publier(une, 'o1');
    await publier(autre, 'o2');
    await jusqua(() => ici.objets.length === 2 && laBas.objets.length === 2);
    expect([ici.objets, laBas.objets]).toEqual([
      ['o1', 'o2'],
      ['o1', 'o2'],
    ]);
    expect(ici.recus.at(-1)).toEqual({ type: 'essai', objetId: 'o2', visibilite: 'tous' });
  });

  it('say what to read again even when their details are too long for PostgreSQL', async () => {
    const oreille = await tendre(une, await contrat.en('equipe'));
    await publier(une, 'long', 'tous', { ids: 'é'.repeat(5_000) });
    await publier(une, 'court', 'tous', { version: 3 });
    await jusqua(() => oreille.objets.length === 2);
    expect(oreille.recus.slice(-2)).toEqual([
      { type: 'essai', objetId: 'long', visibilite: 'tous' },
      { type: 'essai', objetId: 'court', visibilite: 'tous', donnees: { version: 3 } },
    ]);
  });

  it('are told to the circle that may know of them, and to nobody of another contrat', async () => {
    const [equipe, referent, delegue, contributeur, lecteur] = await Promise.all(
      (['equipe', 'referentA', 'delegue', 'contributeur', 'lecteur'] as const).map(async (qui) =>
        tendre(une, await contrat.en(qui)),
      ),
    );
    const voisin = await creerContrat(une);
    const ailleurs = await tendre(une, await voisin.en('equipe'), voisin.contratId);
    for (const visibilite of ['travail', 'etat', 'equipe', 'tous'] as const)
      await publier(autre, visibilite, visibilite);
    await jusqua(() => [equipe, referent, delegue, contributeur, lecteur].every((une) => une?.objets.includes('tous')));

    expect(equipe?.objets).toEqual(['travail', 'equipe', 'tous']);
    expect(referent?.objets).toEqual(['travail', 'tous']);
    expect(delegue?.objets).toEqual(['travail', 'etat', 'tous']);
    expect(contributeur?.objets).toEqual(['travail', 'tous']);
    expect(lecteur?.objets).toEqual(['tous']);
    expect(ailleurs.objets).toEqual([]);
  });

  it('are refused without a session, and on another contrat', async () => {
    const equipe = await contrat.en('equipe');
    expect((await tendre(une, { ...equipe, cookie: '' })).status).toBe(401);
    expect((await tendre(une, equipe, randomUUID())).status).toBe(404);
  });

  it('end with the session, wherever it is closed', async () => {
    const client = await contrat.en('lecteur');
    const [ici, laBas] = [await tendre(une, client), await tendre(autre, client)];
    const reste = await tendre(autre, await contrat.en('lecteur'));
    await client.delete('/session', null).expect(204);
    await Promise.all([ici.finie, laBas.finie]);

    await publier(une, 'après');
    await jusqua(() => reste.objets.length > 0);
    expect([ici.objets, laBas.objets, reste.objets]).toEqual([[], [], ['après']]);
    expect((await tendre(une, client)).status).toBe(401);
  });

  it('leave nothing behind a browser that has gone', async () => {
    const fils = une.get(Fils);
    const avant = fils.nombre;
    const oreille = await tendre(une, await contrat.en('equipe'));
    expect(fils.nombre).toBe(avant + 1);
    oreille.fermer();
    await jusqua(() => fils.nombre === avant);
  });

  it('come back after PostgreSQL has cut the listening, and say that some were missed', async () => {
    const oreille = await tendre(une, await contrat.en('equipe'));
    const admin = new ClientPg({ connectionString: databaseUrlForWorker() });
    await admin.connect();
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'pleniere-taches'`);
    await admin.end();
    await jusqua(() => oreille.recus.some(({ type }) => type === 'reprise'));
    await publier(une, 'retrouvé');
    await jusqua(() => oreille.objets.includes('retrouvé'));
  });

  it('that a process had no time to tell are read again when it starts again', async () => {
    const oreille = await tendre(une, await contrat.en('equipe'));
    autre.get(Direct).reprendre();
    await jusqua(() => oreille.recus.some(({ type }) => type === 'reprise'));
  });

  it('do not keep a replica from stopping', async () => {
    const troisieme = await demarrerApi();
    await troisieme.listen(0, '127.0.0.1');
    const oreille = await tendre(troisieme, await contrat.en('equipe'));
    await troisieme.close();
    await oreille.finie;
  });
});
