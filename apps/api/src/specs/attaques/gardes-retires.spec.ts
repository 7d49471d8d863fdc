import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccesGuard, Autorisation, ROUTE_CONNECTEE, ROUTE_PERMISSION } from '@pleniere/acces/api';
import { DROITS, type Permission } from '@pleniere/acces/domain';
import { type ContratDeTest, creerContrat, demarrerApi, type Personnage } from '../../testing';
import { type DecorDroits, poserDecor } from '../../testing/decor-droits';
import { ROUTES_ATTENDUES } from '../../testing/routes-attendues';
import { appelerRoute, attendu, PERSONNAGES, verdict } from '../../testing/verdicts';

type Methode = (...args: never[]) => unknown;
type Classe = abstract new (...args: never[]) => object;

let app: NestExpressApplication;
let decor: DecorDroits;
let autre: ContratDeTest;

beforeAll(async () => {
  app = await demarrerApi();
  decor = await poserDecor(app, await creerContrat(app));
  autre = await creerContrat(app);
});
afterAll(() => app.close());

const lire = <T>(cle: string, cible: object) => Reflect.getMetadata(cle, cible) as T | undefined;

/** Every method that answers a route, by the name of the route. */
function repondants(): Map<string, Methode> {
  const classes = [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].map(({ metatype }) => metatype as unknown as Classe),
  );
  return new Map(classes.flatMap((classe) => routesDe(classe)));
}

function routesDe(classe: Classe): [string, Methode][] {
  const prototype = classe.prototype as Record<string, Methode>;
  return Object.getOwnPropertyNames(prototype).flatMap((nom) => {
    const methode = prototype[nom];
    const chemins = methode && lire<string | string[]>(PATH_METADATA, methode);
    if (!methode || chemins === undefined) return [];
    const racine = lire<string>(PATH_METADATA, classe) ?? '';
    const verbe = RequestMethod[lire<RequestMethod>(METHOD_METADATA, methode) ?? 0];
    return [chemins].flat().map((chemin): [string, Methode] => {
      const adresse = [racine, chemin].map((part) => part.replace(/^\/|\/$/g, '')).filter(Boolean);
      return [`${verbe} /${adresse.join('/')}`, methode];
    });
  });
}

/** True when the table of rights tells that something is wrong with a route. */
async function seVoit(nom: string): Promise<boolean> {
  const route = ROUTES_ATTENDUES[nom];
  if (!route) return false;
  for (const personnage of PERSONNAGES) {
    const { ici, ailleurs } = attendu(route, personnage);
    if (verdict((await appelerRoute(await decor.contrat.en(personnage), nom, decor)).status) !== ici) return true;
    if (verdict((await appelerRoute(await autre.en(personnage), nom, decor)).status) !== ailleurs) return true;
  }
  return false;
}

const refusees = (permission: Permission): Personnage[] =>
  PERSONNAGES.filter((personnage) => attendu({ acces: permission, adresse: () => '' }, personnage).ici === 'interdit');

/** Each route is tried again; a busy machine takes its time. */
const LONG_MS = 240_000;

describe('a guard that is taken away', () => {
  it(
    'is seen on every route whose permission somebody lacks',
    async () => {
      const aEssayer = [...repondants()].flatMap(([nom, methode]) => {
        const permission = lire<Permission>(ROUTE_PERMISSION, methode);
        const manque = permission && Object.values(DROITS).some((droits) => droits[permission] === undefined);
        return manque && ROUTES_ATTENDUES[nom] ? [{ nom, methode, permission }] : [];
      });
      expect(aEssayer.length).toBeGreaterThan(150);
      const passes: string[] = [];
      for (const { nom, methode, permission } of aEssayer) {
        Reflect.deleteMetadata(ROUTE_PERMISSION, methode);
        Reflect.defineMetadata(ROUTE_CONNECTEE, true, methode);
        if (!(await seVoit(nom))) passes.push(`${nom} (${permission}, refused to ${refusees(permission).join(', ')})`);
        Reflect.deleteMetadata(ROUTE_CONNECTEE, methode);
        Reflect.defineMetadata(ROUTE_PERMISSION, permission, methode);
      }
      expect(passes).toEqual([]);
    },
    LONG_MS,
  );

  it(
    'is seen when an organisation is no longer asked to be concerned',
    async () => {
      const exiger = jest.spyOn(Autorisation.prototype, 'exiger').mockImplementation(() => undefined);
      const tenues = Object.entries(ROUTES_ATTENDUES).filter(([, { acces, plume }]) => plume && acces !== 'connecte');
      const vues: string[] = [];
      for (const [nom] of tenues) if (await seVoit(nom)) vues.push(nom);
      exiger.mockRestore();
      expect(vues.length).toBeGreaterThan(tenues.length / 2);
    },
    LONG_MS,
  );

  it.each(['exigerPermission', 'exigerContrat'])(
    'is seen when the guard forgets %s',
    async (partie) => {
      const garde = AccesGuard.prototype as unknown as Record<string, () => void>;
      const oubli = jest.spyOn(garde, partie).mockImplementation(() => undefined);
      const routes = Object.keys(ROUTES_ATTENDUES).filter((nom) => nom.includes(':contratId') && nom.startsWith('GET'));
      const vues: string[] = [];
      for (const nom of routes.filter((nom) => ROUTES_ATTENDUES[nom]?.acces !== 'public')) {
        if (await seVoit(nom)) vues.push(nom);
      }
      oubli.mockRestore();
      expect(vues.length).toBeGreaterThan(5);
    },
    LONG_MS,
  );
});
