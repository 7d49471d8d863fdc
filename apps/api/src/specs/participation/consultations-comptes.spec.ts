import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  compterVotes,
  type CompteVotes,
  type Consultation,
  type EvenementDeVote,
  QUALIFICATIONS,
  replierVotes,
  type SequenceServie,
  type SuspicionReleve,
  type ValeurVote,
} from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import * as fc from 'fast-check';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, vider } from '../../testing';
import { AMORCES, habitant, type Habitant, poserConsultation } from '../../testing/poser/consultation';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let consultation: Consultation;
let equipe: Client;

const lire = async <T extends object>(texte: string, ...valeurs: unknown[]): Promise<T[]> =>
  (await app.get(Base).pool.query<T>(texte, [consultation.id, ...valeurs])).rows;

/** Counts of each proposition as the database keeps them, those that count and those set apart. */
async function comptes(): Promise<Record<string, { normal: Partial<CompteVotes>; suspect: Partial<CompteVotes> }>> {
  const rows = await lire<{
    id: string;
    confiance: 'normal' | 'suspect';
    pour: number;
    contre: number;
    neutre: number;
    realiste: number;
    infaisable: number;
    pasCompris: number;
  }>(
    `select p.id, k.confiance, sum(k.pour)::int as pour, sum(k.contre)::int as contre, sum(k.neutre)::int as neutre,
       sum(k.realiste)::int as realiste, sum(k.infaisable)::int as infaisable, sum(k.pas_compris)::int as "pasCompris"
     from proposition_compteur k join proposition p on (p.contrat_id, p.id) = (k.contrat_id, k.proposition_id)
     where p.consultation_id = $1 group by 1, 2`,
  );
  const lus: Awaited<ReturnType<typeof comptes>> = {};
  for (const { id, confiance, ...siens } of rows) (lus[id] ??= { normal: {}, suspect: {} })[confiance] = siens;
  return lus;
}

interface Votant {
  lui: Habitant;
  id: string;
  serie: SequenceServie;
}

async function arriver(nombre: number): Promise<Votant[]> {
  const votants: Votant[] = [];
  for (let rang = 0; rang < nombre; rang++) {
    const connus = (await lire<{ id: string }>('select id from participant where consultation_id = $1')).map(
      ({ id }) => id,
    );
    const lui = habitant(app, contrat.contratId, consultation.id);
    const serie = await lui.cartes();
    const [neuf] = await lire<{ id: string }>(
      'select id from participant where consultation_id = $1 and not id = any($2::uuid[])',
      connus,
    );
    votants.push({ lui, id: neuf?.id ?? '', serie });
  }
  return votants;
}

const triees = ({ cartes }: SequenceServie): string[] => cartes.map(({ id }) => id).sort();
const precision = (valeur: ValeurVote | null) =>
  valeur === null ? [] : [QUALIFICATIONS[`${valeur}`][valeur === 0 ? 0 : 1]];
const premiere = ({ serie }: Votant, rang = 0): string => serie.cartes[rang]?.id ?? '';

const changer = (participantId: string, suspect: boolean) =>
  equipe.put(`/consultations/${consultation.id}/suspicions/${participantId}`, null, { suspect, motif: 'Essai.' });
const relever = async () => expect(await vider(app, 'consultations-suspects')).toEqual([]);
async function demanderLeReleve(): Promise<void> {
  const { Taches } = await import('@pleniere/shared/api');
  await app.get(Base).transaction((tx) => app.get(Taches).ajouter(tx, 'consultations-suspects', {}));
  await relever();
}

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.get(Base).pool.query('delete from frein_public');
  contrat = await creerContrat(app);
  consultation = await poserConsultation(app, contrat);
  equipe = await contrat.en('equipe');
});

