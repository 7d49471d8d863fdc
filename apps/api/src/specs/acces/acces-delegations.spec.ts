import type { INestApplication } from '@nestjs/common';
import { Base } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, poserFiche } from '../../testing';

const AUJOURDHUI = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
const jours = (nombre: number) =>
  new Date(Date.parse(`${AUJOURDHUI}T12:00:00Z`) + nombre * 86_400_000).toISOString().slice(0, 10);

describe('delegation', () => {
  let app: INestApplication;
  let contrat: ContratDeTest;
  let absente: Client;

  beforeAll(async () => {
    app = await demarrerApi();
  });
  beforeEach(async () => {
    contrat = await creerContrat(app);
    absente = await contrat.en('referentA');
  });
  afterAll(() => app.close());

  const sql = (texte: string, valeurs: unknown[] = []) => app.get(Base).pool.query(texte, valeurs);

  /** The contributeur now works for the ville of référent A: a colleague, who may only type values. */
  async function collegue(): Promise<string> {
    const cle = [contrat.personnes.contributeur, contrat.organisations.villeA];
    await sql('update mandat set organisation_id = $2 where personne_id = $1', cle);
    return contrat.personnes.contributeur;
  }

  const deleguer = (delegueId: string, du = AUJOURDHUI, au = jours(7)) =>
    absente.post('/compte/delegations', { delegueId, du, au });
  const roleDe = async (client: Client) => (await client.get('/session').expect(200)).body;

  describe('success', () => {
    it('offers the colleagues who have an account', async () => {
      const id = await collegue();
      const { body } = await absente.get('/compte/delegations').expect(200);
      expect(body).toEqual({
        donnees: [],
        recues: [],
        collegues: [{ id, nom: 'Personne contributeur', fonction: 'Chargée de mission' }],
      });
    });

    it('gives the colleague the wider role while it lasts, and takes it back', async () => {
      const delegue = await contrat.en('contributeur');
      const { body: delegation } = await deleguer(await collegue()).expect(201);
      expect(await roleDe(delegue)).toMatchObject({ role: 'referent', parDelegationDe: 'Personne referentA' });
      await sql('update delegation set du = $2, au = $2 where id = $1', [delegation.id, jours(-1)]);
      expect(await roleDe(delegue)).toMatchObject({ role: 'contributeur', parDelegationDe: null });
      await sql('update delegation set du = $2, au = $2 where id = $1', [delegation.id, jours(1)]);
      expect(await roleDe(delegue)).toMatchObject({ role: 'contributeur' });
    });

    it('signs what the colleague does with their own name, by delegation', async () => {
      const ficheId = await poserFiche(app, contrat, { statut: 'brouillon' });
      const delegue = await contrat.en('contributeur');
      const action = {
        titre: 'Café des habitants',
        description: '',
        pilote: '',
        echeance: null,
        statut: 'en-cours',
        niveauParticipation: 'consultation',
        etapes: [],
        refDauphin: '',
      };
      await collegue();
      await delegue.post(`/fiches/${ficheId}/actions`, action).expect(403);
      await deleguer(contrat.personnes.contributeur).expect(201);
      await delegue.post(`/fiches/${ficheId}/actions`, action).expect(201);
      const { body } = await absente.get(`/contrats/${contrat.contratId}/journal`).expect(200);
      expect(body[0].auteur).toEqual({
        id: contrat.personnes.contributeur,
        nom: 'Personne contributeur, par délégation de Personne referentA',
      });
    });

    it('never narrows: who has more keeps more, under their own name alone', async () => {
      await sql('update mandat set organisation_id = $2 where personne_id = $1', [
        contrat.personnes.equipe,
        contrat.organisations.villeA,
      ]);
      await deleguer(contrat.personnes.equipe).expect(201);
      expect(await roleDe(await contrat.en('equipe'))).toMatchObject({ role: 'equipe', parDelegationDe: null });
    });

    it('is told to both, and ended by whoever is away', async () => {
      const delegue = await contrat.en('contributeur');
      const { body: delegation } = await deleguer(await collegue()).expect(201);
      const { body: recue } = await delegue.get('/compte/delegations').expect(200);
      expect(recue.recues).toMatchObject([{ id: delegation.id, personne: { nom: 'Personne referentA' } }]);
      await absente.delete(`/compte/delegations/${delegation.id}`, 1).expect(204);
      expect(await roleDe(delegue)).toMatchObject({ role: 'contributeur' });
      const { body: journal } = await absente.get(`/contrats/${contrat.contratId}/journal`).expect(200);
      expect(journal.slice(0, 2)).toMatchObject([
        { objet: 'delegation', avant: { delegue: 'Personne contributeur' }, apres: null },
        { objet: 'delegation', apres: { delegue: 'Personne contributeur', du: AUJOURDHUI } },
      ]);
    });

    it('is set by the team for somebody who could not', async () => {
      const equipe = await contrat.en('equipe');
      const corps = { delegueId: await collegue(), du: AUJOURDHUI, au: jours(3) };
      const { body } = await equipe.post(`/personnes/${contrat.personnes.referentA}/delegations`, corps).expect(201);
      await equipe.delete(`/personnes/${contrat.personnes.referentA}/delegations/${body.id}`, 1).expect(204);
      const { body: lues } = await equipe.get(`/personnes/${contrat.personnes.referentA}/delegations`).expect(200);
      expect(lues.donnees).toEqual([]);
    });

    it('leaves the name and the function of an author readable once their account is closed', async () => {
      await deleguer(await collegue()).expect(201);
      const equipe = await contrat.en('equipe');
      await equipe.delete(`/personnes/${contrat.personnes.referentA}/compte`, null).expect(204);
      const { body: journal } = await equipe.get(`/contrats/${contrat.contratId}/journal`).expect(200);
      expect(journal[1]).toMatchObject({ auteur: { id: contrat.personnes.referentA, nom: 'Personne referentA' } });
      const { body: gens } = await equipe.get(`/contrats/${contrat.contratId}/personnes`).expect(200);
      expect(gens).toContainEqual(
        expect.objectContaining({ nom: 'Personne referentA', fonction: 'Chargée de mission', compte: 'aucun' }),
      );
    });
  });

  describe('validation', () => {
    it('stays within the organisation', async () => {
      const { body } = await deleguer(contrat.personnes.referentB).expect(422);
      expect(body.errors).toEqual([{ pointer: '/delegueId', detail: expect.stringContaining('même organisation') }]);
      await deleguer(contrat.personnes.referentA).expect(422);
      await deleguer(randomUUID()).expect(422);
    });

    it('ends with the mandat of the colleague in that organisation', async () => {
      const delegue = await contrat.en('contributeur');
      await deleguer(await collegue()).expect(201);
      await sql('update mandat set organisation_id = $2 where personne_id = $1', [
        contrat.personnes.contributeur,
        contrat.organisations.bailleur,
      ]);
      expect(await roleDe(delegue)).toMatchObject({ role: 'contributeur' });
    });

    it.each([
      ['ends before it begins', 3, 2],
      ['is over already', -5, -1],
    ])('is refused when it %s', async (_, du, au) => {
      const { body } = await deleguer(await collegue(), jours(du), jours(au)).expect(422);
      expect(body.errors[0].pointer).toBe('/au');
    });

    it('is one at a time, even when two are given at once', async () => {
      const id = await collegue();
      const reponses = await Promise.all([deleguer(id), deleguer(id, jours(2), jours(9))]);
      expect(reponses.map(({ status }) => status).sort()).toEqual([201, 409]);
      await deleguer(id, jours(20), jours(21)).expect(201);
    });
  });

  describe('access', () => {
    it('is not passed on', async () => {
      await collegue();
      await sql('update mandat set organisation_id = $2 where personne_id = $1', [
        contrat.personnes.lecteur,
        contrat.organisations.villeA,
      ]);
      await deleguer(contrat.personnes.contributeur).expect(201);
      const delegue = await contrat.en('contributeur');
      const suite = { delegueId: contrat.personnes.lecteur, du: AUJOURDHUI, au: jours(7) };
      await delegue.post('/compte/delegations', suite).expect(201);
      expect(await roleDe(await contrat.en('lecteur'))).toMatchObject({ role: 'contributeur' });
    });

    it('is ended by nobody else, and unknown across contrats', async () => {
      const { body } = await deleguer(await collegue()).expect(201);
      await (await contrat.en('contributeur')).delete(`/compte/delegations/${body.id}`, 1).expect(404);
      const ailleurs = await (await creerContrat(app)).en('equipe');
      await ailleurs.get(`/personnes/${contrat.personnes.referentA}/delegations`).expect(404);
      await ailleurs.delete(`/personnes/${contrat.personnes.referentA}/delegations/${body.id}`, 1).expect(404);
    });
  });
});
