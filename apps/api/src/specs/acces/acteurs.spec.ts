import type { INestApplication } from '@nestjs/common';
import type { Organisation, Personne } from '@pleniere/acteurs/domain';
import { Base } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import { type Client, creerContrat, demarrerApi, type ContratDeTest } from '../../testing';

const VILLE = { nom: 'Ville de La Riche', nomCourt: 'La Riche', categorie: 'ville', signataire: true };

describe('acteurs', () => {
  let app: INestApplication;
  let contrat: ContratDeTest;
  let equipe: Client;
  let racine: string;

  beforeAll(async () => {
    app = await demarrerApi();
  });
  beforeEach(async () => {
    contrat = await creerContrat(app);
    equipe = await contrat.en('equipe');
    racine = `/contrats/${contrat.contratId}`;
  });
  afterAll(() => app.close());

  const sql = (texte: string, valeurs: unknown[]) => app.get(Base).pool.query(texte, valeurs);
  const organisations = async (): Promise<Organisation[]> =>
    (await equipe.get(`${racine}/organisations`).expect(200)).body;
  const personnes = async (): Promise<Personne[]> => (await equipe.get(`${racine}/personnes`).expect(200)).body;
  const creerVille = async (saisie: object = {}): Promise<Organisation> =>
    (await equipe.post(`${racine}/organisations`, { ...VILLE, ...saisie }).expect(201)).body;
  const mandatDe = (saisie: object = {}) => ({
    personneId: contrat.personnes.lecteur,
    organisationId: contrat.organisations.villeA,
    role: 'contributeur',
    du: '2026-01-01',
    ...saisie,
  });

  describe('success', () => {
    it('lists organisations in French order', async () => {
      await creerVille({ nom: 'Écoles d’Europe' });
      await creerVille({ nom: 'zone franche' });
      const noms = (await organisations()).map(({ nom }) => nom);
      expect(noms).toEqual([
        'Écoles d’Europe',
        'Préfecture',
        'Tours Métropole',
        'Val Habitat',
        'Ville de Joué-lès-Tours',
        'Ville de Tours',
        'zone franche',
      ]);
    });

    it('creates, changes and deletes an organisation, and tells the journal', async () => {
      const ville = await creerVille({ communeCode: contrat.communes.a, siret: '21370195600012' });
      expect(ville).toEqual({
        id: expect.any(String),
        version: 1,
        nom: 'Ville de La Riche',
        nomCourt: 'La Riche',
        categorie: 'ville',
        siret: '21370195600012',
        communeCode: '37261',
        signataire: true,
      });
      const reponse = await equipe.patch(`/organisations/${ville.id}`, 1, { siret: null }).expect(200);
      expect(reponse.headers['etag']).toBe('"2"');
      expect(reponse.body).toEqual({ ...ville, version: 2, siret: null });
      await equipe.delete(`/organisations/${ville.id}`, 2).expect(204);
      expect((await organisations()).map(({ id }) => id)).not.toContain(ville.id);

      const { body } = await equipe.get(`${racine}/journal`).expect(200);
      expect(body).toMatchObject([
        { objet: 'organisation', objetId: ville.id, avant: { nom: ville.nom }, apres: null },
        { objet: 'organisation', avant: { siret: '21370195600012' }, apres: { siret: null } },
        { objet: 'organisation', avant: null, apres: { nom: ville.nom } },
      ]);
    });

    it('tidies the white space of a name, and the form of its accents', async () => {
      const { nom } = await creerVille({ nom: ' Ville de\tSaint-E\u0301tienne\r\n ' });
      expect(nom).toBe('Ville de Saint-Étienne');
    });

    it('gives people with their mandats, and a role from a mandat', async () => {
      const { body } = await equipe.post(`${racine}/mandats`, mandatDe()).expect(201);
      const lecteur = (await personnes()).find(({ id }) => id === contrat.personnes.lecteur);
      expect(lecteur).toMatchObject({ compte: 'actif', mandats: [{ role: 'lecteur' }, body] });
      expect(body).toMatchObject({ organisation: { nom: 'Ville de Tours' }, du: '2026-01-01', au: null, version: 1 });
    });

    it('ends a mandat: who leaves orphans nothing and acts no more', async () => {
      const referent = await contrat.en('referentA');
      const [mandat] = (await personnes()).find(({ id }) => id === contrat.personnes.referentA)?.mandats ?? [];
      await equipe.patch(`/mandats/${mandat?.id}`, 1, { au: '2025-12-31' }).expect(200);
      await referent.get(racine).expect(401);
      expect((await personnes()).map(({ id }) => id)).toContain(contrat.personnes.referentA);
    });
  });

  describe('validation', () => {
    it.each([
      ['an unknown field', { contratId: randomUUID() }, '/contratId'],
      ['a wrong type', { signataire: 'oui' }, '/signataire'],
      ['an empty name', { nom: ' \u00A0 ' }, '/nom'],
      ['a name of 21,000 characters', { nom: 'é'.repeat(21_000) }, '/nom'],
      ['an unknown category', { categorie: 'mairie' }, '/categorie'],
      ['a SIRET of another length', { siret: '123' }, '/siret'],
    ])('refuses %s with a pointer, and writes nothing', async (_, saisie, pointer) => {
      const { body } = await equipe.post(`${racine}/organisations`, { ...VILLE, ...saisie }).expect(400);
      expect(body.errors).toEqual([{ pointer, detail: expect.stringMatching(/[àéèêçôûù’.]/) }]);
      expect(await organisations()).toHaveLength(5);
    });

    it.each([
      ['a commune for another category', { categorie: 'bailleur', communeCode: '37261' }],
      ['a commune outside the contrat', { communeCode: '75056' }],
    ])('refuses %s', async (_, saisie) => {
      const { body } = await equipe.post(`${racine}/organisations`, { ...VILLE, ...saisie }).expect(422);
      expect(body.errors).toEqual([{ pointer: '/communeCode', detail: expect.any(String) }]);
    });

    it('keeps the rule when only one of the two fields changes', async () => {
      const { id } = await creerVille({ communeCode: contrat.communes.a });
      await equipe.patch(`/organisations/${id}`, 1, { categorie: 'bailleur' }).expect(422);
      await equipe.patch(`/organisations/${id}`, 1, { categorie: 'bailleur', communeCode: null }).expect(200);
    });

    it('keeps HTML as plain characters', async () => {
      const { nom } = await creerVille({ nom: '<script>alert(1)</script>' });
      expect(nom).toBe('<script>alert(1)</script>');
    });

    it.each([
      ['an impossible date', { du: '2026-02-30' }, 400, '/du'],
      ['a moment for a day', { du: '2026-02-03T10:00:00Z' }, 400, '/du'],
      ['an unknown role', { role: 'admin' }, 400, '/role'],
      ['what is not an id', { personneId: 'moi' }, 400, '/personneId'],
      ['an end before the beginning', { au: '2025-01-01' }, 422, '/au'],
      ['an unknown organisation', { organisationId: randomUUID() }, 422, '/organisationId'],
      ['an unknown person', { personneId: randomUUID() }, 422, '/personneId'],
    ])('refuses a mandat with %s', async (_, saisie, status, pointer) => {
      const { body } = await equipe.post(`${racine}/mandats`, mandatDe(saisie)).expect(status);
      expect(body.errors).toEqual([{ pointer, detail: expect.any(String) }]);
    });

    it.each([
      ['an address without @', { email: 'camille' }],
      ['a list for a name', { nom: ['Camille'] }],
      ['null for a name', { nom: null }],
    ])('refuses a person with %s', async (_, saisie) => {
      await equipe.patch(`/personnes/${contrat.personnes.lecteur}`, 1, saisie).expect(400);
    });

    it('refuses a second organisation of the same name, a second person of the same address', async () => {
      await creerVille();
      await equipe.post(`${racine}/organisations`, VILLE).expect(409);
      const personne = { nom: 'Alix', fonction: 'Chargée de mission', email: 'Alix@exemple.fr' };
      await equipe.post(`${racine}/personnes`, personne).expect(201);
      const { body } = await equipe.post(`${racine}/personnes`, { ...personne, email: 'alix@exemple.fr' }).expect(409);
      expect(body.detail).toBe('Une autre personne a déjà cette adresse électronique.');
    });

    it('does not delete what something else names', async () => {
      const { villeA } = contrat.organisations;
      const { body } = await equipe.delete(`/organisations/${villeA}`, 1).expect(409);
      expect(body.detail).toContain('retirez-la d’abord');
      await equipe.delete(`/personnes/${contrat.personnes.delegue}`, 1).expect(409);
    });
  });

  describe('concurrency', () => {
    it('needs the version that was read', async () => {
      const { villeA } = contrat.organisations;
      await equipe.patch(`/organisations/${villeA}`, null, { nom: 'Tours' }).expect(428);
      await equipe.patch(`/organisations/${villeA}`, 1, { nom: 'Tours' }).set('If-Match', 'un').expect(400);
      await equipe.delete(`/organisations/${villeA}`, null).expect(428);
    });

    it('overwrites nothing: the late one receives what stands', async () => {
      const { villeA } = contrat.organisations;
      const noms = ['Tours', 'Commune de Tours', 'Mairie de Tours'];
      const reponses = await Promise.all(noms.map((nom) => equipe.patch(`/organisations/${villeA}`, 1, { nom })));
      const gagnante = reponses.find(({ status }) => status === 200)?.body as Organisation;
      const perdantes = reponses.filter(({ status }) => status === 412);
      expect(perdantes).toHaveLength(2);
      for (const { body } of perdantes) expect(body.actuel).toEqual(gagnante);
      expect(await organisations()).toContainEqual(gagnante);
      await equipe.delete(`/organisations/${villeA}`, 1).expect(412);
    });
  });

  describe('access', () => {
    it('shows nothing of another contrat and changes nothing there', async () => {
      const autre = await creerContrat(app);
      const etranger = await autre.en('equipe');
      await etranger.get(`${racine}/organisations`).expect(404);
      await etranger.post(`${racine}/organisations`, VILLE).expect(404);
      await etranger.patch(`/organisations/${contrat.organisations.villeA}`, 1, { nom: 'À nous' }).expect(404);
      await etranger.delete(`/personnes/${contrat.personnes.lecteur}`, 1).expect(404);
      await equipe.post(`${racine}/mandats`, mandatDe({ organisationId: autre.organisations.villeA })).expect(422);
    });

    it('says of an id that is none that it names nothing', async () => {
      await equipe.patch('/organisations/T1.1', 1, {}).expect(404);
      await equipe.patch('/organisations/%00', 1, {}).expect(404);
    });

    it('does not let the team change its own mandat', async () => {
      const [mandat] = (await personnes()).find(({ id }) => id === contrat.personnes.equipe)?.mandats ?? [];
      await equipe.patch(`/mandats/${mandat?.id}`, 1, { role: 'lecteur' }).expect(409);
      await equipe.delete(`/mandats/${mandat?.id}`, 1).expect(409);
    });

    it('gives no right beyond the days of a mandat', async () => {
      const delegue = await contrat.en('delegue');
      await sql(`update mandat set du = current_date + 2 where personne_id = $1`, [contrat.personnes.delegue]);
      await delegue.get(racine).expect(401);
    });
  });
});
