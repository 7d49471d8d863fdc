import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import type { Piece } from '@pleniere/indicateurs/domain';
import { Base, Octets } from '@pleniere/shared/api';
import type { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';

/** A file to keep with what was read in it. */
export interface PieceAJoindre extends Pick<
  Piece,
  'indicateurId' | 'annee' | 'territoire' | 'nom' | 'type' | 'donneesPersonnelles'
> {
  sha256: string;
  contenu: Buffer;
}

/** A file that is kept: what it is, and its bytes as they come. */
export interface PieceGardee extends Pick<Piece, 'nom' | 'type' | 'taille'> {
  flux: Readable;
}

/** A file to remove: what the journal keeps of it, and who gave it. */
export interface PieceARetirer extends Pick<Piece, 'indicateurId' | 'annee' | 'territoire' | 'nom' | 'taille'> {
  sha256: string;
  personneId: string;
  ficheId: string | null;
}

const PIECE_JSON = `jsonb_build_object(
  'id', p.id, 'indicateurId', p.indicateur_id, 'annee', p.annee, 'territoire', p.territoire, 'nom', p.nom,
  'type', p.type, 'taille', p.taille, 'donneesPersonnelles', p.donnees_personnelles, 'ajouteePar', p.ajoutee_par,
  'ajouteeLe', p.ajoutee_le, 'retirable', $2 = 'equipe' or p.personne_id = $4)`;

// Where people can be recognised, a file is read by the team and by the organisation that gave it; a lecteur reads what
// belongs to the fiches in force.
const VISIBLES = `
  from piece p
  join indicateur i on (i.contrat_id, i.id) = (p.contrat_id, p.indicateur_id)
  left join fiche f on (f.contrat_id, f.id) = (i.contrat_id, i.fiche_id)
  where p.contrat_id = $1 and ($2 <> 'lecteur' or i.fiche_id is null or f.statut = 'en-vigueur')
    and (not p.donnees_personnelles or $2 = 'equipe' or coalesce(p.organisation_id = $3, false))`;

const lister = (filtre: string) => `
  select coalesce(jsonb_agg(${PIECE_JSON} order by p.ajoutee_le desc, p.id), '[]') as reponse
  ${VISIBLES} ${filtre}`;

const FICHIER = `select p.nom, p.type, p.taille ${VISIBLES} and p.id = $4`;

/** A piece of it, once its reader is known. */
const MORCEAU = `
  select encode(substring(contenu from $3 for $4), 'base64') as octets from piece where contrat_id = $1 and id = $2`;

const TENIR_CASE = `select pg_advisory_xact_lock(hashtextextended(concat_ws('/', $1::text, $2::text, $3::text, $4::text), 0))`;

const COMPTER = `
  select count(*)::int as nombre, coalesce(bool_or(sha256 = $5), false) as "dejaLa" from piece
  where contrat_id = $1 and indicateur_id = $2 and annee = $3 and territoire = $4`;

const JOINDRE = `
  with p as (
    insert into piece (contrat_id, indicateur_id, annee, territoire, nom, type, taille, sha256, donnees_personnelles,
      contenu, personne_id, organisation_id, ajoutee_par)
    values ($1, $5, $6, $7, $8, $9, $10, $11, $12, $13, $4, $3, $14) returning *
  ) select ${PIECE_JSON} as piece from p`;

const A_RETIRER = `
  select p.indicateur_id as "indicateurId", p.annee, p.territoire, p.nom, p.taille, p.sha256, p.personne_id as "personneId",
    i.fiche_id as "ficheId"
  ${VISIBLES} and p.id = $4 for update of p`;

const RETIRER = 'delete from piece where contrat_id = $1 and id = $2';

/** Reads and writes of the files; the bytes are read when they are asked for only. */
@Injectable()
export class PiecesRepository {
  constructor(
    private readonly base: Base,
    private readonly octets: Octets,
  ) {}

  /** Those that the caller may read, of one indicator when it is named. */
  async lister(acteur: Acteur, indicateurId?: string): Promise<Piece[]> {
    const [ligne] = indicateurId
      ? await this.base.lire<Reponse>('pieces-indicateur', lister('and p.indicateur_id = $5'), [
          ...lecteur(acteur),
          acteur.personneId,
          indicateurId,
        ])
      : await this.base.lire<Reponse>('pieces', lister(''), [...lecteur(acteur), acteur.personneId]);
    return ligne?.reponse ?? [];
  }

  /** One file, read from the database as it is taken; null when the caller may not read it. */
  async lire(acteur: Acteur, id: string): Promise<PieceGardee | null> {
    const valeurs = [...lecteur(acteur), id];
    const [ligne] = await this.base.lire<Omit<PieceGardee, 'flux'>>('piece', FICHIER, valeurs);
    if (!ligne) return null;
    const fichier = { nom: 'piece-morceau', texte: MORCEAU, valeurs: [acteur.contratId, id], taille: ligne.taille };
    return { ...ligne, flux: this.octets.lire(fichier) };
  }

  /** How many files the value bears, and whether this one is among them; holds the value until the end of the transaction. */
  async compter(
    tx: EntityManager,
    { contratId }: Acteur,
    {
      indicateurId,
      annee,
      territoire,
      sha256,
    }: Pick<PieceAJoindre, 'indicateurId' | 'annee' | 'territoire' | 'sha256'>,
  ): Promise<{ nombre: number; dejaLa: boolean }> {
    const lieu = [contratId, indicateurId, annee, territoire];
    await tx.query(TENIR_CASE, lieu);
    const [compte] = await tx.query<{ nombre: number; dejaLa: boolean }[]>(COMPTER, [...lieu, sha256]);
    return compte ?? { nombre: 0, dejaLa: false };
  }

  async joindre(tx: EntityManager, acteur: Acteur, piece: PieceAJoindre): Promise<Piece> {
    const { indicateurId, annee, territoire, nom, type, sha256, donneesPersonnelles, contenu } = piece;
    const [ligne] = await tx.query<{ piece: Piece }[]>(JOINDRE, [
      ...lecteur(acteur),
      acteur.personneId,
      indicateurId,
      annee,
      territoire,
      nom,
      type,
      contenu.length,
      sha256,
      donneesPersonnelles,
      contenu,
      acteur.nom,
    ]);
    if (!ligne) throw new Error('the insert gives one row');
    return ligne.piece;
  }

  /** A file that the caller may read, locked; null when there is none. */
  async verrouiller(tx: EntityManager, acteur: Acteur, id: string): Promise<PieceARetirer | null> {
    const [piece] = await tx.query<PieceARetirer[]>(A_RETIRER, [...lecteur(acteur), id]);
    return piece ?? null;
  }

  async retirer(tx: EntityManager, { contratId }: Acteur, id: string): Promise<void> {
    await tx.query(RETIRER, [contratId, id]);
  }
}

/** $1 to $3 of every statement: who reads. */
function lecteur({ contratId, role, organisationId }: Acteur): (string | null)[] {
  return [contratId, role, organisationId];
}

interface Reponse {
  reponse: Piece[];
}
