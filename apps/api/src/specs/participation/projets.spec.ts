import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AppelProjets, Candidature, Consultation, ResultatsConsultation } from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import { jourDeParis } from '@pleniere/shared/domain';
import type { Test } from 'supertest';
import { type Client, type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { poserFiche } from '../../testing/poser';
import { dansJours, habitant, poserConsultation, regler } from '../../testing/poser/consultation';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;
let ficheId: string;
let consultationId: string;

const sql = async <T extends object>(texte: string, ...valeurs: unknown[]): Promise<T[]> =>
  (await app.get(Base).pool.query<T>(texte, valeurs)).rows;
const seule = (body: unknown): Candidature => {
  const [une] = (body as AppelProjets).candidatures;
  if (!une) throw new Error('the call has one candidature');
  return une;
};
const agir = async (transition: string, motif = ''): Promise<Test> => {
  const { version } = (await equipe.get(`/consultations/${consultationId}`).expect(200)).body as Consultation;
  return equipe
    .post(`/consultations/${consultationId}/transitions`, { transition, motif })
    .set('If-Match', `"${version}"`);
};
const raconter = ({ id, version }: Pick<Candidature, 'id' | 'version'>, saisie: object): Test =>
  equipe.post(`/projets/${id}/nouvelles`, saisie).set('If-Match', `"${version}"`);
const dire = (avancement: string, le: string, texte: string, corrige: number | null = null) => ({
  ...{ avancement, le, texte, corrige },
});

/** A project that won the call of the consultation; a candidature when its laureates are not published. */
async function poserProjet(publie = true): Promise<Candidature> {
  const { body: appel } = await equipe
    .post(`/consultations/${consultationId}/appels`, {
      ...{ titre: 'Bancs', ouverture: dansJours(-3), cloture: dansJours(3) },
      criteres: [],
    })
    .expect(201);
  const { id } = appel as AppelProjets;
  const depot = { porteur: 'Les amis du square', titre: 'Dix bancs', resume: 'Des bancs à l’ombre.' };
  const deposee = seule((await equipe.post(`/appels/${id}/candidatures`, depot).expect(201)).body);
  const { body } = await equipe
    .put(`/candidatures/${deposee.id}`, deposee.version, { statut: 'laureate', ficheId })
    .expect(200);
  if (!publie) return seule(body);
  await sql('update appel_projets set cloture = now() where id = $1', id);
  const lu = await equipe
    .post(`/appels/${id}/laureats`)
    .set('If-Match', `"${(appel as AppelProjets).version}"`)
    .expect(200);
  return seule(lu.body);
}

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());
beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  ficheId = await poserFiche(app, contrat);
  consultationId = (await poserConsultation(app, contrat)).id;
  await regler(app, consultationId, { ouverture: dansJours(-30), finPropositions: dansJours(-10), fin: dansJours(-1) });
  await agir('analyser');
  await sql("update consultation set etape = 'suites' where id = $1", consultationId);
});

