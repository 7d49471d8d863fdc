import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { PgBoss } from 'pg-boss';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Base } from './base/base';
import { Lecture } from './base/lecture';
import { Octets } from './base/octets';
import { Config } from './config';
import { Courriels } from './courriel/courriels';
import { Poste } from './courriel/poste';
import { Direct } from './direct/direct';
import { Arret } from './http/arret';
import { FiltreProblemes } from './http/filtre-problemes';
import { creerValidation } from './saisie/validation';
import { SanteController } from './http/sante.controller';
import { Mesures } from './mesures/mesures';
import { creerFile } from './taches/file';
import { Taches } from './taches/taches';
import { optionsDesTraces, sortieDesTraces } from './traces';

/** What every area stands on: settings, database, queue, e-mails, live events, logs, validation, problems, health. */
@Global()
@Module({})
export class SocleModule {
  static pour(config: Config, optionsBase: DataSourceOptions): DynamicModule {
    return {
      module: SocleModule,
      imports: [LoggerModule.forRoot({ pinoHttp: [optionsDesTraces(config.logLevel), sortieDesTraces()] })],
      controllers: [SanteController],
      providers: [
        { provide: Config, useValue: config },
        { provide: DataSource, useFactory: () => new DataSource(optionsBase).initialize() },
        { provide: PgBoss, useFactory: () => creerFile(config) },
        Arret,
        Base,
        Courriels,
        Direct,
        Lecture,
        Mesures,
        Octets,
        Poste,
        Taches,
        { provide: APP_FILTER, useClass: FiltreProblemes },
        { provide: APP_PIPE, useFactory: creerValidation },
      ],
      exports: [Config, DataSource, Base, Courriels, Direct, Mesures, Octets, Taches],
    };
  }
}
