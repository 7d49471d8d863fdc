import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import type {
  ChampId,
  ChoixImport,
  ChoixRelecture,
  DocumentSource,
  FichierImporte,
  FormatFiche,
  LotImport,
  Passage,
  Repertoire,
  ResumeLot,
} from '@pleniere/fiches/domain';
import { Base } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';

/** What a file wrote, with what stood there before: enough to cancel it. */
export interface Ecritures {
  /** True when the fiche did not exist. */
  cree: boolean;
  /** Version that the fiche was left at. */
  version: number;
  champs: { champ: ChampId; avant: unknown; version: number }[];
  indicateurs: string[];
}

/** A file as it is stored. */
export interface FichierStocke {
  id: string;
  version: number;
  lotId: string;
  nom: string;
  statut: FichierImporte['statut'];
  document: DocumentSource | null;
  passages: Passage[] | null;
  choix: ChoixRelecture;
  ficheId: string | null;
  ecritures: Ecritures | null;
  /** True once its whole import is cancelled: nothing may be made of it any more. */
  annule: boolean;
}

/** A file as it is read, with what the person ticked. */
export type FichierLu = Pick<FichierStocke, 'document' | 'passages' | 'choix'> & { fichier: FichierImporte };

/** A file to store: what is known of it before it is read. */
export interface FichierRecu {
  id: string;
  rang: number;
  nom: string;
  octets: number;
  empreinte: string;
  /** Why it is refused at once, or null. */
  message: string | null;
}

const FICHIER_JSON = `json_build_object('id', f.id, 'version', f.version, 'nom', f.nom, 'format', f.format,
  'octets', f.octets, 'statut', f.statut, 'message', f.message, 'code', f.resume ->> 'code',
  'titre', coalesce(f.resume ->> 'titre', ''), 'caracteres', coalesce((f.resume ->> 'caracteres')::int, 0),
  'nonPlaces', coalesce((f.resume ->> 'nonPlaces')::int, 0), 'ficheId', f.fiche_id, 'decision', f.decision)`;
const LOT_JSON = `'id', l.id, 'creeLe', l.cree_le, 'creePar', l.cree_par, 'annuleLe', l.annule_le`;

const LOT = `
  select json_build_object(${LOT_JSON}, 'fichiers', (
    select coalesce(json_agg(${FICHIER_JSON} order by f.rang), '[]')
    from import_fiche f where (f.contrat_id, f.lot_id) = (l.contrat_id, l.id))) as reponse
  from import_lot l where l.contrat_id = $1 and l.id = $2`;

const LOTS = `
  select coalesce(json_agg(json_build_object(${LOT_JSON}, 'nombre', n.nombre, 'parStatut', json_build_object(
    'en-cours', n.lues, 'a-relire', n.relire, 'importee', n.importees, 'ignoree', n.ignorees, 'refusee', n.refusees,
    'annulee', n.annulees)) order by l.cree_le desc, l.id), '[]') as reponse
  from import_lot l
  cross join lateral (
    select count(*) as nombre, count(*) filter (where statut = 'en-cours') as lues,
      count(*) filter (where statut = 'a-relire') as relire, count(*) filter (where statut = 'importee') as importees,
      count(*) filter (where statut = 'ignoree') as ignorees, count(*) filter (where statut = 'refusee') as refusees,
      count(*) filter (where statut = 'annulee') as annulees
    from import_fiche f where (f.contrat_id, f.lot_id) = (l.contrat_id, l.id)
  ) n
  where l.contrat_id = $1`;

const FICHIER = `
  select ${FICHIER_JSON} as fichier, f.document, f.passages, f.choix
  from import_fiche f where f.contrat_id = $1 and f.lot_id = $2 and f.id = $3`;

