import type { Acteur } from '@pleniere/acces/domain';
import type { DemandeDeTransition } from '@pleniere/fiches/domain';
import type { EntityManager } from 'typeorm';
import type { FicheEntity } from '../fiche/fiche.entity';
import type { RevisionEntity } from './revision.entity';

/** A step being followed: the locked fiche with its present revision, who follows it, what they gave and the day. */
export interface Pas {
  tx: EntityManager;
  acteur: Acteur;
  fiche: FicheEntity;
  revision: RevisionEntity;
  demande: DemandeDeTransition;
  aujourdhui: string;
}

/** What a step changes of the fiche besides its statut. */
export type Suite = Partial<
  Pick<FicheEntity, 'revision' | 'enVigueur' | 'issue' | 'contenu' | 'champs' | 'champsRemplis' | 'manquesObligatoires'>
>;
