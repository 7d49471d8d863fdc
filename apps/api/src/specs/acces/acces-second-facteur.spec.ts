import type { INestApplication } from '@nestjs/common';
import { Base } from '@pleniere/shared/api';
import type { Server } from 'node:http';
import { Secret, TOTP } from 'otpauth';
import request, { type Test } from 'supertest';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, MOT_DE_PASSE_TEST } from '../../testing';

const CLE = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';
const PERIODE = 30_000;

interface Installe {
  secret: string;
  codes: string[];
}

describe('second factor', () => {
  let app: INestApplication;
  let contrat: ContratDeTest;
  let equipe: Client;

  beforeAll(async () => {
    app = await demarrerApi({ cleSecrets: CLE });
  });
  beforeEach(async () => {
    contrat = await creerContrat(app);
    equipe = await contrat.en('equipe');
    await sql('delete from frein_connexion');
    // The middle of a period: a test never straddles two codes.
    jest.spyOn(Date, 'now').mockReturnValue(Math.floor(new Date().getTime() / PERIODE) * PERIODE + PERIODE / 2);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    await sql('delete from frein_connexion');
    await app.close();
  });

  const appel = () => request(app.getHttpServer() as Server);
  const sql = (texte: string, valeurs: unknown[] = []) => app.get(Base).pool.query(texte, valeurs);
  const email = () => `equipe.${contrat.contratId.slice(0, 8)}@exemple.fr`;
  const motDePasse = { motDePasse: MOT_DE_PASSE_TEST };

  /** The code of an authenticator, so many periods from now. */
  const codeDe = (secret: string, periodes = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + periodes * PERIODE });

  /** Sets up a second factor with the code of the last period; gives its secret and its recovery codes. */
  async function installer(): Promise<Installe> {
    const { body } = await equipe.post('/compte/second-facteur', motDePasse).expect(201);
    const { body: codes } = await equipe
      .put('/compte/second-facteur', null, { code: codeDe(body.secret, -1) })
      .expect(200);
    return { secret: body.secret, codes };
  }

  /** Types the password well; gives what carries the second step. */
  async function premiereEtape(): Promise<(code: string) => Test> {
    const { headers, body } = await appel()
      .post('/api/v1/session')
      .send({ email: email(), ...motDePasse })
      .expect(202);
    expect(body).toEqual({ secondFacteur: 'attendu' });
    const cookies = headers['set-cookie'] as unknown as string[];
    expect(cookies).toEqual([expect.stringMatching(/^pleniere_attente=[\w-]{43}; .*HttpOnly/)]);
    return (code) =>
      appel()
        .post('/api/v1/session/second-facteur')
        .set('Cookie', cookies[0]?.split(';')[0] ?? '')
        .send({ code });
  }

  const etat = async () => (await equipe.get('/compte').expect(200)).body.secondFacteur;

  describe('success', () => {
    it('is set up with a QR code, made active by a first code, and gives ten recovery codes', async () => {
      const { body } = await equipe.post('/compte/second-facteur', motDePasse).expect(201);
      expect(body.adresse).toContain(`otpauth://totp/Pl%C3%A9ni%C3%A8re:${encodeURIComponent(email())}`);
      expect(body.image).toMatch(/^data:image\/svg\+xml;base64,/);
      expect(await etat()).toEqual({ actifLe: null, codesRestants: 0 });

      const code = codeDe(body.secret);
      const { body: codes } = await equipe.put('/compte/second-facteur', null, { code }).expect(200);
      expect(new Set(codes).size).toBe(10);
      for (const secours of codes) expect(secours).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
      expect(await etat()).toEqual({ actifLe: expect.any(String), codesRestants: 10 });
    });

    it('is asked after the password, and no session is open before', async () => {
      const { secret } = await installer();
      const confirmer = await premiereEtape();
      const { body, headers } = await confirmer(codeDe(secret)).expect(201);
      expect(body.personne.nom).toBe('Personne equipe');
      expect(String(headers['set-cookie'])).toMatch(/pleniere_session=[\w-]{43}/);
    });

    it.each([-1, 1])('bears a clock that is %d period off', async (derive) => {
      const { secret } = await installer();
      // The code of the last period has served to set up.
      await sql('update second_facteur set dernier_pas = 0 where contrat_id = $1', [contrat.contratId]);
      await (await premiereEtape())(codeDe(secret, derive)).expect(201);
    });

    it('opens with a recovery code, once, dashes and capitals apart', async () => {
      const { codes } = await installer();
      const [code = ''] = codes;
      await (await premiereEtape())(code.replaceAll('-', ' ').toUpperCase()).expect(201);
      expect((await etat()).codesRestants).toBe(9);
      await (await premiereEtape())(code).expect(401);
    });

    it('gives new recovery codes, and the old ones are dead', async () => {
      const { secret, codes } = await installer();
      const preuve = { ...motDePasse, code: codeDe(secret) };
      const { body: neufs } = await equipe.post('/compte/second-facteur/codes', preuve).expect(201);
      expect(neufs).toHaveLength(10);
      await (await premiereEtape())(codes[0] ?? '').expect(401);
      await (await premiereEtape())(neufs[0]).expect(201);
    });

    it.each([
      ['a code of the moment', ({ secret }: Installe) => codeDe(secret)],
      ['a recovery code', ({ codes }: Installe) => codes[0] ?? ''],
    ])('is removed by its owner, with the password and %s', async (_, code) => {
      const preuve = { ...motDePasse, code: code(await installer()) };
      await equipe.post('/compte/second-facteur/retrait', preuve).expect(204);
      await appel()
        .post('/api/v1/session')
        .send({ email: email(), ...motDePasse })
        .expect(201);
    });

    it('is reset by the team for somebody who has lost it; the journal says so, and the sessions end', async () => {
      await installer();
      const { rows } = await sql(
        `insert into personne (contrat_id, nom, fonction, email) values ($1, 'Autre équipière', '', $2) returning id`,
        [contrat.contratId, `autre.${contrat.contratId}@exemple.fr`],
      );
      await sql(
        `insert into mandat (contrat_id, personne_id, organisation_id, role, du) values ($1, $2, $3, 'equipe', '2024-01-01')`,
        [contrat.contratId, rows[0].id, contrat.organisations.metropole],
      );
      await sql('update compte set personne_id = $2 where contrat_id = $1 and personne_id = $3', [
        contrat.contratId,
        rows[0].id,
        contrat.personnes.delegue,
      ]);
      const autre = await contrat.en('delegue');
      await autre.delete(`/personnes/${contrat.personnes.equipe}/second-facteur`, null).expect(204);
      await equipe.get('/compte').expect(401);
      const { body } = await autre.get(`/contrats/${contrat.contratId}/journal`).expect(200);
      expect(body[0]).toMatchObject({
        objet: 'compte',
        champ: 'secondFacteur',
        avant: 'actif',
        auteur: { nom: 'Autre équipière' },
      });
    });

    it('closes the other sessions when it becomes active', async () => {
      const ailleurs = await contrat.en('equipe');
      await installer();
      await ailleurs.get('/compte').expect(401);
      await equipe.get('/compte').expect(200);
    });

    it('is told in the log of connexions', async () => {
      const { secret } = await installer();
      const confirmer = await premiereEtape();
      await confirmer('000000').expect(401);
      await confirmer(codeDe(secret)).expect(201);
      const { body } = await equipe.get('/compte/connexions').expect(200);
      expect(body.slice(0, 2)).toMatchObject([
        { resultat: 'reussie', moyen: 'second-facteur' },
        { resultat: 'second-facteur-refuse' },
      ]);
    });
  });

  describe('validation', () => {
    it('takes no code twice, even at once', async () => {
      const { secret } = await installer();
      const [un, autre] = [await premiereEtape(), await premiereEtape()];
      const statuts = (await Promise.all([un(codeDe(secret)), autre(codeDe(secret))])).map(({ status }) => status);
      expect(statuts.sort()).toEqual([201, 401]);
      await (await premiereEtape())(codeDe(secret)).expect(401);
    });

    it('takes no code that served to set up', async () => {
      const { secret } = await installer();
      await (await premiereEtape())(codeDe(secret, -1)).expect(401);
    });

    it.each([-2, 2])('takes no code %d periods off', async (derive) => {
      const { secret } = await installer();
      await sql('update second_facteur set dernier_pas = 0 where contrat_id = $1', [contrat.contratId]);
      await (await premiereEtape())(codeDe(secret, derive)).expect(401);
    });

    it('stays inactive until a first code is right, and says what to do', async () => {
      await equipe.post('/compte/second-facteur', motDePasse).expect(201);
      const { body } = await equipe.put('/compte/second-facteur', null, { code: '000000' }).expect(422);
      expect(body.errors).toEqual([
        { pointer: '/code', detail: expect.stringContaining('l’heure de votre téléphone') },
      ]);
      await appel()
        .post('/api/v1/session')
        .send({ email: email(), ...motDePasse })
        .expect(201);
    });

    it.each(['', '/codes', '/retrait'])('asks for the password again: POST /compte/second-facteur%s', async (suite) => {
      const { body } = await equipe.post(`/compte/second-facteur${suite}`, { motDePasse: 'Faux' }).expect(422);
      expect(body.errors).toEqual([{ pointer: '/motDePasse', detail: 'Ce n’est pas votre mot de passe.' }]);
    });

    it.each(['/codes', '/retrait'])('asks for itself too once active: POST /compte/second-facteur%s', async (suite) => {
      await installer();
      for (const code of [undefined, '000000']) {
        const { body } = await equipe.post(`/compte/second-facteur${suite}`, { ...motDePasse, code }).expect(422);
        expect(body.errors).toEqual([{ pointer: '/code', detail: expect.stringContaining('code de secours') }]);
      }
      expect((await etat()).codesRestants).toBe(10);
    });

    it('is not replaced by another while it is active', async () => {
      await installer();
      await equipe.post('/compte/second-facteur', motDePasse).expect(409);
      await equipe.put('/compte/second-facteur', null, { code: '123456' }).expect(409);
    });
  });

  describe('asked by the contrat', () => {
    const exiger = async (oui = true) => {
      await sql('update contrat set second_facteur_exige = $2 where id = $1', [contrat.contratId, oui]);
    };
    /** A session opened by the password, of somebody of the contrat. */
    async function entrer(
      personnage: 'equipe' | 'referentA',
    ): Promise<{ du: boolean; appeler: (chemin: string) => Test }> {
      const adresse = `${personnage.toLowerCase()}.${contrat.contratId.slice(0, 8)}@exemple.fr`;
      const { headers, body } = await appel()
        .post('/api/v1/session')
        .send({ email: adresse, ...motDePasse })
        .expect(201);
      const cookies = (headers['set-cookie'] as unknown as string[]).map((cookie) => cookie.split(';')[0]).join('; ');
      return { du: body.secondFacteurDu, appeler: (chemin) => appel().get(`/api/v1${chemin}`).set('Cookie', cookies) };
    }

    it('opens nothing but its setting up to whoever has none, and everything once it is active', async () => {
      await equipe.patch(`/contrats/${contrat.contratId}`, 1, { secondFacteurExige: true }).expect(200);
      const { body } = await equipe.get(`/contrats/${contrat.contratId}/fiches`).expect(403);
      expect(body.type).toBe('/problemes/second-facteur-du');
      const { body: session } = await equipe.get('/session').expect(200);
      expect(session.secondFacteurDu).toBe(true);
      await installer();
      await equipe.get(`/contrats/${contrat.contratId}/fiches`).expect(200);
    });

    it('is due at the next log-in, from the roles that decide alone', async () => {
      await exiger();
      const { du, appeler } = await entrer('equipe');
      expect(du).toBe(true);
      await appeler('/compte').expect(200);
      await appeler('/compte/connexions').expect(403);
      expect((await entrer('referentA')).du).toBe(false);
      await exiger(false);
      expect((await entrer('equipe')).du).toBe(false);
    });

    it('is not removed', async () => {
      const { secret } = await installer();
      await exiger();
      const preuve = { ...motDePasse, code: codeDe(secret) };
      await equipe.post('/compte/second-facteur/retrait', preuve).expect(409);
    });
  });

  describe('access', () => {
    it('keeps the secret sealed, and the recovery codes as hashes', async () => {
      const { secret, codes } = await installer();
      const { rows } = await sql(
        `select string_agg(s::text || k::text, ' ') as tout from second_facteur s
         join code_secours k on (k.contrat_id, k.compte_id) = (s.contrat_id, s.compte_id) where s.contrat_id = $1`,
        [contrat.contratId],
      );
      expect(rows[0].tout).not.toContain(secret);
      for (const code of codes) expect(rows[0].tout).not.toContain(code.replaceAll('-', ''));
    });

    it('waits ten minutes, in the browser that typed the password alone', async () => {
      const { secret } = await installer();
      await appel()
        .post('/api/v1/session/second-facteur')
        .send({ code: codeDe(secret) })
        .expect(401);
      const confirmer = await premiereEtape();
      await sql('update connexion_attente set expire = now() where contrat_id = $1', [contrat.contratId]);
      const { body } = await confirmer(codeDe(secret)).expect(401);
      expect(body.type).toBe('/problemes/attente-perdue');
    });

    it('slows down whoever guesses, from any address and after any password', async () => {
      const { secret } = await installer();
      for (let essai = 0; essai < 5; essai++) await (await premiereEtape())('000000').expect(401);
      await (await premiereEtape())(codeDe(secret)).expect(429);
    });

    it('is not reset by oneself, nor across contrats', async () => {
      const autre = await creerContrat(app);
      await equipe.delete(`/personnes/${contrat.personnes.equipe}/second-facteur`, null).expect(409);
      await equipe.delete(`/personnes/${autre.personnes.equipe}/second-facteur`, null).expect(404);
    });
  });
});
