import type { NestExpressApplication } from '@nestjs/platform-express';
import type { SeanceDialogue } from '@pleniere/participation/domain';
import { PurgeDesCles } from '@pleniere/participation/api';
import { Base } from '@pleniere/shared/api';
import { jourDeParis } from '@pleniere/shared/domain';
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import request, { type Test } from 'supertest';
import { type ContratDeTest, creerContrat, demarrerApi } from '../../testing';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Awaited<ReturnType<ContratDeTest['en']>>;
let id: string;
let code: string;

const dans = (jours: number): string => jourDeParis(new Date(Date.now() + jours * 86_400_000));
const lire = async (): Promise<SeanceDialogue> => (await equipe.get(`/seances-dialogue/${id}`).expect(200)).body;
const mettre = (suite: string, corps: object): Test => equipe.put(`/seances-dialogue/${id}/${suite}`, null, corps);
const telephone = (methode: 'get' | 'put', corps?: object, sur = contrat.contratId, par = code): Test => {
  const appel = request(app.getHttpServer() as Server)[methode](`/api/v1/public/contrats/${sur}/emargements/${par}`);
  return corps ? appel.send(corps) : appel;
};
const passer = (statut: string): Promise<unknown> =>
  app.get(Base).pool.query('update seance_dialogue set statut = $2 where id = $1', [id, statut]);

beforeAll(async () => {
  app = await demarrerApi();
});
beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  const cadre = {
    nom: 'Atelier',
    forme: 'atelier',
    organisationId: contrat.organisations.villeA,
    depuis: '2024-01-01',
  };
  const { body: espace } = await equipe.post(`/contrats/${contrat.contratId}/espaces`, cadre).expect(201);
  const { body: seance } = await equipe.post(`/espaces/${espace.id}/seances`, { date: dans(0) }).expect(201);
  [id, code] = [seance.id, seance.codeEmargement];
});
afterAll(async () => {
  await app.get(Base).pool.query('delete from frein_public');
  await app.close();
});

describe('what is taken down in the room', () => {
  it('is kept once however many times it is sent, at once or later', async () => {
    const [presence, note] = [randomUUID(), randomUUID()];
    const dite = { role: 'habitant', trancheAge: '25-59', genre: 'femme', premiereFois: true };
    const envois = Array.from({ length: 5 }, () => [
      mettre(`presences/${presence}`, dite),
      mettre(`notes/${note}`, { texte: 'Le local est froid.', priseLe: '2026-11-20T18:30:00Z' }),
      mettre('comptages/habitant', { n: 31, version: 0 }),
      mettre('ressenti', { notes: [0, 1, 2, 8, 4], version: 0 }),
    ]).flat();
    expect((await Promise.all(envois)).map(({ status }) => status)).toEqual(envois.map(() => 200));
    expect(await lire()).toMatchObject({
      presences: [{ id: presence, ...dite, qpvCode: null, parTelephone: false }],
      notes: [{ id: note, texte: 'Le local est froid.' }],
      comptages: [{ role: 'habitant', n: 31, methode: 'comptage', version: 1 }],
      ressenti: { notes: [0, 1, 2, 8, 4], version: 1 },
      presents: 31,
    });
    const { body: journal } = await equipe.get(`/contrats/${contrat.contratId}/journal?objet=seance-dialogue`);
    expect((journal as { champ: string | null }[]).map(({ champ }) => champ ?? '').sort()).toEqual([
      '',
      'comptages',
      'notes',
      'presences',
      'ressenti',
    ]);
  });

  it('counts the room by the larger of the headcount and the ticks, role by role', async () => {
    for (const role of ['habitant', 'habitant', 'elu']) await mettre(`presences/${randomUUID()}`, { role }).expect(200);
    await mettre('comptages/habitant', { n: 20, version: 0 }).expect(200);
    await mettre('comptages/institution', { n: 3, version: 0, methode: 'feuille' }).expect(200);
    expect(await lire()).toMatchObject({ presents: 24, habitants: 20 });
  });

  it('takes back what was tapped by mistake', async () => {
    const presence = randomUUID();
    await mettre(`presences/${presence}`, {}).expect(200);
    await equipe.delete(`/seances-dialogue/${id}/presences/${presence}`, null).expect(204);
    await equipe.delete(`/seances-dialogue/${id}/presences/${presence}`, null).expect(204);
    expect((await lire()).presences).toEqual([]);
  });

  it('never overwrites in silence what somebody else counted', async () => {
    await mettre('comptages/habitant', { n: 20, version: 0 }).expect(200);
    const { body } = await mettre('comptages/habitant', { n: 22, version: 0 }).expect(412);
    expect(body.actuel).toMatchObject({ n: 20, version: 1 });
    await mettre('comptages/habitant', { n: 22, version: 1 }).expect(200);
    await mettre('ressenti', { notes: [1, 0, 0, 0, 0], version: 0 }).expect(200);
    await mettre('ressenti', { notes: [2, 0, 0, 0, 0], version: 0 }).expect(412);
  });

  it('refuses a name, a role that does not exist, and a séance that is over', async () => {
    const { body } = await mettre(`presences/${randomUUID()}`, { nom: 'Dupont' }).expect(400);
    expect(body.errors[0]).toMatchObject({ pointer: '/nom', detail: 'Ce champ est inconnu.' });
    await mettre('comptages/voisin', { n: 1, version: 0 }).expect(404);
    await mettre('ressenti', { notes: [1, 2], version: 0 }).expect(400);
    await mettre(`notes/${randomUUID()}`, { texte: ' ', priseLe: '2026-11-20' }).expect(400);
    await passer('close');
    await mettre(`presences/${randomUUID()}`, {}).expect(409);
    await mettre('comptages/habitant', { n: 20, version: 0 }).expect(409);
  });

  it('does not let an id of one séance be read through another', async () => {
    const presence = randomUUID();
    await mettre(`presences/${presence}`, {}).expect(200);
    const autre = await equipe.post(`/espaces/${(await lire()).espace.id}/seances`, { date: dans(0) }).expect(201);
    await equipe.put(`/seances-dialogue/${autre.body.id}/presences/${presence}`, null, {}).expect(409);
  });
});

