import type { INestApplication } from '@nestjs/common';
import { Base } from '@pleniere/shared/api';
import type { Server } from 'node:http';
import request, { type Response } from 'supertest';
import { creerContrat, demarrerApi, MOT_DE_PASSE_TEST, type ContratDeTest, type Personnage } from '../../testing';

describe('session', () => {
  let app: INestApplication;
  let contrat: ContratDeTest;

  beforeAll(async () => {
    app = await demarrerApi();
  });
  beforeEach(async () => {
    contrat = await creerContrat(app);
    await sql('delete from frein_connexion');
  });
  afterAll(async () => {
    await sql('delete from frein_connexion');
    await app.close();
  });

  const appel = () => request(app.getHttpServer() as Server);
  const sql = (texte: string, valeurs: unknown[] = []) => app.get(Base).pool.query(texte, valeurs);
  const emailDe = (personnage: Personnage) => `${personnage.toLowerCase()}.${contrat.contratId.slice(0, 8)}@exemple.fr`;
  const connecter = (personnage: Personnage, motDePasse = MOT_DE_PASSE_TEST) =>
    appel()
      .post('/api/v1/session')
      .send({ email: emailDe(personnage), motDePasse });

  /** The cookies that an answer sets, by name, with their attributes. */
  const cookiesDe = ({ headers }: Response) =>
    new Map((headers['set-cookie'] as unknown as string[]).map((cookie) => [cookie.split('=')[0], cookie]));
  const valeur = (cookie = '') => /^[^=]+=([^;]*)/.exec(cookie)?.[1] ?? '';

  /** Cookie and token of a new session of that person. */
  async function ouvrir(personnage: Personnage): Promise<{ cookie: string; jeton: string; secret: string }> {
    const cookies = cookiesDe(await connecter(personnage).expect(201));
    const secret = valeur(cookies.get('pleniere_session'));
    return { secret, cookie: `pleniere_session=${secret}`, jeton: valeur(cookies.get('XSRF-TOKEN')) };
  }

  describe('success', () => {
    it('tells the person who logs in what the screen needs', async () => {
      const { body } = await connecter('referentA').expect(201);
      expect(body).toMatchObject({
        personne: { id: contrat.personnes.referentA, nom: 'Personne referentA' },
        role: 'referent',
        organisation: { id: contrat.organisations.villeA, nom: 'Ville de Tours' },
        contrat: { id: contrat.contratId, anneeDebut: 2024, anneeFin: 2030, couleur: '#1d3f72' },
        demo: false,
      });
      expect(body.permissions).toContain('fiches.ecrire');
      expect(body.permissions).not.toContain('comptes.gerer');
    });

    it('closes the session cookie to scripts and leaves them the token', async () => {
      const cookies = cookiesDe(await connecter('equipe'));
      expect(cookies.get('pleniere_session')).toMatch(/; HttpOnly/);
      expect(cookies.get('pleniere_session')).toMatch(/; SameSite=Lax/);
      expect(cookies.get('XSRF-TOKEN')).not.toMatch(/HttpOnly/);
    });

    it('keeps the cookies to HTTPS and to this very host behind a TLS proxy', async () => {
      const securisee = await demarrerApi({ secureCookies: true });
      const ici = () => request(securisee.getHttpServer() as Server);
      const cookies = cookiesDe(
        await ici()
          .post('/api/v1/session')
          .send({ email: emailDe('equipe'), motDePasse: MOT_DE_PASSE_TEST }),
      );
      expect([...cookies.keys()]).toEqual(['__Host-pleniere_session', '__Host-XSRF-TOKEN']);
      for (const cookie of cookies.values()) {
        expect(cookie).toMatch(/; Path=\/;( HttpOnly;)? Secure;/);
        expect(cookie).not.toMatch(/; Domain/);
      }
      const secret = valeur(cookies.get('__Host-pleniere_session'));
      await ici().get('/api/v1/session').set('Cookie', `__Host-pleniere_session=${secret}`).expect(200);
      // A name that another host of the domain may set is not believed.
      await ici().get('/api/v1/session').set('Cookie', `pleniere_session=${secret}`).expect(204);
      await securisee.close();
    });

    it('ends thirty days after the login, however often it serves', async () => {
      const { cookie } = await ouvrir('equipe');
      const lire = () => appel().get('/api/v1/session').set('Cookie', cookie);
      const vieillir = (age: string) =>
        sql(
          `update session set creee_le = now() - $2::interval, vue_le = now() - interval '1 hour' where contrat_id = $1`,
          [contrat.contratId, age],
        );
      await vieillir('29 days 23 hours');
      await lire().expect(200);
      const { rows } = await sql(
        'select expire = creee_le + interval $$30 days$$ as bornee from session where contrat_id = $1',
        [contrat.contratId],
      );
      expect(rows).toEqual([{ bornee: true }]);
      await vieillir('30 days');
      await lire().expect(204);
    });

    it('accepts the address in capitals', async () => {
      await appel()
        .post('/api/v1/session')
        .send({ email: emailDe('equipe').toUpperCase(), motDePasse: MOT_DE_PASSE_TEST })
        .expect(201);
    });

    it('answers 204 to whoever is not logged in', async () => {
      await appel().get('/api/v1/session').expect(204);
      await appel()
        .get('/api/v1/session')
        .set('Cookie', `pleniere_session=${'a'.repeat(43)}`)
        .expect(204);
    });

    it('logs out: the same cookie opens nothing any more', async () => {
      const { cookie, jeton } = await ouvrir('equipe');
      await appel().delete('/api/v1/session').set('Cookie', cookie).set('X-XSRF-TOKEN', jeton).expect(204);
      await appel().get('/api/v1/session').set('Cookie', cookie).expect(204);
    });

    it('changes the password, closes the other sessions and keeps this one', async () => {
      const ici = await ouvrir('equipe');
      const ailleurs = await ouvrir('equipe');
      await appel()
        .put('/api/v1/session/mot-de-passe')
        .set('Cookie', ici.cookie)
        .set('X-XSRF-TOKEN', ici.jeton)
        .send({ ancien: MOT_DE_PASSE_TEST, nouveau: 'Rabière-2027-lilas' })
        .expect(204);
      await appel().get('/api/v1/session').set('Cookie', ici.cookie).expect(200);
      await appel().get('/api/v1/session').set('Cookie', ailleurs.cookie).expect(204);
      await connecter('equipe').expect(401);
      await connecter('equipe', 'Rabière-2027-lilas').expect(201);
    });
  });

  describe('life of a session', () => {
    it('gives a new secret at each login and closes the session that the browser held', async () => {
      const avant = await ouvrir('equipe');
      const cookies = cookiesDe(await connecter('equipe').set('Cookie', avant.cookie).expect(201));
      expect(valeur(cookies.get('pleniere_session'))).not.toBe(avant.secret);
      await appel().get('/api/v1/session').set('Cookie', avant.cookie).expect(204);
    });

    it('keeps no secret in the database', async () => {
      const { secret } = await ouvrir('equipe');
      const { rows } = await sql('select id from session where id = $1', [secret]);
      expect(rows).toEqual([]);
    });

    it('lasts twelve hours after the last request, and no longer', async () => {
      const { cookie } = await ouvrir('delegue');
      const dans = (duree: string) =>
        sql(
          `update session set expire = now() + $2::interval, vue_le = now() - interval '1 hour' where contrat_id = $1`,
          [contrat.contratId, duree],
        );
      await dans('1 minute');
      await appel().get('/api/v1/session').set('Cookie', cookie).expect(200);
      const { rows } = await sql(
        `select expire > now() + interval '11 hours 59 minutes' as prolongee from session where contrat_id = $1`,
        [contrat.contratId],
      );
      expect(rows).toEqual([{ prolongee: true }]);
      await dans('-1 second');
      await appel().get('/api/v1/session').set('Cookie', cookie).expect(204);
    });

    it('ends with the mandat', async () => {
      const { cookie } = await ouvrir('referentA');
      await sql(`update mandat set au = '2025-01-01' where personne_id = $1`, [contrat.personnes.referentA]);
      await appel().get(`/api/v1/contrats/${contrat.contratId}`).set('Cookie', cookie).expect(401);
      await connecter('referentA').expect(401);
    });
  });

  describe('validation', () => {
    it.each([
      ['an unknown field', { email: 'a@exemple.fr', motDePasse: 'x', admin: true }, '/admin'],
      ['a wrong type', { email: 12, motDePasse: 'x' }, '/email'],
      ['a list for a text', { email: 'a@exemple.fr', motDePasse: ['x'] }, '/motDePasse'],
      ['a missing password', { email: 'a@exemple.fr' }, '/motDePasse'],
      ['a text of 21,000 characters', { email: 'a@exemple.fr', motDePasse: 'x'.repeat(21_000) }, '/motDePasse'],
    ])('refuses %s with a pointer', async (_, corps, pointer) => {
      const { body } = await appel().post('/api/v1/session').send(corps).expect(400);
      expect(body.errors).toEqual([expect.objectContaining({ pointer })]);
    });

    it.each([
      ['malformed JSON', '{"email":', 400],
      ['a body of 2 MB', JSON.stringify({ email: 'x'.repeat(2_000_000) }), 413],
    ])('refuses %s', async (_, corps, status) => {
      const { body } = await appel()
        .post('/api/v1/session')
        .set('Content-Type', 'application/json')
        .send(corps)
        .expect(status)
        .expect('Content-Type', /problem\+json/);
      expect(body.title).toMatch(/^(La demande est mal formée|L’envoi est trop volumineux)/);
    });

    it.each(['court', 'aaaaaaaaaaaaaaaaaaaa', 'sansmajuscule9', 'Contrat-de-ville-2026!'])(
      'refuses the new password « %s » and says why',
      async (nouveau) => {
        const equipe = await contrat.en('equipe');
        const corps = { ancien: MOT_DE_PASSE_TEST, nouveau };
        const { body } = await equipe.put('/session/mot-de-passe', null, corps).expect(400);
        expect(body.errors).toEqual([{ pointer: '/nouveau', detail: expect.stringMatching(/mot/) }]);
      },
    );

    it('refuses a new password made of the place and of one’s name', async () => {
      const equipe = await contrat.en('equipe');
      for (const nouveau of ['Joué-lès-Tours-37!', 'Tours-Métropole-37!', 'Personne-Equipe-37!']) {
        const { body } = await equipe.put('/session/mot-de-passe', null, { ancien: MOT_DE_PASSE_TEST, nouveau });
        expect(body.errors).toEqual([{ pointer: '/nouveau', detail: expect.stringContaining('se devine') }]);
      }
    });

    it('refuses a change of password without the right current one', async () => {
      const equipe = await contrat.en('equipe');
      const corps = { ancien: 'Faux-2026-Sanitas!', nouveau: 'Rabière-2027-lilas' };
      const { body } = await equipe.put('/session/mot-de-passe', null, corps).expect(422);
      expect(body.errors).toEqual([{ pointer: '/ancien', detail: 'Ce n’est pas votre mot de passe actuel.' }]);
      await connecter('equipe').expect(201);
    });
  });

  describe('access', () => {
    it('gives one and the same answer whatever is wrong', async () => {
      await sql(`update mandat set au = '2025-01-01' where personne_id = $1`, [contrat.personnes.delegue]);
      await sql(`update compte set mot_de_passe = null, activation = $2 where personne_id = $1`, [
        contrat.personnes.lecteur,
        `jamais-${contrat.contratId}`,
      ]);
      const reponses = [
        await connecter('equipe', 'Faux-2026-Sanitas!'),
        await connecter('delegue'),
        await connecter('lecteur'),
        await appel().post('/api/v1/session').send({ email: 'personne@exemple.fr', motDePasse: MOT_DE_PASSE_TEST }),
      ];
      const vues = reponses.map(({ status, body }) => ({ status, ...body, instance: undefined }));
      expect(vues).toEqual(vues.map(() => vues[0]));
      expect(vues[0]).toMatchObject({ status: 401, title: 'Connexion refusée.' });
    });

    it('refuses a write without the token of the session, or with the token of another', async () => {
      const { cookie } = await ouvrir('equipe');
      const { jeton } = await ouvrir('equipe');
      const fermer = () => appel().delete('/api/v1/session').set('Cookie', cookie);
      await fermer().expect(403);
      await fermer().set('X-XSRF-TOKEN', jeton).expect(403);
      await appel().get('/api/v1/session').set('Cookie', cookie).expect(200);
    });

    it('refuses a login that another site sends', async () => {
      await connecter('equipe').set('Sec-Fetch-Site', 'cross-site').expect(403);
    });

    it('slows down whoever guesses, even with the right password at last', async () => {
      for (let essai = 0; essai < 5; essai++) await connecter('equipe', 'Faux-2026-Sanitas!').expect(401);
      const refus = await connecter('equipe').expect(429);
      expect(Number(refus.headers['retry-after'])).toBeGreaterThan(0);
      expect(Number(refus.headers['retry-after'])).toBeLessThanOrEqual(900);
      await connecter('delegue').expect(201);
    });

    it('counts attempts that are made at once', async () => {
      const essais = Array.from({ length: 12 }, () => connecter('equipe', 'Faux-2026-Sanitas!'));
      const statuts = (await Promise.all(essais)).map(({ status }) => status);
      expect(statuts.filter((status) => status === 401)).toHaveLength(5);
      expect(statuts.filter((status) => status === 429)).toHaveLength(7);
    });

    it('forgets the failures of whoever logs in', async () => {
      for (let tour = 0; tour < 2; tour++) {
        for (let essai = 0; essai < 4; essai++) await connecter('equipe', 'Faux-2026-Sanitas!').expect(401);
        await connecter('equipe').expect(201);
      }
    });

    it('slows down an address that tries many accounts', async () => {
      await connecter('equipe', 'Faux-2026-Sanitas!').expect(401);
      await sql(`update frein_connexion set points = 100 where key like 'adresse:%'`);
      await connecter('delegue').expect(429);
    });

    it('offers the demo accounts in demo mode only', async () => {
      await appel().get('/api/v1/demo/comptes').expect(404);
      const demo = await demarrerApi({ modeDemo: true });
      const { body } = await request(demo.getHttpServer() as Server)
        .get('/api/v1/demo/comptes')
        .expect(200);
      await demo.close();
      expect(body).toContainEqual(expect.objectContaining({ role: 'equipe', motDePasse: expect.any(String) }));
    });
  });
});
