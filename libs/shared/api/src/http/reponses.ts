import { StreamableFile } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Response } from 'express';
import { EnJson } from '../base/en-json';

function versionDe(corps: object): number | null {
  if ('version' in corps && typeof corps.version === 'number') return corps.version;
  return 'etat' in corps && typeof corps.etat === 'object' && corps.etat !== null ? versionDe(corps.etat) : null;
}

/** Answers in JSON, with the version of the resource (or field) as their `ETag`, to be sent back in `If-Match`. */
export class Reponses extends ExpressAdapter {
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
