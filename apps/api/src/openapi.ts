import { type INestApplication, VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { lireConfig } from '@pleniere/shared/api';
import { AppModule } from './app.module';

const ENTETE = new DocumentBuilder()
  .setTitle('Plénière')
  .setDescription(
    'API du contrat de ville : fiches projet, indicateurs, valeurs, restitution. Les refus sont des application/problem+json (RFC 9457).',
  )
  .setVersion('1')
  .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/fr/')
  .addCookieAuth('pleniere_session')
  .build();

/** Where the routes live: `/api/v1`, and health beside it. */
export function placerRoutes(app: INestApplication): void {
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
}

/** OpenAPI description of the router, with what the compiler knows of its types; committed as `openapi.json`, checked, and served. */
export async function decrireApi(typesConnus: () => Promise<Record<string, unknown>>): Promise<OpenAPIObject> {
  const config = lireConfig({ DATABASE_URL: 'postgres:' });
  const app = await NestFactory.create(AppModule.pour(config), { preview: true, logger: ['error'] });
  placerRoutes(app);
  await SwaggerModule.loadPluginMetadata(typesConnus);
  return SwaggerModule.createDocument(app, ENTETE, {
    operationIdFactory: (controleur, methode) => `${controleur.replace(/Controller$/, '')}_${methode}`,
  });
}
