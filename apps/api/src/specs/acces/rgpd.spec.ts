import type { INestApplication } from '@nestjs/common';
import { Purges } from '@pleniere/acces/api';
import type { DonneesPersonnelles, EntreeJournal, ExportPersonne } from '@pleniere/acces/domain';
import { Base } from '@pleniere/shared/api';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, poserFiche } from '../../testing';

const NOM = 'Personne referentA';
const LIBELLE = 'Référent, Ville de Tours';

describe('personal data', () => {
  let app: INestApplication;
  let contrat: ContratDeTest;
  let equipe: Client;

  beforeAll(async () => {
    app = await demarrerApi();
  });
  beforeEach(async () => {
    contrat = await creerContrat(app);
    equipe = await contrat.en('equipe');
  });
  afterAll(() => app.close());

  const sql = async <T extends object>(texte: string, valeurs: unknown[] = [contrat.contratId]): Promise<T[]> =>
    (await app.get(Base).pool.query<T>(texte, valeurs)).rows;
  const effacer = (personne: keyof ContratDeTest['personnes'], client = equipe) =>
    client.post(`/personnes/${contrat.personnes[personne]}/effacement`);
  const donnees = async (client = equipe): Promise<DonneesPersonnelles> =>
    (await client.get(`/contrats/${contrat.contratId}/donnees-personnelles`).expect(200)).body;
  const regler = (version: number, durees: object, client = equipe) =>
    client.put(`/contrats/${contrat.contratId}/donnees-personnelles`, version, durees);
  const DUREES = { connexions: 6, courriels: 1, notifications: 1, demandes: 1 };
  const purger = () => app.get(Purges, { strict: false }).purger();

  /** The référent has written, spoken, and been written to. */
  async function vivre(): Promise<{ ficheId: string; referent: Client }> {
    const ficheId = await poserFiche(app, contrat, { statut: 'brouillon' });
    const referent = await contrat.en('referentA');
    const action = { titre: 'Café', description: '', pilote: '', echeance: null, statut: 'en-cours' };
    const reste = { niveauParticipation: 'consultation', etapes: [], refDauphin: '' };
    await referent.post(`/fiches/${ficheId}/actions`, { ...action, ...reste }).expect(201);
    await referent
      .post(`/fiches/${ficheId}/fils`, { texte: 'Que dit la CAF ?', visibilite: 'tous', champ: 'contexte' })
      .expect(201);
    await equipe.post(`/personnes/${contrat.personnes.referentA}/invitation`).expect(201);
    return { ficheId, referent };
  }

  describe('success', () => {
    it('gives somebody everything that is kept of them, less the secrets', async () => {
      const { referent } = await vivre();
      const { body } = await referent
        .get('/compte/donnees')
        .expect(200)
        .expect('Content-Disposition', /\.json"/);
      const { rubriques } = body as ExportPersonne;
      const noms = rubriques.map(({ nom }) => nom);
      expect(noms).toEqual(
        expect.arrayContaining(['personne', 'session', 'compte', 'mandat', 'fil_message', 'journal']),
      );
      const texte = JSON.stringify(body);
      expect(texte).toContain('Que dit la CAF');
      expect(texte).not.toContain('argon2');
      for (const secret of ['mot_de_passe', 'jeton_csrf', '"activation"']) expect(texte).not.toContain(secret);
      const { text } = await referent
        .get('/compte/donnees?format=csv')
        .expect(200)
        .expect('Content-Type', /text\/csv/);
      expect(text).toContain('"fil_message";"1";"texte";"Que dit la CAF ?"');
    });

    it('erases a person everywhere: what they did stays, under their part and their organisation', async () => {
      const { ficheId, referent } = await vivre();
      const email = `referenta.${contrat.contratId.slice(0, 8)}@exemple.fr`;
      expect((await effacer('referentA').expect(200)).body).toEqual({ libelle: LIBELLE });
      await referent.get('/session').expect(({ status, body }) => {
        if (status === 200 && body?.personne) throw new Error('the session is still open');
      });
      const [personne] = await sql('select nom, fonction, email from personne where id = $1', [
        contrat.personnes.referentA,
      ]);
      expect(personne).toEqual({ nom: LIBELLE, fonction: '', email: null });

      const lus = [
        `/fiches/${ficheId}/dialogue`,
        `/contrats/${contrat.contratId}/personnes`,
        `/contrats/${contrat.contratId}/journal`,
        `/contrats/${contrat.contratId}/courriels`,
        `/contrats/${contrat.contratId}/tableau-de-bord`,
        `/fiches/${ficheId}`,
      ];
      for (const adresse of lus) {
        const { text } = await equipe.get(adresse);
        expect({ adresse, dit: text.includes(NOM) || text.includes(email) }).toEqual({ adresse, dit: false });
      }
      const { body: journal } = await equipe.get(`/contrats/${contrat.contratId}/journal`).expect(200);
      const auteurs = (journal as EntreeJournal[]).map(({ auteur }) => auteur.nom);
      expect(auteurs).toContain(LIBELLE);
    });

    it('keeps no trace of the name outside the journal, which never changes', async () => {
      await vivre();
      await effacer('referentA').expect(200);
      const tables = await sql<{ nom: string }>(
        `select quote_ident(relname) as nom from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'public' and relkind = 'r' and relname not in ('journal', 'migrations')
           and exists (select from pg_attribute a where a.attrelid = c.oid and attname = 'contrat_id')`,
        [],
      );
      for (const { nom } of tables) {
        const lignes = await sql(`select from ${nom} t where contrat_id = $1 and t::text like $2`, [
          contrat.contratId,
          `%${NOM}%`,
        ]);
        expect({ nom, lignes: lignes.length }).toEqual({ nom, lignes: 0 });
      }
      expect(
        await sql(`select from journal where contrat_id = $1 and auteur = $2`, [contrat.contratId, NOM]),
      ).not.toEqual([]);
    });

    it('no longer names the absent colleague in whose place somebody acted', async () => {
      const [equipe_, autre] = [contrat.personnes.equipe, contrat.personnes.referentA];
      await sql(
        `insert into journal (contrat_id, personne_id, auteur, objet, objet_id)
         values ($1, $2, 'Claire, par délégation de ${NOM}', 'fiche', 'x')`,
        [contrat.contratId, equipe_],
      );
      expect(autre).toBeDefined();
      await effacer('referentA').expect(200);
      const { body } = await equipe.get(`/contrats/${contrat.contratId}/journal?objet=fiche`).expect(200);
      expect(body[0].auteur.nom).toBe(`Claire, par délégation de ${LIBELLE}`);
    });

    it('deletes what is older than the contrat keeps, and says how much', async () => {
      const { personneId, cle } = { personneId: contrat.personnes.lecteur, cle: [contrat.contratId] };
      await sql(
        `insert into connexion (contrat_id, personne_id, quand, resultat, moyen, appareil, reseau)
         select $1, $2, now() - make_interval(months => m), 'reussie', 'mot-de-passe', 'Firefox', '' from unnest(array[5, 7, 13]) m`,
        [...cle, personneId],
      );
      await sql(
        `insert into courriel (contrat_id, cle, nom, email, objet, texte, statut, cree_le)
         select $1, 'c' || m, 'Ada', 'ada@exemple.fr', 'Objet', 'Bonjour Ada', 'retenu', now() - make_interval(months => m)
         from unnest(array[0, 2, 7]) m`,
      );
      await purger();
      expect((await donnees()).purges.map(({ quoi, nombre }) => [quoi, nombre]).sort()).toEqual([
        ['connexions', 1],
        ['courriels', 1],
      ]);
      await regler(1, DUREES).expect(200);
      await purger();
      expect(await sql('select from connexion where contrat_id = $1')).toHaveLength(1);
      expect(await sql(`select from courriel where contrat_id = $1 and texte = 'Bonjour Ada'`)).toHaveLength(1);
      await purger();
      expect((await donnees()).purges).toHaveLength(4);
    });

    it('sets how long personal data is kept, from the version that was read', async () => {
      const usuelles = { version: 1, connexions: 12, courriels: 6, notifications: 3, demandes: 6 };
      expect((await donnees()).conservation).toEqual(usuelles);
      expect((await regler(1, DUREES).expect(200)).body).toEqual({ version: 2, ...DUREES });
      await regler(1, DUREES).expect(412);
      await regler(2, { ...DUREES, demandes: 2 }).expect(200);
      expect((await donnees()).conservation).toMatchObject({ version: 3, demandes: 2 });
    });
  });

  describe('validation', () => {
    it('refuses a duration outside the limits of the law, or none', async () => {
      await regler(1, { ...DUREES, connexions: 24 }).expect(400);
      await regler(1, { ...DUREES, courriels: 0 }).expect(400);
      await regler(1, {}).expect(400);
      await equipe.get('/compte/donnees?format=pdf').expect(400);
    });

    it('does not erase the last account of the team, nor anybody twice', async () => {
      await effacer('equipe').expect(409);
      await sql(`update mandat set role = 'equipe' where personne_id = $1`, [contrat.personnes.referentB]);
      const autre = await contrat.en('referentB');
      await effacer('lecteur').expect(200);
      await effacer('lecteur').expect(409);
      await effacer('equipe', autre).expect(200);
    });
  });

  describe('access', () => {
    it('leaves the purges and the settings to the team', async () => {
      await sql(`insert into purge (contrat_id, quoi, nombre) values ($1, 'connexions', 3)`);
      const lecteur = await contrat.en('lecteur');
      expect((await donnees(lecteur)).purges).toEqual([]);
      await regler(1, DUREES, lecteur).expect(403);
    });

    it('lets nobody but the team take or erase what is kept of another, nor the team of another contrat', async () => {
      const referent = await contrat.en('referentA');
      await referent.get(`/personnes/${contrat.personnes.lecteur}/donnees`).expect(403);
      await effacer('lecteur', referent).expect(403);
      const ailleurs = await (await creerContrat(app)).en('equipe');
      await effacer('lecteur', ailleurs).expect(404);
      await ailleurs.get(`/personnes/${contrat.personnes.lecteur}/donnees`).expect(404);
    });

    it('gives the team neither the notes of the State nor the avis that it has not given', async () => {
      const ficheId = await poserFiche(app, contrat, { statut: 'avis' });
      const delegue = await contrat.en('delegue');
      await delegue.post(`/fiches/${ficheId}/notes`, { texte: 'Vu sur place', champ: 'contexte' }).expect(201);
      await sql(
        `insert into avis (contrat_id, fiche_id, revision, personne_id, auteur, texte) values ($1, $2, 1, $3, 'D', 'Projet secret')`,
        [contrat.contratId, ficheId, contrat.personnes.delegue],
      );
      const { text } = await equipe.get(`/personnes/${contrat.personnes.delegue}/donnees`).expect(200);
      expect(text).not.toMatch(/Vu sur place|Projet secret/);
    });
  });
});
