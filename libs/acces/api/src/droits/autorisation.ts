import { Injectable } from '@nestjs/common';
import { type Acteur, decider, type Perimetre, type Permission } from '@pleniere/acces/domain';
import { Base, interdit, introuvable } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';

const PERIMETRE_FICHE = `
  select f.contrat_id as "contratId",
    array_remove(array_agg(p.organisation_id::text), null) as "organisationIds"
  from fiche f
  left join perimetre_fiche p on (p.contrat_id, p.fiche_id) = (f.contrat_id, f.id)
  where f.contrat_id = $1 and f.id = $2
  group by f.contrat_id, f.id`;

/** Applies the one authorisation decision to a real périmètre. */
@Injectable()
export class Autorisation {
  constructor(private readonly base: Base) {}

  /** Lets the act pass or throws 403 with the reason. */
  exiger(acteur: Acteur, permission: Permission, perimetre: Perimetre): void {
    const refus = decider(acteur, permission, perimetre);
    if (refus !== null) throw interdit(refus);
  }

  /** Organisations that hold the pen on a fiche; throws 404 when the contrat has no such fiche. */
  async perimetreFiche(contratId: string, ficheId: string, tx?: EntityManager): Promise<Perimetre> {
    const valeurs = [contratId, ficheId];
    const lignes = tx
      ? await tx.query<Perimetre[]>(PERIMETRE_FICHE, valeurs)
      : await this.base.lire<Perimetre>('perimetre-fiche', PERIMETRE_FICHE, valeurs);
    const perimetre = lignes[0];
    if (!perimetre) throw introuvable('Cette fiche');
    return perimetre;
  }
}
