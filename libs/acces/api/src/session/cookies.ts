import { Injectable } from '@nestjs/common';
import { Config, lireSecret, nomCookie, poserCookie, retirerCookie } from '@pleniere/shared/api';
import type { Request, Response } from 'express';
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
/** Our pages read it, to send it back. */
const LISIBLE = { httpOnly: false };

/** The two cookies of a session: its secret, closed to scripts, and the token that our pages send back. */
@Injectable()
export class Cookies {
  constructor(private readonly config: Config) {}

  /** Secret of the session that a request carries, or null. */
  secret(requete: Request): string | null {
    return lireSecret(requete, nomCookie(this.config, SESSION));
  }

  /** Secret of a step of the log-in that a request carries, or null. */
  secretEtape(requete: Request, nom: CookieEtape): string | null {
    return lireSecret(requete, nomCookie(this.config, nom));
  }

  poser(reponse: Response, { secret, jetonCsrf }: SecretsDeSession): void {
    poserCookie(reponse, this.config, SESSION, secret);
    poserCookie(reponse, this.config, JETON, jetonCsrf, LISIBLE);
  }

  retirer(reponse: Response): void {
    retirerCookie(reponse, this.config, SESSION);
    retirerCookie(reponse, this.config, JETON, LISIBLE);
  }

  /** Gives the browser the secret of a step, for ten minutes. */
  poserEtape(reponse: Response, nom: CookieEtape, secret: string): void {
    poserCookie(reponse, this.config, nom, secret, { path: ETAPES[nom], maxAge: DIX_MINUTES_MS });
  }

  retirerEtape(reponse: Response, nom: CookieEtape): void {
    retirerCookie(reponse, this.config, nom, { path: ETAPES[nom] });
  }
}
