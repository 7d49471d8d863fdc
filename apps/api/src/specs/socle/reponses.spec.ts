import type { NestExpressApplication } from '@nestjs/platform-express';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import description from '../../../openapi.json';
import { contenuComplet, creerContrat, demarrerApi } from '../../testing';
import { type Operation, OPERATIONS } from '../../testing/attaques/operations';
import { type DecorDroits, poserDecor } from '../../testing/decor-droits';
import { poserFiche } from '../../testing/poser';
import { figer } from '../../testing/sorties/sorties';
import { appelerRoute, attendu, PERSONNAGES } from '../../testing/verdicts';

type Json = Record<string, unknown>;
interface Reponses {
  responses: Record<string, { content?: Record<string, { schema: Json }> }>;
}

/** A schema of OpenAPI 3.0 as one of JSON Schema; an object says every one of its members. */
function enJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(enJsonSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...reste } = Object.fromEntries(
    Object.entries(schema).map(([mot, valeur]) => [mot, enJsonSchema(valeur)]),
  ) as Json;
  if (reste['type'] === 'object' && reste['properties'] && !('additionalProperties' in reste)) {
    reste['additionalProperties'] = false;
  }
  return nullable ? { anyOf: [{ type: 'null' }, reste] } : reste;
}

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ $id: 'api', components: enJsonSchema(description.components) as Json });

/** What checks the JSON answer of an operation, or null when it answers something else. */
function verification({ methode, chemin }: Operation): ValidateFunction | null {
  const routes = description.paths as unknown as Record<string, Record<string, Reponses>>;
  const contenu = routes[chemin]?.[methode.toLowerCase()]?.responses['200']?.content?.['application/json'];
  // Files of exchange have published schemas of their own, checked where they are made.
  if (!contenu || String(contenu.schema['$ref'] ?? '#').startsWith('/')) return null;
  const texte = JSON.stringify(enJsonSchema(contenu.schema)).replaceAll('"#/components', '"api#/components');
  return ajv.compile(JSON.parse(texte) as Json);
}

/** Before the first contrat alone; and what the setting only sketches, read of a real arrêté below. */
const AILLEURS = ['GET /installation/epci', 'GET /arretes/:id', 'GET /contrats/:contratId/arretes'];

const lectures = OPERATIONS.filter(({ methode, route }) => methode === 'GET' && !route.flux);
const enJson = lectures.flatMap((operation) => {
  const verifier = verification(operation);
  return verifier ? [{ ...operation, verifier }] : [];
});

describe('what the description of the API says of answers', () => {
  let app: NestExpressApplication;
  let decor: DecorDroits;

  beforeAll(async () => {
    app = await demarrerApi();
    decor = await poserDecor(app, await creerContrat(app));
  });
  afterAll(() => app.close());

  it('bears upon every read that gives JSON', () => {
    expect(enJson.length).toBeGreaterThan(100);
  });

  /** What an answer to each of those who may read says otherwise than described. */
  async function ecarts({ nom, route, verifier }: (typeof enJson)[number], ici: DecorDroits): Promise<string[]> {
    const trouves: string[] = [];
    for (const personnage of PERSONNAGES.filter((un) => attendu(route, un).ici === 'permis')) {
      const { status, body, text } = await appelerRoute(await ici.contrat.en(personnage), nom, ici);
      if (status !== 200 || text === '' || verifier(body)) continue;
      const dits = (verifier.errors ?? []).map((un) => `${un.instancePath} ${un.message} ${JSON.stringify(un.params)}`);
      trouves.push(...dits.map((dit) => `${personnage}: ${dit}`));
    }
    return trouves;
  }

  it.each(enJson.filter(({ nom }) => !AILLEURS.includes(nom)))('is what $nom gives', async (lecture) => {
    expect(await ecarts(lecture, decor)).toEqual([]);
  });

  it.each(enJson.filter(({ nom }) => AILLEURS.slice(1).includes(nom)))(
    'is what $nom gives of a real arrêté',
    async (lecture) => {
      const contrat = await creerContrat(app);
      const ficheId = await poserFiche(app, contrat, { contenu: contenuComplet(contrat) });
      const { id: arreteId } = await figer(contrat, [ficheId]);
      expect(await ecarts(lecture, { ...decor, contrat, ficheId, arreteId })).toEqual([]);
    },
  );
});
