import { Injectable } from '@nestjs/common';
import { Config } from '@pleniere/shared/api';
import type { CookieOptions, Request, Response } from 'express';
import type { SecretsDeSession } from './secrets';

const SESSION = 'pleniere_session';
const JETON = 'XSRF-TOKEN';

/** Cookies that carry the secret of a browser between two steps, each to the only routes that need it. */
const ETAPES = {
  /** The password was right, the second factor is due. */
  pleniere_attente: '/api/v1/session',
  /** Gone to the identity provider, or back from it unknown here. */
  pleniere_oidc: '/api/v1/oidc',
} as const;
/** Name of a cookie between two steps of a log-in. */
export type CookieEtape = keyof typeof ETAPES;

const DIX_MINUTES_MS = 10 * 60 * 1000;

function lireSecret(requete: Request, nom: string): string | null {
  const lu = new RegExp(`(?:^|;\\s*)${nom}=([\\w-]{43})(?:;|$)`).exec(requete.headers.cookie ?? '');
  return lu?.[1] ?? null;
}

/** Secret of the session that a request carries, or null. */
export function secretDe(requete: Request): string | null {
  return lireSecret(requete, SESSION);
}

/** Secret of a step of the log-in that a request carries, or null. */
export function secretEtape(requete: Request, nom: CookieEtape): string | null {
  return lireSecret(requete, nom);
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

  /** Gives the browser the secret of a step, for ten minutes. */
  poserEtape(reponse: Response, nom: CookieEtape, secret: string): void {
    reponse.cookie(nom, secret, { ...this.options, path: ETAPES[nom], httpOnly: true, maxAge: DIX_MINUTES_MS });
  }

  retirerEtape(reponse: Response, nom: CookieEtape): void {
    reponse.clearCookie(nom, { ...this.options, path: ETAPES[nom], httpOnly: true });
  }
}
