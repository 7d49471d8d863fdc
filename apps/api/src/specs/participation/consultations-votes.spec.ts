import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Consultation, SequenceServie, VoteRecu } from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import { type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { dansJours, habitant, type Habitant, poserConsultation, regler } from '../../testing/poser/consultation';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let consultation: Consultation;
let lui: Habitant;
let serie: SequenceServie;

const compter = async (texte: string): Promise<number> => {
  const { rows } = await app
    .get(Base)
    .pool.query<{ n: number }>(`select count(*)::int as n ${texte}`, [consultation.id]);
  return rows[0]?.n ?? 0;
};
const premiere = (): string => serie.cartes[0]?.id ?? '';

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  consultation = await poserConsultation(app, contrat);
  lui = habitant(app, contrat.contratId, consultation.id);
  serie = await lui.cartes();
});

describe('votes: success', () => {
  it('counts a vote once, however often it is sent, and all at once', async () => {
    const envois = await Promise.all(
      Array.from({ length: 30 }, () => lui.voter(premiere(), 1, serie.id, ['realiste'])),
    );
    expect(new Set(envois.map(({ status }) => status))).toEqual(new Set([200]));
    // A phone that lost the answers sends them again, and again.
    for (let rang = 0; rang < 1_000; rang++) await lui.voter(premiere(), 1, serie.id, ['realiste']).expect(200);
    const { body } = await lui.voter(premiere(), 1, serie.id, ['realiste']).expect(200);
    expect((body as VoteRecu).votes).toMatchObject({ pour: 1, contre: 0, neutre: 0, realiste: 1 });
    expect(await compter('from vote_event where consultation_id = $1')).toBe(1);
    expect(await compter('from vote_courant where consultation_id = $1')).toBe(1);
  });

  it('forgets the qualifications of a vote that changes, and the vote when it is withdrawn', async () => {
    await lui.voter(premiere(), 1, serie.id, ['coup-de-coeur']).expect(200);
    const change = await lui.voter(premiere(), 0, serie.id, ['pas-compris']).expect(200);
    expect((change.body as VoteRecu).votes).toMatchObject({ pour: 0, coupDeCoeur: 0, neutre: 1, pasCompris: 1 });
    const retire = await lui.voter(premiere(), null, serie.id).expect(200);
    expect((retire.body as VoteRecu).votes).toMatchObject({ pour: 0, neutre: 0, pasCompris: 0 });
    expect(await compter('from vote_event where consultation_id = $1')).toBe(3);
    const effacer = app.get(Base).pool.query('delete from vote_event where consultation_id = $1', [consultation.id]);
    await expect(effacer).rejects.toThrow('ne se modifie pas');
  });

  it('takes the vote of a page that was opened, and of no other', async () => {
    const { body } = await lui.get(`/propositions/${premiere()}`).expect(200);
    const vote = { valeur: -1, qualifications: [], jeton: (body as { jeton: string }).jeton };
    await lui.post(`/propositions/${premiere()}/vote`, vote).expect(200);
    await lui.post(`/propositions/${serie.cartes[1]?.id}/vote`, vote).expect(422);
    const autre = habitant(app, contrat.contratId, consultation.id);
    await autre.cartes();
    await autre.post(`/propositions/${premiere()}/vote`, vote).expect(422);
  });

  it('gives twelve cards at most, never one that was voted on, then says that it is over', async () => {
    expect(serie.cartes).toHaveLength(8);
    for (const { id } of serie.cartes.slice(0, 5)) await lui.voter(id, 1, serie.id).expect(200);
    const reste = await lui.cartes();
    expect(reste.cartes.map(({ id }) => id).sort()).toEqual(
      serie.cartes
        .slice(5)
        .map(({ id }) => id)
        .sort(),
    );
    expect(reste).toMatchObject({ faits: 5, total: 8, terminee: false });
    for (const { id } of reste.cartes) await lui.voter(id, 0, reste.id).expect(200);
    expect(await lui.cartes()).toMatchObject({ cartes: [], terminee: true, faits: 8 });
  });
});

