import description from '../../../openapi.json';
import type { DecorDroits } from '../decor-droits';
import { ROUTES_ATTENDUES, type RouteAttendue } from '../routes-attendues';

/** A schema of the description of the API, as much of it as making a value needs. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  nullable?: boolean;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
}

/** One operation of the API, with what its test of rights knows of it. */
export interface Operation {
  nom: string;
  methode: string;
  /** As described, with `{id}` for what varies. */
  chemin: string;
  requete: readonly { nom: string; schema: Schema }[];
  version: boolean;
  corps: Schema | null;
  fichier: string | null;
  route: RouteAttendue;
}

interface Decrite {
  parameters?: { in: string; name: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

const SCHEMAS = description.components.schemas as unknown as Record<string, Schema>;

/** The schema itself, where it is named or composed. */
export function resoudre(schema: Schema): Schema {
  const nomme = schema.$ref ?? schema.allOf?.[0]?.$ref;
  return nomme ? { ...resoudre(SCHEMAS[nomme.split('/').at(-1) ?? ''] ?? {}), nullable: schema.nullable } : schema;
}

function lire(chemin: string, methode: string, decrite: Decrite): Operation[] {
  const nom = `${methode.toUpperCase()} ${chemin.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1')}`;
  const route = ROUTES_ATTENDUES[nom];
  if (!route) return [];
  const parametres = decrite.parameters ?? [];
  const contenu = decrite.requestBody?.content ?? {};
  const envoi = Object.entries(resoudre(contenu['multipart/form-data']?.schema ?? {}).properties ?? {});
  const estFichier = ([, { format, items }]: [string, Schema]) => format === 'binary' || items?.format === 'binary';
  return [
    {
      ...{ nom, methode: methode.toUpperCase(), chemin, route },
      requete: parametres.flatMap(({ in: ou, name, schema }) => (ou === 'query' ? [{ nom: name, schema }] : [])),
      version: parametres.some(({ name }) => name === 'If-Match'),
      corps: contenu['application/json']?.schema ?? null,
      fichier: envoi.find(estFichier)?.[0] ?? null,
    },
  ];
}

/** Every operation that the description of the API tells. */
export const OPERATIONS: readonly Operation[] = Object.entries(description.paths).flatMap(([chemin, methodes]) =>
  Object.entries(methodes as Record<string, Decrite>).flatMap(([methode, decrite]) => lire(chemin, methode, decrite)),
);

/** What stands in each varying place of an address, in a contrat that is furnished. */
export function lieux({ chemin, route }: Operation, decor: DecorDroits): Record<string, string> {
  const adresse = route.adresse(decor).split('?')[0] ?? '';
  const modele = chemin
    .replace('/api/v1', '')
    .replace(/[.]/g, '\\.')
    .replace(/\{(\w+)\}/g, '(?<$1>[^/]+?)');
  return { ...new RegExp(`^${modele}$`).exec(adresse)?.groups };
}
