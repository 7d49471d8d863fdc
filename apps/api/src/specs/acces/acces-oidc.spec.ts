import type { INestApplication } from '@nestjs/common';
import type { DemandeAcces } from '@pleniere/acteurs/domain';
import { Base } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import request, { type Response } from 'supertest';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, MOT_DE_PASSE_TEST } from '../../testing';
import { CLIENT_OIDC, demarrerFournisseur, type FournisseurDeTest } from '../../testing/oidc/fournisseur-oidc';

describe('identity provider', () => {
  let app: INestApplication;
  let contrat: ContratDeTest;
  let equipe: Client;
  let fournisseur: FournisseurDeTest;

  beforeAll(async () => {
    // The provider reminds that its memory is short.
    for (const niveau of ['warn', 'info'] as const) jest.spyOn(console, niveau).mockReturnValue();
    fournisseur = await demarrerFournisseur();
    app = await demarrerApi({ ...CLIENT_OIDC, oidcDecouverte: fournisseur.decouverte });
  });
  beforeEach(async () => {
    contrat = await creerContrat(app);
    equipe = await contrat.en('equipe');
    fournisseur.tricherie = null;
    fournisseur.sub = randomUUID();
  });
  afterAll(async () => {
    await sql('delete from frein_connexion');
    await app.close();
    await fournisseur.fermer();
  });

  const appel = () => request(app.getHttpServer() as Server);
  const sql = (texte: string, valeurs: unknown[] = []) => app.get(Base).pool.query(texte, valeurs);
  const email = (personnage: string) => `${personnage.toLowerCase()}.${contrat.contratId.slice(0, 8)}@exemple.fr`;

  /** The provider knows whoever logs in under this address. */
  function connaitre(adresse: string, reste: object = {}): void {
    const identite = { given_name: 'Camille', usual_name: 'Perrin', email: adresse, ...reste };
    fournisseur.identites.set(fournisseur.sub ?? '', identite);
  }

  const cookieDe = ({ headers }: Response, nom: string) =>
    (headers['set-cookie'] as unknown as string[] | undefined)
      ?.findLast((cookie) => cookie.startsWith(`${nom}=`))
      ?.split(';')[0] ?? '';

  /** Leaves for the provider and comes back as far as the door. */
  async function allerRetour(retour = '') {
    const depart = await appel().get(`/api/v1/oidc/connexion${retour}`).expect(303);
    const porte = await fournisseur.naviguer(depart.headers['location'] ?? '');
    return { cookie: cookieDe(depart, 'pleniere_oidc'), porte };
  }

  const revenir = ({ porte, cookie }: { porte: URL; cookie: string }) =>
    appel()
      .get(porte.pathname + porte.search)
      .set('Cookie', cookie)
      .set('User-Agent', 'Firefox/140.0 (Windows NT 10.0)');

  /** The whole way; gives the answer of the door. */
  const entrer = async (retour = ''): Promise<Response> => revenir(await allerRetour(retour)).expect(303);
  const refus = ({ headers }: Response) => /[?&]refus=([\w-]+)$/.exec(headers['location'] ?? '')?.[1];

  /** Comes back unknown and asks to enter; gives the request as the team sees it. */
  async function demander(): Promise<DemandeAcces> {
    const cookie = cookieDe(await entrer(), 'pleniere_oidc');
    const saisie = { contratId: contrat.contratId, organisation: 'CAF Touraine', message: 'Je remplace M. Roy.' };
    await appel().post('/api/v1/oidc/demande').set('Cookie', cookie).send(saisie).expect(204);
    const { body } = await equipe.get(`/contrats/${contrat.contratId}/demandes-acces`).expect(200);
    return body[0];
  }
  const traiter = (demande: DemandeAcces, geste: string, corps: object) =>
    equipe.post(`/demandes-acces/${demande.id}/${geste}`, corps).set('If-Match', `"${demande.version}"`);
  const neuve = () => ({ fonction: 'Conseillère', organisationId: contrat.organisations.bailleur, role: 'lecteur' });

  describe('success', () => {
    it('leaves with a code challenge, a state and a nonce of more than 32 characters, and no trace of the verifier', async () => {
      const { headers } = await appel().get('/api/v1/oidc/connexion').expect(303);
      const parametres = new URL(headers['location'] ?? '').searchParams;
      expect(Object.fromEntries(parametres)).toMatchObject({
        response_type: 'code',
        code_challenge_method: 'S256',
        redirect_uri: 'https://pleniere.exemple.fr/api/v1/oidc/retour',
        scope: expect.stringContaining('siret'),
      });
      for (const nom of ['state', 'nonce', 'code_challenge']) {
        expect(parametres.get(nom)?.length).toBeGreaterThanOrEqual(32);
      }
      expect(String(headers['set-cookie'])).toMatch(/pleniere_oidc=[\w-]{43};.*HttpOnly; SameSite=Lax/);
    });

    it('opens the account of that address, links it, and comes back where one was going', async () => {
      connaitre(email('referentA').toUpperCase(), { siret: '213 702 616 00013' });
      const reponse = await entrer('?retour=/fiches/T1.1');
      expect(reponse.headers['location']).toBe('https://pleniere.exemple.fr/fiches/T1.1');
      const { body } = await appel()
        .get('/api/v1/session')
        .set('Cookie', cookieDe(reponse, 'pleniere_session'))
        .expect(200);
      expect(body).toMatchObject({ personne: { nom: 'Personne referentA' }, role: 'referent' });

      const { body: connexions } = await equipe.get(`/personnes/${contrat.personnes.referentA}/connexions`).expect(200);
      expect(connexions[0]).toMatchObject({
        resultat: 'reussie',
        moyen: 'fournisseur',
        appareil: 'Firefox sur Windows',
      });
      const { body: journal } = await equipe.get(`/contrats/${contrat.contratId}/journal`).expect(200);
      expect(journal[0]).toMatchObject({ champ: 'fournisseur', auteur: { nom: 'Personne referentA' } });
    });

    it('knows the identity again, even under another address, and keeps the password', async () => {
      connaitre(email('referentA'));
      await entrer();
      connaitre('camille.perrin@ailleurs.fr');
      expect(cookieDe(await entrer(), 'pleniere_session')).not.toBe('');
      await appel()
        .post('/api/v1/session')
        .send({ email: email('referentA'), motDePasse: MOT_DE_PASSE_TEST })
        .expect(201);
    });

    it('opens the account of somebody who has been invited and has chosen no password', async () => {
      const nouvelle = `${randomUUID()}@exemple.fr`;
      const { body: personne } = await equipe
        .post(`/contrats/${contrat.contratId}/personnes`, {
          nom: 'Nadia Petit',
          fonction: 'Référente',
          email: nouvelle,
        })
        .expect(201);
      await equipe
        .post(`/contrats/${contrat.contratId}/mandats`, {
          personneId: personne.id,
          organisationId: contrat.organisations.villeB,
          role: 'referent',
          du: '2026-01-01',
        })
        .expect(201);
      const { body: invitation } = await equipe.post(`/personnes/${personne.id}/invitation`).expect(201);
      connaitre(nouvelle);
      expect(cookieDe(await entrer(), 'pleniere_session')).not.toBe('');
      await appel().get(`/api/v1${invitation.lien}`).expect(404);
      const { body } = await equipe.get(`/personnes/${personne.id}/compte`).expect(200);
      expect(body).toMatchObject({ motDePasse: false, fournisseurLie: true, invitationExpire: null });
    });

    it('logs out of the provider too, with the token of the identity', async () => {
      connaitre(email('equipe'));
      const reponse = await entrer();
      const jeton = /=([^;]*)/.exec(cookieDe(reponse, 'XSRF-TOKEN'))?.[1] ?? '';
      const { body } = await appel()
        .delete('/api/v1/session')
        .set('Cookie', cookieDe(reponse, 'pleniere_session'))
        .set('X-XSRF-TOKEN', jeton)
        .expect(200);
      const sortie = new URL(body.suite);
      expect(sortie.searchParams.get('id_token_hint')?.split('.')).toHaveLength(3);
      expect(sortie.searchParams.get('post_logout_redirect_uri')).toBe('https://pleniere.exemple.fr/');
      expect((await fetch(sortie)).status).toBe(200);
    });

    it('turns somebody unknown into a request that the team accepts: a person, a mandat, a linked account', async () => {
      connaitre('camille.perrin@caf.fr', { siret: ' 213702616 00013 ' });
      const demande = await demander();
      expect(demande).toMatchObject({
        nom: 'Camille Perrin',
        email: 'camille.perrin@caf.fr',
        siret: '21370261600013',
        organisation: 'CAF Touraine',
        message: 'Je remplace M. Roy.',
        statut: 'en-attente',
        personneId: null,
      });
      const { body } = await traiter(demande, 'acceptation', neuve()).expect(200);
      expect(body).toMatchObject({ statut: 'acceptee', traiteePar: 'Personne equipe' });

      const reponse = await entrer();
      const { body: session } = await appel()
        .get('/api/v1/session')
        .set('Cookie', cookieDe(reponse, 'pleniere_session'))
        .expect(200);
      expect(session).toMatchObject({
        personne: { nom: 'Camille Perrin', fonction: 'Conseillère' },
        role: 'lecteur',
        organisation: { id: contrat.organisations.bailleur },
      });
    });

    it('tells the team by e-mail, then the person, once each', async () => {
      connaitre('camille.perrin@caf.fr');
      const demande = await demander();
      await traiter(demande, 'refus', { motif: 'Votre collègue a déjà un accès.' }).expect(200);
      const { body } = await equipe.get(`/contrats/${contrat.contratId}/courriels`).expect(200);
      expect(body.courriels).toMatchObject([
        { destinataire: { email: 'camille.perrin@caf.fr' }, objet: 'Votre demande d’accès' },
        { destinataire: { email: email('equipe') }, objet: 'Demande d’accès de Camille Perrin' },
      ]);
      const { body: courriel } = await equipe.get(`/courriels/${body.courriels[0].id}`).expect(200);
      expect(courriel.texte).toContain('Votre collègue a déjà un accès.');
    });

    it('accepts somebody as a person who is known already', async () => {
      connaitre(`${randomUUID()}@exemple.fr`);
      await sql('delete from compte where personne_id = $1', [contrat.personnes.delegue]);
      const demande = await demander();
      await traiter(demande, 'acceptation', { personneId: contrat.personnes.delegue }).expect(200);
      const { body: session } = await appel()
        .get('/api/v1/session')
        .set('Cookie', cookieDe(await entrer(), 'pleniere_session'))
        .expect(200);
      expect(session.personne.id).toBe(contrat.personnes.delegue);
    });

    it('manages without a SIRET', async () => {
      connaitre('camille.perrin@caf.fr', { siret: undefined });
      expect((await demander()).siret).toBeNull();
    });
  });

  describe('validation', () => {
    it('refuses another state, and the code is lost with it', async () => {
      connaitre(email('equipe'));
      const { cookie, porte } = await allerRetour();
      const vrai = porte.search;
      porte.searchParams.set('state', 'x'.repeat(43));
      expect(refus(await revenir({ cookie, porte }))).toBe('identite-refusee');
      porte.search = vrai;
      expect(refus(await revenir({ cookie, porte }))).toBe('demande-perdue');
    });

    it('refuses a return that has served', async () => {
      connaitre(email('equipe'));
      const trajet = await allerRetour();
      expect(cookieDe(await revenir(trajet), 'pleniere_session')).not.toBe('');
      expect(refus(await revenir(trajet))).toBe('demande-perdue');
    });

    it('refuses another nonce than the one that was sent', async () => {
      connaitre(email('equipe'));
      const trajet = await allerRetour();
      await sql(`update oidc_demande set nonce = 'un-autre-nonce-de-plus-de-trente-deux-signes'`);
      expect(refus(await revenir(trajet))).toBe('identite-refusee');
    });

    it('refuses a code without its verifier', async () => {
      connaitre(email('equipe'));
      const trajet = await allerRetour();
      await sql(`update oidc_demande set verificateur = 'un-autre-verificateur-de-plus-de-quarante-trois-signes'`);
      expect(refus(await revenir(trajet))).toBe('identite-refusee');
    });

    it.each(['sans-signature', 'autre-cle', 'autre-audience', 'expiree', 'autre-personne'] as const)(
      'refuses an identity that is %s',
      async (tricherie) => {
        connaitre(email('equipe'));
        const trajet = await allerRetour();
        fournisseur.tricherie = tricherie;
        const reponse = await revenir(trajet).expect(303);
        expect(refus(reponse)).toBe('identite-refusee');
        expect(cookieDe(reponse, 'pleniere_session')).toBe('');
      },
    );

    it.each([
      ['without code', ''],
      ['with an error of the provider', '?error=server_error&state=x'],
      ['with two states', '?state=a&state=b&code=c'],
      ['with a thousand characters', `?code=${'x'.repeat(1000)}`],
    ])('answers a page of ours to a return %s', async (_, parametres) => {
      const depart = await appel().get('/api/v1/oidc/connexion').expect(303);
      const reponse = await appel()
        .get(`/api/v1/oidc/retour${parametres}`)
        .set('Cookie', cookieDe(depart, 'pleniere_oidc'))
        .expect(303);
      expect(refus(reponse)).toBe('identite-refusee');
    });

    it('says that the person gave up', async () => {
      fournisseur.sub = null;
      expect(refus(await entrer())).toBe('identification-annulee');
    });

    it('says that the provider does not answer, or that there is none', async () => {
      const coupee = await demarrerApi({
        ...CLIENT_OIDC,
        oidcDecouverte: 'http://127.0.0.1:9/.well-known/openid-configuration',
      });
      const sans = await demarrerApi();
      const partir = async (autre: INestApplication) =>
        request(autre.getHttpServer() as Server)
          .get('/api/v1/oidc/connexion')
          .expect(303);
      expect(refus(await partir(coupee))).toBe('fournisseur-injoignable');
      expect(refus(await partir(sans))).toBe('fournisseur-absent');
      await request(sans.getHttpServer() as Server)
        .get('/api/v1/oidc')
        .expect(200, { libelle: null });
      await Promise.all([coupee.close(), sans.close()]);
    });

    it('asks once at a time, and needs a mandat to let a new person in', async () => {
      connaitre('camille.perrin@caf.fr');
      const demande = await demander();
      const cookie = cookieDe(await entrer(), 'pleniere_oidc');
      const saisie = { contratId: contrat.contratId, organisation: 'CAF', message: '' };
      await appel().post('/api/v1/oidc/demande').set('Cookie', cookie).send(saisie).expect(409);
      const { body } = await traiter(demande, 'acceptation', { fonction: 'Conseillère' }).expect(422);
      expect(body.detail).toBe('Donnez un mandat à la personne.');
    });

    it('answers a request once, from the version that was read', async () => {
      connaitre(`${randomUUID()}@caf.fr`);
      const demande = await demander();
      const reponses = await Promise.all([
        traiter(demande, 'refus', { motif: 'Non.' }),
        traiter(demande, 'acceptation', neuve()),
      ]);
      expect(reponses.map(({ status }) => status).sort()).toEqual([200, 412]);
    });

    it.each(['https://ailleurs.fr/', '//ailleurs.fr', '/\\ailleurs.fr'])('does not lead to %s', async (retour) => {
      connaitre(email('equipe'));
      const { headers } = await entrer(`?retour=${encodeURIComponent(retour)}`);
      expect(headers['location']).toBe('https://pleniere.exemple.fr/');
    });
  });

  describe('access', () => {
    it('gives no role to an identity that nobody has let in', async () => {
      connaitre('camille.perrin@caf.fr');
      const reponse = await entrer();
      expect(reponse.headers['location']).toBe('https://pleniere.exemple.fr/connexion/demande');
      expect(cookieDe(reponse, 'pleniere_session')).toBe('');
      await demander();
      expect(cookieDe(await entrer(), 'pleniere_session')).toBe('');
    });

    it('links no account by an address that the provider has not checked', async () => {
      connaitre(email('equipe'), { email_verified: false });
      expect((await entrer()).headers['location']).toBe('https://pleniere.exemple.fr/connexion/demande');
    });

    it('does not give an account that is linked to another identity of the same address', async () => {
      connaitre(email('equipe'));
      await entrer();
      fournisseur.sub = randomUUID();
      connaitre(email('equipe'));
      expect((await entrer()).headers['location']).toBe('https://pleniere.exemple.fr/connexion/demande');
    });

    it('lets nobody in once the mandat is over, and says so', async () => {
      connaitre(email('delegue'));
      await sql(`update mandat set au = '2025-01-01' where personne_id = $1`, [contrat.personnes.delegue]);
      const reponse = await entrer();
      expect(refus(reponse)).toBe('sans-mandat');
      expect(cookieDe(reponse, 'pleniere_session')).toBe('');
    });

    it('belongs to the browser that left', async () => {
      connaitre(email('equipe'));
      const { porte } = await allerRetour();
      const { cookie } = await allerRetour();
      expect(refus(await revenir({ porte, cookie: '' }))).toBe('demande-perdue');
      expect(refus(await revenir({ porte, cookie }))).toBe('identite-refusee');
    });

    it('shows the identity to its browser alone, and the requests to the team of the contrat alone', async () => {
      connaitre('camille.perrin@caf.fr');
      const cookie = cookieDe(await entrer(), 'pleniere_oidc');
      const { body } = await appel().get('/api/v1/oidc/identite').set('Cookie', cookie).expect(200);
      expect(body).toMatchObject({ nom: 'Camille Perrin', email: 'camille.perrin@caf.fr' });
      await appel().get('/api/v1/oidc/identite').expect(404);

      const demande = await demander();
      const autre = await (await creerContrat(app)).en('equipe');
      await autre.post(`/demandes-acces/${demande.id}/acceptation`, neuve()).set('If-Match', '"1"').expect(404);
    });
  });
});
