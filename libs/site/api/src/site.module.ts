import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { FichesModule } from '@pleniere/fiches/api';
import { ParticipationModule } from '@pleniere/participation/api';
import { urlencoded } from 'express';
import { AccueilDuSiteController } from './accueil/accueil.controller';
import { AdressesController, AnciennesAdressesController } from './cadre/adresses.controller';
import { CadreReader } from './cadre/cadre.reader';
import { ChangementsDuSiteController } from './changements/changements.controller';
import { ConsultationsDuSiteController } from './consultations/lecture/consultations.controller';
import { ContributionsDuSiteController } from './consultations/parole/contributions.controller';
import { ParoleDuSiteController } from './consultations/parole/parole.controller';
import { SignalementDuSiteController } from './consultations/parole/signalement.controller';
import { ResultatsDuSiteController } from './consultations/resultats/resultats.controller';
import { VoteDuSiteController } from './consultations/vote/vote.controller';
import { EmargementDuSiteController } from './emargement/emargement.controller';
import { FichesDuSiteController } from './fiches/fiches.controller';
import { FichesPubliquesReader } from './fiches/fiches.reader';
import { CleDuVisiteur } from './formulaires/cle';
import { InformationsController } from './informations/informations.controller';
import { QuartiersDuSiteController } from './quartiers/quartiers.controller';
import { QuartiersReader } from './quartiers/quartiers.reader';
import { DemandesDuSiteController } from './questions/demandes.controller';
import { QuestionsDuSiteController } from './questions/questions.controller';

/** Controllers whose pages have forms. */
const A_FORMULAIRES = [
  DemandesDuSiteController,
  EmargementDuSiteController,
  QuestionsDuSiteController,
  ConsultationsDuSiteController,
  VoteDuSiteController,
  ParoleDuSiteController,
  ContributionsDuSiteController,
  ResultatsDuSiteController,
  SignalementDuSiteController,
];
/** More than any form of the site sends. */
const TAILLE_MAX = '64kb';

/** Pages for residents, written on the server: readable without account and without JavaScript. */
@Module({
  imports: [FichesModule, ParticipationModule],
  controllers: [
    AnciennesAdressesController,
    AdressesController,
    ChangementsDuSiteController,
    FichesDuSiteController,
    QuartiersDuSiteController,
    InformationsController,
    ...A_FORMULAIRES,
    AccueilDuSiteController,
  ],
  providers: [CadreReader, CleDuVisiteur, FichesPubliquesReader, QuartiersReader],
})
export class SiteModule implements NestModule {
  /** Forms are read on these pages alone: nothing else of the API takes what any site may post. */
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(urlencoded({ extended: false, limit: TAILLE_MAX, parameterLimit: 100 })).forRoutes(...A_FORMULAIRES);
  }
}
