import type { INestApplication } from '@nestjs/common';
import { Base } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import request from 'supertest';
import { type Client, creerContrat, demarrerApi, MOT_DE_PASSE_TEST, type ContratDeTest } from '../../testing';

describe('accounts and journal', () => {
  let app: INestApplication;
  let contrat: ContratDeTest;
  let equipe: Client;

  beforeAll(async () => {
    app = await demarrerApi();
  });
  beforeEach(async () => {
    contrat = await creerContrat(app);
    equipe = await contrat.en('equipe');
    await sql('delete from frein_connexion');
  });
  afterAll(async () => {
    await sql('delete from frein_connexion');
    await app.close();
  });

  const appel = () => request(app.getHttpServer() as Server);
  const sql = (texte: string, valeurs: unknown[] = []) => app.get(Base).pool.query(texte, valeurs);
  const connecter = (email: string, motDePasse: string) => appel().post('/api/v1/session').send({ email, motDePasse });

  /** A new person with a mandat, and no account yet. */
  async function nouvellePersonne(email: string | null = `${randomUUID()}@exemple.fr`) {
    const saisie = { nom: 'Camille Perrin', fonction: 'Cheffe de projet', email };
    const { body } = await equipe.post(`/contrats/${contrat.contratId}/personnes`, saisie).expect(201);
    const mandat = {
      personneId: body.id,
      organisationId: contrat.organisations.villeA,
      role: 'referent',
      du: '2026-01-01',
    };
    await equipe.post(`/contrats/${contrat.contratId}/mandats`, mandat).expect(201);
    return body as { id: string; email: string; version: number };
  }

  async function lienPour(id: string): Promise<string> {
    const { body } = await equipe.post(`/personnes/${id}/invitation`).expect(201);
    expect(body.lien).toMatch(/^\/activation\/[\w-]{43}$/);
    return `/api/v1${body.lien}`;
  }

  const compteDe = async (id: string) => {
    const { body } = await equipe.get(`/contrats/${contrat.contratId}/personnes`).expect(200);
    return (body as { id: string; compte: string }[]).find((personne) => personne.id === id)?.compte;
  };

  describe('success', () => {
    it('invites a person, who chooses a password and logs in', async () => {
      const { id, email } = await nouvellePersonne();
      expect(await compteDe(id)).toBe('aucun');
      const lien = await lienPour(id);
      expect(await compteDe(id)).toBe('invite');

      await appel().get(lien).expect(200, { nom: 'Camille Perrin', email });
      await appel().post(lien).send({ motDePasse: 'Lilas-2026-Sanitas' }).expect(204);
      expect(await compteDe(id)).toBe('actif');
      const { body } = await connecter(email, 'Lilas-2026-Sanitas').expect(201);
      expect(body.role).toBe('referent');
    });

    it('sends the link to the person, and again with another link', async () => {
      const { id, email } = await nouvellePersonne();
      const { body: premier } = await equipe.post(`/personnes/${id}/invitation`).expect(201);
      const { body: second } = await equipe.post(`/personnes/${id}/invitation`).expect(201);
      expect(premier).toMatchObject({ envoyee: false, expire: expect.any(String) });
      const { body } = await equipe.get(`/contrats/${contrat.contratId}/courriels`).expect(200);
      expect(body.courriels).toMatchObject([
        { destinataire: { nom: 'Camille Perrin', email }, objet: 'Votre accès au contrat de ville' },
        { destinataire: { email } },
      ]);
      const textes = await Promise.all(
        (body.courriels as { id: string }[]).map(
          async (courriel) => (await equipe.get(`/courriels/${courriel.id}`).expect(200)).body.texte as string,
        ),
      );
      expect(textes[0]).toContain(`:4300${second.lien}`);
      expect(textes[1]).toContain(`:4300${premier.lien}`);
      expect(textes[0]).toContain('Personne equipe vous ouvre l’espace de travail');
    });

    it('tells the team until when a link is good, and how the account stands', async () => {
      const { id, email } = await nouvellePersonne();
      await equipe.get(`/personnes/${id}/compte`).expect(404);
      const { body: invitation } = await equipe.post(`/personnes/${id}/invitation`).expect(201);
      const { body: compte } = await equipe.get(`/personnes/${id}/compte`).expect(200);
      expect(compte).toMatchObject({ email, motDePasse: false, sessions: 0, derniereConnexion: null });
      expect(new Date(compte.invitationExpire)).toEqual(new Date(invitation.expire));

      await appel().post(`/api/v1${invitation.lien}`).send({ motDePasse: 'Lilas-2026-Sanitas' }).expect(204);
      await connecter(email, 'Lilas-2026-Sanitas').expect(201);
      const { body: ouvert } = await equipe.get(`/personnes/${id}/compte`).expect(200);
      expect(ouvert).toMatchObject({ motDePasse: true, invitationExpire: null, sessions: 1 });
      expect(ouvert.derniereConnexion).not.toBeNull();
    });

    it('renews a link: the old one is dead, the password stands until the new one is used', async () => {
      const { id, email } = await nouvellePersonne();
      const premier = await lienPour(id);
      await appel().post(premier).send({ motDePasse: 'Lilas-2026-Sanitas' }).expect(204);
      const second = await lienPour(id);
      const troisieme = await lienPour(id);
      await appel().get(second).expect(404);
      await connecter(email, 'Lilas-2026-Sanitas').expect(201);
      await appel().post(troisieme).send({ motDePasse: 'Muguet-2027-Europe' }).expect(204);
      await connecter(email, 'Lilas-2026-Sanitas').expect(401);
      await connecter(email, 'Muguet-2027-Europe').expect(201);
    });

    it('closes an account with its sessions', async () => {
      const delegue = await contrat.en('delegue');
      await equipe.delete(`/personnes/${contrat.personnes.delegue}/compte`, null).expect(204);
      await delegue.get(`/contrats/${contrat.contratId}`).expect(401);
      expect(await compteDe(contrat.personnes.delegue)).toBe('aucun');
    });

    it('lets the account follow the address of the person', async () => {
      const personne = await nouvellePersonne();
      await appel()
        .post(await lienPour(personne.id))
        .send({ motDePasse: 'Lilas-2026-Sanitas' })
        .expect(204);
      const email = `${randomUUID()}@exemple.fr`;
      await equipe.patch(`/personnes/${personne.id}`, personne.version, { email }).expect(200);
      await connecter(email, 'Lilas-2026-Sanitas').expect(201);
      await connecter(personne.email, 'Lilas-2026-Sanitas').expect(401);
    });

    it('tells the journal who did what, newest first, without any secret', async () => {
      const { id, email } = await nouvellePersonne();
      const lien = await lienPour(id);
      await appel().post(lien).send({ motDePasse: 'Lilas-2026-Sanitas' }).expect(204);
      const { body } = await equipe.get(`/contrats/${contrat.contratId}/journal`).expect(200);
      expect(body).toMatchObject([
        { objet: 'compte', champ: 'motDePasse', auteur: { id, nom: 'Camille Perrin' }, avant: null, apres: null },
        { objet: 'compte', champ: 'invitation', auteur: { nom: 'Personne equipe' }, apres: email },
        { objet: 'mandat', apres: { role: 'referent', personneId: id } },
        { objet: 'personne', objetId: id, apres: { nom: 'Camille Perrin' } },
      ]);
      expect(JSON.stringify(body)).not.toContain('Lilas');
    });

    it('gives the journal by pages of a hundred, and of one fiche', async () => {
      const ficheId = randomUUID();
      await sql(
        `insert into journal (contrat_id, auteur, objet, objet_id, fiche_id)
         select $1, 'Quelqu’un', 'fiche', 'n' || n, case when n % 2 = 0 then $2::uuid end from generate_series(1, 150) n`,
        [contrat.contratId, ficheId],
      );
      const lire = async (filtre = '') =>
        (await equipe.get(`/contrats/${contrat.contratId}/journal${filtre}`).expect(200)).body as {
          id: string;
          objetId: string;
        }[];
      const premiere = await lire();
      const seconde = await lire(`?avant=${premiere.at(-1)?.id}`);
      expect([premiere.length, seconde.length]).toEqual([100, 50]);
      expect([premiere[0]?.objetId, seconde.at(-1)?.objetId]).toEqual(['n150', 'n1']);
      expect(await lire(`?fiche=${ficheId}`)).toHaveLength(75);
    });
  });

  describe('validation', () => {
    it.each(['used', 'expired', 'unknown'])('refuses a link that is %s', async (etat) => {
      const { id } = await nouvellePersonne();
      let lien = await lienPour(id);
      if (etat === 'used') await appel().post(lien).send({ motDePasse: 'Lilas-2026-Sanitas' }).expect(204);
      if (etat === 'expired') await sql(`update compte set activation_expire = now() where personne_id = $1`, [id]);
      if (etat === 'unknown') lien = `/api/v1/activation/${'x'.repeat(43)}`;
      await appel().get(lien).expect(404);
      const { body } = await appel().post(lien).send({ motDePasse: 'Muguet-2027-Europe' }).expect(404);
      expect(body.title).toBe('Ce lien d’activation ne sert plus.');
    });

    it('lets one link open one account once, even when it is used twice at once', async () => {
      const { id } = await nouvellePersonne();
      const lien = await lienPour(id);
      const essais = ['Lilas-2026-Sanitas', 'Muguet-2027-Europe'].map((motDePasse) =>
        appel().post(lien).send({ motDePasse }),
      );
      const statuts = (await Promise.all(essais)).map(({ status }) => status);
      expect(statuts.sort()).toEqual([204, 404]);
    });

    it('refuses a weak password and leaves the link usable', async () => {
      const { id } = await nouvellePersonne();
      const lien = await lienPour(id);
      const { body } = await appel().post(lien).send({ motDePasse: 'motdepasse' }).expect(400);
      expect(body.errors[0].pointer).toBe('/motDePasse');
      await appel().get(lien).expect(200);
    });

    it('needs the address of the person', async () => {
      const { id } = await nouvellePersonne(null);
      const { body } = await equipe.post(`/personnes/${id}/invitation`).expect(422);
      expect(body.detail).toBe('Renseignez d’abord l’adresse électronique de cette personne.');
    });

    it('refuses an address that opens an account elsewhere', async () => {
      const autre = await creerContrat(app);
      const prise = `equipe.${autre.contratId.slice(0, 8)}@exemple.fr`;
      const { id } = await nouvellePersonne(prise);
      await equipe.post(`/personnes/${id}/invitation`).expect(409);
    });

    it('keeps the address of a person who has an account', async () => {
      const { id, version } = await nouvellePersonne();
      await lienPour(id);
      await equipe.patch(`/personnes/${id}`, version, { email: null }).expect(409);
    });

    it.each(['?avant=hier', '?fiche=T1.1', '?tri=auteur'])('refuses the journal filter %s', async (filtre) => {
      await equipe.get(`/contrats/${contrat.contratId}/journal${filtre}`).expect(400);
    });
  });

  describe('access', () => {
    it('does not let one close one’s own account', async () => {
      await equipe.delete(`/personnes/${contrat.personnes.equipe}/compte`, null).expect(409);
    });

    it('knows nobody of another contrat', async () => {
      const autre = await creerContrat(app);
      await equipe.post(`/personnes/${autre.personnes.referentA}/invitation`).expect(404);
      await equipe.delete(`/personnes/${autre.personnes.referentA}/compte`, null).expect(404);
      await connecter(`referenta.${autre.contratId.slice(0, 8)}@exemple.fr`, MOT_DE_PASSE_TEST).expect(201);
    });

    it('shows nothing of the journal of another contrat', async () => {
      const autre = await creerContrat(app);
      await (
        await autre.en('equipe')
      )
        .post(`/contrats/${autre.contratId}/enjeux`, {
          type: 'transversal',
          numero: 2,
          intitule: 'Égalité',
          couleur: '#123456',
        })
        .expect(201);
      await equipe.get(`/contrats/${contrat.contratId}/journal`).expect(200, []);
    });

    it('never changes what the journal holds', async () => {
      await nouvellePersonne();
      await expect(sql('update journal set auteur = $1', ['personne'])).rejects.toThrow('permission denied');
      await expect(sql('delete from journal')).rejects.toThrow('permission denied');
    });
  });
});
