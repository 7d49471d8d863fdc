import type { NestExpressApplication } from '@nestjs/platform-express';
import { Base, type Config, type CourrielAEnvoyer, Courriels, Taches } from '@pleniere/shared/api';
import type { Courriel, CourrielsDuContrat } from '@pleniere/shared/domain';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { PgBoss } from 'pg-boss';
import { SMTPServer } from 'smtp-server';
import { type ContratDeTest, creerContrat, demarrerApi, vider } from '../../testing';

interface LettreRecue {
  destinataires: string[];
  texte: string;
}

/** A real SMTP server that accepts, refuses, or has gone. */
class BureauDePoste {
  readonly recues: LettreRecue[] = [];
  refuse: string | null = null;
  private serveur?: SMTPServer;
  private port = 0;

  async ouvrir(): Promise<string> {
    this.serveur = new SMTPServer({
      authOptional: true,
      hideSTARTTLS: true,
      logger: false,
      onData: (flux, { envelope: { rcptTo } }, suite) => {
        void text(flux).then((texte) => {
          if (this.refuse !== null) return suite(Object.assign(new Error(this.refuse), { responseCode: 451 }));
          this.recues.push({ destinataires: rcptTo.map(({ address }) => address), texte });
          return suite();
        });
      },
    });
    const serveur = this.serveur.listen(this.port, '127.0.0.1');
    await once(serveur, 'listening');
    this.port = (serveur.address() as AddressInfo).port;
    return `smtp://127.0.0.1:${this.port}`;
  }

  fermer(): Promise<void> {
    return new Promise((suite) => this.serveur?.close(() => suite()));
  }
}

