import { Injectable } from '@nestjs/common';
import { Autorisation, Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { estChampEcrit, type NoteSaisie, type NoteTerrain } from '@pleniere/fiches/domain';
import { Base, interdit, introuvable, perime, refuse } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AnnoncesDialogue } from '../annonces';
import { NoteTerrainEntity } from './note.entity';

/** Notes of the State about a fiche: shared by its délégués. The journal keeps that one was written, without a word of it. */
@Injectable()
export class NotesService {
  constructor(
    private readonly base: Base,
    private readonly autorisation: Autorisation,
    private readonly annonces: AnnoncesDialogue,
    private readonly journal: Journal,
  ) {}

  async lister({ contratId }: Acteur, ficheId: string): Promise<NoteTerrain[]> {
    await this.autorisation.perimetreFiche(contratId, ficheId);
    const order = { ecriteLe: 'asc', id: 'asc' } as const;
    const notes = await this.base.entites.find(NoteTerrainEntity, { where: { contratId, ficheId }, order });
    return notes.map(lue);
  }

  async ecrire(acteur: Acteur, ficheId: string, saisie: NoteSaisie): Promise<NoteTerrain> {
    const { contratId, personneId, nom: auteur } = acteur;
    await this.autorisation.perimetreFiche(contratId, ficheId);
    verifier(saisie);
    return this.base.transaction(async (tx) => {
      const id = randomUUID();
      const { champ, texte } = saisie;
      await tx.insert(NoteTerrainEntity, { contratId, id, ficheId, champ, texte, personneId, auteur });
      await this.consigner(tx, acteur, { id, ficheId });
      return lue(await trouver(tx, contratId, id));
    });
  }

  /** Corrects one's own note; 412 when it was changed meanwhile. */
  corriger(acteur: Acteur, id: string, version: number, saisie: NoteSaisie): Promise<NoteTerrain> {
    verifier(saisie);
    const { contratId } = acteur;
    return this.base.transaction(async (tx) => {
      const { ficheId } = await this.verrouiller(tx, acteur, id, version);
      const { champ, texte } = saisie;
      const etat = { champ, texte, version: version + 1, modifieeLe: new Date() };
      await tx.update(NoteTerrainEntity, { contratId, id, version }, etat);
      await this.consigner(tx, acteur, { id, ficheId }, 'texte');
      return lue(await trouver(tx, contratId, id));
    });
  }

  /** Deletes one's own note. */
  supprimer(acteur: Acteur, id: string, version: number): Promise<void> {
    const { contratId } = acteur;
    return this.base.transaction(async (tx) => {
      const { ficheId } = await this.verrouiller(tx, acteur, id, version);
      await tx.delete(NoteTerrainEntity, { contratId, id, version });
      await this.consigner(tx, acteur, { id, ficheId }, 'suppression');
    });
  }

  private async verrouiller(
    tx: EntityManager,
    acteur: Acteur,
    id: string,
    version: number,
  ): Promise<NoteTerrainEntity> {
    const note = await trouver(tx, acteur.contratId, id);
    if (note.version !== version) throw perime(lue(note));
    if (note.personneId !== acteur.personneId) throw interdit('Seul son auteur change une note.');
    return note;
  }

  private async consigner(
    tx: EntityManager,
    acteur: Acteur,
    { id, ficheId }: { id: string; ficheId: string },
    champ?: string,
  ): Promise<void> {
    await this.journal.inscrire(tx, acteur, { objet: 'note-terrain', objetId: id, ficheId, champ });
    await this.annonces.publier(tx, acteur, { objetId: id, ficheId, cercle: 'note' });
  }
}

async function trouver(tx: EntityManager, contratId: string, id: string): Promise<NoteTerrainEntity> {
  const lock = { mode: 'pessimistic_write' } as const;
  const note = await tx.findOne(NoteTerrainEntity, { where: { contratId, id }, lock });
  if (!note) throw introuvable('Cette note');
  return note;
}

function verifier({ champ }: NoteSaisie): void {
  const detail = 'Ce champ n’est pas de la fiche.';
  if (champ !== null && !estChampEcrit(champ)) throw refuse(detail, [{ pointer: '/champ', detail }]);
}

function lue({ id, version, champ, texte, personneId, auteur, ecriteLe, modifieeLe }: NoteTerrainEntity): NoteTerrain {
  const quand = { ecriteLe: ecriteLe.toISOString(), modifieeLe: modifieeLe?.toISOString() ?? null };
  return { id, version, champ, texte, auteurId: personneId, auteur, ...quand };
}
