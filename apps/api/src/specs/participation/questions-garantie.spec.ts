import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Notification } from '@pleniere/acces/domain';
import { Horloge } from '@pleniere/indicateurs/api';
import type { GarantieDeReponse, Question, QuestionPublique } from '@pleniere/participation/domain';
import { Base, Taches } from '@pleniere/shared/api';
import fc from 'fast-check';
import type { Server } from 'node:http';
import request from 'supertest';
import { type ContratDeTest, creerContrat, demarrerApi, type Personnage, poserFiche, vider } from '../../testing';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let jour: jest.SpyInstance<string, []>;

beforeAll(async () => {
  app = await demarrerApi();
  jour = jest.spyOn(app.get(Horloge, { strict: false }), 'aujourdhui');
});
beforeEach(async () => {
  jour.mockReturnValue('2026-11-22');
  contrat = await creerContrat(app);
});
afterAll(() => app.close());

const sql = <T extends object>(texte: string, valeurs: unknown[]) => app.get(Base).pool.query<T>(texte, valeurs);

const POSER = `
  insert into question_habitant (contrat_id, numero, recepisse, texte, texte_compare, canal, posee_le, etat, moderee_le,
    organisation_id, echeance, attribuee_le, fiche_id, repondue_le, email, email_jusqu_au)
  values ($1, $2::int, translate(lpad($2::int::text, 12, 'A'), '01', 'YZ'), 'Pourquoi ?', 'pourquoi ?', 'en-ligne', $3, $4, $3, $5, $6, $3, $7, $8,
    $9, $10)
  returning id`;

/** Puts a question that ville A owes an answer to. */
async function poser(
  numero: number,
  {
    poseeLe = '2026-10-01T10:00:00Z',
    etat = 'attribuee',
    echeance = '2026-11-22',
    ficheId,
    repondueLe,
    email,
  }: Partial<Record<'poseeLe' | 'etat' | 'echeance' | 'ficheId' | 'repondueLe' | 'email', string>> = {},
): Promise<string> {
  const jusquAu = email ? '2027-01-31' : null;
  const valeurs = [
    contrat.contratId,
    numero,
    poseeLe,
    etat,
    contrat.organisations.villeA,
    echeance,
    ficheId,
    repondueLe,
    email,
    jusquAu,
  ];
  const { rows } = await sql<{ id: string }>(POSER, valeurs);
  return rows[0]?.id ?? '';
}

async function faire(tache: string, le: string): Promise<void> {
  jour.mockReturnValue(le);
  await app.get(Base).transaction((tx) => app.get(Taches).ajouter(tx, tache, {}));
  expect(await vider(app, tache)).toEqual([]);
}
const matin = (le: string) => faire('questions-echeances', le);

async function recus(personnage: Personnage): Promise<string[]> {
  const { body } = await (await contrat.en(personnage)).get('/notifications').expect(200);
  return (body as { notifications: Notification[] }).notifications
    .filter(({ sorte }) => sorte === 'question-echeance')
    .map(({ titre }) => titre)
    .reverse();
}
async function garantie(): Promise<GarantieDeReponse> {
  const { body } = await (
    await contrat.en('equipe')
  )
    .get(`/contrats/${contrat.contratId}/questions/garantie`)
    .expect(200);
  return body as GarantieDeReponse;
}
async function publique(numero: number): Promise<QuestionPublique> {
  const chemin = `/api/v1/public/contrats/${contrat.contratId}/questions/${numero}`;
  return (
    await request(app.getHttpServer() as Server)
      .get(chemin)
      .expect(200)
  ).body as QuestionPublique;
}

