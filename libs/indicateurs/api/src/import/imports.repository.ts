import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import type {
  CadreImport,
  CaseImport,
  ColonneTrouvee,
  EtatLu,
  ImportValeurs,
  IndicateurImportable,
  Repere,
  RoleColonne,
  SortCase,
  StatutImport,
  TypeValeur,
  Valeur,
  Ventilation,
} from '@pleniere/indicateurs/domain';
import type { FeuilleTableur, FormatTableur } from '@pleniere/shared/domain';
import { Base } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { indicateurJson, valeurJson } from '../json';

/** An indicator as a file may name it, with the organisations that hold the pen of its fiche, as long as it lives. */
export type IndicateurVise = IndicateurImportable & { perimetre: string[]; archivee: boolean };

/** What the files of a contrat are recognised against. */
export interface CadreLu extends Omit<CadreImport, 'anneeCourante'> {
  indicateurs: IndicateurVise[];
}

/** A value with the import that it comes from. */
export type ValeurSituee = Valeur & { importId: string | null };

/** What an import wrote in a cell, with what stood there before. */
export interface EcritureImport {
  ligne: number;
  colonne: number;
  type: TypeValeur;
  indicateurId: string;
  annee: number;
  territoire: string;
  ventilation: Ventilation;
  avant: EtatLu | Repere | null;
  /** Import that the former value came from. */
  importAvant: string | null;
  /** Version that the value was given; 0 for a baseline or a target. */
  version: number;
  /** Baseline or target that was written; null for a value. */
  repere: Repere | null;
}

/** What is read of an open import. */
export interface Lecture {
  feuille: number;
  titres: number;
  roles: (RoleColonne | null)[];
}

/** How an import is read: to be written, or without the file, which is long. */
export interface ChoixDeLecture {
  verrou?: boolean;
  sansFeuilles?: boolean;
}

/** An import as it is stored. */
export interface ImportStocke extends Lecture {
  id: string;
  version: number;
  fichier: string;
  format: FormatTableur;
  statut: StatutImport;
  personneId: string;
  /** Null once applied: the report stays, the file does not. */
  feuilles: FeuilleTableur[] | null;
  colonnes: ColonneTrouvee[];
  ecritures: EcritureImport[];
  rapport: CaseImport[];
  resume: Record<SortCase, number>;
  retablies: number;
  creeLe: string;
  creePar: string;
  appliqueLe: string | null;
  annuleLe: string | null;
}

const ENTETE = `'id', id, 'version', version, 'fichier', fichier, 'format', format, 'statut', statut,
  'creeLe', cree_le, 'creePar', cree_par, 'appliqueLe', applique_le, 'annuleLe', annule_le, 'retablies', retablies`;

const LISTER = `
  select coalesce(jsonb_agg(jsonb_build_object(${ENTETE}, 'ecrites', jsonb_array_length(ecritures))
    order by cree_le desc, id), '[]') as reponse
  from import_valeurs where contrat_id = $1 and ($2::uuid is null or personne_id = $2)`;

const LIRE = `
  select jsonb_build_object(${ENTETE}, 'personneId', personne_id, 'feuilles', case when $3 then null else feuilles end, 'feuille', feuille,
    'titres', titres, 'roles', roles, 'colonnes', colonnes, 'ecritures', ecritures, 'rapport', rapport,
    'resume', resume) as reponse
  from import_valeurs where contrat_id = $1 and id = $2`;

// A file that nobody applied for a month is forgotten.
const OUBLIER = `
  delete from import_valeurs where contrat_id = $1 and statut = 'ouvert' and cree_le < now() - interval '30 days'`;

const INSERER = `
  insert into import_valeurs (contrat_id, personne_id, cree_par, fichier, format, feuilles, feuille, titres, roles)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`;

const RELIRE = `
  update import_valeurs set feuille = $3, titres = $4, roles = $5, version = version + 1
  where contrat_id = $1 and id = $2`;

const APPLIQUER = `
  update import_valeurs set statut = 'applique', applique_le = now(), feuilles = null, version = version + 1,
    ecritures = $3, rapport = $4, resume = $5, colonnes = $6
  where contrat_id = $1 and id = $2`;

const ANNULER = `
  update import_valeurs set statut = 'annule', annule_le = now(), version = version + 1, retablies = $3, rapport = $4
  where contrat_id = $1 and id = $2`;

const INDICATEUR_VISE = indicateurJson(`'fiche', f.code, 'archivee', f.statut is not distinct from 'archive',
  'perimetre', array(
    select organisation_id from perimetre_fiche p where (p.contrat_id, p.fiche_id) = (i.contrat_id, i.fiche_id))`);

