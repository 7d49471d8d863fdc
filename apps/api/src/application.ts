import { VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { Config } from '@pleniere/shared/api';
import compression from 'compression';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { creerOpenApi } from './openapi';
import { poserEntetesDeSecurite, servirInterface } from './web';

const TAILLE_MAX = '1mb';

/** Builds the application as it runs in production; tests use the very same one. */
export async function creerApplication(config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.pour(config), {
    bufferLogs: true,
    bodyParser: false,
  });
  app.useLogger(app.get(Logger));
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  poserEntetesDeSecurite(app);
  app.use(compression());
  if (config.webRoot !== null) servirInterface(app, config.webRoot);
  app.useBodyParser('json', { limit: TAILLE_MAX });
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  app.enableShutdownHooks();
  SwaggerModule.setup('api/docs', app, await creerOpenApi(app), { jsonDocumentUrl: 'api/openapi.json' });
  return app;
}
