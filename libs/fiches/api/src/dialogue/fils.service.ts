import { Injectable } from '@nestjs/common';
import { Autorisation, Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  cerclesDe,
  elementsDe,
  LIMITES_DIALOGUE,
  verifierAncre,
  type Ancre,
  type DialogueFiche,
  type Fil,
  type FilSaisi,
  type MessageSaisi,
  type StatutFil,
  type VisibiliteFil,
} from '@pleniere/fiches/domain';
import { LIBELLES_VENTILATIONS } from '@pleniere/indicateurs/domain';
import { Base, interdit, introuvable, perime, refuse } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { FicheEntity } from '../fiche/fiche.entity';
import { AnnoncesDialogue } from './annonces';
import { NotificationsDialogue } from './notifications-dialogue';
import { FilsRepository, type FilVerrouille } from './fils.repository';

const PERDU = 'Cet échange';

/** Threads about a fiche: opened, answered, settled. The journal keeps that they were, never what they say. */
@Injectable()
export class FilsService {
  constructor(
    private readonly base: Base,
    private readonly autorisation: Autorisation,
    private readonly repository: FilsRepository,
    private readonly annonces: AnnoncesDialogue,
    private readonly notifications: NotificationsDialogue,
    private readonly journal: Journal,
  ) {}

  /** Everything said about a fiche that the person may read. */
  async lire(acteur: Acteur, ficheId: string): Promise<DialogueFiche> {
    await this.autorisation.perimetreFiche(acteur.contratId, ficheId);
    return this.repository.dialogue(acteur, ficheId);
  }

  /** Opens a thread with its first message; 422 when what it is about is not of the fiche. */
  ouvrir(acteur: Acteur, ficheId: string, { texte, mentions, ...saisi }: FilSaisi): Promise<Fil> {
    return this.base.transaction(async (tx) => {
      const extrait = await this.extrait(tx, acteur.contratId, ficheId, saisi);
      if (!cerclesDe(acteur.role).includes(saisi.visibilite))
        throw interdit('On n’ouvre un échange que dans un cercle que l’on lit.');
      await this.verifierMentions(tx, acteur, saisi.visibilite, mentions);
      const id = await this.repository.ouvrir(tx, acteur.contratId, ficheId, { ...saisi, extrait });
      await this.journal.inscrire(tx, acteur, { objet: 'fil', objetId: id, ficheId });
      return this.parler(tx, acteur, { ...saisi, id, ficheId }, { texte, mentions });
    });
  }

  /** Answers in a thread. */
  repondre(acteur: Acteur, filId: string, saisi: MessageSaisi): Promise<Fil> {
    return this.base.transaction(async (tx) => {
      const fil = await this.verrouiller(tx, acteur, filId);
      await this.verifierMentions(tx, acteur, fil.visibilite, saisi.mentions);
      await this.journal.inscrire(tx, acteur, { objet: 'message', objetId: filId, ficheId: fil.ficheId });
      return this.parler(tx, acteur, fil, saisi);
    });
  }

  /** Settles a thread, or opens it again; 412 with what stands there when somebody has done it meanwhile. */
  changerStatut(acteur: Acteur, filId: string, version: number, statut: StatutFil): Promise<Fil> {
    return this.base.transaction(async (tx) => {
      const fil = await this.verrouiller(tx, acteur, filId);
      if (fil.version !== version) throw perime(await this.relire(tx, acteur, filId));
      if (fil.statut !== statut) {
        await this.repository.changerStatut(tx, acteur, fil, statut);
        const { ficheId, visibilite: cercle } = fil;
        const change = { objet: 'fil', objetId: filId, ficheId, champ: 'statut', avant: fil.statut, apres: statut };
        await this.journal.inscrire(tx, acteur, change);
        await this.annonces.publier(tx, acteur, { objetId: filId, ficheId, cercle });
      }
      return this.relire(tx, acteur, filId);
    });
  }