describe('guarantee of an answer: success', () => {
  it.each([
    ['in autumn', '2026-11-22', ['2026-11-14', '2026-11-15', '2026-11-16', '2026-11-22', '2026-11-23', '2026-11-24']],
    [
      'across the 29th of March',
      '2026-03-30',
      ['2026-03-22', '2026-03-23', '2026-03-29', '2026-03-30', '2026-03-31', '2026-04-01'],
    ],
    [
      'across the 25th of October',
      '2026-10-26',
      ['2026-10-18', '2026-10-19', '2026-10-25', '2026-10-26', '2026-10-27', '2026-10-28'],
    ],
  ])(
    'reminds the service seven days before and on the day, then tells the pilotes: %s',
    async (_, echeance, matins) => {
      const ficheId = await poserFiche(app, contrat, { pilote: contrat.organisations.villeB });
      await poser(1, { echeance, ficheId });
      for (const le of matins) await matin(le);
      const [rappel, relance, ...reste] = await recus('referentA');
      expect(rappel).toContain('réponse attendue le');
      expect(relance).toContain('attendue aujourd’hui');
      expect(reste).toEqual([]);
      for (const pilote of ['equipe', 'referentB'] as const) {
        expect(await recus(pilote)).toEqual([expect.stringContaining('sans réponse depuis le')]);
      }
      expect(await recus('contributeur')).toEqual([]);
    },
  );

  it('tells only the last step after mornings that were missed, and each once', async () => {
    await poser(1, { echeance: '2026-11-10' });
    await matin('2026-11-22');
    await matin('2026-11-23');
    expect(await recus('referentA')).toEqual([]);
    expect(await recus('equipe')).toHaveLength(1);
  });

  it('starts again for a new due date, and stops with the answer', async () => {
    const id = await poser(1, { echeance: '2026-11-22' });
    await matin('2026-11-22');
    const equipe = await contrat.en('equipe');
    const corps = { transition: 'attribuer', serviceId: contrat.organisations.villeA, echeance: '2026-12-20' };
    await equipe.post(`/questions/${id}/traitement`, corps).set('If-Match', '"1"').expect(200);
    await matin('2026-12-13');
    expect(await recus('referentA')).toHaveLength(2);
    await sql(`update question_habitant set etat = 'reponse-publiee', repondue_le = now() where id = $1`, [id]);
    await matin('2026-12-21');
    expect(await recus('equipe')).toEqual([]);
  });

  it.each([
    ['2026-11-22', '2026-12-06', '2026-12-07'],
    ['2026-03-20', '2026-04-03', '2026-04-04'],
    ['2026-10-15', '2026-10-29', '2026-10-30'],
  ])(
    'says publicly that an answer due on %s is late fifteen days after, not before',
    async (echeance, veille, jourDit) => {
      await poser(1, { echeance });
      jour.mockReturnValue(veille);
      expect((await publique(1)).enRetard).toBe(false);
      jour.mockReturnValue(jourDit);
      expect((await publique(1)).enRetard).toBe(true);
    },
  );

  it('gives thirty days in Paris, across the change of hour', async () => {
    const id = await poser(1, { etat: 'recevable', poseeLe: '2026-10-24T22:30:00Z' });
    jour.mockReturnValue('2026-10-26');
    const corps = { transition: 'attribuer', serviceId: contrat.organisations.villeA };
    const { body } = await (
      await contrat.en('equipe')
    )
      .post(`/questions/${id}/traitement`, corps)
      .set('If-Match', '"1"')
      .expect(200);
    expect((body as Question).echeance).toBe('2026-11-24');
  });

  it('counts what was answered, in time or late, and what waits', async () => {
    await poser(1, { etat: 'reponse-publiee', repondueLe: '2026-10-11T10:00:00Z' });
    await poser(2, { etat: 'reponse-publiee', repondueLe: '2026-11-22T22:59:00Z' });
    await poser(3, { etat: 'reponse-publiee', repondueLe: '2026-11-22T23:01:00Z' });
    await poser(4, { echeance: '2026-11-21' });
    await poser(5, { echeance: '2026-12-01' });
    expect(await garantie()).toMatchObject({
      recevables: 5,
      repondues: 3,
      dansLesDelais: 2,
      enRetard: 1,
      delaiMedian: 53,
    });
  });

  it('forgets the addresses whose time is over, in the e-mails too, and says how many', async () => {
    const id = await poser(1, { email: 'une@exemple.fr' });
    await sql(
      `insert into courriel (contrat_id, cle, nom, email, objet, texte, statut)
       values ($1, 'question/' || $2 || '/x/1', '', 'une@exemple.fr', 'Votre question', 'Bonjour', 'retenu')`,
      [contrat.contratId, id],
    );
    await faire('questions-purge', '2027-01-31');
    const restes = `select email from question_habitant where contrat_id = $1 and email is not null
      union all select email from courriel where contrat_id = $1 and email = 'une@exemple.fr'`;
    expect((await sql(restes, [contrat.contratId])).rows).toHaveLength(2);
    await faire('questions-purge', '2027-02-01');
    expect((await sql(restes, [contrat.contratId])).rows).toEqual([]);
    const purges = `select nombre from purge where contrat_id = $1 and quoi = 'questions'`;
    expect((await sql(purges, [contrat.contratId])).rows).toEqual([{ nombre: 1 }]);
  });
});

describe('guarantee of an answer: validation', () => {
  it('counts merged questions once, whatever is attached to what', async () => {
    const meres = await Promise.all([1, 2, 3].map((numero) => poser(numero, { etat: 'recevable' })));
    const jumelles = await Promise.all([4, 5, 6, 7, 8].map((numero) => poser(numero, { etat: 'recevable' })));
    const rattachements = fc.array(fc.option(fc.integer({ min: 0, max: 2 })), { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rattachements, async (choix) => {
        for (const [rang, mere] of choix.entries()) {
          const valeurs = [jumelles[rang], mere === null ? null : meres[mere]];
          await sql(
            `update question_habitant set rattachee_a = $2::uuid, etat = case when $2::uuid is null then 'recevable' else 'rattachee' end
             where id = $1`,
            valeurs,
          );
        }
        const libres = choix.filter((mere) => mere === null).length;
        expect(await garantie()).toMatchObject({ recevables: 3 + libres });
        const fois = await Promise.all([1, 2, 3].map(async (numero) => (await publique(numero)).fois));
        expect(fois).toEqual([0, 1, 2].map((rang) => 1 + choix.filter((mere) => mere === rang).length));
      }),
      { numRuns: 15 },
    );
  });
});

describe('guarantee of an answer: access', () => {
  it('counts nothing of another contrat', async () => {
    await poser(1);
    const autre = await creerContrat(app);
    const { body } = await (
      await autre.en('lecteur')
    )
      .get(`/contrats/${autre.contratId}/questions/garantie`)
      .expect(200);
    expect(body).toMatchObject({ recevables: 0, enRetard: 0 });
    await (await autre.en('lecteur')).get(`/contrats/${contrat.contratId}/questions/garantie`).expect(404);
  });
});
