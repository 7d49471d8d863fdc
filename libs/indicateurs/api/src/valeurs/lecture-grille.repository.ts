import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import { CHAMPS_SERRES, type Cellule, type FicheSerree, type Valeur } from '@pleniere/indicateurs/domain';
import { Base } from '@pleniere/shared/api';
import { indicateurJson, POIDS_JSON, VALEUR_JSON } from '../json';
import type { VilleDeLActeur } from './plume';

/** A fiche as the statement reads it: with the organisations that decide of the caller's rights. */
export type FicheLueEnGrille = Omit<FicheSerree, 'droits'> & { organisationIds: (string | null)[] };

/** What one page of the grid stands on. */
export interface GrilleBrute {
  fiches: FicheLueEnGrille[];
  ville: VilleDeLActeur | null;
}

const COLONNES: Readonly<Record<(typeof CHAMPS_SERRES)[number], string>> = {
  annee: 'v.annee',
  territoire: 'v.territoire',
  ventilation: 'v.ventilation',
  version: 'v.version',
  valeur: 'coalesce(to_json(v.valeur_num), to_json(v.valeur_texte), to_json(v.modalites))',
  absence: 'v.absence',
  qualite: 'v.qualite',
  commentaire: 'v.commentaire',
  source: 'v.source',
  modifieLe: 'v.modifie_le',
  modifiePar: 'v.modifie_par',
  statut: 'v.statut',
  enRetard: 'v.en_retard',
  retour: 'v.retour',
};

// The names of the fields would be most of the page, and of the time to write it.
const VALEURS = `(
  select coalesce(json_agg(json_build_array(${CHAMPS_SERRES.map((champ) => COLONNES[champ]).join()})
    order by v.annee, v.territoire, v.ventilation), '[]')
  from valeur v where v.contrat_id = i.contrat_id and v.indicateur_id = i.id)`;

const INDICATEUR = indicateurJson(
  `'valeurs', ${VALEURS}, 'poids', case when i.agregation = 'moyenne-ponderee' then ${POIDS_JSON} end`,
);

const INDICATEURS = `(
  select coalesce(json_agg(${INDICATEUR} order by i.ordre, i.id), '[]')
  from indicateur i where i.contrat_id = f.contrat_id and i.fiche_id = f.id)`;

// A lecteur reads the fiches in force; $2 tells whether the caller sees the others. An archived one takes no value.
const lecture = (indicateurs: string): string => `
  select json_build_object(
    'fiches', (
      select coalesce(json_agg(json_build_object(
        'id', f.id, 'code', f.code, 'titre', f.titre, 'titreCourt', coalesce(f.contenu ->> 'titreCourt', ''),
        'enjeu', json_build_object('couleur', e.couleur), 'contenu', json_build_object('cadreOu', f.contenu -> 'cadreOu'),
        'indicateurs', ${indicateurs},
        'organisationIds', array(
          select p.organisation_id from perimetre_fiche p where p.contrat_id = f.contrat_id and p.fiche_id = f.id
          union select i.responsable_id from indicateur i where i.contrat_id = f.contrat_id and i.fiche_id = f.id)
      ) order by f.lettre desc, f.enjeu_numero, f.rang), '[]')
      from fiche f join enjeu e on (e.contrat_id, e.id) = (f.contrat_id, f.enjeu_id)
      where f.contrat_id = $1 and f.statut <> 'archive' and ($2 or f.en_vigueur is not null)),
    'ville', (
      select json_build_object('commune', o.commune_code, 'qpv', array(
        select qc.qpv_code from qpv_commune qc where qc.contrat_id = o.contrat_id and qc.commune_code = o.commune_code order by 1))
      from organisation o where o.contrat_id = $1 and o.id = $3 and o.commune_code is not null)
  ) as reponse`;

const TOUTES = lecture(INDICATEURS);
const UNE_SEULE = lecture(`case when f.code = $4 then ${INDICATEURS} end`);

const CELLULES = `
  select coalesce(json_agg(${VALEUR_JSON}), '[]') as reponse
  from valeur v
  join indicateur i on (i.contrat_id, i.id) = (v.contrat_id, v.indicateur_id)
  left join fiche f on (f.contrat_id, f.id) = (i.contrat_id, i.fiche_id)
  where v.contrat_id = $1 and ($2 or i.fiche_id is null or f.en_vigueur is not null and f.statut <> 'archive')
    and (v.indicateur_id, v.annee, v.territoire, v.ventilation) in (
      select * from unnest($3::uuid[], $4::int[], $5::text[], $6::text[]))`;

/** Reads of the grid, each one prepared statement that gives the JSON of the answer. */
@Injectable()
export class LectureGrilleRepository {
  constructor(private readonly base: Base) {}

  /** Every fiche that the caller sees with its indicators and values; when one is named by its code, those of that one alone. */
  async lire({ contratId, role, organisationId }: Acteur, fiche?: string): Promise<GrilleBrute> {
    const valeurs = [contratId, role !== 'lecteur', organisationId];
    const [ligne] = fiche
      ? await this.base.lire<{ reponse: GrilleBrute }>('grille-fiche', UNE_SEULE, [...valeurs, fiche])
      : await this.base.lire<{ reponse: GrilleBrute }>('grille', TOUTES, valeurs);
    return ligne?.reponse ?? { fiches: [], ville: null };
  }

  /** What stands in these cells; those that are empty are left out. */
  async cellules({ contratId, role }: Acteur, cellules: readonly Cellule[]): Promise<Valeur[]> {
    const [ligne] = await this.base.lire<{ reponse: Valeur[] }>('valeurs-cellules', CELLULES, [
      contratId,
      role !== 'lecteur',
      cellules.map(({ indicateurId }) => indicateurId),
      cellules.map(({ annee }) => annee),
      cellules.map(({ territoire }) => territoire),
      cellules.map(({ ventilation }) => ventilation),
    ]);
    return ligne?.reponse ?? [];
  }
}
