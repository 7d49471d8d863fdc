import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { refusDeCorriger, type Fil, type MessageSaisi } from '@pleniere/fiches/domain';
import { Base, interdit, introuvable, perime } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { AnnoncesDialogue } from './annonces';
import { FilsRepository, type MessageVerrouille } from './fils.repository';
import { FilsService } from './fils.service';

/** One's own messages, corrected or deleted while they are fresh. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly base: Base,
    private readonly fils: FilsService,
    private readonly repository: FilsRepository,
    private readonly annonces: AnnoncesDialogue,
    private readonly journal: Journal,
  ) {}

  /** Corrects a message; 403 when it is somebody else's or too old, 412 when it was changed meanwhile. */
  corriger(acteur: Acteur, id: string, version: number, { texte, mentions }: MessageSaisi): Promise<Fil> {
    return this.changer(acteur, id, version, 'texte', async (tx, { visibilite }) => {
      await this.fils.verifierMentions(tx, acteur, visibilite, mentions);
      await this.repository.reecrire(tx, acteur.contratId, id, texte);
      await this.repository.mentionner(tx, acteur.contratId, id, mentions);
    });
  }

  /** Deletes a message: its text is gone, its place and its author remain. */
  supprimer(acteur: Acteur, id: string, version: number): Promise<Fil> {
    return this.changer(acteur, id, version, 'suppression', async (tx) => {
      await this.repository.effacer(tx, acteur.contratId, id);
      await this.repository.mentionner(tx, acteur.contratId, id, []);
    });
  }

  private changer(
    acteur: Acteur,
    id: string,
    version: number,
    champ: string,
    ecrire: (tx: EntityManager, message: MessageVerrouille) => Promise<void>,
  ): Promise<Fil> {
    return this.base.transaction(async (tx) => {
      const message = await this.repository.verrouillerMessage(tx, acteur, id);
      if (!message) throw introuvable('Ce message');
      const { filId, ficheId, visibilite: cercle } = message;
      if (message.version !== version) throw perime(await this.fils.relire(tx, acteur, filId));
      const etat = {
        ...message,
        ecritLe: message.ecritLe.toISOString(),
        supprimeLe: message.supprimeLe?.toISOString() ?? null,
      };
      const refus = refusDeCorriger(etat, acteur.personneId, Date.now());
      if (refus !== null) throw interdit(refus);
      await ecrire(tx, message);
      await this.journal.inscrire(tx, acteur, { objet: 'message', objetId: filId, ficheId, champ });
      await this.annonces.publier(tx, acteur, { objetId: filId, ficheId, cercle });
      return this.fils.relire(tx, acteur, filId);
    });
  }
}
