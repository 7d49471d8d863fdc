import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import {
  cerclesDe,
  type Ancre,
  type DialogueFiche,
  type Fil,
  type Interlocuteur,
  type Message,
  type StatutFil,
  type VisibiliteFil,
} from '@pleniere/fiches/domain';
import { Base } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import {
  DIALOGUE,
  ECRIRE_MESSAGE,
  LIRE_FIL,
  LIRE_INTERLOCUTEURS,
  MENTIONNER,
  NOMMER_VALEUR,
  OUVRIR_FIL,
  VERROUILLER_FIL,
  VERROUILLER_MESSAGE,
} from './dialogue.sql';

/** A thread in which somebody is about to write. */
export type FilVerrouille = Pick<Fil, 'id' | 'version' | 'statut' | 'visibilite'> & { ficheId: string };
/** A message that its author is about to change. */
export type MessageVerrouille = Pick<Message, 'id' | 'version' | 'auteurId'> & {
  ecritLe: Date;
  supprimeLe: Date | null;
  filId: string;
  ficheId: string;
  visibilite: VisibiliteFil;
};

/** Reads and writes of the threads: each read is bounded by the circles of the caller. */
@Injectable()
export class FilsRepository {
  constructor(private readonly base: Base) {}

  /** Everything said about a fiche. */
  async dialogue({ contratId, role, personneId }: Acteur, ficheId: string): Promise<DialogueFiche> {
    const valeurs = [contratId, cerclesDe(role), personneId, ficheId];
    const [ligne] = await this.base.lire<{ reponse: DialogueFiche }>('dialogue-fiche', DIALOGUE, valeurs);
    return ligne?.reponse ?? { fils: [], demandes: [], interlocuteurs: [] };
  }

  /** People at work on the contrat. */
  async interlocuteurs(tx: EntityManager, contratId: string): Promise<Interlocuteur[]> {
    const [ligne] = await tx.query<{ reponse: Interlocuteur[] }[]>(LIRE_INTERLOCUTEURS, [contratId]);
    return ligne?.reponse ?? [];
  }

  /** One thread as it stands in the transaction; undefined when the caller reads no such one. */
  async lire(tx: EntityManager, { contratId, role, personneId }: Acteur, id: string): Promise<Fil | undefined> {
    const [ligne] = await tx.query<{ reponse: Fil }[]>(LIRE_FIL, [contratId, cerclesDe(role), personneId, id]);
    return ligne?.reponse;
  }

  async verrouiller(tx: EntityManager, { contratId, role }: Acteur, id: string): Promise<FilVerrouille | undefined> {
    const [ligne] = await tx.query<FilVerrouille[]>(VERROUILLER_FIL, [contratId, cerclesDe(role), id]);
    return ligne;
  }

  async verrouillerMessage(
    tx: EntityManager,
    { contratId, role }: Acteur,
    id: string,
  ): Promise<MessageVerrouille | undefined> {
    const [ligne] = await tx.query<MessageVerrouille[]>(VERROUILLER_MESSAGE, [contratId, cerclesDe(role), id]);
    return ligne;
  }

  /** The words of a value of an indicator of the fiche; undefined when it has none such. */
  async nommerValeur(
    tx: EntityManager,
    contratId: string,
    ficheId: string,
    { indicateurId, annee, territoire }: NonNullable<Ancre['valeur']>,
  ): Promise<{ libelle: string; territoire: string } | undefined> {
    const valeurs = [contratId, ficheId, indicateurId, annee, territoire];
    const [ligne] = await tx.query<{ libelle: string; territoire: string }[]>(NOMMER_VALEUR, valeurs);
    return ligne;
  }

  /** Opens a thread and gives its id. */
  async ouvrir(
    tx: EntityManager,
    contratId: string,
    ficheId: string,
    { champ, elementId, valeur, extrait, visibilite }: Ancre & Pick<Fil, 'extrait' | 'visibilite'>,
  ): Promise<string> {
    const place = [valeur?.indicateurId, valeur?.annee, valeur?.territoire, valeur?.ventilation];
    const valeurs = [
      contratId,
      ficheId,
      champ,
      elementId,
      ...place.map((partie) => partie ?? null),
      extrait,
      visibilite,
    ];
    const [ligne] = await tx.query<{ id: string }[]>(OUVRIR_FIL, valeurs);
    return ligne?.id ?? '';
  }

  /** Adds a message and gives its id. */
  async ecrire(tx: EntityManager, acteur: Acteur, filId: string, texte: string): Promise<string> {
    const { contratId, personneId, nom, fonction } = acteur;
    const valeurs = [contratId, filId, personneId, nom, fonction, texte];
    const [ligne] = await tx.query<{ id: string }[]>(ECRIRE_MESSAGE, valeurs);
    return ligne?.id ?? '';
  }

  /** Whom a message mentions from now on. */
  async mentionner(tx: EntityManager, contratId: string, messageId: string, personnes: string[]): Promise<void> {
    await tx.query(MENTIONNER, [contratId, messageId, personnes]);
  }

  async reecrire(tx: EntityManager, contratId: string, id: string, texte: string): Promise<void> {
    await tx.query(
      `update fil_message set version = version + 1, texte = $3, modifie_le = now() where contrat_id = $1 and id = $2`,
      [contratId, id, texte],
    );
  }

  /** Empties a message: that it was there is all that remains. */
  async effacer(tx: EntityManager, contratId: string, id: string): Promise<void> {
    await tx.query(
      `update fil_message set version = version + 1, texte = '', supprime_le = now() where contrat_id = $1 and id = $2`,
      [contratId, id],
    );
  }

  async changerStatut(
    tx: EntityManager,
    { contratId, nom }: Acteur,
    { id, version }: FilVerrouille,
    statut: StatutFil,
  ): Promise<void> {
    await tx.query(
      `update fil set version = version + 1, statut = $4, resolu_par = case when $4 = 'resolu' then $5 end,
         resolu_le = case when $4 = 'resolu' then now() end
       where contrat_id = $1 and id = $2 and version = $3`,
      [contratId, id, version, statut, nom],
    );
  }

  /** The person has seen where a thread mentions them. */
  async voir(tx: EntityManager, { contratId, personneId }: Acteur, filId: string): Promise<void> {
    await tx.query(
      `update fil_mention n set vue_le = now() from fil_message m
       where (n.contrat_id, n.message_id) = (m.contrat_id, m.id) and n.contrat_id = $1 and m.fil_id = $2
         and n.personne_id = $3 and n.vue_le is null`,
      [contratId, filId, personneId],
    );
  }
}