// A program that stopped while it read leaves files that nobody reads any more.
const INTERROMPUS = `
  update import_fiche f set statut = 'refusee', version = version + 1,
    message = 'La lecture a été interrompue\u00A0: déposez ce fichier à nouveau.'
  from import_lot l
  where f.contrat_id = $1 and f.statut = 'en-cours' and (l.contrat_id, l.id) = (f.contrat_id, f.lot_id)
    and l.cree_le < now() - interval '2 hours'`;

const RECEVOIR = `
  insert into import_fiche (contrat_id, lot_id, id, rang, nom, octets, empreinte, message, statut)
  select $1, $2, r.id, r.rang, r.nom, r.octets, r.empreinte, r.message,
    case when r.message is null then 'en-cours' else 'refusee' end
  from jsonb_to_recordset($3::jsonb) as r(id uuid, rang int, nom text, octets int, empreinte text, message text)`;

const REPERTOIRE = `
select json_build_object(
  'anneeDebut', c.annee_debut, 'anneeFin', c.annee_fin,
  'organisations', (select coalesce(json_agg(json_build_object('id', id, 'nom', nom, 'nomCourt', nom_court,
    'categorie', categorie) order by nom), '[]') from organisation where contrat_id = $1),
  'enjeux', (select coalesce(json_agg(json_build_object('id', e.id, 'type', e.type, 'numero', e.numero,
    'intitule', e.intitule, 'orientations', (select coalesce(json_agg(json_build_object('id', o.id, 'texte', o.texte)
      order by o.texte), '[]') from orientation o where (o.contrat_id, o.enjeu_id) = (e.contrat_id, e.id)))
    order by e.type desc, e.numero), '[]') from enjeu e where contrat_id = $1),
  'qpv', (select coalesce(json_agg(json_build_object('code', code, 'libelle', libelle,
    'libelleEditorial', libelle_editorial) order by code), '[]') from qpv
    where contrat_id = $1 and valid_to is null)
) as reponse
from contrat c where c.id = $1`;

interface Reponse<T> {
  reponse: T;
}

/** Files of imports, as the database holds them. */
@Injectable()
export class ImportsRepository {
  constructor(private readonly base: Base) {}

  async lot({ contratId }: Acteur, id: string): Promise<LotImport | null> {
    const [ligne] = await this.base.lire<Reponse<LotImport>>('import-lot', LOT, [contratId, id]);
    return ligne?.reponse ?? null;
  }

  async lots({ contratId }: Acteur): Promise<ResumeLot[]> {
    await this.base.entites.query(INTERROMPUS, [contratId]);
    const [ligne] = await this.base.lire<Reponse<ResumeLot[]>>('import-lots', LOTS, [contratId]);
    return ligne?.reponse ?? [];
  }

  /** One file, with its document when it could be read. */
  async fichier({ contratId }: Acteur, lotId: string, id: string): Promise<FichierLu | null> {
    const [ligne] = await this.base.lire<FichierLu>('import-fichier', FICHIER, [contratId, lotId, id]);
    return ligne ?? null;
  }

  /** What the contrat knows, that documents may name. */
  async repertoire(contratId: string): Promise<Repertoire> {
    const [ligne] = await this.base.lire<Reponse<Repertoire>>('import-repertoire', REPERTOIRE, [contratId]);
    if (!ligne) throw new Error(`Contrat absent : ${contratId}`);
    return ligne.reponse;
  }

  async ouvrirLot(tx: EntityManager, acteur: Acteur, lotId: string, fichiers: readonly FichierRecu[]): Promise<void> {
    await tx.query('insert into import_lot (contrat_id, id, personne_id, cree_par) values ($1, $2, $3, $4)', [
      acteur.contratId,
      lotId,
      acteur.personneId,
      acteur.nom,
    ]);
    const lignes = fichiers.map(({ id, rang, nom, octets, empreinte, message }) => ({
      id,
      rang,
      nom,
      octets,
      empreinte,
      message,
    }));
    await tx.query(RECEVOIR, [acteur.contratId, lotId, JSON.stringify(lignes)]);
  }

