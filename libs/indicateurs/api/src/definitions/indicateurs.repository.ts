import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import type { HistoriqueValeur, Indicateur, IndicateurAvecValeurs, Valeur } from '@pleniere/indicateurs/domain';
import { Base } from '@pleniere/shared/api';
import type { PeriodeContrat } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { INDICATEUR_AVEC_VALEURS_JSON, INDICATEUR_JSON, VALEUR_JSON } from '../json';

/** What a definition stands on: the contrat's years, and whether what it names is of the contrat. */
export interface CadreDefinition extends PeriodeContrat {
  ficheConnue: boolean;
  responsableConnu: boolean;
  /** The indicator that weighs, when one is named and known. */
  ponderation: Pick<Indicateur, 'nature' | 'agregation' | 'maille'> | null;
}

/** Where a copied definition comes from, in words: its wording and the code of its fiche. */
export interface OrigineDefinition {
  libelle: string;
  fiche: string | null;
}

/** What narrows the history of the values of an indicator. */
export interface FiltresHistorique {
  annee?: number;
  territoire?: string;
}

// A lecteur reads the fiches in force, so their indicators alone; $2 tells whether the caller sees the others.
const VISIBLES = `
  from indicateur i
  left join fiche f on (f.contrat_id, f.id) = (i.contrat_id, i.fiche_id)
  where i.contrat_id = $1 and ($2 or i.fiche_id is null or f.en_vigueur is not null and f.statut <> 'archive')`;

const lister = (filtre: string) => `
  select coalesce(json_agg(${INDICATEUR_JSON} order by f.lettre desc, f.enjeu_numero, f.rang, i.ordre, i.id), '[]') as reponse
  ${VISIBLES} ${filtre}`;

const LIRE = `
  select ${INDICATEUR_AVEC_VALEURS_JSON} as reponse ${VISIBLES} and i.id = $3`;

const CONTEXTE = `
  select coalesce(json_agg(${INDICATEUR_AVEC_VALEURS_JSON} order by i.ordre, i.id), '[]') as reponse
  from indicateur i where i.contrat_id = $1 and i.type = 'contexte'`;

const HISTORIQUE = `
  select (
    select coalesce(jsonb_agg(jsonb_build_object(
      'quand', j.quand, 'auteur', auteur_affiche($1, j.personne_id, j.auteur), 'motif', j.motif, 'annee', split_part(j.objet_id, '/', 2)::int,
      'territoire', split_part(j.objet_id, '/', 3),
      'ventilation', coalesce(nullif(split_part(j.objet_id, '/', 4), ''), 'total'), 'avant', j.avant, 'apres', j.apres) order by j.id desc), '[]')
    from (
      select * from journal j
      where j.contrat_id = $1 and j.objet = 'valeur' and j.objet_id like $3::text || '/%'
        and ($4::text is null or split_part(j.objet_id, '/', 2) = $4) and ($5::text is null or split_part(j.objet_id, '/', 3) = $5)
      order by j.id desc limit 500
    ) j
  ) as reponse ${VISIBLES} and i.id = $3::uuid`;

const CADRE = `
  select c.annee_debut as "anneeDebut", c.annee_fin as "anneeFin",
    $2::uuid is null or exists (select from fiche f where f.contrat_id = c.id and f.id = $2) as "ficheConnue",
    $3::uuid is null or exists (select from organisation o where o.contrat_id = c.id and o.id = $3) as "responsableConnu",
    (select jsonb_build_object('nature', i.nature, 'agregation', i.agregation, 'maille', i.maille)
    from indicateur i where i.contrat_id = c.id and i.id = $4) as ponderation
  from contrat c where c.id = $1`;

const ARCHIVEE = `select from fiche where contrat_id = $1 and id = $2 and statut = 'archive'`;

const VALEURS = `
  select ${VALEUR_JSON} as valeur from valeur v where v.contrat_id = $1 and v.indicateur_id = $2`;

const ORIGINE = `
  select jsonb_build_object('libelle', i.libelle, 'fiche', f.code) as reponse ${VISIBLES} and i.id = $3`;

const PONDERES = 'select libelle from indicateur where contrat_id = $1 and ponderation_id = $2 order by ordre limit 1';

const COMPTER_CHIFFRES = `
  select count(*)::int as nombre from valeur where contrat_id = $1 and indicateur_id = $2 and absence is null`;

const COMPTER = 'select count(*)::int as nombre from valeur where contrat_id = $1 and indicateur_id = $2';

const ORDONNER = `
  update indicateur i set ordre = o.rang from unnest($3::uuid[]) with ordinality as o(id, rang)
  where i.contrat_id = $1 and i.fiche_id is not distinct from $2 and i.id = o.id`;

/** Reads of the definitions, and what TypeORM does not write well. */
@Injectable()
export class IndicateursRepository {
  constructor(private readonly base: Base) {}

