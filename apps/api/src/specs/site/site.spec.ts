import type { NestExpressApplication } from '@nestjs/platform-express';
import { Base } from '@pleniere/shared/api';
import type { Server } from 'node:http';
import request, { type Test } from 'supertest';
import { type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { poserFiche, poserIndicateur, saisie } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let adresse: string;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  const { rows } = await app
    .get(Base)
    .pool.query<{ adresse: string }>('select adresse from contrat where id = $1', [contrat.contratId]);
  adresse = rows[0]?.adresse ?? '';
});

const page = (suite = ''): Test => request(app.getHttpServer() as Server).get(`/habitants/${adresse}${suite}`);
const lire = async (suite = '') =>
  (
    await page(suite)
      .expect(200)
      .expect('Content-Type', /text\/html/)
  ).text;

describe('pages for residents: success', () => {
  it('open on the quartiers and on what is engaged', async () => {
    await poserFiche(app, contrat, { rang: 1, contenu: { resumePublic: 'Parler ensemble du quartier.' } });
    const html = await lire();
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain(`href="/habitants/${adresse}/quartiers/QN03709M"`);
    expect(html).toContain(`href="/habitants/${adresse}/fiches"`);
    expect(html).not.toMatch(/<script|style=/);
  });

  it('tell a fiche in force in plain words, and print its address as a code', async () => {
    await poserFiche(app, contrat, {
      rang: 1,
      contenu: { resumePublic: 'Parler ensemble du quartier !', contexte: '<p>Un <b>diagnostic</b> partagé</p>' },
    });
    const html = await lire('/fiches/T1.1');
    expect(html).toContain('Parler ensemble du quartier\u202F!');
    expect(html).toContain('<b>diagnostic</b>');
    expect(html).toContain(`/habitants/${adresse}/fiches/T1.1</figcaption>`);
    for (const suite of ['', '/quartiers', '/fiches', '/questions', '/consultations', '/changements']) {
      expect(await lire(suite)).toContain(`/habitants/${adresse}${suite}</figcaption>`);
    }
    expect(await lire('/questions/poser')).not.toContain('</figcaption>');
  });

  it('show in a quartier its own figures alone, small ones hidden', async () => {
    const ficheId = await poserFiche(app, contrat, { rang: 1 });
    const indicateur = await poserIndicateur(contrat, ficheId, {
      ...{ libelle: 'Participants', maille: 'qpv', unite: 'habitants', visibilite: 'public' },
    });
    const saisies = [
      saisie(indicateur.id, { territoire: 'QN03709M', valeur: 64 }),
      saisie(indicateur.id, { territoire: 'QN03708M', valeur: 3 }),
    ];
    await (await contrat.en('equipe')).post(`/contrats/${contrat.contratId}/valeurs`, { saisies }).expect(200);
    expect(await lire('/quartiers/QN03709M')).toContain('64\u00A0habitants');
    const petit = await lire('/quartiers/QN03708M');
    expect(petit).toMatch(/&lt;\u202F5|< ?5/);
    expect(petit).not.toContain('64\u00A0habitants');
  });

  it('lead from the addresses that papers bear', async () => {
    await poserFiche(app, contrat, { rang: 1 });
    await request(app.getHttpServer() as Server)
      .get(`/habitants/-/${contrat.contratId}/fiches/T1.1`)
      .expect(301)
      .expect('Location', `/habitants/${adresse}/fiches/T1.1`);
  });
});

describe('pages for residents: what a public site owes', () => {
  it.each(['accessibilite', 'mentions-legales', 'vos-donnees', 'donnees-ouvertes'])('has the page %s', async (lieu) => {
    expect(await lire(`/${lieu}`)).toMatch(/<h1>[^<]+<\/h1>/);
  });

  it('lists its pages for search engines', async () => {
    await poserFiche(app, contrat, { rang: 1 });
    const { text } = await page('/sitemap.xml').expect(200);
    for (const lieu of ['', '/fiches/T1.1', '/quartiers/QN03709M']) {
      expect(text).toContain(`/habitants/${adresse}${lieu}</loc>`);
    }
  });
});

interface Couche {
  route?: { path: string; methods: Record<string, boolean> };
}

describe('pages for residents: access', () => {
  it('has no page that needs an account', async () => {
    const { router } = app.getHttpAdapter().getInstance() as { router: { stack: Couche[] } };
    const chemins = router.stack
      .flatMap(({ route }) => (route?.methods['get'] ? [route.path] : []))
      .filter((chemin) => chemin.startsWith('/habitants'));
    expect(chemins.length).toBeGreaterThan(10);
    for (const chemin of chemins) {
      const adresseLue = chemin.replace(':adresse', adresse).replace(/:\w+/g, 'inconnu');
      const { status } = await request(app.getHttpServer() as Server).get(adresseLue);
      expect([chemin, [200, 301, 302, 404].includes(status)]).toEqual([chemin, true]);
    }
  });
});

describe('pages for residents: refusals', () => {
  it('say in French, on a page, what does not exist', async () => {
    const { text } = await page('/fiches/T9.9')
      .expect(404)
      .expect('Content-Type', /text\/html/);
    expect(text).toContain('Cette fiche est introuvable.');
    await page('/quartiers/%E0%A4%A').expect(400);
  });

  it('show nothing of a fiche that is not in force, nor of another contrat', async () => {
    await poserFiche(app, contrat, { rang: 1, statut: 'brouillon', contenu: { titre: 'Fiche secrète' } });
    const autre = await creerContrat(app);
    await poserFiche(app, autre, { rang: 1, contenu: { titre: 'Fiche d’ailleurs' } });
    const html = (await lire()) + (await lire('/fiches')) + (await lire('/quartiers'));
    expect(html).not.toMatch(/secrète|d’ailleurs/);
    await page('/fiches/T1.1').expect(404);
  });
});
