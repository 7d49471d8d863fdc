import * as fc from 'fast-check';
import type { DecorDroits } from '../decor-droits';
import {
  CORPS_BRUTS,
  REQUETES_RETORSES,
  SEGMENTS_HOSTILES,
  TYPES_DE_CONTENU,
  VALEURS_HOSTILES,
  VERSIONS_HOSTILES,
} from './hostiles';
import { lieux, type Operation, resoudre, type Schema } from './operations';

/** A request as it goes on the wire. */
export interface Demande {
  methode: string;
  chemin: string;
  entetes: Record<string, string>;
  corps: string | null;
}

/** Ids that a request may name: of the caller's contrat, and of one that is none of their business. */
export interface Reperes {
  sien: DecorDroits;
  autre: DecorDroits;
  ids: readonly string[];
}

const TEXTES = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom(...VALEURS_HOSTILES.filter((valeur) => typeof valeur === 'string')) },
);
const ANNEES = fc.integer({ min: 2023, max: 2031 });
const JOURS = fc.date({ min: new Date('2024-01-01'), max: new Date('2031-01-01'), noInvalidDate: true });
const HOSTILES = fc.constantFrom(...VALEURS_HOSTILES);

/** Any value that a schema allows, or nearly. */
function selon(schema: Schema, ids: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const resolu = resoudre(schema);
  const valeur = valeurSelon(resolu, ids);
  return resolu.nullable ? fc.option(valeur, { freq: 4 }) : valeur;
}

function valeurSelon(schema: Schema, ids: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.properties) return objetSelon(schema, ids);
  const parType: Readonly<Record<string, () => fc.Arbitrary<unknown>>> = {
    array: () =>
      fc.array(selon(schema.items ?? {}, ids), { minLength: Math.min(schema.minItems ?? 0, 3), maxLength: 3 }),
    number: () => nombreSelon(schema),
    integer: () => nombreSelon(schema),
    boolean: () => fc.boolean(),
    string: () => texteSelon(schema, ids),
  };
  const quelconque = () => fc.oneof(HOSTILES, fc.jsonValue(), TEXTES, ids, fc.record({ texte: TEXTES }));
  return (parType[schema.type ?? ''] ?? quelconque)();
}

function nombreSelon({ minimum = 0, maximum }: Schema): fc.Arbitrary<number> {
  return maximum === undefined
    ? fc.oneof(ANNEES, fc.integer({ min: minimum, max: minimum + 50 }))
    : fc.integer({ min: minimum, max: maximum });
}

function texteSelon({ format, minLength }: Schema, ids: fc.Arbitrary<string>): fc.Arbitrary<string> {
  if (format === 'uuid') return ids;
  if (format === 'date') return JOURS.map((jour) => jour.toISOString().slice(0, 10));
  if (format === 'date-time') return JOURS.map((jour) => jour.toISOString());
  if (format === 'email') return fc.constantFrom('a@exemple.fr', 'É@exemple.fr', 'a@b', "' or 1=1--@exemple.fr");
  return fc.oneof(
    { weight: 4, arbitrary: TEXTES.map((texte) => texte.padEnd(minLength ?? 0, 'x')) },
    { weight: 1, arbitrary: ids },
  );
}

function objetSelon({ properties = {}, required = [] }: Schema, ids: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const champs = Object.fromEntries(Object.entries(properties).map(([nom, schema]) => [nom, selon(schema, ids)]));
  return fc.record(champs, { requiredKeys: required });
}

/** Puts something else in one place of a well-formed body: a value, a key too many, or a key too few. */
function abimer(corps: unknown, hostile: unknown, rang: number): unknown {
  if (typeof corps !== 'object' || corps === null) return hostile;
  const cles = Object.keys(corps);
  const cle = cles[rang % (cles.length + 1)];
  if (cle === undefined) return { ...corps, intrus: hostile };
  const dedans = (corps as Record<string, unknown>)[cle];
  const profond = typeof dedans === 'object' && dedans !== null && rang % 2 === 0;
  const nouveau = profond ? abimer(dedans, hostile, rang >> 1) : hostile;
  return Array.isArray(corps) ? corps.with(Number(cle), nouveau) : { ...corps, [cle]: nouveau };
}

function corpsDe(
  { corps, route }: Operation,
  { sien }: Reperes,
  ids: fc.Arbitrary<string>,
): fc.Arbitrary<string | null> {
  if (!corps) return fc.constantFrom(null, '{}', ...CORPS_BRUTS);
  const bienFait = fc.oneof(selon(corps, ids), fc.constant(route.corps?.(sien) ?? {}));
  const abime = fc.tuple(bienFait, HOSTILES, fc.nat({ max: 200 })).map((args) => abimer(...args));
  return fc.oneof(
    { weight: 5, arbitrary: bienFait.map((valeur) => JSON.stringify(valeur)) },
    { weight: 6, arbitrary: abime.map((valeur) => JSON.stringify(valeur) ?? 'null') },
    { weight: 1, arbitrary: fc.constantFrom(...CORPS_BRUTS) },
  );
}

