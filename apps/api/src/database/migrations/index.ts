import { CreateSchema1763800000000 } from './1763800000000-create-schema';
import { CreateFrein1763800100000 } from './1763800100000-create-frein';
import { CreateImport1763800200000 } from './1763800200000-create-import';
import { CreateImportValeurs1763800300000 } from './1763800300000-create-import-valeurs';
import { Campagnes1763800800000 } from './1763800800000-campagnes';
import { CreateReferentiel1763800400000 } from './1763800400000-create-referentiel';
import { CreateCourriel1763800500000 } from './1763800500000-create-courriel';
import { CreateAccesPersonnes1763800600000 } from './1763800600000-create-acces-personnes';
import { ChoixRelecture1763800700000 } from './1763800700000-choix-relecture';
import { OrganisationDesPieces1763801000000 } from './1763801000000-organisation-des-pieces';
import { Ponderation1763801100000 } from './1763801100000-ponderation';
import { CreateRevisions1763801200000 } from './1763801200000-create-revisions';
import { CreateDialogue1763801300000 } from './1763801300000-create-dialogue';
import { SeuilDePublication1763801400000 } from './1763801400000-seuil-de-publication';
import { SceauDuJournal1763801500000 } from './1763801500000-sceau-du-journal';
import { CreateNotifications1763801600000 } from './1763801600000-create-notifications';
import { Plenieres1763802000000 } from './1763802000000-plenieres';
import { Arretes1763802100000 } from './1763802100000-arretes';
import { DocumentsProduits1763802200000 } from './1763802200000-documents-produits';
import { EspacesDialogue1763802300000 } from './1763802300000-espaces-dialogue';
import { QuestionsHabitants1763802400000 } from './1763802400000-questions-habitants';
import { Consultations1763802500000 } from './1763802500000-consultations';
import { LiensEtCalculs1763802600000 } from './1763802600000-liens-et-calculs';
import { AdressePublique1763802700000 } from './1763802700000-adresse-publique';
import { SceauParLot1763802800000 } from './1763802800000-sceau-par-lot';
import { Installation1763802810000 } from './1763802810000-installation';
import { Opinions1763802910000 } from './1763802910000-opinions';
import { SecondFacteurExige1763803300000 } from './1763803300000-second-facteur-exige';
import { NiveauDecision1763803000000 } from './1763803000000-niveau-decision';
import { SignauxDuBudget1763803010000 } from './1763803010000-signaux-du-budget';
import { Projets1763803100000 } from './1763803100000-projets';
import { AvisDesGroupes1763803110000 } from './1763803110000-avis-des-groupes';
import { SceauDirect1763803200000 } from './1763803200000-sceau-direct';
import { ComptesRelies1763803390000 } from './1763803390000-comptes-relies';

/** Every migration, oldest first; listed by hand because the product is one bundle. */
export const MIGRATIONS = [
  CreateSchema1763800000000,
  CreateFrein1763800100000,
  CreateImport1763800200000,
  CreateImportValeurs1763800300000,
  CreateReferentiel1763800400000,
  CreateCourriel1763800500000,
  CreateAccesPersonnes1763800600000,
  ChoixRelecture1763800700000,
  Campagnes1763800800000,
  OrganisationDesPieces1763801000000,
  Ponderation1763801100000,
  CreateRevisions1763801200000,
  CreateDialogue1763801300000,
  SeuilDePublication1763801400000,
  SceauDuJournal1763801500000,
  CreateNotifications1763801600000,
  Plenieres1763802000000,
  Arretes1763802100000,
  DocumentsProduits1763802200000,
  EspacesDialogue1763802300000,
  QuestionsHabitants1763802400000,
  Consultations1763802500000,
  LiensEtCalculs1763802600000,
  AdressePublique1763802700000,
  SceauParLot1763802800000,
  Installation1763802810000,
  Opinions1763802910000,
  NiveauDecision1763803000000,
  SignauxDuBudget1763803010000,
  Projets1763803100000,
  AvisDesGroupes1763803110000,
  SceauDirect1763803200000,
  SecondFacteurExige1763803300000,
  ComptesRelies1763803390000,
];
