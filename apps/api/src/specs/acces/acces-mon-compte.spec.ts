import type { INestApplication } from '@nestjs/common';
import type { Connexion, SessionListee } from '@pleniere/acces/domain';
import { Purges } from '@pleniere/acces/api';
import { Base } from '@pleniere/shared/api';
import type { Server } from 'node:http';
import request, { type Test } from 'supertest';
import { type ContratDeTest, creerContrat, demarrerApi, MOT_DE_PASSE_TEST, type Personnage } from '../../testing';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1';

/** A browser that is logged in. */
interface Navigateur {
  get: (chemin: string) => Test;
  delete: (chemin: string) => Test;
  post: (chemin: string, corps: object) => Test;
}

const PREUVE = { motDePasse: MOT_DE_PASSE_TEST };

describe('my account', () => {
  let app: INestApplication;
  let contrat: ContratDeTest;

  beforeAll(async () => {
    app = await demarrerApi({ trustedProxies: 1 });
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
  const connecter = (personnage: Personnage, motDePasse = MOT_DE_PASSE_TEST, agent = FIREFOX) =>
    appel()
      .post('/api/v1/session')
      .set('User-Agent', agent)
      .set('X-Forwarded-For', '203.0.113.77')
      .send({ email: emailDe(personnage), motDePasse });

  async function ouvrir(personnage: Personnage, agent = FIREFOX): Promise<Navigateur> {
    const { headers } = await connecter(personnage, MOT_DE_PASSE_TEST, agent).expect(201);
    const cookies = (headers['set-cookie'] as unknown as string[]).map((cookie) => cookie.split(';')[0] ?? '');
    const jeton = cookies.find((cookie) => cookie.startsWith('XSRF'))?.split('=')[1] ?? '';
    const appeler = (methode: 'get' | 'delete' | 'post') => (chemin: string) =>
      appel()[methode](`/api/v1${chemin}`).set('Cookie', cookies.join('; ')).set('X-XSRF-TOKEN', jeton);
    const poster = appeler('post');
    return {
      get: appeler('get'),
      delete: appeler('delete'),
      post: (chemin, corps) => poster(chemin).send(corps),
    };
  }

  const sessionsDe = async (navigateur: Navigateur) =>
    (await navigateur.get('/compte/sessions').expect(200)).body as SessionListee[];
  const connexionsDe = async (navigateur: Navigateur) =>
    (await navigateur.get('/compte/connexions').expect(200)).body as Connexion[];

  describe('success', () => {
    it('says how the account opens', async () => {
      const { body } = await (await ouvrir('equipe')).get('/compte').expect(200);
      expect(body).toEqual({
        email: emailDe('equipe'),
        motDePasse: true,
        fournisseurLie: false,
        secondFacteur: { actifLe: null, codesRestants: 0 },
      });
    });

    it('lists the open sessions in words, this one first', async () => {
      await ouvrir('equipe', IPHONE);
      const ici = await ouvrir('equipe');
      expect(await sessionsDe(ici)).toEqual([
        expect.objectContaining({ appareil: 'Firefox sur Windows', courante: true }),
        expect.objectContaining({ appareil: 'Safari sur iPhone', courante: false }),
      ]);
    });

    it('closes one session at a distance, at once', async () => {
      const telephone = await ouvrir('equipe', IPHONE);
      const ici = await ouvrir('equipe');
      const [, autre] = await sessionsDe(ici);
      await ici.post(`/compte/sessions/${autre?.id}/fermeture`, PREUVE).expect(204);
      await telephone.get('/compte').expect(401);
      expect(await sessionsDe(ici)).toHaveLength(1);
      expect((await connexionsDe(ici))[0]).toMatchObject({ resultat: 'revoquee', appareil: 'Safari sur iPhone' });
    });

    it('closes all the others at once and keeps this one', async () => {
      const autres = [await ouvrir('equipe', IPHONE), await ouvrir('equipe')];
      const ici = await ouvrir('equipe');
      await ici.post('/compte/sessions/fermeture', PREUVE).expect(204);
      for (const autre of autres) await autre.get('/compte').expect(401);
      expect(await sessionsDe(ici)).toEqual([expect.objectContaining({ courante: true })]);
    });

    it('keeps the log of connexions: refusals, log-ins, log-outs, newest first', async () => {
      await connecter('equipe', 'Faux-2026-Sanitas!', IPHONE).expect(401);
      await (await ouvrir('equipe')).delete('/session').expect(204);
      expect(await connexionsDe(await ouvrir('equipe'))).toMatchObject([
        { resultat: 'reussie', moyen: 'mot-de-passe', appareil: 'Firefox sur Windows', reseau: '203.0.113.0/24' },
        { resultat: 'deconnexion', moyen: null },
        { resultat: 'reussie' },
        { resultat: 'mot-de-passe-refuse', appareil: 'Safari sur iPhone' },
      ]);
    });

    it('says that a right password was not enough, once the mandat is over', async () => {
      await sql(`update mandat set au = '2025-01-01' where personne_id = $1`, [contrat.personnes.delegue]);
      await connecter('delegue').expect(401);
      const equipe = await ouvrir('equipe');
      const { body } = await equipe.get(`/personnes/${contrat.personnes.delegue}/connexions`).expect(200);
      expect(body).toMatchObject([{ resultat: 'sans-mandat' }]);
    });

    it('never holds the address of anybody', async () => {
      await ouvrir('equipe');
      const { rows } = await sql('select c::text as ligne from connexion c where contrat_id = $1', [contrat.contratId]);
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain('203.0.113.77');
    });

    it('forgets after twelve months', async () => {
      const ici = await ouvrir('equipe');
      await connecter('equipe', 'Faux-2026-Sanitas!').expect(401);
      await sql(
        `update connexion set quand = now() - interval '12 months 1 day'
         where contrat_id = $1 and resultat = 'reussie'`,
        [contrat.contratId],
      );
      await app.get(Purges, { strict: false }).purger();
      expect(await connexionsDe(ici)).toMatchObject([{ resultat: 'mot-de-passe-refuse' }]);
    });
  });

  describe('validation', () => {
    it('takes no address for a session', async () => {
      await (await ouvrir('equipe')).post('/compte/sessions/la-mienne/fermeture', PREUVE).expect(404);
    });
  });

  describe('access', () => {
    it.each(['/compte/sessions/fermeture', '/compte/sessions/b9b7e4a2-0a57-4d7a-9d0e-3c2a5b1f6c11/fermeture'])(
      'asks for the password again: POST %s',
      async (chemin) => {
        const telephone = await ouvrir('equipe', IPHONE);
        const { body } = await (await ouvrir('equipe')).post(chemin, { motDePasse: 'Faux' }).expect(422);
        expect(body.errors).toEqual([{ pointer: '/motDePasse', detail: 'Ce n’est pas votre mot de passe.' }]);
        await telephone.get('/compte').expect(200);
      },
    );

    it('asks for a fresh log-in where the account has no password', async () => {
      const ici = await ouvrir('equipe');
      await sql(
        `update compte set mot_de_passe = null, oidc_emetteur = 'https://identite.exemple.fr', oidc_sub = id::text
         where contrat_id = $1`,
        [contrat.contratId],
      );
      await ici.post('/compte/sessions/fermeture', { motDePasse: '' }).expect(204);
      await sql(`update session set creee_le = now() - interval '11 minutes' where contrat_id = $1`, [
        contrat.contratId,
      ]);
      const { body } = await ici.post('/compte/sessions/fermeture', { motDePasse: '' }).expect(409);
      expect(body.detail).toContain('identifiez-vous de nouveau');
    });

    it('asks for a fresh log-in to change one’s own address, and for none to change another', async () => {
      const equipe = await contrat.en('equipe');
      await sql(`update session set creee_le = now() - interval '11 minutes' where contrat_id = $1`, [
        contrat.contratId,
      ]);
      const { equipe: moi, lecteur } = contrat.personnes;
      const neuve = (id: string) => ({ email: `neuve.${id}@exemple.fr` });
      await equipe.patch(`/personnes/${moi}`, 1, neuve(moi)).expect(409);
      await equipe.patch(`/personnes/${moi}`, 1, { fonction: 'Directrice', email: emailDe('equipe') }).expect(200);
      await equipe.patch(`/personnes/${lecteur}`, 1, neuve(lecteur)).expect(200);
      await (await contrat.en('equipe')).patch(`/personnes/${moi}`, 2, neuve(moi)).expect(200);
    });

    it('closes no session of somebody else', async () => {
      const delegue = await ouvrir('delegue');
      const [sienne] = await sessionsDe(delegue);
      await (await ouvrir('equipe')).post(`/compte/sessions/${sienne?.id}/fermeture`, PREUVE).expect(204);
      await delegue.get('/compte').expect(200);
    });

    it('shows the log of another to the team alone, and never across contrats', async () => {
      const autre = await creerContrat(app);
      const equipe = await ouvrir('equipe');
      await equipe.get(`/personnes/${contrat.personnes.delegue}/connexions`).expect(200, []);
      await equipe.get(`/personnes/${autre.personnes.delegue}/connexions`).expect(404);
      await (await ouvrir('referentA')).get(`/personnes/${contrat.personnes.delegue}/connexions`).expect(403);
    });

    it('puts nothing in anybody’s log for an address that opens no account', async () => {
      const { rows: avant } = await sql('select count(*)::int as n from connexion');
      await appel().post('/api/v1/session').send({ email: 'personne@exemple.fr', motDePasse: 'Faux-2026-Sanitas!' });
      expect((await sql('select count(*)::int as n from connexion')).rows).toEqual(avant);
    });
  });
});