  /** A file is read: it is to be reviewed. */
  async lu(
    contratId: string,
    id: string,
    lu: { format: FormatFiche; document: DocumentSource; passages: Passage[]; resume: object },
  ): Promise<void> {
    await this.base.entites.query(
      `update import_fiche set statut = 'a-relire', format = $3, document = $4, passages = $5, resume = $6,
         version = version + 1
       where contrat_id = $1 and id = $2 and statut = 'en-cours'`,
      [contratId, id, lu.format, JSON.stringify(lu.document), JSON.stringify(lu.passages), JSON.stringify(lu.resume)],
    );
  }

  /** A file cannot be read, and here is why. */
  async refuser(contratId: string, id: string, message: string): Promise<void> {
    await this.base.entites.query(
      `update import_fiche set statut = 'refusee', message = $3, version = version + 1
       where contrat_id = $1 and id = $2 and statut = 'en-cours'`,
      [contratId, id, message],
    );
  }

  /** The files of a lot, or one of them, kept from changing until the end of the transaction. */
  verrouiller(tx: EntityManager, contratId: string, lotId: string, id: string | null): Promise<FichierStocke[]> {
    return tx.query<FichierStocke[]>(
      `select f.id, f.version, f.lot_id as "lotId", f.nom, f.statut, f.document, f.passages, f.choix,
         f.fiche_id as "ficheId", f.ecritures, l.annule_le is not null as annule
       from import_fiche f join import_lot l on (l.contrat_id, l.id) = (f.contrat_id, f.lot_id)
       where f.contrat_id = $1 and f.lot_id = $2 and ($3::uuid is null or f.id = $3)
       order by f.rang for update of f for share of l`,
      [contratId, lotId, id],
    );
  }

  async placer(
    tx: EntityManager,
    contratId: string,
    id: string,
    { passages, resume, choix }: { passages: Passage[]; resume: object; choix: ChoixRelecture },
  ): Promise<void> {
    await tx.query(
      `update import_fiche set passages = $3, resume = $4, choix = $5, version = version + 1
       where contrat_id = $1 and id = $2`,
      [contratId, id, JSON.stringify(passages), JSON.stringify(resume), JSON.stringify(choix)],
    );
  }

  async retenir(tx: EntityManager, contratId: string, id: string, choix: ChoixRelecture): Promise<void> {
    await tx.query('update import_fiche set choix = $3, version = version + 1 where contrat_id = $1 and id = $2', [
      contratId,
      id,
      JSON.stringify(choix),
    ]);
  }

  async decider(
    tx: EntityManager,
    contratId: string,
    id: string,
    { decision, ficheId, ecritures }: { decision: ChoixImport; ficheId: string | null; ecritures: Ecritures | null },
  ): Promise<void> {
    await tx.query(
      `update import_fiche set statut = $3, decision = $4, fiche_id = $5, ecritures = $6, version = version + 1
       where contrat_id = $1 and id = $2`,
      [
        contratId,
        id,
        decision === 'ignorer' ? 'ignoree' : 'importee',
        decision,
        ficheId,
        ecritures && JSON.stringify(ecritures),
      ],
    );
  }

  /** A cancelled file; `message` says what was left. */
  async annuler(tx: EntityManager, contratId: string, id: string, message: string | null): Promise<void> {
    await tx.query(
      `update import_fiche set statut = 'annulee', message = $3, version = version + 1
       where contrat_id = $1 and id = $2`,
      [contratId, id, message],
    );
  }

  /** Says that a lot is cancelled; its files that nobody reviewed are left aside. */
  async clore(tx: EntityManager, contratId: string, lotId: string): Promise<void> {
    await tx.query('update import_lot set annule_le = now() where contrat_id = $1 and id = $2', [contratId, lotId]);
    await tx.query(
      `update import_fiche set statut = 'ignoree', version = version + 1
       where contrat_id = $1 and lot_id = $2 and statut = 'a-relire'`,
      [contratId, lotId],
    );
  }
}
