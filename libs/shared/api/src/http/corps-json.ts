import { json, type NextFunction, type Request, type Response } from 'express';
import { isUtf8 } from 'node:buffer';
import { refusDesTextes } from '../saisie/textes-gardes';
import { invalide, ProblemeException } from './probleme.exception';

const TAILLE_MAX = '1mb';
/** Names of members that JavaScript reads of any object: none of ours is called so. */
const CLES_DE_LANGAGE = new Set(['__proto__', 'constructor']);

const TYPE_REFUSE = {
  type: '/problemes/http-415',
  status: 415,
  title: 'Ce type de contenu n’est pas accepté.',
  detail: 'Rien n’a été enregistré : le contenu est attendu en JSON.',
};

/** JSON is UTF-8 (RFC 8259): anything else would be kept with its letters lost. */
function exigerUtf8(_requete: unknown, _reponse: unknown, octets: Buffer, jeu: string): void {
  if (jeu !== 'utf-8' || !isUtf8(octets)) throw invalide('Le texte n’est pas en UTF-8 ; rien n’a été enregistré.');
}

function refuserClesDeLangage(cle: string, valeur: unknown): unknown {
  if (CLES_DE_LANGAGE.has(cle)) throw invalide('Un champ inconnu a été envoyé ; rien n’a été enregistré.');
  return valeur;
}

const lire = json({ limit: TAILLE_MAX, verify: exigerUtf8, reviver: refuserClesDeLangage });

/** Reads the body of a call of the API: JSON, or files that are added; a body in anything else would be taken for an empty one. */
export function lireCorps(requete: Request, reponse: Response, suite: NextFunction): void {
  const avecCorps = requete.path.startsWith('/api/') && requete.headers['content-length'] !== '0';
  const types = ['application/json', ...(requete.method === 'POST' ? ['multipart/form-data'] : [])];
  // `false` for another type, `null` when there is no body at all.
  if (avecCorps && requete.is(types) === false) return suite(new ProblemeException(TYPE_REFUSE));
  lire(requete, reponse, (erreur?: unknown) => suite(erreur ?? refusDesTextes(requete.body)));
}
