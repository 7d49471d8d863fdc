import { Injectable } from '@nestjs/common';
import { Ecritures, type Ressource } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type ConsultationExterne,
  type ConsultationExterneSaisie,
  type LectureExterne,
  lireExterne,
} from '@pleniere/participation/domain';
import { Base, refuse, TableurIllisible, Tableurs } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ConsultationExterneEntity } from './externe.entity';

const JSON_EXTERNE = `json_build_object('id', e.id, 'version', e.version, 'nom', e.nom, 'organisateur', e.organisateur,
  'question', e.question, 'source', e.source, 'adresse', e.adresse, 'dates', e.dates, 'chiffres', e.chiffres,
  'agenda', e.agenda, 'projets', e.projets)`;
const TOUTES = `
  select coalesce(json_agg(${JSON_EXTERNE} order by e.nom collate "fr-x-icu"), '[]') as reponse
  from consultation_externe e where e.contrat_id = $1`;
const UNE = `select ${JSON_EXTERNE} as reponse from consultation_externe e where (e.contrat_id, e.id) = ($1, $2)`;

const RESSOURCE: Ressource<ConsultationExterneEntity, ConsultationExterne> = {
  entite: ConsultationExterneEntity,
  objet: 'consultation-externe',
  quoi: 'Cette consultation',
  utilise: 'Des liens partent de cette consultation : retirez-les d’abord.',
  contraintes: {
    consultation_externe_nom: () =>
      refuse('Rien n’a été enregistré.', [{ pointer: '/nom', detail: 'Une consultation porte déjà ce nom.' }]),
  },
  cle: (contratId, id) => ({ contratId, id }),
  lire: async (tx, contratId, id) => {
    const [ligne] = await tx.query<{ reponse: ConsultationExterne }[]>(UNE, [contratId, id]);
    return ligne?.reponse ?? null;
  },
};

/** Consultations that others held: a source for what is decided here, never counted among the residents of a quarter. */
@Injectable()
export class ConsultationsExternes {
  constructor(
    private readonly base: Base,
    private readonly ecritures: Ecritures,
    private readonly tableurs: Tableurs,
  ) {}

  async lister(contratId: string): Promise<ConsultationExterne[]> {
    const [ligne] = await this.base.lire<{ reponse: ConsultationExterne[] }>('consultations-externes', TOUTES, [
      contratId,
    ]);
    return ligne?.reponse ?? [];
  }

  /** Reads a workbook or a CSV; nothing is written, and what cannot be taken is given back. */
  async lireFichier(octets: Uint8Array): Promise<LectureExterne> {
    try {
      return lireExterne((await this.tableurs.lire(octets)).feuilles);
    } catch (erreur) {
      if (!(erreur instanceof TableurIllisible)) throw erreur;
      throw refuse(erreur.message, [{ pointer: '/fichier', detail: erreur.message }]);
    }
  }

  creer(acteur: Acteur, saisie: ConsultationExterneSaisie): Promise<ConsultationExterne> {
    return this.ecrire((tx) => this.ecritures.creer(tx, acteur, RESSOURCE, randomUUID(), saisie));
  }

  /** Writes it whole, as it was read again at its source. */
  modifier(
    acteur: Acteur,
    id: string,
    version: number,
    saisie: ConsultationExterneSaisie,
  ): Promise<ConsultationExterne> {
    return this.ecrire((tx) => this.ecritures.modifier(tx, acteur, RESSOURCE, id, version, saisie));
  }

  supprimer(acteur: Acteur, id: string, version: number): Promise<void> {
    return this.ecrire((tx) => this.ecritures.supprimer(tx, acteur, RESSOURCE, id, version));
  }

  private ecrire<T>(travail: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.base.transaction(travail);
  }
}
