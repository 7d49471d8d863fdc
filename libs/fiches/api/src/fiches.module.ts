import { Module } from '@nestjs/common';
import { IndicateursModule } from '@pleniere/indicateurs/api';
import { AvisController } from './avis/avis.controller';
import { AvisService } from './avis/avis.service';
import { ArchivageService } from './circuit/archivage.service';
import { CollecteController } from './campagne/collecte.controller';
import { CollecteService } from './campagne/collecte.service';
import { CircuitController } from './circuit/circuit.controller';
import { CircuitService } from './circuit/circuit.service';
import { EffetsService } from './circuit/effets.service';
import { RevisionImportService } from './circuit/revision-import.service';
import { DialogueModule } from './dialogue/dialogue.module';
import { ChampsController } from './fiche/champs/champs.controller';
import { ChampsService } from './fiche/champs/champs.service';
import { FichesController } from './fiche/fiches.controller';
import { FichesReader } from './fiche/fiches.reader';
import { RechercheController } from './recherche/recherche.controller';
import { RechercheReader } from './recherche/recherche.reader';
import { FichesService } from './fiche/fiches.service';
import { HistoriqueController } from './historique/historique.controller';
import { HistoriqueService } from './historique/historique.service';
import { RetablissementService } from './historique/retablissement.service';
import { AnnulationService } from './import/annulation.service';
import { DecisionService } from './import/decision.service';
import { DepotService } from './import/depot.service';
import { ImportsFichesController } from './import/imports.controller';
import { ImportsRepository } from './import/imports.repository';
import { Lecteur, ouvrirLecteur } from './import/lecture/lecteur';
import { RelectureService } from './import/relecture.service';
import { PilotageModule } from './pilotage/pilotage.module';
import { AnnoncesFiche } from './presence/annonces-fiche';
import { PresencesController } from './presence/presences.controller';
import { PresencesService } from './presence/presences.service';
import { ActionsController } from './suivi/actions.controller';
import { ActionsService } from './suivi/actions.service';
import { DeclinaisonsController } from './suivi/declinaisons.controller';
import { DeclinaisonsService } from './suivi/declinaisons.service';

const IMPORT = [
  AnnulationService,
  DecisionService,
  DepotService,
  ImportsRepository,
  RelectureService,
  { provide: Lecteur, useFactory: () => ouvrirLecteur() },
];

/** Server side of the fiches: content, circuit, actions, déclinaisons, and the import of existing ones. */
@Module({
  imports: [PilotageModule, DialogueModule, IndicateursModule],
  controllers: [
    FichesController,
    RechercheController,
    ChampsController,
    CircuitController,
    CollecteController,
    AvisController,
    HistoriqueController,
    ActionsController,
    DeclinaisonsController,
    PresencesController,
    ImportsFichesController,
  ],
  providers: [
    AnnoncesFiche,
    FichesReader,
    RechercheReader,
    FichesService,
    ChampsService,
    CircuitService,
    CollecteService,
    EffetsService,
    RevisionImportService,
    ArchivageService,
    AvisService,
    HistoriqueService,
    RetablissementService,
    ActionsService,
    DeclinaisonsService,
    PresencesService,
    ...IMPORT,
  ],
  exports: [FichesReader, FichesService, HistoriqueService, PilotageModule],
})
export class FichesModule {}
