import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AddressInfo } from 'node:net';
import type { Demande } from '../../testing/attaques/demandes';
import { envoyer, raccrocher } from '../../testing/attaques/envoyer';
import { lieux, type Operation, OPERATIONS, resoudre } from '../../testing/attaques/operations';
import { creerContrat, demarrerApi } from '../../testing';
import { type DecorDroits, poserDecor } from '../../testing/decor-droits';

let app: NestExpressApplication;
let decor: DecorDroits;
let port: number;
let cookie: string;
let jeton: string;

beforeAll(async () => {
  app = await demarrerApi();
  await app.listen(0, '127.0.0.1');
  ({ port } = app.getHttpServer().address() as AddressInfo);
  decor = await poserDecor(app, await creerContrat(app));
});
// A test may log out.
beforeEach(async () => {
  ({ cookie, jeton } = await decor.contrat.en('equipe'));
});
afterAll(async () => {
  raccrocher();
  await app.close();
});

const LONG_MS = 120_000;

const ecritures = OPERATIONS.filter(({ methode }) => methode !== 'GET');
/** One write in eight: what weighs is refused before any route is known. */
const quelques = ecritures.filter((_, rang) => rang % 8 === 0);
const lectures = OPERATIONS.filter(({ methode }) => methode === 'GET');

const cheminDe = (operation: Operation, remplacer?: string) =>
  operation.chemin.replace(/\{(\w+)\}/g, (_, nom: string) => remplacer ?? lieux(operation, decor)[nom] ?? '');

/** A call of the team that would be right, but for what is said. */
function demande(operation: Operation, corps: string | null, entetes: Record<string, string> = {}): Demande {
  const json: Record<string, string> = corps === null ? {} : { 'content-type': 'application/json' };
  return {
    ...{ methode: operation.methode, chemin: cheminDe(operation), corps },
    entetes: { cookie, 'x-xsrf-token': jeton, 'if-match': '"999"', ...json, ...entetes },
  };
}

/** Statuses of an attack on several operations, and the operations that gave each. */
async function statuts(operations: readonly Operation[], faire: (operation: Operation) => Demande): Promise<object> {
  const trouves: Record<string, string[]> = {};
  for (const operation of operations) {
    const { status } = await envoyer(port, faire(operation));
    (trouves[status] ??= []).push(operation.nom);
  }
  return trouves;
}

const SEUL = (status: number, operations: readonly Operation[]) => ({ [status]: operations.map(({ nom }) => nom) });

describe('bodies that are not meant to be read', () => {
  it(
    'of 20 MB are refused before anything reads them',
    async () => {
      const corps = JSON.stringify({ texte: 'x'.repeat(20_000_000) });
      expect(await statuts(quelques, (operation) => demande(operation, corps))).toEqual(SEUL(413, quelques));
    },
    LONG_MS,
  );

  it(
    'nested a hundred thousand times are refused',
    async () => {
      const corps = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
      expect(await statuts(quelques, (operation) => demande(operation, corps))).toEqual(SEUL(400, quelques));
    },
    LONG_MS,
  );

  it.each([
    ['a member that JavaScript reads of any object', '{"constructor":{"prototype":{"admin":true}}}', 400],
    ['a prototype', '{"__proto__":{"admin":true}}', 400],
    ['half of a JSON', '{"texte":', 400],
    ['letters that are not UTF-8', 'latin1', 400],
    ['a null character', '{"texte":"a\\u0000b"}', 422],
    ['half of a character', '{"liste":[{"texte":"\\ud800"}]}', 422],
    ['a mark that nobody sees', '{"texte":"co\u00ADhésion"}', 422],
  ])(
    'with %s are refused by every write',
    async (_, corps, status) => {
      const faire = (operation: Operation) => demande(operation, corps === 'latin1' ? '{"texte":"\u00E9' : corps);
      expect(await statuts(ecritures, faire)).toEqual(SEUL(status, ecritures));
    },
    LONG_MS,
  );

  it(
    'of another type than announced by our pages are refused by every write',
    async () => {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
        const faire = (operation: Operation) => demande(operation, '{"statut":"faite"}', { 'content-type': type });
        expect(await statuts(ecritures, faire)).toEqual(SEUL(415, ecritures));
      }
    },
    LONG_MS,
  );

  it('of a form of files are refused where none can be added', async () => {
    const sansFichier = ecritures.filter(({ methode }) => methode !== 'POST');
    const type = 'multipart/form-data; boundary=a';
    const faire = (operation: Operation) => demande(operation, '{"statut":"faite"}', { 'content-type': type });
    expect(await statuts(sansFichier, faire)).toEqual(SEUL(415, sansFichier));
  });

  it.each(['{"version":1e400,"annee":1e400,"valeur":1e400}', '[1e400]'])(
    'such as %s are never a failure of ours',
    async (corps) => {
      const trouves = await statuts(ecritures, (operation) => demande(operation, corps));
      expect(Object.keys(trouves).filter((status) => Number(status) >= 500)).toEqual([]);
    },
  );

  it(
    'of ten thousand items are never a failure of ours',
    async () => {
      const listes = ({ corps }: Operation) =>
        Object.entries(resoudre(corps ?? {}).properties ?? {}).filter(([, { type }]) => type === 'array');
      const aListes = ecritures.filter((operation) => listes(operation).length > 0);
      const dix = Array.from({ length: 10_000 }, () => ({}));
      const faire = (operation: Operation) =>
        demande(operation, JSON.stringify(Object.fromEntries(listes(operation).map(([nom]) => [nom, dix]))));
      const trouves = await statuts(aListes, faire);
      expect(Object.keys(trouves).filter((status) => !status.startsWith('4'))).toEqual([]);
    },
    LONG_MS,
  );
});

