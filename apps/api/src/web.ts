import type { NestExpressApplication } from '@nestjs/platform-express';
import { type NextFunction, type Request, type Response, static as servirFichiers } from 'express';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import helmet from 'helmet';
import { PremiersEcrans } from './premiers-ecrans';

const UN_AN_MS = 365 * 24 * 3600 * 1000;

/** The page as the service worker keeps it: no nonce can be written in it, so that its own styles are allowed by rule. */
const PAGE_GARDEE = '/index.html';
/** What bears no fingerprint in its name: a copy may be old. */
const SANS_EMPREINTE = /\/(index\.html|ngsw\.json|(sw|ngsw-worker|safety-worker)\.js)(\.br)?$/;

function nonceDe(reponse: unknown): string {
  return String((reponse as Response).locals['nonce']);
}

/** Security headers with a strict content policy: our own origin only, styles by nonce, no inline script. */
export function poserEntetesDeSecurite(app: NestExpressApplication): void {
  app.use((_: Request, reponse: Response, suite: () => void) => {
    reponse.locals['nonce'] = randomBytes(16).toString('base64');
    suite();
  });
  const politique = (styles: string | ((req: unknown, reponse: unknown) => string)) =>
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          styleSrc: ["'self'", styles],
          imgSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      crossOriginEmbedderPolicy: false,
      strictTransportSecurity: { maxAge: UN_AN_MS / 1000 },
      referrerPolicy: { policy: 'same-origin' },
    });
  const stricte = politique((_, reponse) => `'nonce-${nonceDe(reponse)}'`);
  const stylesLibres = politique("'unsafe-inline'");
  app.use((requete: Request, reponse: Response, suite: () => void) => {
    const libre = requete.path.startsWith('/api/docs') || requete.path === PAGE_GARDEE;
    (libre ? stylesLibres : stricte)(requete, reponse, suite);
  });
}

/** Sends what the build has compressed, once for everybody, to whoever reads it; `compression` then has nothing to do. */
function preferer(compresses: ReadonlySet<string>, requete: Request, reponse: Response): void {
  if (!compresses.has(requete.path)) return;
  reponse.vary('Accept-Encoding');
  if (requete.acceptsEncodings('br') === false) return;
  reponse.type(extname(requete.path)).setHeader('Content-Encoding', 'br');
  requete.url = `${requete.path}.br`;
}

/** Serves the built interface: hashed files for a year, and the page itself for every address that is not the server's. */
export function servirInterface(
  app: NestExpressApplication,
  racine: string,
  contratDe: (requete: Request) => Promise<string | null>,
): void {
  const page = readFileSync(join(racine, 'index.html'), 'utf8');
  const ecrans = new PremiersEcrans(racine);
  const setHeaders = (reponse: Response, chemin: string) => {
    if (SANS_EMPREINTE.test(chemin)) reponse.setHeader('Cache-Control', 'no-cache');
  };
  // Addresses that residents' pages had before: papers bear them.
  app.use('/public', (requete: Request, reponse: Response) => reponse.redirect(301, `/habitants/-${requete.url}`));
  app.use('/emargement', (requete: Request, reponse: Response) =>
    reponse.redirect(301, `/habitants/-${requete.url.replace(/^\/[^/]+/, '$&/emargement')}`),
  );
  const fichiers = servirFichiers(racine, { index: false, maxAge: UN_AN_MS, immutable: true, setHeaders });
  const compresses = new Set(
    readdirSync(racine).flatMap((nom) => (nom.endsWith('.br') ? [`/${nom.slice(0, -3)}`] : [])),
  );
  // Each call of the API would look for a file of its name first.
  app.use((requete: Request, reponse: Response, suite: NextFunction) => {
    if (/^\/(api|health)\//.test(requete.path)) return suite();
    preferer(compresses, requete, reponse);
    void fichiers(requete, reponse, suite);
  });
  app.use(async (requete: Request, reponse: Response, suite: () => void) => {
    const estPage = requete.method === 'GET' && requete.accepts(['html', 'json']) === 'html';
    if (!estPage || /^\/(api|health|habitants)(\/|$)|\.\w{2,5}$/.test(requete.path)) return suite();
    const annonces = ecrans.annoncer(requete, await contratDe(requete));
    reponse.type('html').setHeader('Cache-Control', 'private, no-cache');
    reponse.send(
      page.replace(/<(\w+-root)/, `<$1 ngCspNonce="${nonceDe(reponse)}"`).replace('</body>', `${annonces}</body>`),
    );
  });
}
