import { Injectable } from '@nestjs/common';
import { Ecritures, type Ressource } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Commune, Qpv, QpvSaisie } from '@pleniere/contrat/domain';
import { Base, enConflit, refuse } from '@pleniere/shared/api';
import { EN_VIGUEUR_DEPUIS, qpvDeReference } from '../referentiel/referentiel';
import { QpvEntity } from './qpv.entity';

const QPV = `json_build_object('code', q.code, 'version', q.version, 'libelle', q.libelle,
  'libelleEditorial', q.libelle_editorial, 'npnru', q.npnru, 'generation', q.generation,
  'validFrom', q.valid_from, 'validTo', q.valid_to,
  'communes', coalesce((
    select json_agg(json_build_object('code', c.code, 'nom', c.nom) order by c.nom collate "fr-x-icu")
    from qpv_commune qc join commune c on (c.contrat_id, c.code) = (qc.contrat_id, qc.commune_code)
    where (qc.contrat_id, qc.qpv_code) = (q.contrat_id, q.code)), '[]'))`;

const LISTE = `
  select coalesce(json_agg(${QPV} order by coalesce(q.libelle_editorial, q.libelle) collate "fr-x-icu", q.code), '[]')
    as reponse
  from qpv q where q.contrat_id = $1`;

const UN = `select ${QPV} as reponse from qpv q where q.contrat_id = $1 and q.code = $2`;

const COMMUNES = `
  select coalesce(json_agg(json_build_object('code', code, 'nom', nom) order by nom collate "fr-x-icu"), '[]') as reponse
  from commune where contrat_id = $1`;

const RATTACHER = `
  with lues as (select * from jsonb_to_recordset($3::jsonb) as l(code text, nom text)),
  ajoutees as (
    insert into commune (contrat_id, code, nom) select $1, code, nom from lues on conflict do nothing
  )
  insert into qpv_commune (contrat_id, qpv_code, commune_code) select $1, $2, code from lues`;

const RESSOURCE: Ressource<QpvEntity, Qpv> = {
  entite: QpvEntity,
  objet: 'qpv',
  quoi: 'Ce quartier',
  utilise: 'Une fiche, une déclinaison ou une valeur nomme ce quartier : donnez-lui plutôt une date de fin.',
  contraintes: { qpv_pkey: () => enConflit('Ce quartier fait déjà partie du contrat.') },
  cle: (contratId, code) => ({ contratId, code }),
  lire: async (tx, contratId, code) => {
    const [ligne] = await tx.query<{ reponse: Qpv }[]>(UN, [contratId, code]);
    return ligne?.reponse ?? null;
  },
  verifier: ({ validFrom, validTo }) => {
    if (!validTo || validTo > validFrom) return;
    const detail = 'Le périmètre ne peut pas prendre fin avant d’être en vigueur.';
    throw refuse('Rien n’a été enregistré.', [{ pointer: '/validTo', detail }]);
  },
};

/** Quartiers prioritaires and communes of a contrat. */
@Injectable()
export class QpvService {
  constructor(
    private readonly base: Base,
    private readonly ecritures: Ecritures,
  ) {}

  /** Every QPV of the contrat, by name. */
  async lister(contratId: string): Promise<Qpv[]> {
    const [ligne] = await this.base.lire<{ reponse: Qpv[] }>('qpv', LISTE, [contratId]);
    return ligne?.reponse ?? [];
  }

  /** Every commune of the contrat, by name. */
  async listerCommunes(contratId: string): Promise<Commune[]> {
    const [ligne] = await this.base.lire<{ reponse: Commune[] }>('communes', COMMUNES, [contratId]);
    return ligne?.reponse ?? [];
  }

  /** Takes a QPV of the national list into the contrat, with its communes. */
  ajouter(acteur: Acteur, code: string): Promise<Qpv> {
    const reference = qpvDeReference(code);
    if (!reference) {
      const detail = 'Ce code n’est pas dans la liste nationale des quartiers prioritaires 2024.';
      throw refuse('Rien n’a été enregistré.', [{ pointer: '/code', detail }]);
    }
    const { libelle, communes } = reference;
    const valeurs = { libelle, generation: 2024 as const, validFrom: EN_VIGUEUR_DEPUIS };
    return this.base.transaction(async (tx) => {
      const qpv = await this.ecritures.creer(tx, acteur, RESSOURCE, code, valeurs);
      await tx.query(RATTACHER, [acteur.contratId, code, JSON.stringify(communes)]);
      return { ...qpv, communes };
    });
  }

  modifier(acteur: Acteur, code: string, version: number, saisie: Partial<QpvSaisie>): Promise<Qpv> {
    return this.base.transaction((tx) => this.ecritures.modifier(tx, acteur, RESSOURCE, code, version, saisie));
  }

  /** Takes a QPV that nothing names out of the contrat; its communes stay. */
  supprimer(acteur: Acteur, code: string, version: number): Promise<void> {
    return this.base.transaction((tx) => this.ecritures.supprimer(tx, acteur, RESSOURCE, code, version));
  }
}