describe('addresses that cannot be decoded', () => {
  const aIds = lectures.filter(({ chemin }) => chemin.includes('{'));

  it.each(['%E0%A4%A', '%', '%zz', '%00', '..%2f..%2fetc%2fpasswd', '%c0%ae%c0%ae%2f'])(
    'by a place such as %s are refused by every read',
    async (segment) => {
      const trouves = await statuts(aIds, (operation) => ({
        ...demande(operation, null),
        chemin: cheminDe(operation, segment),
      }));
      expect(Object.keys(trouves).filter((status) => !status.startsWith('4'))).toEqual([]);
    },
  );
});

describe('writes that our pages have not sent', () => {
  const deSession = ecritures.filter(({ route }) => route.acces !== 'public');

  it('are refused without the token of the session', async () => {
    const sansJeton = (operation: Operation) => demande(operation, '{}', { 'x-xsrf-token': '' });
    expect(await statuts(deSession, sansJeton)).toEqual(SEUL(403, deSession));
  });

  it('are refused with the token of somebody else', async () => {
    const autre = await decor.contrat.en('lecteur');
    const faire = (operation: Operation) => demande(operation, '{}', { 'x-xsrf-token': autre.jeton });
    expect(await statuts(deSession, faire)).toEqual(SEUL(403, deSession));
  });

  it('are refused when the browser says that another site sends them, even where no account is needed', async () => {
    const ailleurs = (operation: Operation) => demande(operation, '{}', { 'sec-fetch-site': 'cross-site' });
    expect(await statuts(ecritures, ailleurs)).toEqual(SEUL(403, ecritures));
  });
});

describe('headers of every answer', () => {
  it('allow no script of elsewhere and none within the page, and are kept by nobody on the way', async () => {
    const anonymes = ['/health/live', '/api/v1/session', '/api/v1/public/contrats', '/habitants/inconnu', '/api/docs/'];
    for (const chemin of anonymes) {
      const { entetes } = await envoyer(port, { methode: 'GET', chemin, entetes: {}, corps: null });
      const politique = String(entetes['content-security-policy']);
      const directives = new Map(politique.split(';').map((une) => [une.split(' ')[0], une]));
      expect(directives.get('default-src')).toBe("default-src 'self'");
      expect(directives.get('script-src') ?? '').not.toMatch(/unsafe|http|\*/);
      expect(directives.get('object-src')).toBe("object-src 'none'");
      expect(directives.get('base-uri')).toBe("base-uri 'none'");
      expect(directives.get('frame-ancestors')).toBe("frame-ancestors 'none'");
      // The reference of the API, and the page that the service worker keeps, bear styles of a library.
      if (!chemin.startsWith('/api/docs')) expect(politique).not.toContain('unsafe');
      expect(entetes).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
      expect(entetes['x-powered-by']).toBeUndefined();
    }
  });

  it('keep what a session reads out of every cache', async () => {
    const protegees = lectures.filter(({ route }) => route.acces !== 'public' && !route.flux);
    for (const operation of protegees) {
      const { status, entetes } = await envoyer(port, demande(operation, null));
      if (status === 200)
        expect([operation.nom, entetes['cache-control']]).toEqual([
          operation.nom,
          expect.stringMatching(/no-store|private/),
        ]);
    }
  });
});
