import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const ENTETE = new DocumentBuilder()
  .setTitle('Plénière')
  .setDescription(
    'API du contrat de ville : fiches projet, indicateurs, valeurs, restitution. Les refus sont des application/problem+json (RFC 9457).',
  )
  .setVersion('1')
  .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/fr/')
  .addCookieAuth('pleniere_session')
  .build();

/** OpenAPI description of the running router; committed as `openapi.json` and checked. */
export async function creerOpenApi(app: INestApplication): Promise<OpenAPIObject> {
  return SwaggerModule.createDocument(app, ENTETE, {
    operationIdFactory: (controleur, methode) => `${controleur.replace(/Controller$/, '')}_${methode}`,
  });
}
