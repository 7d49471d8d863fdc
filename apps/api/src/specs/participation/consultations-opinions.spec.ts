import type { NestExpressApplication } from '@nestjs/platform-express';
import { recompterConsultation } from '@pleniere/participation/api';
import type { Consultation, OpinionsGelees, ResultatsConsultation } from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, vider } from '../../testing';
import { dansJours, poserConsultation, regler } from '../../testing/poser/consultation';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;

const VOTES = `
  with gens as (
    insert into participant (contrat_id, consultation_id, cle_hash, confiance)
    select $1, $2, 'cle ' || n, case when n <= $4 then 'suspect' else 'normal' end from generate_series(1, $3::int) n
    returning id, substr(cle_hash, 5)::int as n, confiance), votes as (
  insert into vote_courant (contrat_id, consultation_id, proposition_id, participant_id, valeur, origine, confiance)
  select $1, $2, p.id, g.id, case when p.numero % 4 = 0 then 1 when (p.numero + g.n) % 2 = 0 then 1 else -1 end, 'sequence', g.confiance
  from gens g, proposition p where (p.contrat_id, p.consultation_id) = ($1, $2) returning *)
  insert into vote_event (contrat_id, consultation_id, proposition_id, participant_id, valeur, origine)
  select contrat_id, consultation_id, proposition_id, participant_id, valeur, origine from votes`;

/** A closed consultation on which so many people voted, one half for what the other half is against; the first ones set apart. */
async function poser(gens: number, suspects = 0): Promise<string> {
  const { id } = await poserConsultation(app, contrat, { amorces: 12 });
  await app.get(Base).pool.query(VOTES, [contrat.contratId, id, gens, suspects]);
  await regler(app, id, { ouverture: dansJours(-30), finPropositions: dansJours(-10), fin: dansJours(-0.001) });
  return id;
}

async function analyser(id: string): Promise<void> {
  const { version } = (await equipe.get(`/consultations/${id}`).expect(200)).body as Consultation;
  await equipe
    .post(`/consultations/${id}/transitions`, { transition: 'analyser' })
    .set('If-Match', `"${version}"`)
    .expect(200);
}

const lire = async (id: string): Promise<OpinionsGelees | null> =>
  ((await equipe.get(`/consultations/${id}/resultats`).expect(200)).body as ResultatsConsultation).opinions;

beforeAll(async () => {
  app = await demarrerApi();
});
beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
});
afterAll(() => app.close());

describe('groups of opinion', () => {
  it('are computed after the freezing, from the votes that count, and tell nobody apart', async () => {
    const id = await poser(70, 10);
    await analyser(id);
    expect(await lire(id)).toBeNull();
    expect(await vider(app, 'consultations-opinions')).toEqual([]);
    const opinions = await lire(id);
    expect(opinions).toMatchObject({ refus: null, groupes: [{ taille: 30 }, { taille: 30 }] });
    expect(opinions?.silhouette).toBeGreaterThan(0.3);
    const tous = { pour: 30, vus: 30 };
    expect(opinions?.partagees.toSorted((a, b) => a.numero - b.numero)).toEqual(
      [4, 8, 12].map((numero) => ({ numero, avis: [tous, tous] })),
    );
    const propres = opinions?.groupes.map((groupe) => groupe.propres.map(({ numero }) => numero % 2)) ?? [];
    for (const { ici, ailleurs } of opinions?.groupes.flatMap((groupe) => groupe.propres) ?? [])
      expect([ici, ailleurs]).toEqual([tous, { pour: 0, vus: 30 }]);
    expect(propres.map((restes) => [...new Set(restes)])).toEqual(expect.arrayContaining([[0], [1]]));
    const { rows } = await app
      .get(Base)
      .pool.query('select votes_sha256 from resultat_opinions where consultation_id = $1', [id]);
    const { body } = await equipe.get(`/consultations/${id}/resultats`).expect(200);
    expect(rows).toEqual([{ votes_sha256: (body as ResultatsConsultation).votesSha256 }]);
  });

  it('say why there are none when too few people voted', async () => {
    const id = await poser(49);
    await analyser(id);
    expect(await vider(app, 'consultations-opinions')).toEqual([]);
    expect(await lire(id)).toMatchObject({
      groupes: [],
      partagees: [],
      refus: expect.stringContaining('49') as string,
    });
  });

  it('are not changed afterwards', async () => {
    const id = await poser(60);
    await analyser(id);
    await vider(app, 'consultations-opinions');
    await expect(
      app.get(Base).pool.query('update resultat_opinions set contenu = contenu where consultation_id = $1', [id]),
    ).rejects.toThrow();
  });
});

describe('frozen results', () => {
  it('leave out who is set apart, and say what would change with them', async () => {
    const id = await poser(60, 31);
    await app.get(Base).transaction((tx) => recompterConsultation(tx, contrat.contratId, id));
    await analyser(id);
    const { participants, propositions } = (await equipe.get(`/consultations/${id}/resultats`).expect(200))
      .body as ResultatsConsultation;
    expect(participants).toMatchObject({ total: 60, suspects: 31 });
    const commune = propositions.find(({ numero }) => numero === 4);
    expect(commune).toMatchObject({
      ...{ votes: { pour: 29 }, suspects: { pour: 31 } },
      ...{ resultat: { n: 29, classe: 'non-tranchee', fragile: true }, classeAvecSuspects: 'plebiscitee' },
    });
  });
});
