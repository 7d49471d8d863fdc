import type { CookieOptions, Request, Response } from 'express';
import type { Config } from '../config';

type Reglages = Pick<Config, 'secureCookies'>;

/** Name of a cookie that a browser takes over HTTPS alone, from this very host, for the whole of it (RFC 6265bis): no other host can have set it. */
export const nomDHote = (nom: string): string => `__Host-${nom}`;

/** Name under which a cookie travels: that of its host wherever HTTPS is set. */
export const nomCookie = ({ secureCookies }: Reglages, nom: string): string => (secureCookies ? nomDHote(nom) : nom);

/** `Path` is the whole host where the name says so; elsewhere, what is asked. */
const attributs = ({ secureCookies: secure }: Reglages, options: CookieOptions): CookieOptions => ({
  ...{ path: '/', sameSite: 'lax', httpOnly: true, secure },
  ...options,
  ...(secure && { path: '/' }),
});

/** Gives a cookie to a browser: closed to scripts unless told otherwise. */
export function poserCookie(
  reponse: Response,
  config: Reglages,
  nom: string,
  valeur: string,
  options: CookieOptions = {},
): void {
  reponse.cookie(nomCookie(config, nom), valeur, attributs(config, options));
}

/** Takes it back; with the options under which it was given. */
export function retirerCookie(reponse: Response, config: Reglages, nom: string, options: CookieOptions = {}): void {
  reponse.clearCookie(nomCookie(config, nom), attributs(config, options));
}

/** A secret of 256 bits that a request carries under exactly this name, or null. */
export function lireSecret(requete: Request, nom: string): string | null {
  const lu = new RegExp(`(?:^|;\\s*)${nom}=([\\w-]{43})(?:;|$)`).exec(requete.headers.cookie ?? '');
  return lu?.[1] ?? null;
}
