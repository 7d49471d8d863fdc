import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type Cellule,
  type Indicateur,
  type RegleIndicateur,
  type SaisieValeur,
  type Valeur,
} from '@pleniere/indicateurs/domain';
import { Base } from '@pleniere/shared/api';
import type { PeriodeContrat } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { VALEUR_JSON } from '../json';
import { colonnesDe, type SaisieDatee, type SaisieSituee } from './lot';

/** An indicator as its values are judged, with the organisations that may enter them (those of its fiche and its responsable), as long as its fiche lives. */
export type IndicateurSaisi = RegleIndicateur &
  Pick<Indicateur, 'id' | 'version' | 'ficheId'> & { organisationIds: string[]; ficheArchivee: boolean };

/** What a batch is judged against. */
export interface ContexteSaisie {
  periode: PeriodeContrat;
  indicateurs: IndicateurSaisi[];
  /** Communes of each known territory, by code. */
  territoires: Record<string, string[]>;
  /** Commune of the caller's organisation when it is a ville. */
  communeActeur: string | null;
}

/** `IndicateurSaisi` from a row of `indicateur` named `i`. */
export const INDICATEUR_SAISI = `json_build_object(
  'id', i.id, 'version', i.version, 'ficheId', i.fiche_id, 'type', i.type, 'nature', i.nature, 'decimales', i.decimales,
  'maille', i.maille, 'periodicite', i.periodicite, 'anneesPonctuelles', i.annees_ponctuelles, 'modalites', i.modalites,
  'ventilations', i.ventilations,
  'organisationIds', array(
    select organisation_id from perimetre_fiche p where (p.contrat_id, p.fiche_id) = (i.contrat_id, i.fiche_id)
    union select i.responsable_id where i.responsable_id is not null),
  'ficheArchivee', exists (
    select from fiche f where (f.contrat_id, f.id) = (i.contrat_id, i.fiche_id) and f.statut = 'archive'))`;

/** Communes of the territories of the contrat $1 that a list names, as an object by code. */
export const territoires = (codes: string): string => `(
  select coalesce(json_object_agg(code, communes), '{}') from (
    select code, array[code] as communes from commune where contrat_id = $1 and code in (${codes})
    union all
    select qpv_code, array_agg(commune_code) from qpv_commune where contrat_id = $1 and qpv_code in (${codes}) group by qpv_code
  ) t)`;

// The share lock keeps a definition as it is until the values that were checked against it are written.
const CONTEXTE = `
with i as (
  select * from indicateur where contrat_id = $1 and id = any($2::uuid[]) order by id for share
)
select json_build_object(
  'periode', (select jsonb_build_object('anneeDebut', annee_debut, 'anneeFin', annee_fin) from contrat where id = $1),
  'indicateurs', (select coalesce(json_agg(${INDICATEUR_SAISI}), '[]') from i),
  'territoires', ${territoires('select unnest($3::text[])')},
  'communeActeur', (select commune_code from organisation where contrat_id = $1 and id = $4)
) as contexte`;

// Always locked in the same order, so that two batches that cross do not wait for each other.
const VERROUILLER = `
select ${VALEUR_JSON} as valeur from valeur v
where v.contrat_id = $1 and (v.indicateur_id, v.annee, v.territoire, v.ventilation) in (
  select * from unnest($2::uuid[], $3::int[], $4::text[], $5::text[]))
order by v.indicateur_id, v.annee, v.territoire, v.ventilation for update`;

const LIGNES = `jsonb_to_recordset($2::jsonb) as s(
  "indicateurId" uuid, annee int, territoire text, ventilation text, commune text, qpv text, version int, nombre numeric, texte text,
  modalites text[], absence text, qualite text, commentaire text, source text, "importId" uuid,
  "enRetard" boolean)`;

const MEME_CELLULE = `v.contrat_id = $1 and v.indicateur_id = s."indicateurId" and v.annee = s.annee
  and v.territoire = s.territoire and v.ventilation = s.ventilation and v.version = s.version`;

