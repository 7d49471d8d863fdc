import type { NestExpressApplication } from '@nestjs/platform-express';
import type {
  ListeQuestions,
  Question,
  QuestionProche,
  QuestionPublique,
  RecepisseQuestion,
  SuiviQuestion,
} from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import request from 'supertest';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, poserFiche } from '../../testing';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;
let referent: Client;

beforeAll(async () => {
  app = await demarrerApi();
});
beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  referent = await contrat.en('referentA');
  await app.get(Base).pool.query('delete from frein_public');
});
afterAll(() => app.close());

const site = (suite = '') => `/api/v1/public/contrats/${contrat.contratId}/questions${suite}`;
const http = () => request(app.getHttpServer() as Server);
const QUESTION = 'Quand l’éclairage de l’allée des Tilleuls sera-t-il réparé ?';

async function poser(reste: object = {}): Promise<RecepisseQuestion> {
  return (
    await http()
      .post(site())
      .send({ texte: QUESTION, ...reste })
      .expect(201)
  ).body as RecepisseQuestion;
}
async function liste(suite = ''): Promise<ListeQuestions> {
  return (await equipe.get(`/contrats/${contrat.contratId}/questions${suite}`).expect(200)).body as ListeQuestions;
}
async function posee(reste: object = {}): Promise<Question & RecepisseQuestion> {
  const recue = await poser(reste);
  const trouvee = (await liste()).aModerer.find(({ numero }) => numero === recue.numero);
  return { ...((await equipe.get(`/questions/${trouvee?.id}`).expect(200)).body as Question), ...recue };
}
const appeler = (client: Client, { id, version }: Pick<Question, 'id' | 'version'>, corps: object) =>
  client.post(`/questions/${id}/traitement`, corps).set('If-Match', `"${version}"`);
async function traiter(question: Pick<Question, 'id' | 'version'>, corps: object): Promise<Question> {
  return (await appeler(equipe, question, corps).expect(200)).body as Question;
}
const attribuer = async (question: Question, reste: object = {}) =>
  traiter(await traiter(question, { transition: 'retenir' }), {
    transition: 'attribuer',
    serviceId: contrat.organisations.villeA,
    ...reste,
  });
const etape = (client: Client, { id, version }: Question, transition: string) =>
  client.post(`/questions/${id}/reponse/etapes`, { transition }).set('If-Match', `"${version}"`);
const REPONSE = { texte: 'Les mâts sont commandés ; pose en janvier.', fonction: 'Adjointe à la voirie' };
async function ecrire(client: Client, { id, version }: Question, reste: object = {}): Promise<Question> {
  return (await client.put(`/questions/${id}/reponse`, version, { ...REPONSE, ...reste }).expect(200)).body as Question;
}
async function publier(question: Question): Promise<Question> {
  const ecrite = await ecrire(referent, question);
  const prete = (await etape(referent, ecrite, 'preparer-reponse').expect(200)).body as Question;
  return (await etape(referent, prete, 'publier-reponse').expect(200)).body as Question;
}
async function courriels(): Promise<{ email: string; objet: string; texte: string }[]> {
  const { rows } = await app
    .get(Base)
    .pool.query<{ email: string; objet: string; texte: string }>(
      'select email, objet, texte from courriel where contrat_id = $1 order by cree_le, id',
      [contrat.contratId],
    );
  return rows;
}
const lireSuivi = async (recepisse: string) =>
  (
    await http()
      .get(site(`/suivi/${recepisse}`))
      .expect(200)
  ).body as SuiviQuestion;
const lirePublique = async (numero: number) =>
  (
    await http()
      .get(site(`/${numero}`))
      .expect(200)
  ).body as QuestionPublique;

