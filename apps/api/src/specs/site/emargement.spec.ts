import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Presence, SeanceDialogue } from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import { jourDeParis } from '@pleniere/shared/domain';
import type { Server } from 'node:http';
import request from 'supertest';
import { type Client, type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { type Navigateur, ouvrirNavigateur } from '../../testing/navigateur';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;
let seance: SeanceDialogue;
let elle: Navigateur;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(async () => {
  await app.get(Base).pool.query('delete from frein_public');
  await app.close();
});
beforeEach(async () => {
  await app.get(Base).pool.query('delete from frein_public');
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  const organisationId = contrat.organisations.villeA;
  const cadre = { nom: 'Café <b>du mardi</b>', forme: 'atelier', organisationId, depuis: '2024-01-01' };
  const { body: espace } = await equipe.post(`/contrats/${contrat.contratId}/espaces`, cadre).expect(201);
  const { body } = await equipe.post(`/espaces/${espace.id}/seances`, { date: jourDeParis() }).expect(201);
  seance = body as SeanceDialogue;
  elle = await ouvrirNavigateur(app, contrat.contratId);
});

const la = (code = seance.codeEmargement): string => `/emargement/${code}`;
const presences = async (): Promise<Presence[]> =>
  ((await equipe.get(`/seances-dialogue/${seance.id}`).expect(200)).body as SeanceDialogue).presences;
const cleDe = (html: string): string => /name="cle" value="([\w-]{43})"/.exec(html)?.[1] ?? '';

describe('émargement by a phone in the room: success', () => {
  it('is a page without a script, that leaves nothing in a browser that only reads it', async () => {
    expect(seance.adresseEmargement).toMatch(new RegExp(`^/habitants/[\\w-]+${la()}$`));
    const { text, headers } = await elle.lire(la().toLowerCase()).expect(200).expect('Cache-Control', 'no-store');
    expect(headers['set-cookie']).toBeUndefined();
    expect(text).toContain('Café &lt;b>du mardi&lt;/b>');
    expect(text).toContain('content="noindex"');
    expect(text).not.toMatch(/<script|type="text"|name="nom"/);
  });

  it('counts one person however many times the form is sent, with or without the cookie', async () => {
    const { text } = await elle.lire(la()).expect(200);
    const dit = { cle: cleDe(text), trancheAge: '25-59', genre: 'femme', qpvCode: contrat.qpv.a1, premiereFois: 'oui' };
    const envois = await Promise.all([1, 2, 3].map(() => elle.poster(la(), dit)));
    expect(envois.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await elle.suivre(la(), dit)).toContain('C’est noté, merci');
    await elle.suivre(la(), dit);
    expect(await presences()).toEqual([
      expect.objectContaining({ role: 'habitant', trancheAge: '25-59', genre: 'femme', premiereFois: true }),
    ]);
  });

  it('knows its phone again, shows what it said, and lets it be corrected', async () => {
    const { text } = await elle.lire(la()).expect(200);
    const thanks = await elle.suivre(la(), { cle: cleDe(text), genre: 'femme', premiereFois: 'non' });
    expect(thanks).toContain('?corriger=1');
    expect((await elle.lire(la()).expect(200)).text).toContain('C’est noté, merci');
    const { text: corrige } = await elle.lire(`${la()}?corriger=1`).expect(200);
    expect(corrige).toMatch(/value="femme" selected/);
    expect(corrige).toMatch(/value="non" selected/);
    await elle.suivre(la(), { role: 'elu' });
    expect(await presences()).toEqual([expect.objectContaining({ role: 'elu', genre: null, premiereFois: null })]);
    const autre = await ouvrirNavigateur(app, contrat.contratId);
    expect((await autre.lire(la()).expect(200)).text).toContain('Je suis là');
    await autre.suivre(la());
    expect(await presences()).toHaveLength(2);
  });

  it('opens from the addresses that posters bear', async () => {
    await request(app.getHttpServer() as Server)
      .get(`/habitants/-/${contrat.contratId}/emargement/${seance.codeEmargement}`)
      .expect(301)
      .expect('Location', seance.adresseEmargement ?? '');
  });
});

describe('émargement by a phone in the room: validation', () => {
  it('reads as unsaid what is no answer, and keeps nothing of a name', async () => {
    const dit = { trancheAge: '400', genre: "' or 1=1", qpvCode: 'QN00000X', premiereFois: 'peut-être', cle: 'court' };
    await elle.suivre(la(), { ...dit, role: 'ministre', nom: 'Dupont' });
    expect(await presences()).toEqual([
      expect.objectContaining({ role: 'habitant', trancheAge: null, genre: null, qpvCode: null, premiereFois: null }),
    ]);
  });

  it('slows down whoever makes presence after presence, and keeps what was chosen', async () => {
    let dernier = await elle.poster(la(), { genre: 'homme' });
    for (let essai = 0; essai < 301 && dernier.status === 303; essai++) {
      dernier = await elle.poster(la(), { genre: 'homme', qpvCode: contrat.qpv.a1 });
    }
    expect(dernier.status).toBe(429);
    expect(dernier.text).toContain('role="alert"');
    expect(dernier.text).toMatch(/value="homme" selected/);
    expect(dernier.text).toMatch(new RegExp(`value="${contrat.qpv.a1}" selected`));
  });
});

describe('émargement by a phone in the room: access', () => {
  it('is refused from another site, under another code, in another contrat, and once it is over', async () => {
    await elle.poster(la()).set('Sec-Fetch-Site', 'cross-site').expect(403);
    await elle.lire(la('ZZZZ2222')).expect(404).expect('Content-Type', /html/);
    const ailleurs = await ouvrirNavigateur(app, (await creerContrat(app)).contratId);
    await ailleurs.lire(la()).expect(404);
    await ailleurs.poster(la()).expect(404);
    await app.get(Base).pool.query(`update seance_dialogue set statut = 'close' where id = $1`, [seance.id]);
    await elle.lire(la()).expect(404);
    const { text } = await elle.poster(la()).expect(404).expect('Content-Type', /html/);
    expect(text).toContain('fermé ou pas encore ouvert');
    expect(await presences()).toEqual([]);
  });
});
