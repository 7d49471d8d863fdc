import type { NestExpressApplication } from '@nestjs/platform-express';
import type { MonContrat, SessionCourante } from '@pleniere/acces/domain';
import type { FichesTrouvees } from '@pleniere/fiches/domain';
import { Base } from '@pleniere/shared/api';
import type { Probleme } from '@pleniere/shared/domain';
import {
  type Client,
  type ContratDeTest,
  creerContrat,
  demarrerApi,
  MOT_DE_PASSE_TEST,
  type Personnage,
} from '../../testing';
import { poserFiche } from '../../testing/poser';

let app: NestExpressApplication;
let ici: ContratDeTest;
let ailleurs: ContratDeTest;
let delegue: Client;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());

beforeEach(async () => {
  [ici, ailleurs] = [await creerContrat(app), await creerContrat(app)];
  delegue = await ici.en('delegue');
});

const adresse = (contrat: ContratDeTest, qui: Personnage) =>
  `${qui.toLowerCase()}.${contrat.contratId.slice(0, 8)}@exemple.fr`;
const preuve = (contrat: ContratDeTest, qui: Personnage, reste = {}) => ({
  email: adresse(contrat, qui),
  motDePasse: MOT_DE_PASSE_TEST,
  ...reste,
});
const relier = (qui: Personnage = 'delegue', client = delegue) =>
  client.post('/compte/contrats', preuve(ailleurs, qui)).expect(200);
const mesContrats = async (client = delegue) => (await client.get('/compte/contrats').expect(200)).body as MonContrat[];
const trouver = async (q: string, client = delegue) =>
  (await client.get(`/recherche?q=${encodeURIComponent(q)}`).expect(200)).body as FichesTrouvees;
const lieux = ({ fiches }: FichesTrouvees) => fiches.map(({ contrat }) => contrat.contratId);
const toutes = (q: string) =>
  Promise.all([ici, ailleurs].map((contrat) => poserFiche(app, contrat, { contenu: { titre: q } })));

describe('several contrats: success', () => {
  it('links the account of another contrat and searches the fiches of both, from either', async () => {
    await toutes('Un jardin partagé');
    expect(lieux(await trouver('jardin'))).toEqual([ici.contratId]);
    const relies = (await relier()).body as MonContrat[];
    expect(relies.map(({ contratId, courant }) => [contratId, courant])).toEqual([
      [ici.contratId, true],
      [ailleurs.contratId, false],
    ]);
    expect(lieux(await trouver('jardin'))).toEqual([ici.contratId, ailleurs.contratId]);
    expect(lieux(await trouver('jardin', await ailleurs.en('delegue')))).toEqual([ailleurs.contratId, ici.contratId]);
    expect(await trouver('vélodrome')).toEqual({ fiches: [], partielle: false });
    expect(await trouver(' ')).toEqual({ fiches: [], partielle: false });
  });

  it('puts first what is said in the title', async () => {
    const contenu = { titre: 'Autre chose', contexte: '<p>On y parle aussi de jardin.</p>' };
    await poserFiche(app, ici, { contenu });
    await poserFiche(app, ailleurs, { contenu: { titre: 'Le jardin du Sanitas' } });
    await relier();
    expect((await trouver('jardin')).fiches.map(({ titre }) => titre)).toEqual(['Le jardin du Sanitas', 'Autre chose']);
  });

  it('goes on in the other contrat with the role held there, and comes back', async () => {
    await relier('referentA');
    const { body } = await delegue.post('/session/contrat', { contratId: ailleurs.contratId }).expect(200);
    expect(body as SessionCourante).toMatchObject({ role: 'referent', contrat: { id: ailleurs.contratId } });
  });

  it('unlinks', async () => {
    await toutes('Un jardin partagé');
    await relier();
    await delegue.delete(`/compte/contrats/${ailleurs.contratId}`, null).expect(204);
    expect(await mesContrats()).toHaveLength(1);
    expect(lieux(await trouver('jardin'))).toEqual([ici.contratId]);
    await delegue.delete(`/compte/contrats/${ailleurs.contratId}`, null).expect(204);
  });
});

describe('several contrats: validation', () => {
  it.each([
    ['a wrong password', () => preuve(ailleurs, 'delegue', { motDePasse: 'Un-autre-2026-Sanitas' })],
    ['an account that does not exist', () => ({ email: 'personne@exemple.fr', motDePasse: MOT_DE_PASSE_TEST })],
    ['an account of this very contrat', () => preuve(ici, 'equipe')],
  ])('refuses %s, in the same words', async (_, corps) => {
    const { body } = await delegue.post('/compte/contrats', corps()).expect(422);
    expect((body as Probleme).errors).toEqual([
      {
        pointer: '/motDePasse',
        detail: 'L’adresse ou le mot de passe n’ouvre aucun compte d’un autre contrat.',
      },
    ]);
    expect(await mesContrats()).toHaveLength(1);
  });

  it('refuses a second account of the same contrat', async () => {
    await relier('delegue');
    await delegue.post('/compte/contrats', preuve(ailleurs, 'lecteur')).expect(409);
  });

  it('refuses a search that is not one', async () => {
    await delegue.get('/recherche').expect(400);
    await delegue.get(`/recherche?q=${'a'.repeat(201)}`).expect(400);
  });
});

describe('several contrats: access', () => {
  it('opens nothing of a contrat that is not linked', async () => {
    await delegue.post('/session/contrat', { contratId: ailleurs.contratId }).expect(409);
  });

  it('shows a lecteur of the other contrat what is in force there, and no more', async () => {
    await toutes('Un jardin partagé');
    await poserFiche(app, ailleurs, { rang: 2, statut: 'brouillon', contenu: { titre: 'Jardin en brouillon' } });
    await relier('lecteur');
    const trouvees = (await trouver('jardin')).fiches.filter(({ contrat }) => contrat.contratId === ailleurs.contratId);
    expect(trouvees.map(({ titre }) => titre)).toEqual(['Un jardin partagé']);
  });

  it('forgets a contrat the day the mandat there ends', async () => {
    await toutes('Un jardin partagé');
    await relier();
    await app
      .get(Base)
      .pool.query(`update mandat set au = '2024-12-31' where contrat_id = $1 and personne_id = $2`, [
        ailleurs.contratId,
        ailleurs.personnes.delegue,
      ]);
    expect(lieux(await trouver('jardin'))).toEqual([ici.contratId]);
    expect(await mesContrats()).toHaveLength(1);
    await delegue.post('/session/contrat', { contratId: ailleurs.contratId }).expect(409);
  });

  it('does not open an account that asks a second factor from one that asks none', async () => {
    await relier();
    await app.get(Base).pool.query(
      `insert into second_facteur (contrat_id, compte_id, secret, active_le)
       select contrat_id, id, 'secret', now() from compte where contrat_id = $1 and personne_id = $2`,
      [ailleurs.contratId, ailleurs.personnes.delegue],
    );
    expect(await mesContrats()).toHaveLength(1);
    await delegue.post('/session/contrat', { contratId: ailleurs.contratId }).expect(409);
  });
});