  /** The person has seen that they are mentioned: it no longer waits for them. */
  voir(acteur: Acteur, filId: string): Promise<Fil> {
    return this.base.transaction(async (tx) => {
      await this.verrouiller(tx, acteur, filId);
      await this.repository.voir(tx, acteur, filId);
      return this.relire(tx, acteur, filId);
    });
  }

  /** A thread as it stands in the transaction; throws 404 when the person reads no such one. */
  async relire(tx: EntityManager, acteur: Acteur, id: string): Promise<Fil> {
    const fil = await this.repository.lire(tx, acteur, id);
    if (!fil) throw introuvable(PERDU);
    return fil;
  }

  /** Refuses to mention somebody who would not read it. */
  async verifierMentions(
    tx: EntityManager,
    { contratId }: Acteur,
    visibilite: VisibiliteFil,
    mentions: readonly string[],
  ): Promise<void> {
    if (mentions.length === 0) return;
    const lecteurs = await this.repository.interlocuteurs(tx, contratId);
    const lisent = new Set(lecteurs.filter(({ role }) => cerclesDe(role).includes(visibilite)).map(({ id }) => id));
    const detail = 'Cette personne ne lit pas cet échange.';
    const erreurs = mentions.flatMap((id, rang) => (lisent.has(id) ? [] : [{ pointer: `/mentions/${rang}`, detail }]));
    if (erreurs.length > 0) throw refuse('Une personne mentionnée ne lit pas cet échange.', erreurs);
  }

  private async parler(
    tx: EntityManager,
    acteur: Acteur,
    { id, ficheId, visibilite }: Pick<FilVerrouille, 'id' | 'ficheId' | 'visibilite'>,
    { texte, mentions }: MessageSaisi,
  ): Promise<Fil> {
    const messageId = await this.repository.ecrire(tx, acteur, id, texte);
    await this.repository.mentionner(tx, acteur.contratId, messageId, mentions);
    await this.annonces.publier(tx, acteur, { objetId: id, ficheId, cercle: visibilite });
    await this.notifications.message(tx, acteur, { id: messageId, filId: id, ficheId, visibilite, mentions });
    return this.relire(tx, acteur, id);
  }

  private async verrouiller(tx: EntityManager, acteur: Acteur, id: string): Promise<FilVerrouille> {
    const fil = await this.repository.verrouiller(tx, acteur, id);
    if (!fil) throw introuvable(PERDU);
    return fil;
  }

  /** The words that the thread is about, as they stand now; empty for a field or the whole fiche. */
  private async extrait(tx: EntityManager, contratId: string, ficheId: string, ancre: Ancre): Promise<string> {
    const fiche = await tx.findOneBy(FicheEntity, { contratId, id: ficheId });
    if (!fiche) throw introuvable('Cette fiche');
    const erreurs = verifierAncre(ancre);
    if (erreurs.length > 0) throw refuse('Corrigez ce qui est signalé\u202F; rien n’a été enregistré.', erreurs);
    const { champ, elementId, valeur } = ancre;
    if (champ !== null && elementId !== null) {
      const element = elementsDe(champ, fiche.contenu).find(({ id }) => id === elementId);
      if (!element) throw absent('/elementId', 'Cet élément n’est plus dans la fiche.');
      return element.texte.slice(0, LIMITES_DIALOGUE.extrait);
    }
    if (valeur === null) return '';
    const nommee = await this.repository.nommerValeur(tx, contratId, ficheId, valeur);
    if (!nommee) throw absent('/valeur', 'Cette valeur n’est pas de la fiche.');
    const part = valeur.ventilation === 'total' ? [] : [LIBELLES_VENTILATIONS[valeur.ventilation].toLowerCase()];
    return [nommee.libelle.slice(0, LIMITES_DIALOGUE.extrait), valeur.annee, nommee.territoire, ...part].join(', ');
  }
}

function absent(pointer: string, detail: string) {
  return refuse(detail, [{ pointer, detail }]);
}
