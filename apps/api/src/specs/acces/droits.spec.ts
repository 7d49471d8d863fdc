import type { NestExpressApplication } from '@nestjs/platform-express';
import { Base, type Serveur } from '@pleniere/shared/api';
import type { Server } from 'node:http';
import request from 'supertest';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, type Personnage } from '../../testing';
import { type DecorDroits, poserDecor } from '../../testing/decor-droits';
import { ROUTES_ATTENDUES } from '../../testing/routes-attendues';
import { appelerRoute, attendu, PERSONNAGES, type Verdict, verdict } from '../../testing/verdicts';

interface Couche {
  route?: { path: string; methods: Record<string, boolean> };
}

/** Every route that answers, as `METHOD /path` below `/api/v1`; middleware takes every method, elsewhere or on `{/*splat}`. */
function routesDe(app: NestExpressApplication): string[] {
  const serveur = app.getHttpAdapter() as unknown as Serveur;
  const { router } = serveur.getInstance<{ router: { stack: Couche[] } }>();
  const listees = [...serveur.listes.values()].flatMap(({ stack }) => stack as unknown as Couche[]);
  return (
    [...router.stack, ...listees]
      .flatMap(({ route }) => (route ? [{ methodes: Object.keys(route.methods), path: route.path }] : []))
      .filter(({ methodes, path }) => methodes.length === 1 || /^\/api\/v1\/\w/.test(path))
      // The residents' pages are open to everybody: their own test says so.
      .filter(({ path }) => !/^\/(api\/(docs|openapi\.json)|habitants)/.test(path))
      .flatMap(({ methodes, path }) =>
        methodes.map((methode) => `${methode.toUpperCase()} ${path.replace('/api/v1', '')}`),
      )
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

  const appeler = (client: Client, nom: string) => appelerRoute(client, nom, decor);

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
