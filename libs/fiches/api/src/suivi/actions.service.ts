import { Injectable } from '@nestjs/common';
import { Autorisation, Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { codeAction, verifierJour, type Action, type ActionSaisie } from '@pleniere/fiches/domain';
import { Base, enConflit, introuvable, perime, refuse } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { sansAction } from '../fiche/champs/actions-payees';
import { ChampsService } from '../fiche/champs/champs.service';
import { FicheEntity } from '../fiche/fiche.entity';
import { periodeDuContrat, verrouillerFiche } from '../fiche/verrou';
import { AnnoncesFiche } from '../presence/annonces-fiche';
import { ActionEntity } from './action.entity';
import { changementsDe, entreesDe } from './changements';

function enAction({ id, version, rang, ...action }: ActionEntity, { code }: FicheEntity): Action {
  const { titre, description, pilote, echeance, statut, niveauParticipation, etapes, refDauphin } = action;
  const dit = { titre, description, pilote, echeance, statut, niveauParticipation, etapes, refDauphin };
  return { id, version, code: codeAction(code, rang), ...dit };
}

/** Actions by which a fiche is carried out; they are followed freely, whatever its statut, until it is archived. */
@Injectable()
export class ActionsService {
  constructor(
    private readonly base: Base,
    private readonly autorisation: Autorisation,
    private readonly journal: Journal,
    private readonly annonces: AnnoncesFiche,
    private readonly champs: ChampsService,
  ) {}

  /** Adds an action at the end of the fiche's. */
  async creer(acteur: Acteur, ficheId: string, saisie: ActionSaisie): Promise<Action> {
    await this.autoriser(acteur, ficheId);
    return this.base.transaction(async (tx) => {
      const fiche = await this.ficheOuverte(tx, acteur, ficheId);
      await this.verifierEcheance(tx, acteur, saisie);
      const { contratId } = acteur;
      const cle = { contratId, id: randomUUID(), version: 1, ficheId, rang: fiche.actionsCreees };
      await tx.increment(FicheEntity, { contratId, id: ficheId }, 'actionsCreees', 1);
      const action = tx.create(ActionEntity, { ...cle, ...changementsDe<Partial<ActionSaisie>>({}, saisie) });
      await tx.insert(ActionEntity, action);
      await this.journal.inscrire(tx, acteur, {
        objet: 'action',
        objetId: action.id,
        ficheId,
        apres: { titre: action.titre },
      });
      await this.annonces.fiche(tx, acteur, ficheId);
      return enAction(action, fiche);
    });
  }

  /** Changes parts of an action; throws 412 with the current one when somebody else changed it in between. */
  async changer(acteur: Acteur, id: string, version: number, demande: Partial<ActionSaisie>): Promise<Action> {
    await this.autoriser(acteur, (await this.trouver(this.base.entites, acteur, id)).ficheId);
    return this.base.transaction(async (tx) => {
      const { action, fiche } = await this.verrouiller(tx, acteur, id, version);
      const changements = changementsDe<ActionSaisie>(action, demande);
      if (Object.keys(changements).length === 0) return enAction(action, fiche);
      await this.verifierEcheance(tx, acteur, changements);
      const apres = { ...changements, version: version + 1 };
      await tx.update(ActionEntity, { contratId: acteur.contratId, id, version }, apres);
      const objet = { objet: 'action', objetId: id, ficheId: fiche.id };
      await this.journal.inscrire(tx, acteur, entreesDe<ActionSaisie>(objet, action, changements));
      await this.annonces.fiche(tx, acteur, fiche.id);
      return enAction({ ...action, ...apres }, fiche);
    });
  }

  /** Removes an action; the journal keeps what it was. */
  async supprimer(acteur: Acteur, id: string, version: number): Promise<void> {
    await this.autoriser(acteur, (await this.trouver(this.base.entites, acteur, id)).ficheId);
    await this.base.transaction(async (tx) => {
      const { action, fiche } = await this.verrouiller(tx, acteur, id, version);
      await this.quitterLeBudget(tx, acteur, fiche, action);
      await tx.delete(ActionEntity, { contratId: acteur.contratId, id, version });
      const avant = enAction(action, fiche);
      await this.journal.inscrire(tx, acteur, { objet: 'action', objetId: id, ficheId: fiche.id, avant });
      await this.annonces.fiche(tx, acteur, fiche.id);
    });
  }

  /** Lines of budget that paid the action pay it no more; a text in force stays as it was signed. */
  private async quitterLeBudget(tx: EntityManager, acteur: Acteur, fiche: FicheEntity, action: ActionEntity) {
    const valeur = sansAction(fiche.contenu.lignesBudget, action.id);
    if (valeur === null || fiche.statut === 'en-vigueur') return;
    const motif = `L’action «\u00A0${action.titre}\u00A0» est retirée.`;
    await this.champs.ecrireDans(tx, acteur, fiche, { champ: 'lignesBudget', valeur, motif });
  }

  private async autoriser(acteur: Acteur, ficheId: string): Promise<void> {
    this.autorisation.exiger(
      acteur,
      'fiches.ecrire',
      await this.autorisation.perimetreFiche(acteur.contratId, ficheId),
    );
  }

  private async trouver(tx: EntityManager, { contratId }: Acteur, id: string): Promise<ActionEntity> {
    const action = await tx.findOneBy(ActionEntity, { contratId, id });
    if (!action) throw introuvable('Cette action');
    return action;
  }

  private async verrouiller(tx: EntityManager, acteur: Acteur, id: string, version: number) {
    const { ficheId } = await this.trouver(tx, acteur, id);
    const fiche = await this.ficheOuverte(tx, acteur, ficheId);
    const action = await this.trouver(tx, acteur, id);
    if (action.version !== version) throw perime(enAction(action, fiche));
    return { action, fiche };
  }

  private async ficheOuverte(tx: EntityManager, { contratId }: Acteur, ficheId: string): Promise<FicheEntity> {
    const fiche = await verrouillerFiche(tx, contratId, ficheId);
    if (fiche.statut === 'archive') throw enConflit('La fiche est archivée\u00A0: ses actions ne changent plus.');
    return fiche;
  }

  private async verifierEcheance(tx: EntityManager, { contratId }: Acteur, { echeance = null }: Partial<ActionSaisie>) {
    const refus = verifierJour(echeance, '/echeance', await periodeDuContrat(tx, contratId));
    if (refus.length > 0) throw refuse('Corrigez l’échéance\u202F; rien n’a été enregistré.', refus);
  }
}
