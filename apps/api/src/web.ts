import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Request, type Response, static as servirFichiers } from 'express';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import helmet from 'helmet';

const UN_AN_MS = 365 * 24 * 3600 * 1000;

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
          baseUri: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      crossOriginEmbedderPolicy: false,
      strictTransportSecurity: { maxAge: UN_AN_MS / 1000 },
      referrerPolicy: { policy: 'same-origin' },
    });
  const stricte = politique((_, reponse) => `'nonce-${nonceDe(reponse)}'`);
  const documentation = politique("'unsafe-inline'");
  app.use((requete: Request, reponse: Response, suite: () => void) =>
    (requete.path.startsWith('/api/docs') ? documentation : stricte)(requete, reponse, suite),
  );
}

/** Serves the built interface: hashed files for a year, and the page itself for every address that is not the API's. */
export function servirInterface(app: NestExpressApplication, racine: string): void {
  const page = readFileSync(join(racine, 'index.html'), 'utf8');
  app.use(servirFichiers(racine, { index: false, maxAge: UN_AN_MS, immutable: true }));
  app.use((requete: Request, reponse: Response, suite: () => void) => {
    const estPage = requete.method === 'GET' && requete.accepts(['html', 'json']) === 'html';
    if (!estPage || /^\/(api|health)(\/|$)|\.\w{2,5}$/.test(requete.path)) return suite();
    reponse.type('html').setHeader('Cache-Control', 'no-cache');
    reponse.send(page.replace(/<(\w+-root)/, `<$1 ngCspNonce="${nonceDe(reponse)}"`));
  });
}
