import { Injectable } from '@nestjs/common';
import { Ecritures, type Ressource } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { type Mandat, type MandatSaisie, verifierPeriode } from '@pleniere/acteurs/domain';
import { Base, enConflit, type ProblemeException, refuse } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { UN_MANDAT } from '../personnes/personnes.sql';
import { MandatEntity } from './mandat.entity';

const refuserChamp = (pointer: string, detail: string): ProblemeException =>
  refuse('Rien n’a été enregistré.', [{ pointer, detail }]);

const RESSOURCE: Ressource<MandatEntity, Mandat> = {
  entite: MandatEntity,
  objet: 'mandat',
  quoi: 'Ce mandat',
  utilise: 'Ce mandat est utilisé : donnez-lui plutôt une date de fin.',
  contraintes: {
    mandat_contrat_id_personne_id_fkey: () =>
      refuserChamp('/personneId', 'Cette personne ne fait pas partie du contrat.'),
    mandat_contrat_id_organisation_id_fkey: () =>
      refuserChamp('/organisationId', 'Cette organisation ne fait pas partie du contrat.'),
  },
  cle: (contratId, id) => ({ contratId, id }),
  lire: async (tx, contratId, id) => {
    const [ligne] = await tx.query<{ reponse: Mandat }[]>(UN_MANDAT, [contratId, id]);
    return ligne?.reponse ?? null;
  },
  verifier: (mandat, acteur) => {
    if (mandat.personneId === acteur.personneId) {
      throw enConflit('Votre propre mandat se modifie par une autre personne de l’équipe.');
    }
    const detail = verifierPeriode(mandat);
    if (detail !== null) throw refuserChamp('/au', detail);
  },
};

/** Mandats of a contrat: they give the roles, and end them. */
@Injectable()
export class MandatsService {
  constructor(
    private readonly base: Base,
    private readonly ecritures: Ecritures,
  ) {}

  creer(acteur: Acteur, saisie: MandatSaisie): Promise<Mandat> {
    return this.base.transaction((tx) => this.donner(tx, acteur, saisie));
  }

  /** The same, as part of something larger. */
  donner(tx: EntityManager, acteur: Acteur, saisie: MandatSaisie): Promise<Mandat> {
    return this.ecritures.creer(tx, acteur, RESSOURCE, randomUUID(), saisie);
  }

  modifier(acteur: Acteur, id: string, version: number, saisie: Partial<MandatSaisie>): Promise<Mandat> {
    return this.base.transaction((tx) => this.ecritures.modifier(tx, acteur, RESSOURCE, id, version, saisie));
  }

  /** Deletes a mandat given by mistake; one that has been held is ended instead. */
  supprimer(acteur: Acteur, id: string, version: number): Promise<void> {
    return this.base.transaction((tx) => this.ecritures.supprimer(tx, acteur, RESSOURCE, id, version));
  }
}
