import { AvisEntity } from './avis/avis.entity';
import { RevisionEntity } from './circuit/revision.entity';
import { NoteTerrainEntity } from './dialogue/notes/note.entity';
import { FicheEntity } from './fiche/fiche.entity';
import { ActionEntity } from './suivi/action.entity';
import { DeclinaisonEntity } from './suivi/declinaison.entity';

export type { FicheBrute } from './fiche/droits';
export { lireFichesEnVigueur } from './fiche/fiches-en-vigueur';
export { lireValeur } from './fiche/champs/lire-valeur';
export { FichesReader } from './fiche/fiches.reader';
export { FichesService } from './fiche/fiches.service';
export { HistoriqueService } from './historique/historique.service';
export { FichesModule } from './fiches.module';
export { lireDocument } from './import/lecture/lire-document';
export { type IndicateurPublie, phraseDuTerritoire } from './pilotage/public/phrase';
export { PublicService } from './pilotage/public/public.service';

/** Entities of the area, for the data source. */
export const ENTITES_FICHES = [
  FicheEntity,
  RevisionEntity,
  AvisEntity,
  NoteTerrainEntity,
  ActionEntity,
  DeclinaisonEntity,
];