describe('émargement by a phone in the room', () => {
  it('declares one presence per phone, which it may correct, and nothing else', async () => {
    const appareil = randomUUID();
    const { body } = await telephone('get').expect(200);
    expect(body).toMatchObject({ espace: 'Atelier', date: dans(0) });
    await Promise.all(
      [1, 2, 3].map(() => telephone('put', { appareil, genre: 'homme', qpvCode: contrat.qpv.a1 }).expect(204)),
    );
    await telephone('put', { appareil, trancheAge: '15-24', premiereFois: true }, undefined, code.toLowerCase()).expect(
      204,
    );
    await telephone('put', { appareil: randomUUID() }).expect(204);
    const { presences } = await lire();
    expect(presences).toHaveLength(2);
    expect(presences).toContainEqual(
      expect.objectContaining({ trancheAge: '15-24', genre: null, premiereFois: true, parTelephone: true }),
    );
    const { body: refus } = await telephone('put', { appareil, email: 'a@b.fr' }).expect(400);
    expect(refus.errors[0].pointer).toBe('/email');
  });

  it('keeps nothing that leads back to the phone', async () => {
    const appareil = randomUUID();
    await telephone('put', { appareil }).expect(204);
    const { rows } = await app.get(Base).pool.query('select * from presence where seance_id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(appareil);
  });

  it('forgets after a year that the same phone came, and still counts who came', async () => {
    await telephone('put', { appareil: randomUUID() }).expect(204);
    const ilYA = (jours: number): Promise<unknown> =>
      app.get(Base).pool.query('update seance_dialogue set date = $2 where id = $1', [id, dans(-jours)]);
    const cles = async (): Promise<number> => {
      const compte = 'select count(cle_hash)::int as n from presence where seance_id = $1';
      return (await app.get(Base).pool.query<{ n: number }>(compte, [id])).rows[0]?.n ?? -1;
    };
    await ilYA(360);
    await app.get(PurgeDesCles, { strict: false }).purger();
    expect(await cles()).toBe(1);
    await ilYA(370);
    await app.get(PurgeDesCles, { strict: false }).purger();
    expect(await cles()).toBe(0);
    expect((await lire()).habitants).toBe(1);
  });

  it('is closed before the day, once the compte rendu is published, and under a wrong code', async () => {
    const appareil = randomUUID();
    await telephone('put', { appareil }, undefined, 'ZZZZ2222').expect(404);
    await telephone('put', { appareil }, (await creerContrat(app)).contratId).expect(404);
    await passer('close');
    await telephone('put', { appareil }).expect(404);
    await telephone('get').expect(404);
    await app
      .get(Base)
      .pool.query(`update seance_dialogue set statut = 'annoncee', date = $2 where id = $1`, [id, dans(1)]);
    await telephone('put', { appareil }).expect(404);
  });
});
