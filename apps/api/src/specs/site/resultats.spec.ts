import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Consultation } from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, vider } from '../../testing';
import { type Navigateur, ouvrirNavigateur } from '../../testing/navigateur';
import { poserFiche } from '../../testing/poser';
import { dansJours, poserConsultation, regler } from '../../testing/poser/consultation';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;
let ficheId: string;
let elle: Navigateur;

const VOTES = `
  with gens as (
    insert into participant (contrat_id, consultation_id, cle_hash) select $1, $2, 'cle ' || n from generate_series(1, $3::int) n
    returning id, substr(cle_hash, 5)::int as n)
  insert into vote_courant (contrat_id, consultation_id, proposition_id, participant_id, valeur, origine, confiance)
  select $1, $2, p.id, g.id, case when p.numero % 4 = 0 then 1 when (p.numero + g.n) % 2 = 0 then 1 else -1 end, 'sequence', 'normal'
  from gens g, proposition p where (p.contrat_id, p.consultation_id) = ($1, $2)`;

const sql = (texte: string, ...valeurs: unknown[]): Promise<unknown> => app.get(Base).pool.query(texte, valeurs);

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());
beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  ficheId = await poserFiche(app, contrat, { contenu: { titre: 'Des lieux à soi' } });
  elle = await ouvrirNavigateur(app, contrat.contratId);
});

/** A consultation on which two halves disagreed but on every fourth proposition, analysed and followed up. */
async function rendre(gens: number): Promise<string> {
  const { id } = await poserConsultation(app, contrat, { amorces: 12 });
  await sql(VOTES, contrat.contratId, id, gens);
  await regler(app, id, { ouverture: dansJours(-30), finPropositions: dansJours(-10), fin: dansJours(-1) });
  const { version } = (await equipe.get(`/consultations/${id}`).expect(200)).body as Consultation;
  await equipe
    .post(`/consultations/${id}/transitions`, { transition: 'analyser' })
    .set('If-Match', `"${version}"`)
    .expect(200);
  return id;
}
const publier = (id: string): Promise<unknown> => sql(`update consultation set etape = 'suites' where id = $1`, id);
const lire = async (id: string): Promise<string> =>
  (await elle.lire(`/consultations/${id}/resultats`).expect(200)).text;

/** A laureate project of the consultation, with what was told of it. */
async function raconter(id: string, nouvelles: readonly (readonly [le: string, avancement: string, texte: string])[]) {
  const dates = { ouverture: dansJours(-3), cloture: dansJours(3) };
  const { body: appel } = await equipe
    .post(`/consultations/${id}/appels`, { titre: 'Bancs', ...dates, criteres: [] })
    .expect(201);
  const depot = { porteur: 'Les amis du <b>square</b>', titre: 'Dix bancs', resume: 'Des bancs à l’ombre.' };
  const { body: deposee } = await equipe.post(`/appels/${appel.id}/candidatures`, depot).expect(201);
  const [{ id: projet, version }] = deposee.candidatures as [{ id: string; version: number }];
  await equipe.put(`/candidatures/${projet}`, version, { statut: 'laureate', ficheId }).expect(200);
  await sql('update appel_projets set cloture = now() where id = $1', appel.id);
  const { body } = await equipe.post(`/appels/${appel.id}/laureats`).set('If-Match', `"${appel.version}"`).expect(200);
  let tenue = (body.candidatures as [{ version: number }])[0].version;
  for (const [le, avancement, texte] of nouvelles) {
    const saisie = { le, avancement, texte, corrige: null };
    const dite = await equipe.post(`/projets/${projet}/nouvelles`, saisie).set('If-Match', `"${tenue}"`).expect(200);
    tenue = (dite.body as { version: number }).version;
  }
}

describe('results for residents: groups of opinion', () => {
  it('tell what gathers every group, what each holds to, and nothing under eleven votes', async () => {
    const id = await rendre(60);
    await publier(id);
    expect(await lire(id)).not.toContain('Les façons de voir');
    expect(await vider(app, 'consultations-opinions')).toEqual([]);
    const html = await lire(id);
    expect(html).toMatch(/Groupe A\s: 30\s*personnes.*Groupe B\s: 30\s*personnes/s);
    expect(html).toMatch(/Ce qui réunit tous les groupes.*100\s%\s*de 30\s*votes/s);
    expect(html).toMatch(/Ce à quoi tient le groupe A.*Ce à quoi tient le groupe B/s);
    await sql('alter table resultat_opinions disable trigger user');
    await sql(
      `update resultat_opinions set contenu = jsonb_set(contenu::jsonb, '{groupes,0,propres,0,ailleurs}', 'null')
       where consultation_id = $1`,
      id,
    );
    await sql('alter table resultat_opinions enable trigger user');
    expect(await lire(id)).toContain('non montré');
  });

  it('say in one sentence why none is shown', async () => {
    const id = await rendre(49);
    await publier(id);
    expect(await vider(app, 'consultations-opinions')).toEqual([]);
    const html = await lire(id);
    expect(html).toMatch(/Aucun groupe d’opinion n’est montré\..*il y en a 49/s);
    expect(html).not.toContain('Groupe A');
  });
});

describe('results for residents: the plan of projects', () => {
  it('tells how far each laureate is, day by day, and leads to the fiche that carries it', async () => {
    const id = await rendre(12);
    await publier(id);
    await raconter(id, [
      ['2026-02-03', 'en-cours', 'Cinq bancs sont posés.'],
      ['2026-05-04', 'livre', 'Les dix bancs sont là.'],
    ]);
    const html = await lire(id);
    expect(html).toMatch(/1\s*projet lauréat\s: 1 livré\./);
    expect(html).toContain('Les amis du &lt;b>square&lt;/b>');
    expect(html).toMatch(/3 février 2026.*Cinq bancs sont posés\..*4 mai 2026.*Les dix bancs sont là\./s);
    expect(html).toMatch(/\/fiches\/T1\.1">Des lieux à soi/);
  });
});

describe('results for residents: access', () => {
  it('wait for their publication, and are of their own contrat', async () => {
    const id = await rendre(12);
    await elle.lire(`/consultations/${id}/resultats`).expect(404).expect('Content-Type', /html/);
    await publier(id);
    const ailleurs = await ouvrirNavigateur(app, (await creerContrat(app)).contratId);
    await ailleurs.lire(`/consultations/${id}/resultats`).expect(404);
  });
});
