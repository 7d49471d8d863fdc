import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import type { VisibiliteFil } from '@pleniere/fiches/domain';
import { Direct } from '@pleniere/shared/api';
import type { Visibilite } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';

const CERCLES: Readonly<Record<VisibiliteFil | 'note', readonly Visibilite[]>> = {
  tous: ['travail'],
  etat: ['equipe', 'etat'],
  equipe: ['equipe'],
  note: ['etat'],
};

/** Something said about a fiche, and to whom. */
export interface Parole {
  objetId: string;
  ficheId: string;
  cercle: VisibiliteFil | 'note';
}

/** Tells the open screens of those who may read it that something was said; never what. */
@Injectable()
export class AnnoncesDialogue {
  constructor(private readonly direct: Direct) {}

  async publier(tx: EntityManager, acteur: Acteur, { objetId, ficheId, cercle }: Parole): Promise<void> {
    for (const visibilite of CERCLES[cercle]) {
      const auteurId = acteur.personneId;
      await this.direct.publier(tx, acteur.contratId, {
        type: 'dialogue.parole',
        objetId,
        ficheId,
        auteurId,
        visibilite,
      });
    }
  }
}
