import { EspacesController } from './espaces.controller';
import { EspacesReader } from './espaces.reader';
import { EspacesService } from './espaces.service';
import { Emargements } from './presences/emargements';
import { EmargementsController } from './presences/emargements.controller';
import { PresencesController } from './presences/presences.controller';
import { PresencesService } from './presences/presences.service';
import { PurgeDesCles } from './presences/purge-cles';
import { PriseSeance } from './seances/prise-seance';
import { SeancesDialogueController } from './seances/seances-dialogue.controller';
import { SeancesDialogueService } from './seances/seances-dialogue.service';

/** Controllers of the espaces de dialogue and of their séances. */
export const CONTROLEURS_ESPACES = [
  EspacesController,
  SeancesDialogueController,
  PresencesController,
  EmargementsController,
];

/** Services of the espaces de dialogue and of their séances. */
export const SERVICES_ESPACES = [
  Emargements,
  EspacesReader,
  EspacesService,
  PresencesService,
  PriseSeance,
  PurgeDesCles,
  SeancesDialogueService,
];
