import { DROITS, type Role } from '@pleniere/acces/domain';
import type { Readable } from 'node:stream';
import type { Test } from 'supertest';
import type { Client } from './client';
import type { Personnage } from './creer-contrat';
import type { DecorDroits } from './decor-droits';
import { type RouteAttendue, ROUTES_ATTENDUES } from './routes-attendues';

const ROLES: Readonly<Record<Personnage, Role>> = {
  equipe: 'equipe',
  referentA: 'referent',
  referentB: 'referent',
  delegue: 'delegue',
  contributeur: 'contributeur',
  lecteur: 'lecteur',
};
/** Everybody of a contrat of the tests. */
export const PERSONNAGES = Object.keys(ROLES) as Personnage[];

/** What an answer says of the right to call: everything else (done, stale, badly filled in…) is « permis ». */
export type Verdict = 'permis' | 'non-connecte' | 'interdit' | 'introuvable' | 'panne';

/** What the status of an answer says of the right to call. */
export function verdict(status: number): Verdict {
  if (status >= 500) return 'panne';
  const refus: Partial<Record<number, Verdict>> = { 401: 'non-connecte', 403: 'interdit', 404: 'introuvable' };
  return refus[status] ?? 'permis';
}

/** What the table of rights says of a person: in their own contrat, then in another. */
export function attendu(route: RouteAttendue, personnage: Personnage): { ici: Verdict; ailleurs: Verdict } {
  const { acces, plume, commune } = route;
  if (acces === 'connecte' && plume) {
    return { ici: plume.includes(personnage) ? 'permis' : 'introuvable', ailleurs: 'introuvable' };
  }
  if (acces === 'connecte' || acces === 'public') return { ici: 'permis', ailleurs: 'permis' };
  const portee = DROITS[ROLES[personnage]][acces];
  if (portee === undefined) return { ici: 'interdit', ailleurs: 'interdit' };
  const concerne = portee === 'contrat' || plume?.includes(personnage) === true;
  return { ici: concerne ? 'permis' : 'interdit', ailleurs: commune ? 'permis' : 'introuvable' };
}

/** Reads the head of an answer that would not end, or its refusal. */
function couper(
  reponse: Parameters<Parameters<Test['parse']>[0]>[0],
  suite: (erreur: null, corps: object) => void,
): void {
  (reponse as unknown as Readable).destroy();
  suite(null, {});
}

/** Calls a route well, from a version that is never the current one: what is allowed changes nothing. */
export function appelerRoute(client: Client, nom: string, decor: DecorDroits): Test {
  const { adresse, corps, flux } = ROUTES_ATTENDUES[nom] as RouteAttendue;
  const methode = nom.split(' ')[0]?.toLowerCase() as Exclude<keyof Client, 'cookie' | 'jeton'>;
  const chemin = adresse(decor);
  if (flux) return client.get(chemin).parse(couper);
  if (methode === 'get') return client.get(chemin);
  if (methode === 'delete') return client.delete(chemin, 999);
  if (methode === 'post') return client.post(chemin, corps?.(decor)).set('If-Match', '"999"');
  return client[methode](chemin, 999, corps?.(decor));
}
