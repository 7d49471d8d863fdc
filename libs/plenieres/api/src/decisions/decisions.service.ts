import { Injectable } from '@nestjs/common';
import { Ecritures, type Ressource } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Decision, DecisionSaisie } from '@pleniere/plenieres/domain';
import { Base, enConflit, introuvable, type ProblemeException, refuse } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AnnoncesSeance } from '../seances/annonces';
import { SeanceEntity } from '../seances/seance.entity';
import { DecisionEntity } from './decision.entity';
import { LISTE_DECISIONS, UNE_DECISION } from './lectures';

const refuserChamp = (pointer: string, detail: string): ProblemeException =>
  refuse('Rien n’a été enregistré.', [{ pointer, detail }]);

const RESSOURCE: Ressource<DecisionEntity, Decision> = {
  entite: DecisionEntity,
  objet: 'decision',
  quoi: 'Cette décision',
  utilise: 'Cette décision est citée ailleurs.',
  contraintes: {
    decision_contrat_id_fiche_id_fkey: () => refuserChamp('/ficheId', 'Cette fiche ne fait pas partie du contrat.'),
    decision_contrat_id_responsable_id_fkey: () =>
      refuserChamp('/responsableId', 'Cette organisation ne fait pas partie du contrat.'),
  },
  cle: (contratId, id) => ({ contratId, id }),
  lire: async (tx, contratId, id) => {
    const [ligne] = await tx.query<{ reponse: Decision }[]>(UNE_DECISION, [contratId, id]);
    return ligne?.reponse ?? null;
  },
};

/** Decisions of the séances, followed until they are done. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly base: Base,
    private readonly ecritures: Ecritures,
    private readonly annonces: AnnoncesSeance,
  ) {}

  /** Every decision of the contrat: those to carry out first, by due date. */
  async lister(contratId: string): Promise<Decision[]> {
    const [ligne] = await this.base.lire<{ reponse: Decision[] }>('decisions', LISTE_DECISIONS, [contratId]);
    return ligne?.reponse ?? [];
  }

  /** Records a decision at the end of its séance; throws 409 when the séance was cancelled. */
  creer(acteur: Acteur, seanceId: string, saisie: DecisionSaisie): Promise<Decision> {
    return this.inscrire(acteur, seanceId, randomUUID(), saisie);
  }

  /** Records a decision under the id that a device gave it; sent again, answers with the decision as it stands. */
  inscrire(acteur: Acteur, seanceId: string, id: string, saisie: DecisionSaisie): Promise<Decision> {
    return this.base.transaction(async (tx) => {
      const seance = await this.verrouiller(tx, acteur, seanceId);
      const connue = await RESSOURCE.lire(tx, acteur.contratId, id);
      if (connue?.seanceId === seanceId) return connue;
      if (connue) throw enConflit('Une autre séance a déjà une décision sous cet identifiant.');
      if (seance.statut === 'annulee') throw enConflit('Cette séance est annulée : elle ne prend pas de décision.');
      const rang = await this.rangSuivant(tx, acteur, seanceId);
      const decision = await this.ecritures.creer(tx, acteur, RESSOURCE, id, { ...saisie, seanceId, rang });
      await this.annonces.publier(tx, acteur, seanceId);
      return decision;
    });
  }

  modifier(acteur: Acteur, id: string, version: number, saisie: Partial<DecisionSaisie>): Promise<Decision> {
    return this.base.transaction(async (tx) => {
      const decision = await this.ecritures.modifier(tx, acteur, RESSOURCE, id, version, saisie);
      await this.annonces.publier(tx, acteur, decision.seanceId);
      return decision;
    });
  }

  /** Takes away a decision recorded by mistake. */
  supprimer(acteur: Acteur, id: string, version: number): Promise<void> {
    return this.base.transaction(async (tx) => {
      const decision = await RESSOURCE.lire(tx, acteur.contratId, id);
      await this.ecritures.supprimer(tx, acteur, RESSOURCE, id, version);
      if (decision) await this.annonces.publier(tx, acteur, decision.seanceId);
    });
  }

  // The lock on the séance makes two people who type at once number their decisions one after the other.
  private async verrouiller(tx: EntityManager, { contratId }: Acteur, seanceId: string): Promise<SeanceEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    const seance = await tx.findOne(SeanceEntity, { where: { contratId, id: seanceId }, lock });
    if (!seance) throw introuvable('Cette séance');
    return seance;
  }

  private async rangSuivant(tx: EntityManager, { contratId }: Acteur, seanceId: string): Promise<number> {
    return ((await tx.maximum(DecisionEntity, 'rang', { contratId, seanceId })) ?? 0) + 1;
  }
}