// An emptied cell that is filled again goes on from its history: a version never names two different states.
const INSERER = `
with v as (
  insert into valeur (contrat_id, indicateur_id, annee, commune_code, qpv_code, ventilation, version, valeur_num, valeur_texte,
    modalites, absence, qualite, commentaire, source, import_id, en_retard, modifie_par)
  select $1, s."indicateurId", s.annee, s.commune, s.qpv, s.ventilation, 1 + (
      select count(*) from journal j where j.contrat_id = $1 and j.objet = 'valeur'
        and j.objet_id = concat_ws('/', s."indicateurId", s.annee, s.territoire, nullif(s.ventilation, 'total'))),
    s.nombre, s.texte, s.modalites, s.absence, s.qualite, s.commentaire, s.source,
    s."importId", s."enRetard", $3
  from ${LIGNES} order by s."indicateurId", s.annee, s.territoire, s.ventilation
  on conflict do nothing returning *
) select ${VALEUR_JSON} as valeur from v`;

const MODIFIER = `
with v as (
  update valeur v set version = v.version + 1, valeur_num = s.nombre, valeur_texte = s.texte, modalites = s.modalites,
    absence = s.absence, qualite = s.qualite, commentaire = s.commentaire, source = s.source, import_id = s."importId",
    en_retard = s."enRetard", statut = 'proposee', retour = '', statut_le = null, statut_par = null, modifie_le = now(), modifie_par = $3
  from ${LIGNES} where ${MEME_CELLULE} returning v.*
) select ${VALEUR_JSON} as valeur from v`;

const EFFACER = `
with v as (delete from valeur v using ${LIGNES} where ${MEME_CELLULE} returning v.*) select ${VALEUR_JSON} as valeur from v`;

/** Writes of values, a whole batch in one statement each. */
@Injectable()
export class ValeursRepository {
  constructor(private readonly base: Base) {}

  async contexte(tx: EntityManager, acteur: Acteur, saisies: readonly SaisieValeur[]): Promise<ContexteSaisie> {
    const [ligne] = await this.base.lireDans<{ contexte: ContexteSaisie }>(tx, 'valeurs-contexte', CONTEXTE, [
      acteur.contratId,
      [...new Set(saisies.map(({ indicateurId }) => indicateurId))],
      [...new Set(saisies.map(({ territoire }) => territoire))],
      acteur.organisationId,
    ]);
    if (!ligne) throw new Error('Le contexte de saisie manque.');
    return ligne.contexte;
  }

  /** What stands now in these cells, locked until the end of the transaction. */
  verrouiller(tx: EntityManager, contratId: string, cellules: readonly Cellule[]): Promise<Valeur[]> {
    return this.valeurs(tx, 'valeurs-verrouiller', VERROUILLER, [
      contratId,
      cellules.map(({ indicateurId }) => indicateurId),
      cellules.map(({ annee }) => annee),
      cellules.map(({ territoire }) => territoire),
      cellules.map(({ ventilation }) => ventilation),
    ]);
  }

  /** Fills empty cells; those that somebody filled in between are left out of the answer. */
  inserer(tx: EntityManager, acteur: Acteur, saisies: readonly SaisieDatee[]): Promise<Valeur[]> {
    return this.valeurs(tx, 'valeurs-inserer', INSERER, [acteur.contratId, lignes(saisies), acteur.nom]);
  }

  /** Changes cells from the version that was read; those that moved on are left out of the answer. */
  modifier(tx: EntityManager, acteur: Acteur, saisies: readonly SaisieDatee[]): Promise<Valeur[]> {
    return this.valeurs(tx, 'valeurs-modifier', MODIFIER, [acteur.contratId, lignes(saisies), acteur.nom]);
  }

  /** Empties cells from the version that was read; answers what stood there. */
  effacer(tx: EntityManager, acteur: Acteur, saisies: readonly SaisieSituee[]): Promise<Valeur[]> {
    return this.valeurs(tx, 'valeurs-effacer', EFFACER, [acteur.contratId, lignes(saisies)]);
  }

  private async valeurs(tx: EntityManager, nom: string, texte: string, parametres: unknown[]): Promise<Valeur[]> {
    const rangees = await this.base.lireDans<{ valeur: Valeur }>(tx, nom, texte, parametres);
    return rangees.map(({ valeur }) => valeur);
  }
}

function lignes(saisies: readonly SaisieSituee[]): string {
  return JSON.stringify(saisies.map(colonnesDe));
}