function cheminDe(operation: Operation, { sien, autre }: Reperes, ids: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const [ici, ailleurs] = [lieux(operation, sien), lieux(operation, autre)];
  const segments = Object.fromEntries(
    Object.entries(ici).map(([nom, valeur]) => [
      nom,
      fc.oneof(
        { weight: nom === 'contratId' ? 12 : 6, arbitrary: fc.constant(valeur) },
        // What is public of a contrat is public for everybody: nothing to hide, and writes are allowed.
        { weight: 2, arbitrary: operation.route.acces === 'public' ? fc.uuid() : fc.constant(ailleurs[nom] ?? valeur) },
        { weight: 1, arbitrary: ids },
        { weight: 2, arbitrary: fc.constantFrom(...SEGMENTS_HOSTILES) },
      ),
    ]),
  );
  const racine = operation.chemin;
  return fc
    .record(segments)
    .map((choisis: Record<string, string>) => racine.replace(/\{(\w+)\}/g, (_, nom: string) => choisis[nom] ?? ''));
}

function requeteDe({ requete }: Operation, ids: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const encoder = (valeur: unknown) =>
    encodeURIComponent(
      String(typeof valeur === 'object' ? JSON.stringify(valeur) : valeur)
        .toWellFormed()
        .slice(0, 2_000),
    );
  const unParametre = ({ nom, schema }: Operation['requete'][number]) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant('') },
      { weight: 3, arbitrary: selon(schema, ids).map((valeur) => `${nom}=${encoder(valeur)}`) },
      { weight: 2, arbitrary: HOSTILES.map((valeur) => `${nom}=${encoder(valeur)}`) },
      { weight: 1, arbitrary: ids.map((id) => `${nom}=${id}`) },
      { weight: 1, arbitrary: fc.constantFrom(...REQUETES_RETORSES).map((texte) => texte.replaceAll('?', nom)) },
    );
  return fc
    .tuple(...[...requete, { nom: 'intrus', schema: { type: 'string' } }].map(unParametre))
    .map((parts) => parts.filter(Boolean).join('&'));
}

const FRONTIERE = 'frontiere';
/** A small file of no use, under a name that would climb out of any folder. */
function envelopper(champ: string, nom: string, contenu: string): string {
  return `--${FRONTIERE}\r\nContent-Disposition: form-data; name="${champ}"; filename="${nom}"\r\nContent-Type: text/csv\r\n\r\n${contenu}\r\n--${FRONTIERE}--\r\n`;
}

const NOMS = [
  'a.csv',
  '../../../../tmp/pirate.csv',
  '..\\pirate.xlsx',
  'a.pdf',
  '',
  'x'.repeat(3_000),
  '.docx',
  'con',
  'a.json',
];

/** Requests of one operation, from well-formed to absurd. */
export function demandes(operation: Operation, reperes: Reperes): fc.Arbitrary<Demande> {
  const publics = operation.route.acces === 'public';
  const ids = fc.oneof(
    fc.constantFrom(...reperes.ids.filter((id) => !publics || !idsDe(reperes.autre).includes(id))),
    fc.uuid(),
  );
  const versions = fc.oneof({ weight: 4, arbitrary: fc.constant('"1"') }, fc.constantFrom(...VERSIONS_HOSTILES));
  const types = fc.oneof(
    { weight: 12, arbitrary: fc.constant('application/json') },
    fc.constantFrom(...TYPES_DE_CONTENU),
  );
  const fichier = fc
    .tuple(fc.constantFrom(...NOMS), TEXTES)
    .map(([nom, texte]) => envelopper(operation.fichier ?? 'intrus', nom, texte.toWellFormed()));
  const envoi = operation.fichier !== null;
  return fc
    .record({
      chemin: cheminDe(operation, reperes, ids),
      requete: requeteDe(operation, ids),
      corps: operation.methode === 'GET' ? fc.constant(null) : envoi ? fichier : corpsDe(operation, reperes, ids),
      version: operation.version ? versions : fc.constant(null),
      type: envoi ? fc.constant(`multipart/form-data; boundary=${FRONTIERE}`) : types,
    })
    .map(({ chemin, requete, corps, version, type }) => ({
      methode: operation.methode,
      chemin: requete ? `${chemin}?${requete}` : chemin,
      entetes: { ...(corps !== null && { 'content-type': type }), ...(version !== null && { 'if-match': version }) },
      corps,
    }));
}

/** Every id that a furnished contrat is known by. */
export function idsDe({ contrat, ...decor }: DecorDroits): string[] {
  const { contratId, enjeuId, orientationId, organisations, personnes } = contrat;
  return [
    contratId,
    enjeuId,
    orientationId,
    ...Object.values(organisations),
    ...Object.values(personnes),
    ...Object.values(decor),
  ];
}
