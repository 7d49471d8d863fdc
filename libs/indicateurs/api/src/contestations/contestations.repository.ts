import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import type {
  Contestation,
  ContestationSaisie,
  ContestationSituee,
  ValeurContestee,
} from '@pleniere/indicateurs/domain';
import { Base } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { VALEUR_JSON } from '../json';

const CONTESTATION_JSON = `jsonb_build_object(
  'id', c.id, 'version', c.version, 'indicateurId', c.indicateur_id, 'annee', c.annee, 'territoire', c.territoire,
  'ventilation', c.ventilation, 'valeurContestee', c.valeur_contestee, 'valeurProposee', c.valeur_proposee,
  'motif', c.motif, 'source', c.source, 'statut', c.statut, 'auteurId', c.personne_id, 'auteur', c.auteur,
  'ouverteLe', c.ouverte_le, 'reponse', c.reponse, 'decideePar', c.decidee_par, 'decideeLe', c.decidee_le)`;

const SITUEE_JSON = `${CONTESTATION_JSON} || jsonb_build_object(
  'indicateur', jsonb_build_object('id', i.id, 'ficheId', i.fiche_id, 'ficheCode', f.code, 'libelle', i.libelle,
    'nature', i.nature, 'unite', i.unite, 'decimales', i.decimales, 'modalites', i.modalites),
  'actuelle', (
    select ${VALEUR_JSON} from valeur v where v.contrat_id = c.contrat_id and v.indicateur_id = c.indicateur_id
      and v.annee = c.annee and v.territoire = c.territoire and v.ventilation = c.ventilation))`;

// A lecteur reads the fiches in force alone, so what is said of their values; $2 tells whether the caller sees the others.
const VISIBLES = `
  from contestation c
  join indicateur i on (i.contrat_id, i.id) = (c.contrat_id, c.indicateur_id)
  left join fiche f on (f.contrat_id, f.id) = (i.contrat_id, i.fiche_id)
  where c.contrat_id = $1 and ($2 or i.fiche_id is null or f.statut = 'en-vigueur')`;

const lister = (filtre: string) => `
  select coalesce(jsonb_agg(${SITUEE_JSON} order by c.statut <> 'ouverte', c.ouverte_le desc, c.id), '[]') as reponse
  ${VISIBLES} ${filtre}`;

const LIRE = `select ${SITUEE_JSON} as reponse ${VISIBLES} and c.id = $3`;

const VERROUILLER = `
  select ${CONTESTATION_JSON} as contestation from contestation c where c.contrat_id = $1 and c.id = $2 for update`;

const OUVRIR = `
  insert into contestation (contrat_id, indicateur_id, annee, territoire, ventilation, valeur_contestee, valeur_proposee,
    motif, source, personne_id, auteur)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict (contrat_id, indicateur_id, annee, territoire, ventilation) where statut = 'ouverte' do nothing
  returning id`;

const CLORE = `
  update contestation set version = version + 1, statut = $4, reponse = $5, decidee_par = $6, decidee_le = now()
  where contrat_id = $1 and id = $2 and version = $3 and statut = 'ouverte'`;

/** Reads and writes of the contestations. */
@Injectable()
export class ContestationsRepository {
  constructor(private readonly base: Base) {}

  /** Those of the contrat, or of one indicator when it is named. */
  async lister({ contratId, role }: Acteur, indicateurId?: string): Promise<ContestationSituee[]> {
    const valeurs = [contratId, role !== 'lecteur'];
    const [ligne] = indicateurId
      ? await this.base.lire<Reponse>('contestations-indicateur', lister('and c.indicateur_id = $3'), [
          ...valeurs,
          indicateurId,
        ])
      : await this.base.lire<Reponse>('contestations', lister(''), valeurs);
    return ligne?.reponse ?? [];
  }

  /** One contestation as it stands in the transaction; null when the caller sees no such. */
  async lire(tx: EntityManager, { contratId, role }: Acteur, id: string): Promise<ContestationSituee | null> {
    const valeurs = [contratId, role !== 'lecteur', id];
    const [ligne] = await tx.query<{ reponse: ContestationSituee }[]>(LIRE, valeurs);
    return ligne?.reponse ?? null;
  }

  /** One contestation, locked until the end of the transaction. */
  async verrouiller(tx: EntityManager, contratId: string, id: string): Promise<Contestation | null> {
    const [ligne] = await tx.query<{ contestation: Contestation }[]>(VERROUILLER, [contratId, id]);
    return ligne?.contestation ?? null;
  }

  /** Opens a contestation and gives its id; null when one already waits for that cell. */
  async ouvrir(
    tx: EntityManager,
    { contratId, personneId, nom }: Acteur,
    saisie: ContestationSaisie,
    contestee: ValeurContestee,
  ): Promise<string | null> {
    const { indicateurId, annee, territoire, ventilation, valeurProposee, motif, source } = saisie;
    const [ligne] = await tx.query<{ id: string }[]>(OUVRIR, [
      contratId,
      indicateurId,
      annee,
      territoire,
      ventilation,
      JSON.stringify(contestee),
      JSON.stringify(valeurProposee),
      motif,
      source,
      personneId,
      nom,
    ]);
    return ligne?.id ?? null;
  }

  /** Ends an open contestation, from the version that was read. */
  async clore(
    tx: EntityManager,
    { contratId, nom }: Acteur,
    { id, version }: Pick<Contestation, 'id' | 'version'>,
    { statut, reponse }: Pick<Contestation, 'statut' | 'reponse'>,
  ): Promise<void> {
    await tx.query(CLORE, [contratId, id, version, statut, reponse, nom]);
  }
}

interface Reponse {
  reponse: ContestationSituee[];
}