describe('counts', () => {
  it('are the fold of the events, whatever was voted, changed, withdrawn, set apart and brought back', async () => {
    const votants = await arriver(24);
    const evenements: EvenementDeVote[] = [];
    const suspects = new Set<string>();
    const geste = fc.record({
      qui: fc.nat({ max: votants.length - 1 }),
      carte: fc.nat({ max: 2 }),
      quoi: fc.constantFrom<ValeurVote | null | 'suspicion'>(1, -1, 0, null, 'suspicion'),
      qualif: fc.boolean(),
    });
    const histoires = fc.sample(fc.array(geste, { minLength: 1, maxLength: 6 }), { numRuns: 200, seed: 7 });
    for (const histoire of histoires) {
      for (const { qui, carte, quoi, qualif } of histoire) {
        const { lui, id, serie } = votants[qui] as Votant;
        const propositionId = triees(serie)[carte] as string;
        if (quoi === 'suspicion') {
          await changer(id, !suspects.has(id)).expect(200);
          if (!suspects.delete(id)) suspects.add(id);
          evenements.push({ sorte: 'suspicion', participantId: id, suspect: suspects.has(id) });
          continue;
        }
        const qualifications = qualif ? precision(quoi) : [];
        await lui.voter(propositionId, quoi, serie.id, qualifications).expect(200);
        evenements.push({ sorte: 'vote', participantId: id, propositionId, valeur: quoi, qualifications });
      }
      const attendus = compterVotes(replierVotes(evenements));
      const lus = await comptes();
      for (const [propositionId, { retenus, suspects: apart }] of attendus) {
        expect({ normal: retenus, suspect: apart }).toMatchObject(lus[propositionId] ?? {});
      }
    }
    const [ecrits] = await lire<{ n: number }>('select count(*)::int as n from vote_event where consultation_id = $1');
    expect(ecrits?.n).toBeGreaterThan(200);
  }, 60_000);

  it('give every proposition its votes: two of difference at most, one person after the other', async () => {
    consultation = await poserConsultation(app, contrat, { amorces: AMORCES.length });
    await lire(`insert into proposition (contrat_id, consultation_id, numero, texte, normalise, etat, acceptee_le)
      select contrat_id, id, 100 + n, 'Il faut une chose ' || n, 'une chose ' || n, 'acceptee', now() from consultation, generate_series(1, 20) n
      where id = $1`);
    for (let rang = 0; rang < 20; rang++) {
      const lui = habitant(app, contrat.contratId, consultation.id);
      const { id, cartes } = await lui.cartes();
      expect(cartes).toHaveLength(12);
      for (const carte of cartes.slice(0, 5)) await lui.voter(carte.id, 1, id).expect(200);
      const suite = await lui.cartes(true);
      for (const carte of suite.cartes.slice(0, 2)) await lui.voter(carte.id, 0, suite.id).expect(200);
    }
    const votes = Object.values(await comptes()).map(({ normal }) => (normal.pour ?? 0) + (normal.neutre ?? 0));
    expect(votes).toHaveLength(32);
    expect(Math.max(...votes) - Math.min(...votes)).toBeLessThanOrEqual(2);
  });
});

describe('suspects', () => {
  it('sets apart a crowd from one browser, tells it in the journal and to nobody else, and lets the team bring it back', async () => {
    const [un] = (await arriver(11)) as [Votant];
    await un.lui.voter(premiere(un), 1, un.serie.id, []).expect(200);
    await demanderLeReleve();
    const { body } = await equipe.get(`/consultations/${consultation.id}/suspicions`).expect(200);
    expect(body as SuspicionReleve[]).toHaveLength(11);
    const { rows } = await app
      .get(Base)
      .pool.query(`select auteur, apres from journal where objet_id = $1 and champ = 'suspects'`, [consultation.id]);
    expect(rows).toEqual([
      { auteur: 'Contrôle automatique des votes', apres: { participants: 11, 'arrivees-groupees': 11 } },
    ]);

    const vu = await un.lui.voter(premiere(un, 1), 1, un.serie.id, []).expect(200);
    expect(vu.body.votes.pour).toBe(1);
    const dites = [vu, await un.lui.get('/mes-donnees'), await un.lui.get(''), await un.lui.post('/sequence')];
    expect(JSON.stringify(dites.map((une) => une.body))).not.toMatch(/suspect|confiance/);
    expect(Object.values(await comptes()).reduce((somme, { normal }) => somme + (normal.pour ?? 0), 0)).toBe(0);

    await changer(un.id, false).expect(200);
    expect(Object.values(await comptes()).reduce((somme, { normal }) => somme + (normal.pour ?? 0), 0)).toBe(2);
    await demanderLeReleve();
    expect((await lire("select 1 from participant where consultation_id = $1 and confiance = 'suspect'")).length).toBe(
      10,
    );
  });

  it('sees votes that come too fast, and the same order in five people', async () => {
    consultation = await poserConsultation(app, contrat, { amorces: AMORCES.length });
    const votants = await arriver(6);
    const [vif, ...copies] = votants;
    for (const carte of vif?.serie.cartes ?? []) await vif?.lui.voter(carte.id, 1, vif.serie.id).expect(200);
    for (const { lui, serie } of copies) {
      for (const carte of serie.cartes.toSorted((a, b) => a.numero - b.numero).slice(0, 7))
        await lui.voter(carte.id, -1, serie.id).expect(200);
    }
    await demanderLeReleve();
    const { body } = await equipe.get(`/consultations/${consultation.id}/suspicions`).expect(200);
    const signaux = new Map((body as SuspicionReleve[]).map(({ participantId, signal }) => [participantId, signal]));
    expect(signaux.get(vif?.id ?? '')).toBe('votes-trop-rapides');
    expect(copies.map(({ id }) => signaux.get(id))).toEqual(copies.map(() => 'meme-ordre'));
  });
});
