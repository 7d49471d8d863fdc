import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import type {
  ApercuReferentiel,
  CadreReferentiel,
  EtatReferentiel,
  FichierReferentiel,
  ImportReferentiel,
  LectureReferentiel,
} from '@pleniere/contrat/domain';
import { Base } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';

/** What an import wrote of one thing, with what stood there before. */
export interface EcritureReferentiel {
  avant: EtatReferentiel | null;
  apres: EtatReferentiel;
  /** Version that the QPV was given; 0 for a commune or a population. */
  version: number;
}

/** What stands, with the version of each QPV. */
export interface CadreVersionne extends CadreReferentiel {
  versions: Record<string, number>;
}

/** Preview of an import as it was applied. */
export type RapportReferentiel = Pick<ApercuReferentiel, 'colonnes' | 'resume' | 'horsContrat' | 'lignes'>;

/** An import as it is stored. */
export interface ImportReferentielStocke extends Omit<ImportReferentiel, 'genre' | 'ecrites'> {
  /** Null once applied: the report stays, the file does not. */
  contenu: FichierReferentiel | null;
  lecture: LectureReferentiel;
  ecritures: EcritureReferentiel[];
  rapport: RapportReferentiel | null;
}

const ENTETE = `'id', id, 'version', version, 'fichier', fichier, 'statut', statut, 'creeLe', cree_le, 'creePar', cree_par,
  'appliqueLe', applique_le, 'annuleLe', annule_le, 'retablies', retablies, 'lecture', lecture`;

const LISTER = `
  select coalesce(jsonb_agg(jsonb_build_object(${ENTETE}, 'ecrites', jsonb_array_length(ecritures))
    order by cree_le desc, id), '[]') as reponse
  from import_referentiel where contrat_id = $1`;

const LIRE = `
  select jsonb_build_object(${ENTETE}, 'contenu', contenu, 'ecritures', ecritures, 'rapport', rapport) as reponse
  from import_referentiel where contrat_id = $1 and id = $2 for update`;

// A file that nobody applied for a month is forgotten.
const OUBLIER = `
  delete from import_referentiel
  where contrat_id = $1 and statut = 'ouvert' and cree_le < now() - interval '30 days'`;

const INSERER = `
  insert into import_referentiel (contrat_id, cree_par, fichier, contenu, lecture) values ($1, $2, $3, $4, $5)
  returning id`;

const RELIRE = `
  update import_referentiel set lecture = $3, version = version + 1 where contrat_id = $1 and id = $2`;

const APPLIQUER = `
  update import_referentiel set statut = 'applique', applique_le = now(), contenu = null, version = version + 1,
    ecritures = $3, rapport = $4
  where contrat_id = $1 and id = $2`;

const ANNULER = `
  update import_referentiel set statut = 'annule', annule_le = now(), version = version + 1, retablies = $3
  where contrat_id = $1 and id = $2`;

const CADRE = `
  select jsonb_build_object(
    'epciSiren', c.epci_siren,
    'communes', (select coalesce(jsonb_object_agg(code, nom), '{}') from commune where contrat_id = c.id),
    'versions', (select coalesce(jsonb_object_agg(code, version), '{}') from qpv where contrat_id = c.id),
    'qpv', (
      select coalesce(jsonb_object_agg(q.code, jsonb_build_object('libelle', q.libelle, 'contour', q.contour,
        'communes', (
          select coalesce(jsonb_agg(jsonb_build_object('code', co.code, 'nom', co.nom) order by co.code), '[]')
          from qpv_commune qc join commune co on (co.contrat_id, co.code) = (qc.contrat_id, qc.commune_code)
          where (qc.contrat_id, qc.qpv_code) = (q.contrat_id, q.code)))), '{}')
      from qpv q where q.contrat_id = c.id),
    'populations', (
      select coalesce(jsonb_agg(jsonb_build_object('code', qpv_code, 'population', population, 'millesime', millesime,
        'source', source)), '[]')
      from reference_population where contrat_id = c.id)
  ) as cadre
  from contrat c where c.id = $1`;

/** Statements of the imports of reference files. */
@Injectable()
export class ImportsReferentielRepository {
  constructor(private readonly base: Base) {}

  /** Newest first. */
  async lister(contratId: string): Promise<(ImportReferentielStocke & { ecrites: number })[]> {
    const [ligne] = await this.base.lire<{ reponse: (ImportReferentielStocke & { ecrites: number })[] }>(
      'imports-referentiel',
      LISTER,
      [contratId],
    );
    return ligne?.reponse ?? [];
  }

  /** An import with all that it holds, locked; null when the contrat has no such import. */
  async lire(tx: EntityManager, contratId: string, id: string): Promise<ImportReferentielStocke | null> {
    const [ligne] = await tx.query<{ reponse: ImportReferentielStocke }[]>(LIRE, [contratId, id]);
    return ligne?.reponse ?? null;
  }

  async inserer(
    tx: EntityManager,
    { contratId, nom }: Acteur,
    { fichier, contenu, lecture }: Pick<ImportReferentielStocke, 'fichier' | 'contenu' | 'lecture'>,
  ): Promise<string> {
    await tx.query(OUBLIER, [contratId]);
    const valeurs = [contratId, nom, fichier, JSON.stringify(contenu), JSON.stringify(lecture)];
    const [ligne] = await tx.query<{ id: string }[]>(INSERER, valeurs);
    if (!ligne) throw new Error('L’import n’a pas été créé.');
    return ligne.id;
  }

  async relire(tx: EntityManager, contratId: string, id: string, lecture: LectureReferentiel): Promise<void> {
    await tx.query(RELIRE, [contratId, id, JSON.stringify(lecture)]);
  }

  async appliquer(
    tx: EntityManager,
    contratId: string,
    id: string,
    { ecritures, rapport }: Pick<ImportReferentielStocke, 'ecritures' | 'rapport'>,
  ): Promise<void> {
    await tx.query(APPLIQUER, [contratId, id, JSON.stringify(ecritures), JSON.stringify(rapport)]);
  }

  async annuler(tx: EntityManager, contratId: string, id: string, retablies: number): Promise<void> {
    await tx.query(ANNULER, [contratId, id, retablies]);
  }

  async supprimer(tx: EntityManager, contratId: string, id: string): Promise<void> {
    await tx.query('delete from import_referentiel where contrat_id = $1 and id = $2', [contratId, id]);
  }

  /** What the files of a contrat are compared with; held still when it is about to be written. */
  async cadre(tx: EntityManager, contratId: string, verrou = false): Promise<CadreVersionne> {
    if (verrou) {
      // Two imports that would create the same things in another order wait for each other here, and nowhere else.
      await tx.query('select id from contrat where id = $1 for no key update', [contratId]);
      await tx.query('select code from qpv where contrat_id = $1 order by code for update', [contratId]);
      await tx.query('select code from commune where contrat_id = $1 order by code for update', [contratId]);
    }
    const [ligne] = await tx.query<{ cadre: CadreVersionne }[]>(CADRE, [contratId]);
    if (!ligne) throw new Error(`Contrat absent : ${contratId}`);
    return ligne.cadre;
  }
}
