import type { EntreeJournal } from '@pleniere/acces/domain';
import type { StatutFiche } from '../circuit/circuit';
import type { Meteo, StatutExecution } from '../suivi/declinaison';

/** A fiche as a list names it. */
export interface FicheNommee {
  id: string;
  code: string;
  titre: string;
}

/** Somebody who holds or has held a mandat for the organisation; `au` null while it lasts. */
export interface PersonneDuPoste {
  id: string;
  nom: string;
  fonction: string;
  du: string;
  au: string | null;
}

/** What somebody who takes over must know of an organisation: what is its own, what is late, what has been done. */
export interface Reprise {
  organisation: { id: string; nom: string };
  /** Those who held the post, the last to leave first, then the present colleagues. */
  personnes: PersonneDuPoste[];
  /** Fiches on which the organisation holds the pen. */
  fiches: (FicheNommee & { statut: StatutFiche; modifieLe: string })[];
  declinaisons: {
    id: string;
    fiche: FicheNommee;
    qpv: string | null;
    statutExecution: StatutExecution;
    meteo: Meteo | null;
  }[];
  /** Indicators that the organisation answers for. */
  indicateurs: { id: string; libelle: string; fiche: FicheNommee | null }[];
  /** Actions of its fiches whose day has passed. */
  actionsEnRetard: { id: string; titre: string; echeance: string; fiche: FicheNommee }[];
  /** The last thirty changes on its fiches by those people; empty for whoever does not read the journal. */
  changements: EntreeJournal[];
}
