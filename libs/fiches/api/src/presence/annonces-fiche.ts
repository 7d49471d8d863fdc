import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import type { ChampId } from '@pleniere/fiches/domain';
import { Direct } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';

const DEJA_EN_VIGUEUR = 'select en_vigueur is not null as oui from fiche where contrat_id = $1 and id = $2';

/** Tells the open screens that a fiche has changed, never what was written. */
@Injectable()
export class AnnoncesFiche {
  constructor(private readonly direct: Direct) {}

  /** A field was written: the working text, for those who work. */
  async champ(tx: EntityManager, acteur: Acteur, ficheId: string, champ: ChampId, version: number): Promise<void> {
    const { contratId, personneId: auteurId } = acteur;
    const evenement = { type: 'fiche.champ', objetId: ficheId, ficheId, auteurId, visibilite: 'travail' } as const;
    await this.direct.publier(tx, contratId, { ...evenement, donnees: { champ, version } });
  }

  /** Its statut, its actions or its déclinaisons changed; a lecteur hears of the fiches that they may read. */
  async fiche(tx: EntityManager, acteur: Acteur, ficheId: string): Promise<void> {
    const { contratId, personneId: auteurId } = acteur;
    const [lisible] = await tx.query<{ oui: boolean }[]>(DEJA_EN_VIGUEUR, [contratId, ficheId]);
    const visibilite = lisible?.oui ? 'tous' : 'travail';
    await this.direct.publier(tx, contratId, { type: 'fiche', objetId: ficheId, ficheId, auteurId, visibilite });
  }
}
