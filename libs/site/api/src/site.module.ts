import { Module } from '@nestjs/common';
import { FichesModule } from '@pleniere/fiches/api';
import { AccueilDuSiteController } from './accueil/accueil.controller';
import { AdressesController, AnciennesAdressesController } from './cadre/adresses.controller';
import { CadreReader } from './cadre/cadre.reader';
import { FichesDuSiteController } from './fiches/fiches.controller';
import { InformationsController } from './informations/informations.controller';
import { QuartiersDuSiteController } from './quartiers/quartiers.controller';
import { QuartiersReader } from './quartiers/quartiers.reader';

/** Pages for residents, written on the server: readable without account and without JavaScript. */
@Module({
  imports: [FichesModule],
  controllers: [
    AnciennesAdressesController,
    AdressesController,
    FichesDuSiteController,
    QuartiersDuSiteController,
    InformationsController,
    AccueilDuSiteController,
  ],
  providers: [CadreReader, QuartiersReader],
})
export class SiteModule {}
