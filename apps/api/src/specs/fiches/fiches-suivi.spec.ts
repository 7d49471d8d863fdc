import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Action, ActionSaisie, Declinaison, DeclinaisonSaisie, FicheLue } from '@pleniere/fiches/domain';
import type { Probleme } from '@pleniere/shared/domain';
import { randomUUID } from 'node:crypto';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, historiqueDe, pointeurs } from '../../testing';
import { poserFiche } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;
let referentA: Client;
let ficheId: string;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  referentA = await contrat.en('referentA');
  ficheId = await poserFiche(app, contrat);
});

const historique = () => historiqueDe(equipe, ficheId);

describe('actions', () => {
  const action = (reste: Partial<ActionSaisie> = {}): object => ({
    titre: 'Ouvrir un café des habitants',
    description: '<p>Une fois par mois</p>',
    pilote: 'Centre social',
    echeance: '2026-06-30',
    statut: 'en-cours',
    niveauParticipation: 'co-construction',
    etapes: [{ libelle: 'Trouver le lieu', faite: true }],
    refDauphin: '',
    ...reste,
  });
  const creer = async (reste: Partial<ActionSaisie> = {}) =>
    (await referentA.post(`/fiches/${ficheId}/actions`, action(reste)).expect(201)).body as Action;

  it('are added with codes of their own and read with the fiche', async () => {
    const premiere = await creer();
    expect(premiere).toMatchObject({
      ...action(),
      code: 'T1.1-a',
      version: 1,
      etapes: [{ libelle: 'Trouver le lieu', faite: true }],
    });
    expect((await creer({ titre: 'Former les animateurs', echeance: null })).code).toBe('T1.1-b');
    const lue = (await referentA.get(`/fiches/${ficheId}`).expect(200)).body as FicheLue;
    expect([lue.statut, lue.droits.ecrire, lue.droits.actions]).toEqual(['en-vigueur', false, true]);

    const { body } = await equipe.get(`/fiches/${ficheId}`).expect(200);
    expect((body as FicheLue).actions.map(({ code, titre }) => [code, titre])).toEqual([
      ['T1.1-a', 'Ouvrir un café des habitants'],
      ['T1.1-b', 'Former les animateurs'],
    ]);
    expect((body as FicheLue).actions[0]).toEqual(premiere);
  });

  it('change by parts, from the version that was read, and tell it to the history', async () => {
    const { id } = await creer();
    const { body, headers } = await referentA.patch(`/actions/${id}`, 1, { statut: 'realisee' }).expect(200);
    expect(body).toMatchObject({ statut: 'realisee', titre: 'Ouvrir un café des habitants', version: 2 });
    expect(headers['etag']).toBe('"2"');
    await referentA.patch(`/actions/${id}`, 2, { statut: 'realisee' }).expect(200, body);

    expect((await historique())[0]).toMatchObject({
      objet: 'action',
      champ: 'statut',
      avant: 'en-cours',
      apres: 'realisee',
    });
    const perime = await referentA.patch(`/actions/${id}`, 1, { titre: 'Autre' }).expect(412);
    expect((perime.body as Probleme).actuel).toEqual(body);
    await referentA.patch(`/actions/${id}`, null, { titre: 'Autre' }).expect(428);
  });

  it('never take the code of one that was removed', async () => {
    await creer();
    const { id, code } = await creer();
    await referentA.delete(`/actions/${id}`, 1).expect(204);
    expect([code, (await creer()).code]).toEqual(['T1.1-b', 'T1.1-c']);
  });

  it('disappear on demand, and stay in the history', async () => {
    const { id } = await creer();
    await referentA.delete(`/actions/${id}`, 2).expect(412);
    await referentA.delete(`/actions/${id}`, 1).expect(204);
    await referentA.delete(`/actions/${id}`, 1).expect(404);
    expect((await historique())[0]).toMatchObject({
      objet: 'action',
      objetId: id,
      ficheId: expect.any(String),
      apres: null,
    });
  });

  it.each([
    ['a missing title', { titre: '' }, '/titre', 400],
    ['an impossible day', { echeance: '2026-02-30' }, '/echeance', 400],
    ['a day that is not one', { echeance: 'demain' }, '/echeance', 400],
    ['a year outside the contrat', { echeance: '2031-01-01' }, '/echeance', 422],
    ['an unknown statut', { statut: 'en-retard' }, '/statut', 400],
    ['null where a text is due', { description: null }, '/description', 400],
    ['a step without a name', { etapes: [{ libelle: '', faite: false }] }, '/etapes/0/libelle', 400],
    ['too long a text', { description: 'a'.repeat(5_001) }, '/description', 400],
    ['an unknown field', { code: 'T1.1-z' }, '/code', 400],
  ])('are refused with %s', async (_, faute, pointeur, statut) => {
    const { id } = await creer();
    const aLaCreation = await referentA.post(`/fiches/${ficheId}/actions`, { ...action(), ...faute }).expect(statut);
    const auChangement = await referentA.patch(`/actions/${id}`, 1, faute).expect(statut);
    expect([pointeurs(aLaCreation.body), pointeurs(auChangement.body)]).toEqual([[pointeur], [pointeur]]);
  });

  it('belong to those who hold the pen on the fiche', async () => {
    const { id } = await creer();
    for (const personnage of ['referentB', 'delegue', 'contributeur', 'lecteur'] as const) {
      const client = await contrat.en(personnage);
      await client.post(`/fiches/${ficheId}/actions`, action()).expect(403);
      await client.patch(`/actions/${id}`, 1, { titre: 'X' }).expect(403);
      await client.delete(`/actions/${id}`, 1).expect(403);
    }
    const ailleurs = await (await creerContrat(app)).en('equipe');
    await ailleurs.post(`/fiches/${ficheId}/actions`, action()).expect(404);
    await ailleurs.patch(`/actions/${id}`, 1, { titre: 'X' }).expect(404);
    await ailleurs.delete(`/actions/${id}`, 1).expect(404);
  });
});

