import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { ComptesDemo, Sessions } from '@pleniere/acces/api';
import {
  Arret,
  type Config,
  Lecture,
  lireCorps,
  Mesures,
  numeroterDemande,
  Serveur,
  surveillerLenteurs,
} from '@pleniere/shared/api';
import compression from 'compression';
import type { Request } from 'express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { placerRoutes, publierDescription } from './openapi';
import { poserEntetesDeSecurite, servirInterface } from './web';

/** The contrat of whoever opens a page; a database that does not answer keeps nobody from it. */
function contratDe(app: NestExpressApplication): (requete: Request) => Promise<string | null> {
  const sessions = app.get(Sessions);
  return (requete) =>
    sessions.lire(requete).then(
      (session) => session?.acteur.contratId ?? null,
      () => null,
    );
}

/** Builds the application as it runs in production; tests use the very same one. */
export async function creerApplication(config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.pour(config), new Serveur(), {
    bufferLogs: true,
    bodyParser: false,
  });
  app.useLogger(app.get(Logger));
  if (config.modeDemo) app.get(ComptesDemo).liste = (await import('./seeds/demo/comptes.ts')).COMPTES_DEMO;
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  if (config.metriquesPort !== null) app.use(app.get(Mesures).observer);
  app.use(numeroterDemande, surveillerLenteurs, app.get(Arret).suivre, app.get(Lecture).suivre);
  poserEntetesDeSecurite(app);
  app.use(compression());
  if (config.webRoot !== null) servirInterface(app, config.webRoot, contratDe(app));
  app.use(lireCorps);
  placerRoutes(app);
  publierDescription(app);
  return app;
}
