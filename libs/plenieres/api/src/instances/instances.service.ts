import { Injectable } from '@nestjs/common';
import { Ecritures, type Ressource } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Instance, InstanceSaisie } from '@pleniere/plenieres/domain';
import { Base, enConflit } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import { InstanceEntity } from './instance.entity';

const INSTANCE = `json_build_object('id', i.id, 'version', i.version, 'sorte', i.sorte, 'nom', i.nom,
  'description', i.description)`;

const LISTE = `
  select coalesce(json_agg(${INSTANCE} order by array_position(
    array['assemblee-pleniere', 'coordination-locale', 'comite-pilotage', 'comite-technique', 'autre'], i.sorte),
    i.nom collate "fr-x-icu"), '[]') as reponse
  from instance i where i.contrat_id = $1`;

const UNE = `select ${INSTANCE} as reponse from instance i where i.contrat_id = $1 and i.id = $2`;

const RESSOURCE: Ressource<InstanceEntity, Instance> = {
  entite: InstanceEntity,
  objet: 'instance',
  quoi: 'Cette instance',
  utilise: 'Cette instance a tenu des séances : elle reste dans l’histoire du contrat.',
  contraintes: { instance_nom: () => enConflit('Une instance du contrat porte déjà ce nom.') },
  cle: (contratId, id) => ({ contratId, id }),
  lire: async (tx, contratId, id) => {
    const [ligne] = await tx.query<{ reponse: Instance }[]>(UNE, [contratId, id]);
    return ligne?.reponse ?? null;
  },
};

/** Instances of a contrat. */
@Injectable()
export class InstancesService {
  constructor(
    private readonly base: Base,
    private readonly ecritures: Ecritures,
  ) {}

  /** Every instance, the Assemblée Plénière first. */
  async lister(contratId: string): Promise<Instance[]> {
    const [ligne] = await this.base.lire<{ reponse: Instance[] }>('instances', LISTE, [contratId]);
    return ligne?.reponse ?? [];
  }

  creer(acteur: Acteur, saisie: InstanceSaisie): Promise<Instance> {
    return this.base.transaction((tx) => this.ecritures.creer(tx, acteur, RESSOURCE, randomUUID(), saisie));
  }

  modifier(acteur: Acteur, id: string, version: number, saisie: Partial<InstanceSaisie>): Promise<Instance> {
    return this.base.transaction((tx) => this.ecritures.modifier(tx, acteur, RESSOURCE, id, version, saisie));
  }

  /** Deletes an instance that never met. */
  supprimer(acteur: Acteur, id: string, version: number): Promise<void> {
    return this.base.transaction((tx) => this.ecritures.supprimer(tx, acteur, RESSOURCE, id, version));
  }
}
