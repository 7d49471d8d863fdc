import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type Comptage,
  type NoteSeance,
  type Presence,
  type PresenceDite,
  refusComptage,
  type Ressenti,
  type RolePresence,
  ROLES_PRESENCE,
} from '@pleniere/participation/domain';
import { Base, enConflit, introuvable, perime } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { PriseSeance } from '../seances/prise-seance';
import {
  COMPTER,
  NOTER,
  PRENDRE_NOTE,
  RESSENTIR,
  RETIRER,
  RETIRER_NOTE,
  UN_COMPTAGE,
  UN_RESSENTI,
  UNE_NOTE,
  UNE_PRESENCE,
} from './ecritures.sql';

const OBJET = 'seance-dialogue';

/** Who came, how many were counted, what they felt and what was said: typed in the room, often without a network. */
@Injectable()
export class PresencesService {
  constructor(
    private readonly base: Base,
    private readonly prise: PriseSeance,
    private readonly journal: Journal,
  ) {}

  /** Keeps a presence under the id of the device; sent again, answers with the row as it stands. */
  noter(acteur: Acteur, seanceId: string, id: string, presence: PresenceDite): Promise<Presence> {
    const { role, trancheAge, genre, qpvCode, premiereFois } = presence;
    return this.ecrire(acteur, seanceId, async (tx) => {
      const cle = [acteur.contratId, seanceId, id];
      const neuve = await tx.query<unknown[]>(NOTER, [...cle, role, trancheAge, genre, qpvCode, premiereFois]);
      if (neuve.length > 0) await this.inscrire(tx, acteur, seanceId, 'presences', null, { id, ...presence });
      return relue<Presence>(tx, UNE_PRESENCE, cle);
    });
  }

  /** Takes a presence back; nothing happens when it is not there. */
  retirer(acteur: Acteur, seanceId: string, id: string): Promise<void> {
    return this.ecrire(acteur, seanceId, async (tx) => {
      const [[retiree]] = await tx.query<[{ role: RolePresence }[], number]>(RETIRER, [acteur.contratId, seanceId, id]);
      if (retiree) await this.inscrire(tx, acteur, seanceId, 'presences', { id, ...retiree }, null);
    });
  }

  /** Writes a count from the version that was seen; the same count again changes nothing. */
  compter(acteur: Acteur, seanceId: string, dit: string, comptage: Omit<Comptage, 'role'>): Promise<Comptage> {
    const { n, methode, version } = comptage;
    const role = ROLES_PRESENCE.find((connu) => connu === dit);
    if (!role) throw introuvable('Ce rôle');
    return this.ecrire(acteur, seanceId, async (tx) => {
      const cle = [acteur.contratId, seanceId, role];
      const avant = await unComptage(tx, cle);
      if (avant?.n === n && avant.methode === methode) return avant;
      if ((avant?.version ?? 0) !== version) throw perime(avant);
      await tx.query(COMPTER, [...cle, n, methode]);
      const ecrit = { role, n, methode, version: version + 1 };
      await this.inscrire(tx, acteur, seanceId, 'comptages', avant, ecrit);
      return ecrit;
    });
  }

  /** Writes the five notes from the version that was seen; the same notes again change nothing. */
  ressentir(acteur: Acteur, seanceId: string, { notes, version }: Ressenti): Promise<Ressenti> {
    return this.ecrire(acteur, seanceId, async (tx) => {
      const cle = [acteur.contratId, seanceId];
      const [avant = { version: 0, notes: [] }] = await tx.query<Ressenti[]>(UN_RESSENTI, cle);
      if (avant.version > 0 && avant.notes.join() === notes.join()) return avant;
      if (avant.version !== version) throw perime(avant);
      await tx.query(RESSENTIR, [...cle, notes]);
      await this.inscrire(tx, acteur, seanceId, 'ressenti', avant.version > 0 ? avant.notes : null, notes);
      return { notes, version: version + 1 };
    });
  }

  /** Keeps a note under the id of the device; sent again, answers with the note as it stands. */
  prendreNote(acteur: Acteur, seanceId: string, { id, texte, priseLe }: NoteSeance): Promise<NoteSeance> {
    return this.base.transaction(async (tx) => {
      await this.prise.prendre(tx, acteur, seanceId);
      const cle = [acteur.contratId, seanceId, id];
      const neuve = await tx.query<unknown[]>(PRENDRE_NOTE, [...cle, texte, priseLe]);
      if (neuve.length > 0) await this.inscrire(tx, acteur, seanceId, 'notes', null, texte);
      return relue<NoteSeance>(tx, UNE_NOTE, cle);
    });
  }

  /** Deletes a note; nothing happens when it is not there. */
  retirerNote(acteur: Acteur, seanceId: string, id: string): Promise<void> {
    return this.base.transaction(async (tx) => {
      await this.prise.prendre(tx, acteur, seanceId);
      const [[note]] = await tx.query<[{ texte: string }[], number]>(RETIRER_NOTE, [acteur.contratId, seanceId, id]);
      if (note) await this.inscrire(tx, acteur, seanceId, 'notes', note.texte, null);
    });
  }

  /** Writes what is counted of a séance, one writer after the other, as long as the séance may be counted. */
  private ecrire<T>(acteur: Acteur, seanceId: string, ecrire: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.base.transaction(async (tx) => {
      const refus = refusComptage(await this.prise.prendre(tx, acteur, seanceId));
      if (refus !== null) throw enConflit(refus);
      return ecrire(tx);
    });
  }

  private inscrire(
    tx: EntityManager,
    acteur: Acteur,
    objetId: string,
    champ: string,
    avant: unknown,
    apres: unknown,
  ): Promise<void> {
    return this.journal.inscrire(tx, acteur, { objet: OBJET, objetId, champ, avant, apres });
  }
}

async function unComptage(tx: EntityManager, cle: unknown[]): Promise<Comptage | null> {
  return (await tx.query<Comptage[]>(UN_COMPTAGE, cle))[0] ?? null;
}

// An id of another séance is not there: the device made it by chance, or lies.
async function relue<T>(tx: EntityManager, lecture: string, cle: unknown[]): Promise<T> {
  const [ligne] = await tx.query<{ reponse: T }[]>(lecture, cle);
  if (!ligne) throw enConflit('Cet identifiant est déjà celui d’une autre séance.');
  return ligne.reponse;
}
