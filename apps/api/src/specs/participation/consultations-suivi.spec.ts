import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Consultation, MaProposition, PropositionOuverte, SanteVotes } from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import { type Client, type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { habitant, type Habitant, poserConsultation } from '../../testing/poser/consultation';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let consultation: Consultation;
let equipe: Client;
let lui: Habitant;

const sante = async () => (await equipe.get(`/consultations/${consultation.id}/sante`).expect(200)).body as SanteVotes;
const proposer = async (texte: string) => {
  const { body } = await lui.post('/propositions', { texte }).expect(201);
  await app
    .get(Base)
    .pool.query("update proposition set proposee_le = proposee_le - interval '2 minutes' where consultation_id = $1", [
      consultation.id,
    ]);
  return body as MaProposition;
};

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());
beforeEach(async () => {
  contrat = await creerContrat(app);
  consultation = await poserConsultation(app, contrat);
  equipe = await contrat.en('equipe');
  lui = habitant(app, contrat.contratId, consultation.id);
});

describe('what the team follows: success', () => {
  it('says how votes are spread over the propositions, and names none', async () => {
    const { id, cartes } = await lui.cartes();
    for (const carte of cartes.slice(0, 3)) await lui.voter(carte.id, 1, id ?? '').expect(200);
    const lue = await sante();
    expect(lue.repartition).toEqual([
      { de: 0, a: 0, propositions: 5 },
      { de: 1, a: 9, propositions: 3 },
      { de: 10, a: 29, propositions: 0 },
      { de: 30, a: 99, propositions: 0 },
      { de: 100, a: null, propositions: 0 },
    ]);
    expect(lue).toMatchObject({ minimum: 0, maximum: 1, sequences: { servies: 1, terminees: 0 } });
    expect(lue.retenus).toEqual({ participants: 1, votes: 3 });
    expect(lue.origines).toEqual([{ origine: 'sequence', votes: 3 }]);
    expect(lue.jours.reduce((somme, { votes }) => somme + votes, 0)).toBe(3);
    for (const carte of cartes) expect(JSON.stringify(lue)).not.toContain(carte.id);
    for (const carte of cartes.slice(3)) await lui.voter(carte.id, 0, id ?? '').expect(200);
    expect((await sante()).sequences).toEqual({ servies: 1, terminees: 1 });
  });

  it('counts apart the votes that are set apart, and together again once they are brought back', async () => {
    const { id, cartes } = await lui.cartes();
    await lui.voter(cartes[0]?.id ?? '', 1, id ?? '').expect(200);
    const { rows } = await app
      .get(Base)
      .pool.query<{ id: string }>('select id from participant where consultation_id = $1', [consultation.id]);
    const adresse = `/consultations/${consultation.id}/suspicions/${rows[0]?.id}`;
    await equipe.put(adresse, null, { suspect: true, motif: 'Essai.' }).expect(200);
    expect(await sante()).toMatchObject({ retenus: { votes: 0 }, suspects: { participants: 1, votes: 1 }, maximum: 0 });
    await equipe.put(adresse, null, { suspect: false, motif: 'Une borne.' }).expect(200);
    expect(await sante()).toMatchObject({ retenus: { votes: 1 }, suspects: { votes: 0 }, maximum: 1 });
  });

  it('shows a moderator what else the author proposed, refused ones with their motif', async () => {
    await lui.cartes();
    const [premiere, seconde] = [
      await proposer('Il faut vendre mes légumes au marché'),
      await proposer('Il faut un composteur par résidence'),
    ];
    const refus = { decision: 'refuser', motif: 'publicite' };
    await equipe.post(`/propositions/${premiere.id}/decision`, refus).set('If-Match', '"1"').expect(200);
    const { body } = await equipe.put(`/propositions/${seconde.id}/verrou`, null).expect(200);
    expect((body as PropositionOuverte).duMemeAuteur).toEqual([
      {
        ...{ id: premiere.id, numero: premiere.numero, texte: premiere.texte },
        ...{ etat: 'refusee', motif: 'publicite' },
      },
    ]);
  });
});

describe('what the team follows: validation', () => {
  it('refuses an address that is no identifier', async () => {
    await equipe.get('/consultations/tout/sante').expect(404);
  });
});

describe('what the team follows: access', () => {
  it('is for the team, and for its own contrat', async () => {
    await (await contrat.en('referentA')).get(`/consultations/${consultation.id}/sante`).expect(403);
    const ailleurs = await (await creerContrat(app)).en('equipe');
    await ailleurs.get(`/consultations/${consultation.id}/sante`).expect(404);
  });
});