describe('e-mails', () => {
  const poste = new BureauDePoste();
  let app: NestExpressApplication;
  let contrat: ContratDeTest;

  beforeAll(async () => {
    app = await demarrerApi({
      smtpUrl: await poste.ouvrir(),
      courrielExpediteur: 'Plénière <pleniere@exemple.fr>',
      adresse: 'https://pleniere.exemple.fr',
    });
  });
  beforeEach(async () => {
    contrat = await creerContrat(app);
    await app.get(PgBoss).deleteQueuedJobs('courriel');
    poste.recues.length = 0;
    poste.refuse = null;
  });
  afterAll(async () => {
    await app.close();
    await poste.fermer();
  });

  const lettre = (changements: Partial<CourrielAEnvoyer> = {}): CourrielAEnvoyer => ({
    contratId: contrat.contratId,
    cle: 'relance-2026',
    destinataire: { personneId: contrat.personnes.referentA, nom: 'Camille Perrin', email: 'camille@exemple.fr' },
    objet: 'Déjà l’été : 3 valeurs à saisir',
    texte: 'Bonjour,\n\nLa campagne « 2026 » attend vos valeurs :\nhttps://pleniere.exemple.fr/indicateurs\n',
    ...changements,
  });
  const envoyer = (changements?: Partial<CourrielAEnvoyer>, par = app) =>
    par.get(Base).transaction((tx) => par.get(Courriels).envoyer(tx, lettre(changements)));
  const lister = async () => {
    const equipe = await contrat.en('equipe');
    return (await equipe.get(`/contrats/${contrat.contratId}/courriels`).expect(200)).body as CourrielsDuContrat;
  };
  const premier = async () => {
    const [courriel] = (await lister()).courriels;
    return (await (await contrat.en('equipe')).get(`/courriels/${courriel?.id}`).expect(200)).body as Courriel;
  };
  /** Tries again at once what waits. */
  const reessayer = async () => {
    await app.get(Base).pool.query(`update pgboss.job set start_after = now() where name = 'courriel'`);
    await vider(app, 'courriel');
  };

  describe('success', () => {
    it('leave once the transaction has committed, as they were written', async () => {
      expect(await envoyer()).toBe(true);
      expect(poste.recues).toEqual([]);
      expect((await premier()).statut).toBe('a-envoyer');
      expect(await vider(app, 'courriel')).toEqual([]);

      const [recue] = poste.recues;
      expect(recue?.destinataires).toEqual(['camille@exemple.fr']);
      expect(recue?.texte).toMatch(/^From: =\?UTF-8\?Q\?Pl=C3=A9ni=C3=A8re\?= <pleniere@exemple\.fr>\r$/m);
      expect(recue?.texte).toMatch(/^To: Camille Perrin <camille@exemple\.fr>\r$/m);
      expect(recue?.texte).toMatch(/^Auto-Submitted: auto-generated\r$/m);
      const { id, ...lu } = await premier();
      expect(recue?.texte).toContain(`Message-ID: <${id}@pleniere.exemple.fr>`);
      expect(decoder(recue?.texte ?? '')).toContain(lettre().texte);
      expect(lu).toMatchObject({
        statut: 'envoye',
        essais: 1,
        erreur: null,
        envoyeLe: expect.any(String),
        ...sansCle(),
      });
    });

    it('leave once under one key, for each contrat', async () => {
      expect([await envoyer(), await envoyer({ objet: 'Encore' }), await envoyer({ cle: 'autre' })]).toEqual([
        true,
        false,
        true,
      ]);
      const voisin = await creerContrat(app);
      const ailleurs = { personneId: null, nom: 'Voisine', email: 'voisine@exemple.fr' };
      expect(await envoyer({ contratId: voisin.contratId, destinataire: ailleurs })).toBe(true);
      await vider(app, 'courriel');
      expect(poste.recues).toHaveLength(3);
      expect((await lister()).courriels.map(({ objet }) => objet)).toEqual([lettre().objet, lettre().objet]);
    });

    it('leave once even when the job that sends them comes twice', async () => {
      await envoyer();
      await vider(app, 'courriel');
      const { id } = await premier();
      const { contratId } = contrat;
      await app.get(Base).transaction((tx) => app.get(Taches).ajouter(tx, 'courriel', { contratId, id }));
      expect(await vider(app, 'courriel')).toEqual([]);
      expect(poste.recues).toHaveLength(1);
    });

    it('do not leave when the transaction is undone', async () => {
      const annulee = app.get(Base).transaction(async (tx) => {
        await app.get(Courriels).envoyer(tx, lettre());
        throw new Error('annulé');
      });
      await expect(annulee).rejects.toThrow('annulé');
      await vider(app, 'courriel');
      expect([poste.recues, (await lister()).courriels]).toEqual([[], []]);
      expect(await envoyer()).toBe(true);
    });

    it('wait for a server that is away, and are not lost', async () => {
      await poste.fermer();
      await envoyer();
      expect(await vider(app, 'courriel')).toHaveLength(1);
      expect(await premier()).toMatchObject({
        statut: 'a-envoyer',
        essais: 1,
        erreur: expect.stringContaining('ECONNREFUSED'),
      });

      await poste.ouvrir();
      await reessayer();
      expect(await premier()).toMatchObject({ statut: 'envoye', essais: 2, erreur: null });
      expect(poste.recues).toHaveLength(1);
    });

    it('wait for a process that has a server, when another takes them', async () => {
      const sans = await demarrerApi();
      await envoyer();
      expect(await vider(sans, 'courriel')).toHaveLength(1);
      expect(await premier()).toMatchObject({ statut: 'a-envoyer', erreur: 'Aucun serveur d’envoi n’est réglé.' });
      await sans.close();

      await reessayer();
      expect([poste.recues.length, (await premier()).statut]).toEqual([1, 'envoye']);
    });

    it('are given up in the end, then leave when the team sends them again', async () => {
      poste.refuse = 'Greylisted, come back later';
      await envoyer();
      for (let essai = 0; essai < 12; essai++) await reessayer();
      const perdu = await premier();
      expect(perdu).toMatchObject({ statut: 'echec', essais: 11, erreur: expect.stringContaining('Greylisted') });
      expect(await envoyer()).toBe(false);

      poste.refuse = null;
      const equipe = await contrat.en('equipe');
      const { body } = await equipe.post(`/courriels/${perdu.id}/envoi`).expect(200);
      expect(body).toMatchObject({ statut: 'a-envoyer', essais: 0, erreur: null });
      await vider(app, 'courriel');
      expect([poste.recues.length, (await premier()).statut]).toEqual([1, 'envoye']);
      const { body: journal } = await equipe.get(`/contrats/${contrat.contratId}/journal`).expect(200);
      expect(journal).toContainEqual(expect.objectContaining({ objet: 'courriel', objetId: perdu.id }));
    });

    it('are read by hundreds, newest first', async () => {
      for (let rang = 0; rang < 103; rang++) await envoyer({ cle: `lot-${rang}`, objet: `N° ${rang}` });
      const { courriels } = await lister();
      expect([courriels.length, courriels[0]?.objet, courriels.at(-1)?.objet]).toEqual([100, 'N° 102', 'N° 3']);
      const equipe = await contrat.en('equipe');
      const suite = await equipe
        .get(`/contrats/${contrat.contratId}/courriels?avant=${courriels.at(-1)?.id}`)
        .expect(200);
      expect((suite.body as CourrielsDuContrat).courriels.map(({ objet }) => objet)).toEqual(['N° 2', 'N° 1', 'N° 0']);
    });
  });

  describe('without a server, or in demo mode', () => {
    it.each<[string, Partial<Config>]>([
      ['no server is set', {}],
      ['the demo would have one', { smtpUrl: 'smtp://127.0.0.1:9', modeDemo: true }],
    ])('are kept, and shown to the team: %s', async (_, reglages) => {
      const sans = await demarrerApi(reglages);
      const ici = await creerContrat(sans);
      const destinataire = { personneId: null, nom: 'Camille Perrin', email: 'camille@exemple.fr' };
      expect(
        await envoyer({ contratId: ici.contratId, destinataire, texte: 'https://a.fr/activation/secret' }, sans),
      ).toBe(true);
      const equipe = await ici.en('equipe');
      const { body } = await equipe.get(`/contrats/${ici.contratId}/courriels`).expect(200);
      expect(body).toMatchObject({ envoi: false, courriels: [{ statut: 'retenu', objet: lettre().objet }] });
      const { id } = (body as CourrielsDuContrat).courriels[0] ?? { id: '' };
      expect(((await equipe.get(`/courriels/${id}`).expect(200)).body as Courriel).texte).toContain(
        '/activation/secret',
      );
      await equipe.post(`/courriels/${id}/envoi`).expect(409);
      await sans.close();
    });
  });

  describe('validation', () => {
    it('let no header in, whatever the words are', async () => {
      await envoyer({
        objet: 'Bonjour\r\nBcc: tous@exemple.fr',
        destinataire: { personneId: null, nom: 'Camille\nX-Ruse: 1', email: 'camille@exemple.fr' },
      });
      await vider(app, 'courriel');
      const [recue] = poste.recues;
      expect(recue?.destinataires).toEqual(['camille@exemple.fr']);
      expect(recue?.texte.split('\r\n\r\n')[0]).not.toMatch(/^(Bcc|X-Ruse):/m);
      expect(recue?.texte).toContain('Subject: Bonjour Bcc: tous@exemple.fr');
    });

    it.each(['camille', 'camille@exemple.fr, autre@exemple.fr', 'camille@exemple.fr\r\nBcc: x@y.fr', ''])(
      'refuse the address %j',
      async (email) => {
        await expect(envoyer({ destinataire: { personneId: null, nom: 'Camille', email } })).rejects.toThrow();
        expect((await lister()).courriels).toEqual([]);
      },
    );

    it('shorten a subject that is too long', async () => {
      await envoyer({ objet: 'é'.repeat(300) });
      expect((await premier()).objet).toBe(`${'é'.repeat(199)}…`);
    });

    it('are not sent again while they wait or once they have left', async () => {
      await envoyer();
      const equipe = await contrat.en('equipe');
      const { id } = await premier();
      await equipe.post(`/courriels/${id}/envoi`).expect(409);
      await vider(app, 'courriel');
      await equipe.post(`/courriels/${id}/envoi`).expect(409);
      expect(poste.recues).toHaveLength(1);
    });
  });

  describe('access', () => {
    it('leave no link that opens an account to whom it is not for', async () => {
      const lien = 'https://pleniere.exemple.fr/activation/un-secret_de-43';
      await envoyer({ texte: `Choisissez votre mot de passe : ${lien}\nAu revoir` });
      const cache = lettre({
        texte: 'Choisissez votre mot de passe : https://pleniere.exemple.fr/activation/…\nAu revoir',
      });
      expect((await premier()).texte).toBe(cache.texte);
      await vider(app, 'courriel');
      expect(decoder(poste.recues[0]?.texte ?? '')).toContain(lien);
      const { rows } = await app
        .get(Base)
        .pool.query('select texte from courriel where contrat_id = $1', [contrat.contratId]);
      expect(rows).toEqual([{ texte: cache.texte }]);
    });

    it('are read and sent again by the team of their contrat alone', async () => {
      await envoyer();
      const { id } = await premier();
      const voisine = await (await creerContrat(app)).en('equipe');
      await voisine.get(`/courriels/${id}`).expect(404);
      await voisine.post(`/courriels/${id}/envoi`).expect(404);
      for (const qui of ['referentA', 'delegue', 'contributeur', 'lecteur'] as const) {
        const client = await contrat.en(qui);
        await client.get(`/contrats/${contrat.contratId}/courriels`).expect(403);
        await client.get(`/courriels/${id}`).expect(403);
      }
    });
  });

  /** What the team reads of the usual letter. */
  function sansCle(): Partial<Courriel> {
    const { objet, texte, destinataire } = lettre();
    return { objet, texte, destinataire: { nom: destinataire.nom, email: destinataire.email } };
  }
});

/** Body of a message in quoted-printable, or as it is. */
function decoder(message: string): string {
  const [entetes = '', ...corps] = message.split('\r\n\r\n');
  const brut = corps.join('\r\n\r\n');
  const octets = /quoted-printable/.test(entetes)
    ? Buffer.from(
        brut
          .replace(/=\r\n/g, '')
          .replace(/=([\dA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
        'latin1',
      )
    : Buffer.from(/base64/.test(entetes) ? brut : '', 'base64');
  return octets.toString('utf8').replace(/\r\n/g, '\n');
}
