import type { INestApplication } from '@nestjs/common';
import { EnvoisNotifications, Notifications } from '@pleniere/acces/api';
import type { Annonce, Notification } from '@pleniere/acces/domain';
import { Base } from '@pleniere/shared/api';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, poserFiche, vider } from '../../testing';

const MENTION: Annonce = {
  sorte: 'mention',
  evenement: 'essai/1',
  titre: 'On vous a mentionné',
  lien: '/fiches/T1.1',
  pour: { roles: ['equipe', 'referent', 'lecteur'] },
  permission: 'fiches.lire',
};

describe('notifications', () => {
  let app: INestApplication;
  let contrat: ContratDeTest;

  beforeAll(async () => {
    app = await demarrerApi();
  });
  beforeEach(async () => {
    contrat = await creerContrat(app);
  });
  afterAll(() => app.close());

  const sql = <T extends object>(texte: string, valeurs: unknown[] = []) => app.get(Base).pool.query<T>(texte, valeurs);
  const annoncer = (annonce: Partial<Annonce> = {}, auteur: string | null = contrat.personnes.delegue) =>
    app
      .get(Base)
      .transaction((tx) =>
        app
          .get(Notifications)
          .annoncer(tx, { contratId: contrat.contratId, personneId: auteur }, { ...MENTION, ...annonce }),
      );
  const lire = async (client: Client): Promise<{ nonLues: number; notifications: Notification[] }> =>
    (await client.get('/notifications').expect(200)).body;
  const titres = async (personnage: keyof ContratDeTest['personnes']) =>
    (await lire(await contrat.en(personnage))).notifications.map(({ titre }) => titre);
  const courriels = async () =>
    (
      await sql<{ personne: string; objet: string; texte: string }>(
        'select personne_id as personne, objet, texte from courriel where contrat_id = $1 order by cree_le',
        [contrat.contratId],
      )
    ).rows;
  /** The few minutes during which events gather are over. */
  const attendre = async () => {
    await sql(`update pgboss.job set start_after = now() where name = 'notifications' and state = 'created'`);
    expect(await vider(app, 'notifications')).toEqual([]);
  };
  const resumer = (moment: string) => app.get(EnvoisNotifications).resumer(new Date(moment));
  const dater = (moment: string) =>
    sql('update notification set cree_le = $2 where contrat_id = $1', [contrat.contratId, moment]);

  describe('success', () => {
    it('tells an event once to whom it concerns, and not to whoever did it', async () => {
      await annoncer({}, contrat.personnes.referentA);
      await annoncer({}, contrat.personnes.referentA);
      expect(await titres('referentB')).toEqual(['On vous a mentionné']);
      expect(await titres('equipe')).toEqual(['On vous a mentionné']);
      expect(await titres('referentA')).toEqual([]);
      expect(await titres('contributeur')).toEqual([]);
    });

    it('says a fiche with what happens to it, in the words of its screen', async () => {
      const ficheId = await poserFiche(app, contrat, { statut: 'brouillon' });
      await annoncer({ ficheId, pour: { referents: true } });
      const [dite] = (await lire(await contrat.en('referentA'))).notifications;
      expect(dite?.fiche?.id).toBe(ficheId);
      expect(dite?.fiche?.code).toMatch(/^T\u00A0\d+\.\d+$/);
    });

    it('counts what is not read, and reads one or all that was there', async () => {
      await annoncer();
      await annoncer({ evenement: 'essai/2' });
      const client = await contrat.en('equipe');
      const { nonLues, notifications } = await lire(client);
      expect(nonLues).toBe(2);
      await client.put(`/notifications/${notifications[0]?.id}/lecture`, null).expect(204);
      expect((await client.get('/notifications/nombre').expect(200)).body).toEqual({ nonLues: 1 });
      const jusqua = new Date().toISOString();
      await annoncer({ evenement: 'essai/3' });
      await client.put('/notifications/lecture', null, { jusqua }).expect(204);
      expect((await lire(client)).nonLues).toBe(1);
    });

    it('gathers what happens within minutes in one e-mail, and never sends it twice', async () => {
      const pour = { personnes: [contrat.personnes.equipe] };
      await annoncer({ pour });
      await annoncer({ pour, evenement: 'essai/2', titre: 'Encore une mention' });
      await attendre();
      const [un, ...autres] = await courriels();
      expect(autres).toEqual([]);
      expect(un?.personne).toBe(contrat.personnes.equipe);
      expect(un?.texte).toContain('On vous a mentionné');
      expect(un?.texte).toContain('Encore une mention');
      await annoncer({ pour, evenement: 'essai/3', titre: 'Une troisième' });
      await attendre();
      const deuxieme = (await courriels())[1];
      expect(deuxieme?.objet).toBe('Une troisième');
      expect(deuxieme?.texte).not.toContain('Encore une mention');
    });

    it('sends as each person chose: at once, with the summary, never', async () => {
      const pour = { roles: ['equipe', 'referent'] } as const;
      const choisir = async (personnage: 'referentA' | 'referentB', choix: string) =>
        (await contrat.en(personnage)).put('/compte/notifications', null, {
          preferences: [{ sorte: 'mention', choix }],
        });
      await choisir('referentA', 'jamais');
      const { body } = await choisir('referentB', 'resume');
      expect(body).toContainEqual({ sorte: 'mention', choix: 'resume' });
      await annoncer({ pour });
      await attendre();
      expect((await courriels()).map(({ personne }) => personne)).toEqual([contrat.personnes.equipe]);
      await resumer(new Date().toISOString());
      expect((await courriels()).map(({ personne }) => personne)).toEqual([
        contrat.personnes.equipe,
        contrat.personnes.referentB,
      ]);
    });

    it('sums up the day before at half past seven in Paris, summer or winter, and nothing when all is read', async () => {
      const { rows } = await sql<{ cron: string; timezone: string }>(
        `select cron, timezone from pgboss.schedule where name = 'resume-quotidien'`,
      );
      expect(rows).toEqual([{ cron: '30 7 * * *', timezone: 'Europe/Paris' }]);
      const pour = { personnes: [contrat.personnes.referentA] };
      // 2026-03-29 has 23 hours in Paris, 2026-10-25 has 25: one summary a day all the same.
      const matins = ['2026-03-28T06:30Z', '2026-03-29T05:30Z', '2026-10-24T05:30Z', '2026-10-25T06:30Z'];
      for (const [rang, matin] of matins.entries()) {
        await annoncer({ sorte: 'fiche-transmise', evenement: `jour/${rang}`, titre: `Matin ${rang}`, pour });
        await sql(`update notification set cree_le = $2 where contrat_id = $1 and envoyee_le is null`, [
          contrat.contratId,
          new Date(Date.parse(matin.replace('Z', ':00Z')) - 3_600_000),
        ]);
        await resumer(matin.replace('Z', ':00Z'));
        await resumer(matin.replace('Z', ':00Z'));
        expect(await courriels()).toHaveLength(rang + 1);
        expect((await courriels())[rang]?.texte).toContain(`Matin ${rang}`);
      }
      await annoncer({ sorte: 'fiche-transmise', evenement: 'lue', pour });
      const client = await contrat.en('referentA');
      await client.put('/notifications/lecture', null, { jusqua: '2030-01-01T00:00:00Z' }).expect(204);
      await resumer(new Date().toISOString());
      expect(await courriels()).toHaveLength(matins.length);
    });
  });

  describe('validation', () => {
    it('refuses a kind or a choice that does not exist', async () => {
      const client = await contrat.en('equipe');
      await client
        .put('/compte/notifications', null, { preferences: [{ sorte: 'bruit', choix: 'jamais' }] })
        .expect(400);
      await client
        .put('/compte/notifications', null, { preferences: [{ sorte: 'mention', choix: 'demain' }] })
        .expect(400);
      await client.put('/notifications/lecture', null, { jusqua: 'hier' }).expect(400);
    });

    it('does not write again to somebody about what is older than a week', async () => {
      await annoncer({ sorte: 'fiche-transmise', pour: { personnes: [contrat.personnes.referentA] } });
      await dater('2026-01-01T08:00:00Z');
      await resumer('2026-01-12T06:30:00Z');
      expect(await courriels()).toEqual([]);
    });
  });

  describe('access', () => {
    it('tells nobody what their role may not know', async () => {
      await annoncer({ roles: ['equipe'] });
      expect(await titres('equipe')).toEqual(['On vous a mentionné']);
      expect(await titres('referentA')).toEqual([]);
      expect(await titres('lecteur')).toEqual([]);
    });

    it('asks again at the time of showing and of sending: a role that is lost is told nothing more', async () => {
      await annoncer({ pour: { personnes: [contrat.personnes.referentA] }, roles: ['referent'] });
      expect(await titres('referentA')).toHaveLength(1);
      await sql(`update mandat set role = 'lecteur' where personne_id = $1`, [contrat.personnes.referentA]);
      expect(await titres('referentA')).toEqual([]);
      await attendre();
      expect(await courriels()).toEqual([]);
    });

    it('writes to nobody whose mandat is over', async () => {
      await annoncer({ pour: { personnes: [contrat.personnes.referentA] } });
      await sql(`update mandat set au = '2024-02-01' where personne_id = $1`, [contrat.personnes.referentA]);
      await attendre();
      expect(await courriels()).toEqual([]);
    });

    it('keeps the notifications of one from another, and of a contrat from another', async () => {
      await annoncer({ pour: { personnes: [contrat.personnes.equipe] } });
      const [mienne] = (await lire(await contrat.en('equipe'))).notifications;
      const autre = await contrat.en('referentA');
      await autre.put(`/notifications/${mienne?.id}/lecture`, null).expect(204);
      const ailleurs = await (await creerContrat(app)).en('equipe');
      await ailleurs.put(`/notifications/${mienne?.id}/lecture`, null).expect(204);
      expect((await lire(ailleurs)).notifications).toEqual([]);
      expect((await lire(await contrat.en('equipe'))).nonLues).toBe(1);
    });
  });
});
