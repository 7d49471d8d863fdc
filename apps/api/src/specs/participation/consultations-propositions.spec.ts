import type { NestExpressApplication } from '@nestjs/platform-express';
import type {
  Consultation,
  Idee,
  MaProposition,
  PropositionAModerer,
  PropositionOuverte,
  PropositionProche,
} from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import type { Server } from 'node:http';
import request from 'supertest';
import { type Client, type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { habitant, type Habitant, poserConsultation } from '../../testing/poser/consultation';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let consultation: Consultation;
let equipe: Client;
let lui: Habitant;

const TEXTE = 'Il faut ouvrir une épicerie solidaire au Sanitas';
const attendreUneMinute = () =>
  app
    .get(Base)
    .pool.query(`update proposition set proposee_le = proposee_le - interval '2 minutes' where consultation_id = $1`, [
      consultation.id,
    ]);

async function proposer(texte = TEXTE, reste: object = {}): Promise<MaProposition> {
  const { body } = await lui.post('/propositions', { texte, ...reste }).expect(201);
  await attendreUneMinute();
  return body as MaProposition;
}

const decider = (client: Client, { id }: { id: string }, version: number, decision: object) =>
  client.post(`/propositions/${id}/decision`, decision).set('If-Match', `"${version}"`);
const miennes = async () => (await lui.get('/mes-donnees').expect(200)).body.propositions as MaProposition[];

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());
beforeEach(async () => {
  contrat = await creerContrat(app);
  const { referentA, referentB } = contrat.personnes;
  consultation = await poserConsultation(app, contrat, { moderateurs: [referentA, referentB] });
  equipe = await contrat.en('equipe');
  lui = habitant(app, contrat.contratId, consultation.id);
  await lui.cartes();
});

describe('propositions: success', () => {
  it('shows a proposition once a moderator has read it, its spelling corrected, its original kept', async () => {
    const creee = await proposer('Il faut ouvrir une épicerie solidère');
    expect(creee).toMatchObject({ etat: 'en-attente', peutRetirer: true });
    await lui.get(`/propositions/${creee.id}`).expect(404);
    await decider(equipe, creee, 1, { decision: 'accepter', texte: 'Il faut ouvrir une épicerie solidaire' }).expect(
      200,
    );
    const { body } = await lui.get(`/propositions/${creee.id}`).expect(200);
    expect(body).toMatchObject({ texte: 'Il faut ouvrir une épicerie solidaire', etat: 'acceptee' });
    expect((await miennes())[0]?.texteOrigine).toBe('Il faut ouvrir une épicerie solidère');
  });

  it('gives a proposition to one moderator at a time, and the other reads the name of the first', async () => {
    const creee = await proposer();
    const [premier, second] = [await contrat.en('referentA'), await contrat.en('referentB')];
    const { body } = await premier.put(`/propositions/${creee.id}/verrou`, null).expect(200);
    expect((body as PropositionOuverte).verrou).toMatchObject({ nom: 'Personne referentA', mien: true });
    const refus = await second.put(`/propositions/${creee.id}/verrou`, null).expect(409);
    expect(refus.body.detail).toContain('Personne referentA');
    await decider(second, creee, 1, { decision: 'accepter' }).expect(409);
    await premier.delete(`/propositions/${creee.id}/verrou`, null).expect(204);
    await decider(second, creee, 1, { decision: 'accepter' }).expect(200);
  });

  it('tells the author why, by e-mail too, and hears an appeal once', async () => {
    const creee = await proposer(TEXTE, { email: 'habitante@exemple.fr' });
    await decider(equipe, creee, 1, { decision: 'refuser' }).expect(409);
    await decider(equipe, creee, 1, {
      decision: 'refuser',
      motif: 'hors-sujet',
      motifDetail: 'La question porte sur les jeux.',
    }).expect(200);
    const { rows } = await app
      .get(Base)
      .pool.query<{ texte: string }>(
        `select texte from courriel where email = 'habitante@exemple.fr' and contrat_id = $1`,
        [contrat.contratId],
      );
    expect(rows[0]?.texte).toContain('ne répond pas à la question posée');
    const [sienne = '', suivi = ''] = rows[0]?.texte.match(/http\S+/g) ?? [];
    const ouvrir = (lien: string, cookie = '') =>
      request(app.getHttpServer() as Server)
        .get(new URL(lien).pathname)
        .set('Cookie', cookie);
    // His browser, where he may contest; then any other, where he reads.
    for (const [lien, cookie] of [
      [sienne, lui.cookie],
      [suivi, ''],
    ] as const) {
      const { text } = await ouvrir(lien, cookie).expect(200).expect('Cache-Control', 'no-store');
      expect(text).toContain(TEXTE);
      expect(text).toContain('La question porte sur les jeux.');
      expect(text.includes('<form method="post"')).toBe(lien === sienne);
    }
    expect((await miennes())[0]).toMatchObject({ motif: 'hors-sujet', peutFaireAppel: true });
    await lui.post(`/propositions/${creee.id}/appel`, { texte: 'C’est pourtant un lieu de vie.' }).expect(204);
    await lui.post(`/propositions/${creee.id}/appel`, { texte: 'Encore.' }).expect(409);
    const file = (await equipe.get(`/consultations/${consultation.id}/moderation`).expect(200))
      .body as PropositionAModerer[];
    expect(file).toEqual([expect.objectContaining({ id: creee.id, appel: 'C’est pourtant un lieu de vie.' })]);
    await decider(equipe, creee, file[0]?.version ?? 0, { decision: 'accepter' }).expect(200);
    expect((await equipe.get(`/consultations/${consultation.id}/moderation`)).body).toEqual([]);
  });

  it('attaches a near-duplicate without moving a vote', async () => {
    const serie = await lui.cartes();
    const [une, autre] = serie.cartes.map(({ id }) => id) as [string, string];
    await lui.voter(une, 1, serie.id).expect(200);
    await lui.voter(autre, -1, serie.id).expect(200);
    const { body } = await equipe
      .post(`/consultations/${consultation.id}/idees`, { titre: 'Le quartier vert' })
      .expect(201);
    for (const [carte, doublon] of [
      [une, true],
      [autre, false],
    ] as const) {
      await equipe.put(`/propositions/${carte}/idee`, 1, { ideeId: (body as Idee).id, doublon }).expect(200);
    }
    const idees = (await equipe.get(`/consultations/${consultation.id}/idees`).expect(200)).body as Idee[];
    const votes = new Map(idees[0]?.propositions.map((p) => [p.id, [p.etat, p.votes.pour, p.votes.contre]]));
    expect(votes.get(une)).toEqual(['rattachee', 1, 0]);
    expect(votes.get(autre)).toEqual(['acceptee', 0, 1]);
    await lui.voter(une, -1, serie.id).expect(404);
    expect((await lui.cartes(true)).cartes.map(({ id }) => id)).not.toContain(une);
  });

  it('hides what three people report, until somebody looks', async () => {
    const { cartes } = await lui.cartes();
    const cible = cartes[0]?.id ?? '';
    for (let rang = 0; rang < 3; rang++) {
      await lui.get(`/propositions/${cible}`).expect(200);
      const voisin = habitant(app, contrat.contratId, consultation.id);
      await voisin.cartes();
      for (const motif of ['injures', 'publicite'])
        await voisin.post(`/propositions/${cible}/signalements`, { motif }).expect(204);
    }
    await lui.get(`/propositions/${cible}`).expect(404);
    const file = (await equipe.get(`/consultations/${consultation.id}/moderation`).expect(200))
      .body as PropositionAModerer[];
    expect(file[0]?.signalements).toHaveLength(3);
    await decider(equipe, { id: cible }, file[0]?.version ?? 0, { decision: 'accepter' }).expect(200);
    await lui.get(`/propositions/${cible}`).expect(200);
  });

  it('hints at what is close, and says when it asks for the contrary', async () => {
    const creee = await proposer('Il faut interdire les trottinettes sur les trottoirs');
    await decider(equipe, creee, 1, { decision: 'accepter' }).expect(200);
    const { body } = await lui
      .post('/proches', { texte: 'Il faut autoriser les trottinettes sur les trottoirs' })
      .expect(200);
    expect(body as PropositionProche[]).toEqual([expect.objectContaining({ id: creee.id, opposee: true })]);
  });

  it('lets its author withdraw it', async () => {
    const creee = await proposer();
    await habitant(app, contrat.contratId, consultation.id).post(`/propositions/${creee.id}/retrait`).expect(404);
    await lui.post(`/propositions/${creee.id}/retrait`).expect(204);
    expect((await miennes())[0]?.etat).toBe('retiree');
  });
});

