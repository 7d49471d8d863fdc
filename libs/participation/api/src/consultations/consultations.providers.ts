import { ConsultationsController } from './cycle/consultations.controller';
import { ConsultationsService } from './cycle/consultations.service';
import { CodesHabitants } from './participants/codes';
import { EffacementParticipant } from './participants/effacement';
import { Participants } from './participants/participants';
import { Moderation } from './propositions/moderation';
import { ModerationController } from './propositions/moderation.controller';
import { Propositions } from './propositions/propositions';
import { Projets } from './projets/projets';
import { ProjetsController } from './projets/projets.controller';
import { ConsultationsPubliques } from './public/consultations-publiques';
import { ConsultationsPubliquesController } from './public/consultations-publiques.controller';
import { Idees } from './resultats/idees';
import { OpinionsDesResultats } from './resultats/opinions';
import { Resultats } from './resultats/resultats';
import { ResultatsController } from './resultats/resultats.controller';
import { Sequences } from './sequence/sequences';
import { Appels } from './suites/appels';
import { ExportConsultations } from './suites/export';
import { ConsultationsExternes } from './suites/externes';
import { PurgeConsultations } from './suites/purge';
import { SuitesConsultationsController } from './suites/suites.controller';
import { VotesPapier } from './votes/papier';
import { SanteDesVotes } from './votes/sante';
import { SuiviVotesController } from './votes/suivi.controller';
import { Suspects } from './votes/suspects';
import { Votes } from './votes/votes';

/** Controllers of the consultations. */
export const CONTROLEURS_CONSULTATIONS = [
  ConsultationsController,
  ConsultationsPubliquesController,
  ModerationController,
  ProjetsController,
  ResultatsController,
  SuitesConsultationsController,
  SuiviVotesController,
];

/** Services of the consultations. */
export const SERVICES_CONSULTATIONS = [
  Appels,
  CodesHabitants,
  ConsultationsExternes,
  ConsultationsPubliques,
  ConsultationsService,
  EffacementParticipant,
  ExportConsultations,
  Idees,
  Moderation,
  OpinionsDesResultats,
  Participants,
  Projets,
  Propositions,
  PurgeConsultations,
  Resultats,
  SanteDesVotes,
  Sequences,
  Suspects,
  Votes,
  VotesPapier,
];