describe('déclinaisons', () => {
  const declinaison = (reste: Partial<DeclinaisonSaisie> = {}): DeclinaisonSaisie => ({
    organisationId: contrat.organisations.villeA,
    qpvCode: null,
    referentId: contrat.personnes.referentA,
    statutExecution: 'en-cours',
    meteo: 'soleil',
    meteoExplication: '',
    modaliteRetenue: 'Conforter l’existant',
    recits: [{ annee: 2025, faitsMarquants: 'Trois cafés', freins: '', perspectives: '' }],
    ...reste,
  });
  const creer = async (reste: Partial<DeclinaisonSaisie> = {}) =>
    (await referentA.post(`/fiches/${ficheId}/declinaisons`, declinaison(reste)).expect(201)).body as Declinaison;

  it('are written by the référents of the ville, for the ville or one of its quartiers', async () => {
    const { meteo, modaliteRetenue, recits, statutExecution } = declinaison();
    expect(await creer()).toMatchObject({
      ...{ meteo, modaliteRetenue, recits, statutExecution },
      version: 1,
      organisation: { id: contrat.organisations.villeA, nom: 'Ville de Tours' },
      referent: { nom: 'Personne referentA' },
    });
    expect((await creer({ qpvCode: contrat.qpv.a1 })).qpvCode).toBe(contrat.qpv.a1);
    await referentA.post(`/fiches/${ficheId}/declinaisons`, declinaison()).expect(409);
  });

  it('explain a weather that worsens', async () => {
    const { id } = await creer();
    const { body } = await referentA.patch(`/declinaisons/${id}`, 1, { meteo: 'nuage' }).expect(422);
    expect(pointeurs(body)).toEqual(['/meteoExplication']);
    const pire = { meteo: 'nuage', meteoExplication: 'Le lieu a fermé.' };
    expect((await referentA.patch(`/declinaisons/${id}`, 1, pire).expect(200)).body).toMatchObject({
      ...pire,
      version: 2,
    });
    expect((await referentA.patch(`/declinaisons/${id}`, 2, { meteo: 'soleil' }).expect(200)).body).toMatchObject({
      version: 3,
    });
    const changes = (await historique()).filter(({ objet }) => objet === 'declinaison').map(({ champ }) => champ);
    expect(changes).toEqual(['meteo', 'meteoExplication', 'meteo', null]);
  });

  it('are refused when two people start from the same version', async () => {
    const { id } = await creer();
    const essais = await Promise.all(
      ['Un', 'Deux', 'Trois'].map((modaliteRetenue) => referentA.patch(`/declinaisons/${id}`, 1, { modaliteRetenue })),
    );
    expect(essais.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    await referentA.delete(`/declinaisons/${id}`, 1).expect(412);
    await referentA.delete(`/declinaisons/${id}`, 2).expect(204);
  });

  it('are refused outside the ville, the contrat and its years', async () => {
    const refus = async (reste: Partial<DeclinaisonSaisie>, statut: number) =>
      pointeurs((await equipe.post(`/fiches/${ficheId}/declinaisons`, declinaison(reste)).expect(statut)).body);
    const recit = { annee: 2031, faitsMarquants: '', freins: '', perspectives: '' };

    expect(await refus({ organisationId: contrat.organisations.bailleur }, 422)).toEqual(['/organisationId']);
    expect(await refus({ qpvCode: contrat.qpv.b1 }, 422)).toEqual(['/qpvCode']);
    expect(await refus({ referentId: randomUUID() }, 422)).toEqual(['/referentId']);
    expect(await refus({ recits: [recit] }, 422)).toEqual(['/recits/0/annee']);
    expect(await refus({ recits: [recit, recit] }, 400)).toEqual(['/recits']);
    expect(await refus({ meteo: 'neige' as 'orage' }, 400)).toEqual(['/meteo']);
  });

  it('belong to their own ville', async () => {
    const { id } = await creer();
    for (const personnage of ['referentB', 'delegue', 'contributeur', 'lecteur'] as const) {
      const client = await contrat.en(personnage);
      await client.post(`/fiches/${ficheId}/declinaisons`, declinaison()).expect(403);
      await client.patch(`/declinaisons/${id}`, 1, { modaliteRetenue: 'X' }).expect(403);
      await client.delete(`/declinaisons/${id}`, 1).expect(403);
    }
    await referentA.patch(`/declinaisons/${id}`, 1, { organisationId: contrat.organisations.villeB }).expect(403);
    const ailleurs = await (await creerContrat(app)).en('equipe');
    await ailleurs.patch(`/declinaisons/${id}`, 1, { modaliteRetenue: 'X' }).expect(404);
    await ailleurs.post(`/fiches/${ficheId}/declinaisons`, declinaison()).expect(404);
    const referentAilleurs = await (await creerContrat(app)).en('referentA');
    await referentAilleurs.post(`/fiches/${ficheId}/declinaisons`, declinaison()).expect(404);
    await equipe.patch(`/declinaisons/${id}`, 1, { modaliteRetenue: 'Par l’équipe' }).expect(200);
  });
});