describe('questions: success', () => {
  it('asks without an account, waits for a moderator, and is followed by its récépissé', async () => {
    const recue = await poser({ qpvCode: contrat.qpv.a1 });
    expect(recue.recepisse).toMatch(/^[2-9A-HJ-NP-Z]{12}$/);
    await http()
      .get(site(`/${recue.numero}`))
      .expect(404);
    expect((await liste()).aModerer).toEqual([
      expect.objectContaining({ numero: 1, texte: QUESTION, quartier: { code: contrat.qpv.a1, nom: 'Sanitas' } }),
    ]);
    const copie = `${recue.recepisse.slice(0, 4)} ${recue.recepisse.slice(4).toLowerCase()}`;
    expect(await lireSuivi(copie)).toMatchObject({ numero: 1, etat: 'posee', question: null });
  });

  it('goes from the queue to a published answer, with its author’s function and every version', async () => {
    const ficheId = await poserFiche(app, contrat);
    const question = await attribuer(await posee());
    expect(question).toMatchObject({ etat: 'attribuee', service: { nom: 'Ville de Tours' } });
    const publiee = await publier(question);
    const corrigee = await ecrire(referent, publiee, { texte: 'Les mâts sont posés.', ficheId });
    await etape(referent, corrigee, 'corriger-reponse').expect(200);
    const lue = await lirePublique(1);
    expect(lue.etat).toBe('reponse-publiee');
    expect(
      lue.reponses.map(({ version, texte, fonction, organisation }) => [version, texte, fonction, organisation]),
    ).toEqual([
      [2, 'Les mâts sont posés.', 'Adjointe à la voirie', 'Ville de Tours'],
      [1, 'Les mâts sont commandés ; pose en janvier.', 'Adjointe à la voirie', 'Ville de Tours'],
    ]);
    expect(lue.reponses[0]?.fiche?.code).toBe('T1.1');
    const { historique } = (await equipe.get(`/questions/${question.id}`).expect(200)).body as Question;
    expect(historique.map(({ etat, reponse }) => etat ?? reponse)).toEqual([
      'recevable',
      'attribuee',
      'reponse-preparee',
      1,
      2,
    ]);
  });

  it('lets each browser say once whether the answer was of use, and change its mind', async () => {
    await publier(await attribuer(await posee()));
    const dire = (cle: string, utile: boolean) => http().post(site('/1/retours')).send({ cle, utile }).expect(204);
    await dire('a'.repeat(32), true);
    await dire('b'.repeat(32), true);
    await dire('b'.repeat(32), false);
    expect((await lirePublique(1)).retours).toEqual({ oui: 1, non: 1 });
  });

  it('keeps once a question that a phone sends twice', async () => {
    const id = randomUUID();
    const chemin = `/contrats/${contrat.contratId}/questions/${id}`;
    const envois = await Promise.all([0, 1, 2].map(() => referent.put(chemin, null, { texte: QUESTION })));
    expect(envois.map(({ status, body }) => [status, (body as Question).numero])).toEqual([
      [200, 1],
      [200, 1],
      [200, 1],
    ]);
    expect((await liste()).aModerer).toHaveLength(1);
  });

  it('takes down what is heard at a séance, for its quartier, by whoever animates it', async () => {
    const { rows } = await app.get(Base).pool.query<{ id: string }>(
      `with e as (
         insert into espace_dialogue (contrat_id, nom, forme, organisation_id, depuis)
         values ($1, 'Table du Sanitas', 'table-de-quartier', $2, '2024-01-01') returning contrat_id, id
       )
       insert into seance_dialogue (contrat_id, espace_id, qpv_code, date, statut)
       select contrat_id, id, $3, '2026-11-10', 'tenue' from e returning id`,
      [contrat.contratId, contrat.organisations.villeA, contrat.qpv.a1],
    );
    const chemin = `/contrats/${contrat.contratId}/questions/${randomUUID()}`;
    const saisie = { texte: QUESTION, seanceId: rows[0]?.id };
    await (await contrat.en('referentB')).put(chemin, null, saisie).expect(403);
    const { body } = await referent.put(chemin, null, saisie).expect(200);
    expect(body).toMatchObject({
      canal: 'seance',
      quartier: { code: contrat.qpv.a1 },
      seance: { espace: 'Table du Sanitas', date: '2026-11-10' },
    });
    await referent.put(chemin.replace(/[^/]+$/, randomUUID()), null, { ...saisie, seanceId: randomUUID() }).expect(404);
  });

  it('numbers questions asked at once one after the other', async () => {
    const recues = await Promise.all(Array.from({ length: 6 }, () => poser()));
    expect(recues.map(({ numero }) => numero).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('tells everybody who asked the same, attached before or after the answer', async () => {
    const mere = await attribuer(await posee({ email: 'une@exemple.fr' }));
    const deux = await posee({
      email: 'deux@exemple.fr',
      texte: 'Les lampadaires de l’allée restent éteints, pourquoi ?',
    });
    const trois = await posee({ email: 'trois@exemple.fr' });
    await traiter(deux, { transition: 'rattacher', cibleId: mere.id });
    await publier((await equipe.get(`/questions/${mere.id}`)).body as Question);
    await traiter(trois, { transition: 'rattacher', cibleId: mere.id });
    const avecReponse = (await courriels()).filter(({ texte }) => texte.includes('Les mâts sont commandés'));
    expect(avecReponse.map(({ email }) => email).sort()).toEqual([
      'deux@exemple.fr',
      'trois@exemple.fr',
      'une@exemple.fr',
    ]);
    expect(avecReponse.every(({ texte }) => /questions\/suivi\/[2-9A-HJ-NP-Z]{12}\/desabonnement/.test(texte))).toBe(
      true,
    );
    expect((await lirePublique(deux.numero)).numero).toBe(mere.numero);
    expect(await lirePublique(mere.numero)).toMatchObject({ fois: 3 });
    expect((await lireSuivi(trois.recepisse)).question?.reponses).toHaveLength(1);
  });

  it('gives a question back its own life once detached', async () => {
    const mere = await attribuer(await posee());
    const jumelle = await posee();
    const rattachee = await traiter(jumelle, { transition: 'rattacher', cibleId: mere.id });
    await traiter(rattachee, { transition: 'detacher' });
    expect(await lirePublique(jumelle.numero)).toMatchObject({ numero: jumelle.numero, etat: 'recevable', fois: 1 });
    expect(await lirePublique(mere.numero)).toMatchObject({ fois: 1 });
  });

  it('shows a refusal and its motif to whoever asked, to nobody else, and counts it by motif', async () => {
    const question = await posee({ email: 'une@exemple.fr' });
    await traiter(question, { transition: 'refuser', motif: 'publicite', explication: 'Un nom de commerce est cité.' });
    await http().get(site('/1')).expect(404);
    expect(await lireSuivi(question.recepisse)).toMatchObject({ etat: 'refusee', motif: 'publicite', texte: QUESTION });
    expect((await courriels())[0]?.texte).toContain('fait la promotion');
    expect((await http().get(site('/refus')).expect(200)).body).toEqual({ publicite: 1 });
  });

  it('says whom to ask when it belongs elsewhere', async () => {
    await traiter(await posee(), { transition: 'orienter', orientation: 'Fil Bleu, relation voyageurs' });
    expect(await lirePublique(1)).toMatchObject({
      etat: 'hors-competence',
      orienteeVers: 'Fil Bleu, relation voyageurs',
    });
  });

  it('shows side by side what says nearly the same', async () => {
    const une = await posee();
    const deux = await posee({ texte: 'Quand l’éclairage de l’allée des Tilleuls va-t-il être réparé ?' });
    await posee({ texte: 'Combien de places à la crèche en septembre ?' });
    const { body } = await equipe.get(`/questions/${une.id}/similaires`).expect(200);
    expect((body as QuestionProche[]).map(({ id }) => id)).toEqual([deux.id]);
  });

  it('is listed by quartier and by fiche, publicly and inside', async () => {
    const ficheId = await poserFiche(app, contrat);
    await attribuer(await posee({ qpvCode: contrat.qpv.a1, ficheId }));
    await attribuer(await posee({ qpvCode: contrat.qpv.b1 }));
    const numeros = async (suite: string) =>
      ((await http().get(site(suite)).expect(200)).body as { questions: QuestionPublique[] }).questions.map(
        ({ numero }) => numero,
      );
    expect(await numeros(`?quartier=${contrat.qpv.a1}`)).toEqual([1]);
    expect(await numeros(`?ficheId=${ficheId}`)).toEqual([1]);
    expect(await numeros('')).toEqual([2, 1]);
    expect((await liste(`?quartier=${contrat.qpv.b1}&etat=ouverte`)).questions.map(({ numero }) => numero)).toEqual([
      2,
    ]);
  });

  it('forgets an address at once when asked to', async () => {
    const question = await posee({ email: 'une@exemple.fr' });
    const retenue = await traiter(question, { transition: 'retenir' });
    await http()
      .post(site(`/suivi/${question.recepisse}/desabonnement`))
      .expect(204);
    await traiter(retenue, { transition: 'attribuer', serviceId: contrat.organisations.villeA });
    expect((await courriels()).map(({ email }) => email)).toEqual(['adresse@effacee.invalid']);
    expect(await lireSuivi(question.recepisse)).toMatchObject({ previent: false });
  });
});

describe('questions: validation', () => {
  it('warns once before a text that seems to name somebody, and sends it when confirmed', async () => {
    const texte = 'Mon numéro est le 06 12 34 56 78, qui répare l’ascenseur ?';
    const { body } = await http().post(site()).send({ texte }).expect(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/confirme' })]);
    expect(body.errors[0].detail).toContain('un numéro de téléphone');
    expect((await liste()).aModerer).toEqual([]);
    await poser({ texte, confirme: true });
  });

  it.each([
    ['nine characters', { texte: 'Pourquoi?' }, 422, '/texte'],
    ['601 characters', { texte: 'é'.repeat(601) }, 422, '/texte'],
    ['an address that is none', { texte: QUESTION, email: 'personne' }, 400, '/email'],
    ['a quartier of elsewhere', { texte: QUESTION, qpvCode: 'QN07501M' }, 422, '/qpvCode'],
    ['an unknown field', { texte: QUESTION, etat: 'recevable' }, 400, '/etat'],
  ])('refuses %s and says where', async (_, corps, statut, pointer) => {
    const { body } = await http().post(site()).send(corps).expect(statut);
    expect(body.errors[0].pointer).toBe(pointer);
  });

  it('counts 600 characters as people do, emoji and accents once', async () => {
    await poser({ texte: '😀é'.repeat(300) });
  });

  it('never leaves « recevable » without a service and a due date', async () => {
    const recevable = await traiter(await posee(), { transition: 'retenir' });
    const sans = await appeler(equipe, recevable, { transition: 'attribuer' }).expect(422);
    expect(sans.body.errors[0].pointer).toBe('/serviceId');
    const passee = { transition: 'attribuer', serviceId: contrat.organisations.villeA, echeance: '2020-01-01' };
    expect((await appeler(equipe, recevable, passee).expect(422)).body.errors[0].pointer).toBe('/echeance');
    const { pool } = app.get(Base);
    const forcer = `update question_habitant set etat = 'attribuee' where id = $1`;
    await expect(pool.query(forcer, [recevable.id])).rejects.toThrow('question_habitant_attribution');
    expect((await attribuer(await posee())).echeance).not.toBeNull();
  });

  it('refuses without a motif of the charter, and to attach what leads nowhere', async () => {
    const [une, deux] = [await posee(), await posee()];
    await appeler(equipe, une, { transition: 'refuser', motif: 'parce que' }).expect(422);
    await appeler(equipe, une, { transition: 'rattacher', cibleId: une.id }).expect(422);
    await appeler(equipe, une, { transition: 'rattacher', cibleId: deux.id }).expect(422);
    await appeler(equipe, une, { transition: 'rattacher', cibleId: randomUUID() }).expect(404);
  });

  it('keeps a published answer as it was read', async () => {
    await publier(await attribuer(await posee()));
    const { pool } = app.get(Base);
    const changer = `update reponse set texte = 'Autre' where contrat_id = $1`;
    await expect(pool.query(changer, [contrat.contratId])).rejects.toThrow('does not change');
  });

  it('gives two people who answer at once one winner, and what stands to the other', async () => {
    const question = await attribuer(await posee());
    const envois = await Promise.all(
      [equipe, referent].map((client, rang) =>
        client.put(`/questions/${question.id}/reponse`, question.version, { ...REPONSE, texte: `Version ${rang}` }),
      ),
    );
    expect(envois.map(({ status }) => status).sort()).toEqual([200, 412]);
    const gagnant = envois.find(({ status }) => status === 200)?.body as Question;
    const perdant = envois.find(({ status }) => status === 412)?.body as { actuel: Question };
    expect(perdant.actuel.preparee?.texte).toBe(gagnant.preparee?.texte);
  });

  it('slows down whoever floods', async () => {
    for (let rang = 0; rang < 20; rang++) await poser();
    const { headers } = await http().post(site()).send({ texte: QUESTION }).expect(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    const { rows } = await app.get(Base).pool.query<{ key: string }>('select key from frein_public');
    expect(rows.every(({ key }) => !key.includes('127.0.0.1') && !key.includes('::'))).toBe(true);
  });
});

describe('questions: access', () => {
  it('shows nothing of another contrat', async () => {
    const question = await attribuer(await posee());
    const autre = await creerContrat(app);
    const ailleurs = await autre.en('equipe');
    await ailleurs.get(`/questions/${question.id}`).expect(404);
    await appeler(ailleurs, question, { transition: 'classer-sans-suite', motif: 'Non' }).expect(404);
    await ailleurs.put(`/questions/${question.id}/reponse`, question.version, REPONSE).expect(404);
    await http().get(`/api/v1/public/contrats/${autre.contratId}/questions/1`).expect(404);
  });

  it('lets the service answer, and no other', async () => {
    const question = await attribuer(await posee());
    await (
      await contrat.en('referentB')
    )
      .put(`/questions/${question.id}/reponse`, question.version, REPONSE)
      .expect(403);
    await (await contrat.en('delegue')).put(`/questions/${question.id}/reponse`, question.version, REPONSE).expect(403);
    await ecrire(referent, question);
  });

  it('keeps apart whoever sorts and whoever answers', async () => {
    const recevable = (await appeler(referent, await posee(), { transition: 'retenir' }).expect(200)).body as Question;
    const corps = { transition: 'attribuer', serviceId: contrat.organisations.villeA };
    const question = (await appeler(referent, recevable, corps).expect(200)).body as Question;
    await appeler(referent, question, { transition: 'classer-sans-suite', motif: 'Non' }).expect(409);
    const prete = (await etape(referent, await ecrire(referent, question), 'preparer-reponse').expect(200))
      .body as Question;
    const { body } = await etape(referent, prete, 'publier-reponse').expect(422);
    expect(body.detail).toContain('une autre personne');
    await etape(equipe, prete, 'publier-reponse').expect(200);
  });

  it('never shows the address of whoever asked', async () => {
    const question = await attribuer(await posee({ email: 'une@exemple.fr' }));
    const lectures = [
      await equipe.get(`/questions/${question.id}`),
      await equipe.get(`/contrats/${contrat.contratId}/questions`),
      await http().get(site('/1')),
    ];
    for (const { text } of lectures) expect(text).not.toContain('une@exemple.fr');
  });
});
