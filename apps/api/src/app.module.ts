import { type DynamicModule, Module } from '@nestjs/common';
import { AccesModule, ENTITES_ACCES } from '@pleniere/acces/api';
import { ActeursModule, ENTITES_ACTEURS } from '@pleniere/acteurs/api';
import { ContratModule, ENTITES_CONTRAT } from '@pleniere/contrat/api';
import { ENTITES_FICHES, FichesModule } from '@pleniere/fiches/api';
import { ENTITES_INDICATEURS, IndicateursModule } from '@pleniere/indicateurs/api';
import { ENTITES_PARTICIPATION, ParticipationModule } from '@pleniere/participation/api';
import { ENTITES_PLENIERES, PlenieresModule } from '@pleniere/plenieres/api';
import { RestitutionModule } from '@pleniere/restitution/api';
import { type Config, SocleModule } from '@pleniere/shared/api';
import { SiteModule } from '@pleniere/site/api';
import { optionsBase } from './database/options';
import { Installation } from './premier-contrat/installation';
import { InstallationController } from './premier-contrat/installation.controller';

const ENTITES = [
  ...ENTITES_ACCES,
  ...ENTITES_ACTEURS,
  ...ENTITES_CONTRAT,
  ...ENTITES_INDICATEURS,
  ...ENTITES_PARTICIPATION,
  ...ENTITES_FICHES,
  ...ENTITES_PLENIERES,
];

/** The whole product: the only place that knows every area. */
@Module({})
export class AppModule {
  static pour(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SocleModule.pour(config, optionsBase(config.databaseUrl, ENTITES)),
        // Before the fiches: `fiches/:ref.pdf` must be tried before `fiches/:ref`.
        RestitutionModule,
        AccesModule,
        ActeursModule,
        ContratModule,
        IndicateursModule,
        ParticipationModule,
        FichesModule,
        PlenieresModule,
        SiteModule,
      ],
      controllers: [InstallationController],
      providers: [Installation],
    };
  }
}