  /** Definitions that the caller sees, in the order of the fiches; of one fiche when it is named. */
  async lister(acteur: Acteur, ficheId?: string): Promise<Indicateur[]> {
    const valeurs = [acteur.contratId, acteur.role !== 'lecteur'];
    const [ligne] = ficheId
      ? await this.base.lire<Reponse<Indicateur[]>>('indicateurs-fiche', lister('and i.fiche_id = $3'), [
          ...valeurs,
          ficheId,
        ])
      : await this.base.lire<Reponse<Indicateur[]>>('indicateurs', lister(''), valeurs);
    return ligne?.reponse ?? [];
  }

  /** One definition with all its values; null when the caller sees no such indicator. */
  async lire(acteur: Acteur, id: string): Promise<IndicateurAvecValeurs | null> {
    const valeurs = [acteur.contratId, acteur.role !== 'lecteur', id];
    const [ligne] = await this.base.lire<Reponse<IndicateurAvecValeurs>>('indicateur', LIRE, valeurs);
    return ligne?.reponse ?? null;
  }

  /** The context indicators of the contrat with all their values. */
  async contexte({ contratId }: Acteur): Promise<IndicateurAvecValeurs[]> {
    const [ligne] = await this.base.lire<Reponse<IndicateurAvecValeurs[]>>('indicateurs-contexte', CONTEXTE, [
      contratId,
    ]);
    return ligne?.reponse ?? [];
  }

  /** The last 500 changes of its values, of one year or territory when named, newest first; null when the caller sees no such indicator. */
  async historique(
    acteur: Acteur,
    id: string,
    { annee, territoire }: FiltresHistorique,
  ): Promise<HistoriqueValeur[] | null> {
    const valeurs = [acteur.contratId, acteur.role !== 'lecteur', id, annee?.toString() ?? null, territoire ?? null];
    const [ligne] = await this.base.lire<Reponse<HistoriqueValeur[]>>('indicateur-historique', HISTORIQUE, valeurs);
    return ligne?.reponse ?? null;
  }

  /** The contrat's years, and whether the fiche, the responsable and the weight named are of the contrat. */
  async cadre(
    tx: EntityManager,
    contratId: string,
    { ficheId, responsableId, ponderationId }: Pick<Indicateur, 'ficheId' | 'responsableId' | 'ponderationId'>,
  ): Promise<CadreDefinition> {
    const [cadre] = await tx.query<CadreDefinition[]>(CADRE, [contratId, ficheId, responsableId, ponderationId]);
    if (!cadre) throw new Error(`Contrat absent : ${contratId}`);
    return cadre;
  }

  /** True when the fiche, whose indicators are asked about, is archived. */
  async estArchivee(tx: EntityManager, contratId: string, ficheId: string): Promise<boolean> {
    return (await tx.query<unknown[]>(ARCHIVEE, [contratId, ficheId])).length > 0;
  }

  /** Every value that the indicator bears. */
  async valeurs(tx: EntityManager, contratId: string, id: string): Promise<Valeur[]> {
    const lignes = await tx.query<{ valeur: Valeur }[]>(VALEURS, [contratId, id]);
    return lignes.map(({ valeur }) => valeur);
  }

  /** What the caller copies a definition from; null when they see no such indicator. */
  async origine(tx: EntityManager, { contratId, role }: Acteur, id: string): Promise<OrigineDefinition | null> {
    const [ligne] = await tx.query<Reponse<OrigineDefinition>[]>(ORIGINE, [contratId, role !== 'lecteur', id]);
    return ligne?.reponse ?? null;
  }

  /** Wording of an indicator whose weighted mean stands on this one; null when none does. */
  async pondere(tx: EntityManager, contratId: string, id: string): Promise<string | null> {
    const [ligne] = await tx.query<{ libelle: string }[]>(PONDERES, [contratId, id]);
    return ligne?.libelle ?? null;
  }

  /** How many values the indicator bears, absences left out. */
  async nombreDeChiffres(tx: EntityManager, contratId: string, id: string): Promise<number> {
    const [ligne] = await tx.query<{ nombre: number }[]>(COMPTER_CHIFFRES, [contratId, id]);
    return ligne?.nombre ?? 0;
  }

  /** How many values the indicator bears, absences included. */
  async nombreDeValeurs(tx: EntityManager, contratId: string, id: string): Promise<number> {
    const [ligne] = await tx.query<{ nombre: number }[]>(COMPTER, [contratId, id]);
    return ligne?.nombre ?? 0;
  }

  /** Numbers the indicators of a fiche in the given order. */
  async ordonner(tx: EntityManager, contratId: string, ficheId: string | null, ids: readonly string[]): Promise<void> {
    await tx.query(ORDONNER, [contratId, ficheId, ids]);
  }
}

interface Reponse<T> {
  reponse: T;
}