describe('votes: validation', () => {
  it('refuses a qualification that is foreign to the vote, and leaves nothing', async () => {
    const { body } = await lui.voter(premiere(), 1, serie.id, ['infaisable']).expect(422);
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer: '/qualifications' }));
    expect(await compter('from vote_courant where consultation_id = $1')).toBe(0);
  });

  it('counts until the end by the clock of the server, and not a moment after', async () => {
    const fin = new Date(Date.now() + 400);
    await regler(app, consultation.id, {
      ouverture: dansJours(-10),
      finPropositions: dansJours(-1),
      fin: fin.toISOString(),
    });
    await lui.voter(premiere(), 1, serie.id).expect(200);
    await new Promise((suite) => setTimeout(suite, fin.getTime() - Date.now() + 5));
    const { body } = await lui.voter(serie.cartes[1]?.id ?? '', 1, serie.id).expect(409);
    expect(body.type).toBe('/problemes/close');
    expect(await compter('from vote_event where consultation_id = $1')).toBe(1);
  });

  it('refuses a vote that comes from no card, from no cookie, or on what is not shown', async () => {
    const autre = habitant(app, contrat.contratId, consultation.id);
    await autre.voter(premiere(), 1, serie.id).expect(422);
    await autre.cartes();
    await autre.voter(premiere(), 1, serie.id).expect(422);
    await app
      .get(Base)
      .pool.query(`update proposition set etat = 'refusee', motif = 'hors-sujet' where id = $1`, [premiere()]);
    await lui.voter(premiere(), 1, serie.id).expect(404);
  });

  it('takes no more than a person votes', async () => {
    const { rows } = await app
      .get(Base)
      .pool.query<{ id: string }>('select id from participant where consultation_id = $1', [consultation.id]);
    await lui.voter(premiere(), 1, serie.id).expect(200);
    await app.get(Base).pool.query(
      `insert into vote_event (contrat_id, consultation_id, proposition_id, participant_id, valeur, origine)
       select $1, $2, $3, $4, 1, 'sequence' from generate_series(1, 59)`,
      [contrat.contratId, consultation.id, premiere(), rows[0]?.id],
    );
    await lui.voter(premiere(), -1, serie.id).expect(429);
  });
});

describe('votes: access', () => {
  it('is closed while it is suspended, and open again afterwards', async () => {
    const equipe = await contrat.en('equipe');
    const agir = (transition: string, version: number) =>
      equipe
        .post(`/consultations/${consultation.id}/transitions`, { transition, motif: 'Panne.' })
        .set('If-Match', `"${version}"`);
    const { body } = await agir('suspendre', consultation.version).expect(200);
    await lui.voter(premiere(), 1, serie.id).expect(409);
    await agir('reprendre', (body as Consultation).version).expect(200);
    await lui.voter(premiere(), 1, serie.id).expect(200);
  });

  it('asks for a code where the consultation wants one, each once', async () => {
    const close = await poserConsultation(app, contrat, { exigence: 'code-habitant' });
    const equipe = await contrat.en('equipe');
    const { body: codes } = await equipe.post(`/consultations/${close.id}/codes`, { nombre: 2 }).expect(201);
    const [code = ''] = codes as string[];
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
    const un = habitant(app, contrat.contratId, close.id);
    await un.post('/sequence').expect(422);
    const admis = await un
      .post('/sequence')
      .set('X-Code-Habitant', `${code.slice(0, 5)} ${code.slice(5).toLowerCase()}`)
      .expect(200);
    expect((admis.body as SequenceServie).cartes).toHaveLength(8);
    await habitant(app, contrat.contratId, close.id).post('/sequence').set('X-Code-Habitant', code).expect(422);
  });

  it('knows nothing of a consultation through another contrat', async () => {
    const autre = await creerContrat(app);
    await habitant(app, autre.contratId, consultation.id).get('').expect(404);
    await habitant(app, autre.contratId, consultation.id).post('/sequence').expect(409);
  });
});