const CADRE = `
select json_build_object(
  'periode', (select jsonb_build_object('anneeDebut', annee_debut, 'anneeFin', annee_fin) from contrat where id = $1),
  'indicateurs', (
    select coalesce(json_agg(${INDICATEUR_VISE}
      order by f.lettre desc, f.enjeu_numero, f.rang, i.ordre, i.id), '[]')
    from indicateur i left join fiche f on (f.contrat_id, f.id) = (i.contrat_id, i.fiche_id)
    where i.contrat_id = $1 and ($2::uuid is null or i.fiche_id = $2)),
  'territoires', (
    select jsonb_agg(jsonb_build_object('code', t.code, 'noms', t.noms) order by t.rang, t.noms[1])
    from (
      select 1 as rang, 'contrat' as code, array[titre_court, titre, epci_siren] as noms from contrat where id = $1
      union all
      select 2, code, array[nom] from commune where contrat_id = $1
      union all
      select 3, q.code, array_remove(array[coalesce(q.libelle_editorial, q.libelle), q.libelle], null) || array(
        select unnest(array[concat_ws(' ', c.nom, q.libelle), concat_ws(' ', q.libelle, c.nom)])
        from qpv_commune qc join commune c on (c.contrat_id, c.code) = (qc.contrat_id, qc.commune_code)
        where (qc.contrat_id, qc.qpv_code) = (q.contrat_id, q.code))
      from qpv q where q.contrat_id = $1
    ) t)
) as cadre`;

const VALEURS = `
  select ${valeurJson("'importId', v.import_id")} as valeur
  from valeur v where v.contrat_id = $1 and v.indicateur_id = any($2::uuid[])`;

/** Statements of the imports of values. */
@Injectable()
export class ImportsRepository {
  constructor(private readonly base: Base) {}

  /** Newest first; of one person unless told. */
  async lister(contratId: string, personneId: string | null): Promise<ImportValeurs[]> {
    const [ligne] = await this.base.lire<{ reponse: ImportValeurs[] }>('imports-valeurs', LISTER, [
      contratId,
      personneId,
    ]);
    return ligne?.reponse ?? [];
  }

  /** One import of the contrat writes at a time: two that change the same references in another order never meet. */
  async attendreSonTour(tx: EntityManager, contratId: string): Promise<void> {
    await tx.query('select id from contrat where id = $1 for no key update', [contratId]);
  }

  /** An import with all that it holds, locked when it is to be written; null when the contrat has no such import. */
  async lire(
    tx: EntityManager,
    contratId: string,
    id: string,
    { verrou = false, sansFeuilles = false }: ChoixDeLecture = {},
  ): Promise<ImportStocke | null> {
    const texte = verrou ? `${LIRE} for update` : LIRE;
    const [ligne] = await tx.query<{ reponse: ImportStocke }[]>(texte, [contratId, id, sansFeuilles]);
    return ligne?.reponse ?? null;
  }

  /** Keeps what a file holds, and what was understood of it; answers its id. */
  async inserer(
    tx: EntityManager,
    { contratId, personneId, nom }: Acteur,
    depot: Pick<ImportStocke, 'fichier' | 'format' | 'feuilles'> & Lecture,
  ): Promise<string> {
    await tx.query(OUBLIER, [contratId]);
    const { fichier, format, feuilles, feuille, titres, roles } = depot;
    const valeurs = [contratId, personneId, nom, fichier, format, JSON.stringify(feuilles), feuille, titres];
    const [ligne] = await tx.query<{ id: string }[]>(INSERER, [...valeurs, JSON.stringify(roles)]);
    if (!ligne) throw new Error('L’import n’a pas été créé.');
    return ligne.id;
  }

  /** Keeps another understanding of the columns. */
  async relire(tx: EntityManager, contratId: string, id: string, { feuille, titres, roles }: Lecture): Promise<void> {
    await tx.query(RELIRE, [contratId, id, feuille, titres, JSON.stringify(roles)]);
  }

  async appliquer(
    tx: EntityManager,
    contratId: string,
    id: string,
    bilan: Pick<ImportStocke, 'ecritures' | 'rapport' | 'resume' | 'colonnes'>,
  ): Promise<void> {
    const { ecritures, rapport, resume, colonnes } = bilan;
    const textes = [ecritures, rapport, resume, colonnes].map((partie) => JSON.stringify(partie));
    await tx.query(APPLIQUER, [contratId, id, ...textes]);
  }

  async annuler(
    tx: EntityManager,
    contratId: string,
    id: string,
    { retablies, rapport }: Pick<ImportStocke, 'retablies' | 'rapport'>,
  ): Promise<void> {
    await tx.query(ANNULER, [contratId, id, retablies, JSON.stringify(rapport)]);
  }

  async supprimer(tx: EntityManager, contratId: string, id: string): Promise<void> {
    await tx.query('delete from import_valeurs where contrat_id = $1 and id = $2', [contratId, id]);
  }

  /** Definitions and territoires of the contrat; the definitions of one fiche when it is named. */
  async cadre(tx: EntityManager, contratId: string, ficheId: string | null = null): Promise<CadreLu> {
    const [ligne] = await tx.query<{ cadre: CadreLu }[]>(CADRE, [contratId, ficheId]);
    if (!ligne) throw new Error(`Contrat absent : ${contratId}`);
    return ligne.cadre;
  }

  /** Every value of these indicators. */
  async valeurs(tx: EntityManager, contratId: string, indicateurs: readonly string[]): Promise<ValeurSituee[]> {
    const lignes = await tx.query<{ valeur: ValeurSituee }[]>(VALEURS, [contratId, indicateurs]);
    return lignes.map(({ valeur }) => valeur);
  }
}
