import type { NestExpressApplication } from '@nestjs/platform-express';
import { DROITS, type Role } from '@pleniere/acces/domain';
import { Base } from '@pleniere/shared/api';
import type { Server } from 'node:http';
import type { Readable } from 'node:stream';
import request, { type Test } from 'supertest';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, type Personnage } from '../../testing';
import { type DecorDroits, poserDecor } from '../../testing/decor-droits';
import { type RouteAttendue, ROUTES_ATTENDUES } from '../../testing/routes-attendues';

const ROLES: Readonly<Record<Personnage, Role>> = {
  equipe: 'equipe',
  referentA: 'referent',
  referentB: 'referent',
  delegue: 'delegue',
  contributeur: 'contributeur',
  lecteur: 'lecteur',
};
const PERSONNAGES = Object.keys(ROLES) as Personnage[];

/** What an answer says of the right to call: everything else (done, stale, badly filled in…) is « permis ». */
type Verdict = 'permis' | 'non-connecte' | 'interdit' | 'introuvable' | 'panne';

function verdict(status: number): Verdict {
  if (status >= 500) return 'panne';
  const refus: Partial<Record<number, Verdict>> = { 401: 'non-connecte', 403: 'interdit', 404: 'introuvable' };
  return refus[status] ?? 'permis';
}

/** What the table of rights says of a person: in their own contrat, then in another. */
function attendu(route: RouteAttendue, personnage: Personnage): { ici: Verdict; ailleurs: Verdict } {
  const { acces, plume, commune } = route;
  if (acces === 'connecte' && plume) {
    return { ici: plume.includes(personnage) ? 'permis' : 'introuvable', ailleurs: 'introuvable' };
  }
  if (acces === 'connecte' || acces === 'public') return { ici: 'permis', ailleurs: 'permis' };
  const portee = DROITS[ROLES[personnage]][acces];
  if (portee === undefined) return { ici: 'interdit', ailleurs: 'interdit' };
  const concerne = portee === 'contrat' || plume?.includes(personnage) === true;
  return { ici: concerne ? 'permis' : 'interdit', ailleurs: commune ? 'permis' : 'introuvable' };
}

/** Reads the head of an answer that would not end, or its refusal. */
function couper(
  reponse: Parameters<Parameters<Test['parse']>[0]>[0],
  suite: (erreur: null, corps: object) => void,
): void {
  (reponse as unknown as Readable).destroy();
  suite(null, {});
}

interface Couche {
  route?: { path: string; methods: Record<string, boolean> };
}

/** Every route that answers, as `METHOD /path` below `/api/v1`; middleware takes every method, elsewhere or on `{/*splat}`. */
function routesDe(app: NestExpressApplication): string[] {
  const { router } = app.getHttpAdapter().getInstance() as { router: { stack: Couche[] } };
  return router.stack
    .flatMap(({ route }) => (route ? [{ methodes: Object.keys(route.methods), path: route.path }] : []))
    .filter(({ methodes, path }) => methodes.length === 1 || /^\/api\/v1\/\w/.test(path))
    // The residents' pages are open to everybody: their own test says so.
    .filter(({ path }) => !/^\/(api\/(docs|openapi\.json)|habitants)/.test(path))
    .flatMap(({ methodes, path }) =>
      methodes.map((methode) => `${methode.toUpperCase()} ${path.replace('/api/v1', '')}`),
    );
}

describe('rights', () => {
  let app: NestExpressApplication;
  let decor: DecorDroits;
  let autre: ContratDeTest;

  beforeAll(async () => {
    app = await demarrerApi();
    decor = await poserDecor(app, await creerContrat(app));
    autre = await creerContrat(app);
  });
  afterAll(async () => {
    await app.get(Base).pool.query('delete from frein_connexion');
    await app.close();
  });

  /** Calls a route well, from a version that is never the current one: what is allowed changes nothing. */
  function appeler(client: Client, nom: string): Test {
    const { adresse, corps, flux } = ROUTES_ATTENDUES[nom] as RouteAttendue;
    const methode = nom.split(' ')[0]?.toLowerCase() as Exclude<keyof Client, 'cookie' | 'jeton'>;
    const chemin = adresse(decor);
    if (flux) return client.get(chemin).parse(couper);
    if (methode === 'get') return client.get(chemin);
    if (methode === 'delete') return client.delete(chemin, 999);
    if (methode === 'post') return client.post(chemin, corps?.(decor)).set('If-Match', '"999"');
    return client[methode](chemin, 999, corps?.(decor));
  }

  it('are told for every route of the application, and for no other', () => {
    expect([...new Set(routesDe(app))].sort()).toEqual(Object.keys(ROUTES_ATTENDUES).sort());
  });

  const protegees = Object.entries(ROUTES_ATTENDUES).filter(([, { acces }]) => acces !== 'public');
  const publiques = Object.entries(ROUTES_ATTENDUES).filter(([, { acces }]) => acces === 'public');

  it.each(protegees)('%s', async (nom, route) => {
    const trouves: Partial<Record<Personnage, { ici: Verdict; ailleurs: Verdict }>> = {};
    for (const personnage of PERSONNAGES) {
      const ici = await appeler(await decor.contrat.en(personnage), nom);
      const ailleurs = await appeler(await autre.en(personnage), nom);
      trouves[personnage] = { ici: verdict(ici.status), ailleurs: verdict(ailleurs.status) };
    }
    expect(trouves).toEqual(
      Object.fromEntries(PERSONNAGES.map((personnage) => [personnage, attendu(route, personnage)])),
    );

    const [methode = '', chemin] = [nom.split(' ')[0]?.toLowerCase(), route.adresse(decor)];
    const inconnu = request(app.getHttpServer() as Server)[methode as 'get'](`/api/v1${chemin}`);
    expect((await inconnu).status).toBe(401);
  });

  it.each(publiques)('%s answers anybody', async (nom, { adresse, corps }) => {
    const methode = nom.split(' ')[0]?.toLowerCase() as 'get' | 'post';
    const racine = nom.includes('/health/') ? '' : '/api/v1';
    const appel = request(app.getHttpServer() as Server)[methode](`${racine}${adresse(decor)}`);
    const { status, body } = await (corps ? appel.send(corps(decor)) : appel);
    expect(['permis', 'introuvable', nom.startsWith('POST /session') ? 'non-connecte' : '']).toContain(verdict(status));
    expect(body.type).not.toBe('/problemes/non-connecte');
  });
});