describe('propositions: validation', () => {
  it('counts code points of the text in NFC: 12 and 140 are right, 11 and 141 are not', async () => {
    for (const [texte, statut] of [
      ['Il faut 🌳e\u0301s', 422],
      ['Il faut 🌳e\u0301se', 201],
      [`Il faut ${'e\u0301'.repeat(132)}`, 201],
      [`Il faut ${'e\u0301'.repeat(133)}`, 422],
    ] as const) {
      await lui.post('/propositions', { texte }).expect(statut);
      await attendreUneMinute();
    }
  });

  it('sends back to the one that says the same, word for word', async () => {
    const creee = await proposer();
    const { body } = await lui.post('/propositions', { texte: `  ${TEXTE.toUpperCase()} !` }).expect(409);
    expect(body).toMatchObject({ type: '/problemes/doublon-exact', actuel: { id: creee.id } });
  });

  it('hears one proposition a minute, three that wait, and five a day', async () => {
    await lui.post('/propositions', { texte: `${TEXTE} 1` }).expect(201);
    await lui.post('/propositions', { texte: `${TEXTE} 2` }).expect(429);
    await attendreUneMinute();
    for (const rang of [2, 3]) await proposer(`${TEXTE} ${rang}`);
    await lui.post('/propositions', { texte: `${TEXTE} 4` }).expect(429);
    for (const rang of [4, 5]) await proposer(`${TEXTE} ${rang}`, { email: 'habitante@exemple.fr' });
    await lui.post('/propositions', { texte: `${TEXTE} 6`, email: 'habitante@exemple.fr' }).expect(429);
  });
});

describe('propositions: access', () => {
  it('are moderated by those who were named, and by the team', async () => {
    const { id } = await poserConsultation(app, contrat, { moderateurs: [contrat.personnes.referentA] });
    const { rows } = await app
      .get(Base)
      .pool.query<{ id: string }>('select id from proposition where consultation_id = $1 limit 1', [id]);
    const autre = await contrat.en('referentB');
    await autre.put(`/propositions/${rows[0]?.id}/verrou`, null).expect(403);
    await equipe.put(`/propositions/${rows[0]?.id}/verrou`, null).expect(200);
  });
});
