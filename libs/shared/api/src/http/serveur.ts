import { StreamableFile } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import express, { type Express, type Response, Router } from 'express';
import { createServer, type RequestListener } from 'node:http';
import { EnJson } from '../base/en-json';
import { CONTROLE_MS, DELAIS } from './lenteurs';

/** An address of the API, with what it is about: `/api/v1/fiches/…`. */
const ADRESSE = /^\/api\/v\d+\/([\w-]+)/i;

/** Under what the routes that an address may mean are listed: what it is about, and how many parts it has; null outside the API. */
function listeDe(chemin: string): string | null {
  const sujet = ADRESSE.exec(chemin)?.[1];
  return sujet ? `${sujet.toLowerCase()} ${chemin.replace(/\/$/, '').split('/').length}` : null;
}

/** Puts the routes of the API that are added to `app` in short lists, each in its order, and looks for a request in its own. */
function repartirLesRoutes(app: Express): Map<string, Router> {
  const listes = new Map<string, Router>();
  const hors = app.route.bind(app);
  app.route = ((chemin: string) => {
    const cle = listeDe(chemin);
    if (cle === null || /[*{]/.test(chemin)) return hors(chemin);
    if (listes.size === 0) {
      app.use((requete, reponse, suite) => {
        const liste = requete.method === 'OPTIONS' ? undefined : listes.get(listeDe(requete.path) ?? '');
        if (liste) liste(requete, reponse, suite);
        else suite();
      });
    }
    const liste = listes.get(cle) ?? Router();
    listes.set(cle, liste);
    return liste.route(chemin);
  }) as Express['route'];
  return listes;
}

function versionDe(corps: object): number | null {
  if ('version' in corps && typeof corps.version === 'number') return corps.version;
  return 'etat' in corps && typeof corps.etat === 'object' && corps.etat !== null ? versionDe(corps.etat) : null;
}

/** Express as the product serves with it: it waits for nobody for ever, finds a route among few, and answers in JSON. */
export class Serveur extends ExpressAdapter {
  /** Routes of the API by what they are about: Express tries those of a list one after the other, and there are hundreds. */
  readonly listes: ReadonlyMap<string, Router>;

  constructor() {
    const app = express();
    const listes = repartirLesRoutes(app);
    super(app);
    this.listes = listes;
  }

  /** Without a bound, a few hundred half-sent requests would hold the server. */
  override initHttpServer(): void {
    const options = {
      headersTimeout: DELAIS.entetes,
      requestTimeout: DELAIS.demande,
      keepAliveTimeout: DELAIS.repos,
      connectionsCheckingInterval: CONTROLE_MS,
    };
    this.httpServer = createServer(options, this.getInstance<RequestListener>());
  }

  /** The version of the answered resource (or field) is its `ETag`, to be sent back in `If-Match`. */
  override reply(reponse: Response, corps: unknown, statut?: number): unknown {
    if (typeof corps !== 'object' || corps === null || corps instanceof StreamableFile) {
      return super.reply(reponse, corps, statut) as unknown;
    }
    const version = versionDe(corps);
    if (version !== null) reponse.setHeader('ETag', `"${version}"`);
    if (!reponse.hasHeader('Content-Type')) reponse.setHeader('Content-Type', 'application/json; charset=utf-8');
    const texte = corps instanceof EnJson ? corps.texte : JSON.stringify(corps);
    // What nobody may keep needs no hash, which Express makes for the copy that a browser would have.
    if (reponse.getHeader('Cache-Control') !== 'no-store') return reponse.send(texte);
    return reponse.setHeader('Content-Length', Buffer.byteLength(texte)).end(texte);
  }
}
