import { Injectable } from '@nestjs/common';
import { Ecritures } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type Enjeu,
  type EnjeuSaisie,
  LETTRES_ENJEU,
  type Orientation,
  type OrientationSaisie,
} from '@pleniere/contrat/domain';
import { Base, enConflit } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { LISTE_ENJEUX, RESSOURCE_ENJEU, RESSOURCE_ORIENTATION } from './ressources';

const AUTRE_CODE = `
  select 1 from fiche
  where contrat_id = $1 and enjeu_id = $2 and (lettre, enjeu_numero) <> ($3, $4) limit 1`;

/** Enjeux of a contrat and their orientations. */
@Injectable()
export class EnjeuxService {
  constructor(
    private readonly base: Base,
    private readonly ecritures: Ecritures,
  ) {}

  /** Every enjeu with its orientations, in the order of the contrat. */
  async lister(contratId: string): Promise<Enjeu[]> {
    const [ligne] = await this.base.lire<{ reponse: Enjeu[] }>('enjeux', LISTE_ENJEUX, [contratId]);
    return ligne?.reponse ?? [];
  }

  creer(acteur: Acteur, saisie: EnjeuSaisie): Promise<Enjeu> {
    return this.base.transaction((tx) => this.ecritures.creer(tx, acteur, RESSOURCE_ENJEU, randomUUID(), saisie));
  }

  /** Changes an enjeu; its type and number are fixed once fiches take their code from them. */
  modifier(acteur: Acteur, id: string, version: number, saisie: Partial<EnjeuSaisie>): Promise<Enjeu> {
    return this.base.transaction(async (tx) => {
      const enjeu = await this.ecritures.modifier(tx, acteur, RESSOURCE_ENJEU, id, version, saisie);
      if (saisie.type !== undefined || saisie.numero !== undefined) await this.exigerCodes(tx, acteur, enjeu);
      return enjeu;
    });
  }

  /** Deletes an enjeu that carries neither orientation nor fiche. */
  supprimer(acteur: Acteur, id: string, version: number): Promise<void> {
    return this.base.transaction((tx) => this.ecritures.supprimer(tx, acteur, RESSOURCE_ENJEU, id, version));
  }

  creerOrientation(acteur: Acteur, saisie: OrientationSaisie): Promise<Orientation> {
    return this.base.transaction((tx) => this.ecritures.creer(tx, acteur, RESSOURCE_ORIENTATION, randomUUID(), saisie));
  }

  /** Changes the sentence, in every fiche that takes it up. */
  modifierOrientation(
    acteur: Acteur,
    id: string,
    version: number,
    saisie: Partial<OrientationSaisie>,
  ): Promise<Orientation> {
    return this.base.transaction((tx) =>
      this.ecritures.modifier(tx, acteur, RESSOURCE_ORIENTATION, id, version, saisie),
    );
  }

  /** Deletes an orientation that no fiche takes up. */
  supprimerOrientation(acteur: Acteur, id: string, version: number): Promise<void> {
    return this.base.transaction((tx) => this.ecritures.supprimer(tx, acteur, RESSOURCE_ORIENTATION, id, version));
  }

  private async exigerCodes(tx: EntityManager, { contratId }: Acteur, enjeu: Enjeu): Promise<void> {
    const valeurs = [contratId, enjeu.id, LETTRES_ENJEU[enjeu.type], enjeu.numero];
    const fiches = await tx.query<unknown[]>(AUTRE_CODE, valeurs);
    if (fiches.length > 0)
      throw enConflit('Des fiches tirent leur code de cet enjeu : son type et son numéro sont fixés.');
  }
}
