import type { Echange } from '@pleniere/restitution/domain';
import { LIMITES_ECHANGE, SCHEMA_ECHANGE } from '@pleniere/restitution/domain';
import { refuse } from '@pleniere/shared/api';
import { type ErreurDeChamp, nettoyerTexte } from '@pleniere/shared/domain';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020';
import { ecartsDeSens } from './ecarts-de-sens';

/** True for a day that exists, `2026-11-22`. */
function estJour(texte: string): boolean {
  const jour = new Date(`${texte}T00:00:00Z`);
  return /^[12]\d{3}-\d{2}-\d{2}$/.test(texte) && !Number.isNaN(jour.getTime()) && jour.toISOString().startsWith(texte);
}

// The first departure is enough: a hostile file could make millions of them.
const ajv = new Ajv2020({ allErrors: false, strict: false });
ajv.addFormat('date', estJour);
const valide = ajv.compile<Echange>(SCHEMA_ECHANGE);

const MESSAGES: Readonly<Record<string, (parametres: Record<string, unknown>) => string>> = {
  required: ({ missingProperty }) => `Il manque «\u00A0${String(missingProperty)}\u00A0».`,
  additionalProperties: ({ additionalProperty }) =>
    `«\u00A0${String(additionalProperty).slice(0, 60)}\u00A0» est inconnu.`,
  type: () => 'Cette valeur n’est pas du type attendu.',
  enum: () => 'Ce choix n’existe pas.',
  const: () => `Ce fichier ne suit pas la forme «\u00A0echange/1\u00A0».`,
  format: () => 'Cette date n’existe pas.',
  pattern: () => 'Ce texte n’a pas la forme attendue.',
  maxLength: ({ limit }) => `Ce texte dépasse ${String(limit)} caractères.`,
  minLength: () => 'Ce texte est vide.',
  maxItems: ({ limit }) => `Cette liste dépasse ${String(limit)} éléments.`,
  minimum: () => 'Ce nombre est trop petit.',
  maximum: () => 'Ce nombre est trop grand.',
};

function dire({ keyword, params, instancePath }: ErrorObject): ErreurDeChamp {
  const message = MESSAGES[keyword];
  return { pointer: instancePath, detail: message ? message(params) : 'Cette valeur n’a pas la forme attendue.' };
}

/** How deep a JSON text nests, without reading it. */
function profondeur(texte: string): number {
  let [niveau, maximum, cite] = [0, 0, false];
  for (let place = 0; place < texte.length; place++) {
    const signe = texte[place];
    if (cite) {
      if (signe === '\\') place++;
      else if (signe === '"') cite = false;
    } else if (signe === '"') cite = true;
    else if (signe === '[' || signe === '{') maximum = Math.max(maximum, ++niveau);
    else if (signe === ']' || signe === '}') niveau--;
  }
  return maximum;
}

/** Every text of a JSON value repaired, so that none of them stops the database. */
function nettoyer(valeur: unknown): unknown {
  if (typeof valeur === 'string') return nettoyerTexte(valeur);
  if (Array.isArray(valeur)) return valeur.map(nettoyer);
  if (valeur === null || typeof valeur !== 'object') return valeur;
  return Object.fromEntries(Object.entries(valeur).map(([cle, contenu]) => [cle, nettoyer(contenu)]));
}

function lireJson(octets: Uint8Array): unknown {
  const texte = new TextDecoder('utf-8', { ignoreBOM: false }).decode(octets);
  if (profondeur(texte) > LIMITES_ECHANGE.profondeur) throw refuse('Ce fichier emboîte trop de niveaux.');
  try {
    return nettoyer(JSON.parse(texte));
  } catch {
    throw refuse('Ce fichier n’est pas un fichier JSON lisible.');
  }
}

/**
 * Reads an exchange file: small enough, not too deep, of the published schema, and naming nothing that it does not hold.
 * Throws 422 with a JSON pointer to what is at fault.
 */
export function lireEchange(octets: Uint8Array): Echange {
  const lu = lireJson(octets);
  if (!valide(lu))
    throw refuse('Ce fichier ne suit pas le schéma publié.', (valide.errors ?? []).slice(0, 1).map(dire));
  const erreurs = ecartsDeSens(lu);
  if (erreurs.length > 0) throw refuse('Ce fichier se contredit.', erreurs.slice(0, 50));
  return lu;
}