describe('the plan of projects: success', () => {
  it('tells how far a laureate is, and everybody reads it', async () => {
    const projet = await poserProjet();
    expect(projet).toMatchObject({ avancement: 'prevu', nouvelles: [] });
    const lance = (await raconter(projet, dire('en-cours', '2026-02-03', 'Cinq bancs sont posés.')).expect(200))
      .body as Candidature;
    await raconter(lance, dire('livre', '2026-05-04', 'Les dix bancs sont là.')).expect(200);
    const { body } = await habitant(app, contrat.contratId, consultationId).get('/resultats').expect(200);
    expect((body as ResultatsConsultation).appels[0]?.laureats).toEqual([
      expect.objectContaining({
        ...{ titre: 'Dix bancs', avancement: 'livre' },
        nouvelles: [
          expect.objectContaining({
            le: '2026-02-03',
            texte: 'Cinq bancs sont posés.',
            fonction: 'Chargée de mission',
          }),
          expect.objectContaining({ le: '2026-05-04', avancement: 'livre' }),
        ],
      }),
    ]);
    const inscrits = await sql(
      `select apres ->> 'avancement' as avancement from journal where objet = 'projet' and objet_id = $1 order by id`,
      projet.id,
    );
    expect(inscrits).toEqual([{ avancement: 'en-cours' }, { avancement: 'livre' }]);
  });

  it('is corrected by a further one: the first stays for the team, and the public reads what is right', async () => {
    const projet = await poserProjet();
    const faux = (await raconter(projet, dire('livre', '2026-03-01', 'Tout est posé.')).expect(200))
      .body as Candidature;
    const premiere = faux.nouvelles[0]?.id ?? 0;
    const juste = dire('en-cours', '2026-03-01', 'La moitié seulement est posée.', premiere);
    const corrige = (await raconter(faux, juste).expect(200)).body as Candidature;
    expect(corrige.avancement).toBe('en-cours');
    expect(corrige.nouvelles).toMatchObject([
      { texte: 'Tout est posé.', corrigeePar: corrige.nouvelles[1]?.id },
      { corrige: premiere, corrigeePar: null },
    ]);
    const { body } = await habitant(app, contrat.contratId, consultationId).get('/resultats').expect(200);
    const [laureat] = (body as ResultatsConsultation).appels[0]?.laureats ?? [];
    expect(laureat?.nouvelles.map(({ texte }) => texte)).toEqual(['La moitié seulement est posée.']);
    await raconter(corrige, juste).expect(409);
    await expect(sql('update projet_nouvelle set texte = $1', 'Réécrit')).rejects.toThrow('ne se modifie pas');
  });

  it('is carried by a fiche and by one of its actions', async () => {
    const projet = await poserProjet();
    const [action] = await sql<{ id: string }>(
      `insert into action (contrat_id, fiche_id, rang, titre, statut, niveau_participation)
       values ($1, $2, 90, 'Poser des bancs', 'en-cours', 'concertation') returning id`,
      ...[contrat.contratId, ficheId],
    );
    const porter = (fiche: string, version: number) =>
      equipe.put(`/projets/${projet.id}/portee`, version, { ficheId: fiche, actionId: action?.id });
    const porte = (await porter(ficheId, projet.version).expect(200)).body as Candidature;
    expect(porte).toMatchObject({ fiche: { id: ficheId }, action: { titre: 'Poser des bancs' } });
    await porter(await poserFiche(app, contrat, { rang: 2 }), porte.version).expect(422);
  });

  it('keeps its consultation from the archive until it is delivered or given up, unless somebody says why', async () => {
    const projet = await poserProjet();
    const refus = await agir('archiver');
    expect(refus.status).toBe(409);
    expect(refus.body.detail).toContain('projets lauréats (1)');
    await raconter(projet, dire('abandonne', '2026-04-01', 'L’association a cessé.')).expect(200);
    expect((await agir('archiver')).status).toBe(200);
  });
});

describe('the plan of projects: validation', () => {
  it('refuses a day to come, no words, an unknown step, and keeps what was told since', async () => {
    const projet = await poserProjet();
    const demain = jourDeParis(new Date(Date.now() + 36 * 3600 * 1000));
    const { body } = await raconter(projet, dire('en-cours', demain, 'Bientôt.')).expect(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/le' })]);
    await raconter(projet, dire('en-cours', '2026-03-01', '  ')).expect(400);
    await raconter(projet, dire('fini', '2026-03-01', 'Fini.')).expect(400);
    await raconter(projet, dire('en-cours', '2026-03-01', 'Rien.', 999_999_999)).expect(409);
    await raconter(projet, dire('en-cours', '2026-03-01', 'Un banc.')).expect(200);
    const { body: perime } = await raconter(projet, dire('livre', '2026-03-01', 'Un autre.')).expect(412);
    expect((perime.actuel as Candidature).nouvelles).toHaveLength(1);
  });

  it('is of laureates that are published, and of no candidature', async () => {
    const candidature = await poserProjet(false);
    await raconter(candidature, dire('en-cours', '2026-03-01', 'Un banc.')).expect(404);
  });
});

describe('the plan of projects: access', () => {
  it('is written by the team of its contrat alone', async () => {
    const { id, version } = await poserProjet();
    const saisie = dire('en-cours', '2026-03-01', 'Un banc.');
    const ecrire = (client: Client) => client.post(`/projets/${id}/nouvelles`, saisie).set('If-Match', `"${version}"`);
    await ecrire(await contrat.en('referentA')).expect(403);
    await ecrire(await (await creerContrat(app)).en('equipe')).expect(404);
  });
});
