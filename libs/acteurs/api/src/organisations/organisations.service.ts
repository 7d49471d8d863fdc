import { Injectable } from '@nestjs/common';
import { Ecritures, type Ressource } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { type Organisation, type OrganisationSaisie, verifierCommune } from '@pleniere/acteurs/domain';
import { Base, enConflit, refuse } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import { OrganisationEntity } from './organisation.entity';

const ORGANISATION = `json_build_object('id', o.id, 'version', o.version, 'nom', o.nom, 'nomCourt', o.nom_court,
  'categorie', o.categorie, 'siret', o.siret, 'communeCode', o.commune_code, 'signataire', o.signataire)`;

const LISTE = `
  select coalesce(json_agg(${ORGANISATION} order by o.nom collate "fr-x-icu"), '[]') as reponse
  from organisation o where o.contrat_id = $1`;

const UNE = `select ${ORGANISATION} as reponse from organisation o where o.contrat_id = $1 and o.id = $2`;

const communeAbsente = () =>
  refuse('Rien n’a été enregistré.', [
    { pointer: '/communeCode', detail: 'Cette commune ne fait pas partie du contrat.' },
  ]);

const RESSOURCE: Ressource<OrganisationEntity, Organisation> = {
  entite: OrganisationEntity,
  objet: 'organisation',
  quoi: 'Cette organisation',
  utilise: 'Cette organisation est nommée par une fiche, un mandat ou un indicateur : retirez-la d’abord.',
  contraintes: {
    organisation_contrat_id_nom_key: () => enConflit('Une organisation porte déjà ce nom.'),
    organisation_contrat_id_commune_code_fkey: communeAbsente,
  },
  cle: (contratId, id) => ({ contratId, id }),
  lire: async (tx, contratId, id) => {
    const [ligne] = await tx.query<{ reponse: Organisation }[]>(UNE, [contratId, id]);
    return ligne?.reponse ?? null;
  },
  verifier: (organisation) => {
    const detail = verifierCommune(organisation);
    if (detail !== null) throw refuse('Rien n’a été enregistré.', [{ pointer: '/communeCode', detail }]);
  },
};

/** Organisations of a contrat: signatories, pilotes and partners. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly base: Base,
    private readonly ecritures: Ecritures,
  ) {}

  /** Every organisation of the contrat, by name. */
  async lister(contratId: string): Promise<Organisation[]> {
    const [ligne] = await this.base.lire<{ reponse: Organisation[] }>('organisations', LISTE, [contratId]);
    return ligne?.reponse ?? [];
  }

  creer(acteur: Acteur, saisie: OrganisationSaisie): Promise<Organisation> {
    return this.base.transaction((tx) => this.ecritures.creer(tx, acteur, RESSOURCE, randomUUID(), saisie));
  }

  modifier(acteur: Acteur, id: string, version: number, saisie: Partial<OrganisationSaisie>): Promise<Organisation> {
    return this.base.transaction((tx) => this.ecritures.modifier(tx, acteur, RESSOURCE, id, version, saisie));
  }

  /** Deletes an organisation that nothing names. */
  supprimer(acteur: Acteur, id: string, version: number): Promise<void> {
    return this.base.transaction((tx) => this.ecritures.supprimer(tx, acteur, RESSOURCE, id, version));
  }
}
