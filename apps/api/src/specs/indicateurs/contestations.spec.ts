import type { NestExpressApplication } from '@nestjs/platform-express';
import { Horloge } from '@pleniere/indicateurs/api';
import type {
  ContestationSituee,
  HistoriqueValeur,
  Indicateur,
  SaisieValeur,
  Valeur,
} from '@pleniere/indicateurs/domain';
import { Base } from '@pleniere/shared/api';
import type { Courriel, CourrielsDuContrat, Probleme } from '@pleniere/shared/domain';
import { randomUUID } from 'node:crypto';
import { type Client, type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { poserFiche, poserIndicateur, saisie } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let ficheId: string;
let indicateur: Indicateur;
let referent: Client;
let delegue: Client;
let equipe: Client;

beforeAll(async () => {
  app = await demarrerApi();
  jest.spyOn(app.get(Horloge, { strict: false }), 'aujourdhui').mockReturnValue('2026-11-22');
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  ficheId = await poserFiche(app, contrat);
  indicateur = await poserIndicateur(contrat, ficheId);
  [referent, delegue, equipe] = [
    await contrat.en('referentA'),
    await contrat.en('delegue'),
    await contrat.en('equipe'),
  ];
  await ecrire({});
});

async function ecrire(partie: Partial<SaisieValeur>): Promise<void> {
  const saisies = [saisie(indicateur.id, { commentaire: 'Compté sur place.', ...partie })];
  await referent.post(`/contrats/${contrat.contratId}/valeurs`, { saisies }).expect(200);
}

const corps = (reste: object = {}) => ({
  indicateurId: indicateur.id,
  annee: 2025,
  territoire: contrat.qpv.a1,
  ventilation: 'total',
  valeurProposee: 9,
  motif: 'Trois personnes sont comptées deux fois.',
  source: 'Feuilles de présence du centre social',
  ...reste,
});
const proposer = (reste: object = {}, client = delegue) =>
  client.post(`/contrats/${contrat.contratId}/contestations`, corps(reste));
const decider = (id: string, version: number, reste: object, client = equipe) =>
  client
    .post(`/contestations/${id}/decision`, { decision: 'accepter', reponse: '', versionValeur: 1, ...reste })
    .set('If-Match', `"${version}"`);

async function ouvrir(reste: object = {}): Promise<ContestationSituee> {
  return (await proposer(reste).expect(201)).body as ContestationSituee;
}

async function liste(client = referent, suite = ''): Promise<ContestationSituee[]> {
  const { body } = await client.get(`/contrats/${contrat.contratId}/contestations${suite}`).expect(200);
  return body as ContestationSituee[];
}

async function valeurLue(): Promise<Valeur | undefined> {
  const { body } = await referent.get(`/indicateurs/${indicateur.id}`).expect(200);
  return (body as { valeurs: Valeur[] }).valeurs[0];
}

async function courriels(): Promise<Courriel[]> {
  const { body } = await equipe.get(`/contrats/${contrat.contratId}/courriels`).expect(200);
  const resumes = (body as CourrielsDuContrat).courriels;
  return Promise.all(resumes.map(async ({ id }) => (await equipe.get(`/courriels/${id}`)).body as Courriel));
}

describe('a contestation', () => {
  it('shows both figures to everybody and leaves the value as it is until the team decides', async () => {
    const ouverte = await ouvrir();
    expect(ouverte).toMatchObject({
      statut: 'ouverte',
      auteur: 'Personne delegue',
      valeurContestee: { valeur: 12, absence: null },
      valeurProposee: 9,
      indicateur: { libelle: indicateur.libelle, ficheCode: 'T1.1' },
      actuelle: { valeur: 12, version: 1 },
    });
    for (const personnage of ['referentA', 'referentB', 'contributeur', 'lecteur', 'equipe'] as const) {
      expect(await liste(await contrat.en(personnage))).toEqual([ouverte]);
    }
    expect(await liste(referent, `?indicateur=${indicateur.id}`)).toEqual([ouverte]);
    expect(await liste(referent, `?indicateur=${randomUUID()}`)).toEqual([]);
    expect((await valeurLue())?.valeur).toBe(12);
  });

  it('accepted, writes its value with its source and keeps the comment; the history says why', async () => {
    const { id } = await ouvrir();
    const { body } = await decider(id, 1, {}).expect(200);
    expect(body).toMatchObject({ statut: 'acceptee', decideePar: 'Personne equipe', version: 2 });
    expect(await valeurLue()).toMatchObject({
      valeur: 9,
      statut: 'validee',
      commentaire: 'Compté sur place.',
      source: 'Feuilles de présence du centre social',
    });
    const { body: historique } = await referent.get(`/indicateurs/${indicateur.id}/historique`).expect(200);
    expect((historique as HistoriqueValeur[]).map(({ motif }) => motif)).toContain(
      'Contestation de Personne delegue acceptée',
    );
  });

  it('refused, changes nothing and gives its author the reply, here and by e-mail', async () => {
    const { id } = await ouvrir();
    await decider(id, 1, { decision: 'refuser', reponse: 'Les feuilles ont été recomptées.' }).expect(200);
    expect(await liste(delegue)).toEqual([
      expect.objectContaining({ statut: 'refusee', reponse: 'Les feuilles ont été recomptées.' }),
    ]);
    expect((await valeurLue())?.valeur).toBe(12);
    const [courriel, ...autres] = await courriels();
    expect(autres).toEqual([]);
    expect(courriel?.destinataire.nom).toBe('Personne delegue');
    expect(courriel?.texte.replace(/\u00A0/g, ' ')).toMatch(
      /Valeur inscrite : 12 habitants. Valeur proposée : 9 habitants.[^]*Les feuilles ont été recomptées.[^]*http:.*\/indicateurs\/contestations/,
    );
  });

  it('withdrawn by its author leaves room for another', async () => {
    const { id } = await ouvrir();
    await delegue.delete(`/contestations/${id}`, 1).expect(204);
    await ouvrir({ valeurProposee: 10 });
    expect((await liste()).map(({ statut }) => statut)).toEqual(['ouverte', 'retiree']);
  });
});

describe('a contestation that does not hold', () => {
  it.each([
    ['of an empty cell', 409, { annee: 2024 }, undefined],
    ['that proposes what stands', 422, { valeurProposee: 12 }, '/valeurProposee'],
    ['with a value of another nature', 422, { valeurProposee: 'neuf' }, '/valeurProposee'],
    ['without a reason', 400, { motif: ' ' }, '/motif'],
    ['without a source', 400, { source: '' }, '/source'],
    ['of an unknown indicator', 422, { indicateurId: '7b4cf5a4-4f16-4a3c-9d3b-26b0b3f7c001' }, '/indicateurId'],
    ['of no territory', 400, { territoire: 'Sanitas' }, '/territoire'],
  ])('%s is refused', async (_, statut, reste, pointeur) => {
    const { body } = await proposer(reste).expect(statut);
    expect((body as Probleme).errors?.[0]?.pointer).toBe(pointeur);
    expect(await liste()).toEqual([]);
  });

  it('waits for no second one on the same value, even sent at the same time', async () => {
    const statuts = (await Promise.all([proposer(), proposer({ valeurProposee: 10 })])).map(({ status }) => status);
    expect(statuts.sort()).toEqual([201, 409]);
    expect(await liste()).toHaveLength(1);
  });

  it('is not refused without a word', async () => {
    const { id } = await ouvrir();
    const { body } = await decider(id, 1, { decision: 'refuser' }).expect(422);
    expect((body as Probleme).errors?.[0]?.pointer).toBe('/reponse');
  });

  it('is decided by exactly one of two members of the team', async () => {
    const { id } = await ouvrir();
    const refus = { decision: 'refuser', reponse: 'Les feuilles ont été recomptées.' };
    const reponses = await Promise.all([decider(id, 1, {}), decider(id, 1, refus)]);
    expect(reponses.map(({ status }) => status).sort()).toEqual([200, 412]);
    const perdante = reponses.find(({ status }) => status === 412)?.body as Probleme;
    expect(perdante.actuel).toEqual((await liste())[0]);
    expect(await courriels()).toHaveLength(1);
  });

  it('never writes over a value that moved on since it was read', async () => {
    const { id } = await ouvrir();
    await ecrire({ version: 1, valeur: 11 });
    await decider(id, 1, { versionValeur: 1 }).expect(412);
    expect((await valeurLue())?.valeur).toBe(11);
    expect((await liste())[0]?.statut).toBe('ouverte');
    await decider(id, 1, { versionValeur: 2 }).expect(200);
    expect((await valeurLue())?.valeur).toBe(9);
  });

  it('does not reopen a closed year: the decision waits, and nothing is half done', async () => {
    const { id } = await ouvrir();
    await app.get(Base).pool.query(
      `insert into campagne (contrat_id, annee, echeance, close_le, relance_objet, relance_texte)
       values ($1, 2025, '2026-01-31', now(), 'Vos valeurs', 'Bonjour.')`,
      [contrat.contratId],
    );
    expect([409, 422]).toContain((await decider(id, 1, {})).status);
    expect((await liste())[0]?.statut).toBe('ouverte');
    expect(await courriels()).toEqual([]);
  });
});

describe('contesting a value', () => {
  it('is for the délégués, and deciding for the team', async () => {
    const { id } = await ouvrir();
    for (const personnage of ['referentA', 'contributeur', 'lecteur'] as const) {
      const client = await contrat.en(personnage);
      await proposer({}, client).expect(403);
      await decider(id, 1, {}, client).expect(403);
      await client.delete(`/contestations/${id}`, 1).expect(403);
    }
    await proposer({}, equipe).expect(403);
    await decider(id, 1, {}, delegue).expect(403);
    expect((await liste())[0]?.version).toBe(1);
  });

  it('is withdrawn by its author alone', async () => {
    const { id } = await ouvrir();
    await app
      .get(Base)
      .pool.query('update contestation set personne_id = $1 where id = $2', [contrat.personnes.lecteur, id]);
    await delegue.delete(`/contestations/${id}`, 1).expect(403);
    expect((await liste())[0]?.statut).toBe('ouverte');
  });

  it('stays within its contrat, and a lecteur sees those of the fiches in force only', async () => {
    const { id } = await ouvrir();
    const autre = await creerContrat(app);
    const [ailleurs, deleguee] = [await autre.en('equipe'), await autre.en('delegue')];
    await decider(id, 1, {}, ailleurs).expect(404);
    await deleguee.delete(`/contestations/${id}`, 1).expect(404);
    await deleguee.post(`/contrats/${autre.contratId}/contestations`, corps()).expect(422);
    await ailleurs.get(`/contrats/${contrat.contratId}/contestations`).expect(404);
    expect((await ailleurs.get(`/contrats/${autre.contratId}/contestations`).expect(200)).body).toEqual([]);

    await app.get(Base).pool.query(`update fiche set statut = 'brouillon' where id = $1`, [ficheId]);
    expect(await liste(await contrat.en('lecteur'))).toEqual([]);
    expect(await liste()).toHaveLength(1);
  });
});
