import { Injectable } from '@nestjs/common';
import { Config } from '@pleniere/shared/api';
import type { CookieOptions, Request, Response } from 'express';
import type { SecretsDeSession } from './secrets';

const SESSION = 'pleniere_session';
const JETON = 'XSRF-TOKEN';

/** Secret of the session that a request carries, or null. */
export function secretDe(requete: Request): string | null {
  const lu = /(?:^|;\s*)pleniere_session=([\w-]{43})(?:;|$)/.exec(requete.headers.cookie ?? '');
  return lu?.[1] ?? null;
}

/** The two cookies of a session: its secret, closed to scripts, and the token that our pages send back. */
@Injectable()
export class Cookies {
  private readonly options: CookieOptions;

  constructor(config: Config) {
    this.options = { path: '/', sameSite: 'lax', secure: config.secureCookies };
  }

  poser(reponse: Response, { secret, jetonCsrf }: SecretsDeSession): void {
    reponse.cookie(SESSION, secret, { ...this.options, httpOnly: true });
    reponse.cookie(JETON, jetonCsrf, this.options);
  }

  retirer(reponse: Response): void {
    reponse.clearCookie(SESSION, { ...this.options, httpOnly: true });
    reponse.clearCookie(JETON, this.options);
  }
}
