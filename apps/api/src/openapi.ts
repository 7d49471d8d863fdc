import { type INestApplication, VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, getSchemaPath, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { lireConfig, ProblemeDto } from '@pleniere/shared/api';
import type { NextFunction, Request, Response } from 'express';
import { AppModule } from './app.module';

const ENTETE = new DocumentBuilder()
  .setTitle('Plénière')
  .setDescription(
    'API du contrat de ville : fiches projet, indicateurs, valeurs, restitution. Les refus sont des application/problem+json (RFC 9457). Un texte revient tel qu’il a été envoyé, à la forme de ses accents (NFC), à ses blancs et, pour un texte riche, à ses balises près ; un texte qui contient un caractère invisible ou sans usage est refusé (422).',
  )
  .setVersion('1')
  .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/fr/')
  .addCookieAuth('pleniere_session', { type: 'apiKey' }, 'session')
  .addApiKey(
    {
      type: 'apiKey',
      in: 'header',
      name: 'X-XSRF-TOKEN',
      description: 'For writes: the value of the cookie XSRF-TOKEN.',
    },
    'jeton',
  )
  .addGlobalResponse({
    status: 'default',
    description: 'Any refusal.',
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemeDto) } } },
  })
  .build();

/** Where the routes live: `/api/v1`; health and the pages for residents beside it. */
export function placerRoutes(app: INestApplication): void {
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready', 'habitants', 'habitants/*chemin'] });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
}

/** Serves the description at `/api/openapi.json`, and to be read at `/api/docs`; it is loaded for the first who asks. */
export function publierDescription(app: NestExpressApplication): void {
  let description: OpenAPIObject | null = null;
  const charger = async (): Promise<void> => {
    const lue = await import('../openapi.json', { with: { type: 'json' } });
    description ??= lue.default as unknown as OpenAPIObject;
  };
  app.use(['/api/docs', '/api/openapi.json'], (_: Request, __: Response, suite: NextFunction) => {
    charger().then(() => suite(), suite);
  });
  SwaggerModule.setup('api/docs', app, () => description as OpenAPIObject, { jsonDocumentUrl: 'api/openapi.json' });
}

/** Names the parts of an address that no handler reads: the guard alone looks at `contratId`. */
function nommerParametres({ paths }: OpenAPIObject): void {
  for (const [chemin, routes] of Object.entries(paths)) {
    const noms = [...chemin.matchAll(/\{(\w+)\}/g)].map(([, nom = '']) => nom);
    for (const route of [routes.get, routes.post, routes.put, routes.patch, routes.delete]) {
      if (!route) continue;
      const connus = (route.parameters ?? []).map((parametre) => ('name' in parametre ? parametre.name : ''));
      const manquants = noms.filter((nom) => !connus.includes(nom));
      const ajoutes = manquants.map((name) => ({
        name,
        in: 'path' as const,
        required: true,
        schema: { type: 'string' },
      }));
      route.parameters = [...ajoutes, ...(route.parameters ?? [])];
    }
  }
}

/** OpenAPI description of the router, with what the compiler knows of its types; committed as `openapi.json`, checked, and served. */
export async function decrireApi(typesConnus: () => Promise<Record<string, unknown>>): Promise<OpenAPIObject> {
  const config = lireConfig({ DATABASE_URL: 'postgres://aucune' });
  const app = await NestFactory.create(AppModule.pour(config), { preview: true, logger: ['error'] });
  placerRoutes(app);
  await SwaggerModule.loadPluginMetadata(typesConnus);
  const description = SwaggerModule.createDocument(app, ENTETE, {
    extraModels: [ProblemeDto],
    operationIdFactory: (controleur, methode) => `${controleur.replace(/Controller$/, '')}_${methode}`,
  });
  nommerParametres(description);
  return description;
}
