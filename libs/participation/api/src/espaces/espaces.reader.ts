import { Injectable } from '@nestjs/common';
import type { EspacePublic, PresencesDeSeance } from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import { jourDeParis } from '@pleniere/shared/domain';
import { compte, TENUE } from './lectures';

const SEANCE_PUBLIQUE = `json_build_object('id', s.id, 'qpvCode', s.qpv_code, 'date', s.date, 'heure', s.heure,
  'lieu', s.lieu, 'statut', s.statut, 'motif', s.motif, 'ordreDuJour', s.ordre_du_jour,
  'compteRendu', case when s.compte_rendu_publie_le is not null then s.compte_rendu else '' end,
  'compteRenduPublieLe', s.compte_rendu_publie_le,
  'niveauParticipation', case when s.compte_rendu_publie_le is not null then s.niveau_participation end,
  'habitants', case when s.compte_rendu_publie_le is not null then ${compte("'habitant'")} end)`;

const seances = (condition: string, ordre: string) => `(
  select coalesce(json_agg(${SEANCE_PUBLIQUE} order by ${ordre}), '[]')
  from seance_dialogue s where (s.contrat_id, s.espace_id) = (e.contrat_id, e.id) and ${condition})`;

const PUBLICS = `
  select coalesce(json_agg(json_build_object('id', e.id, 'nom', e.nom, 'forme', e.forme, 'animateur', o.nom,
    'description', e.description,
    'qpvCodes', (select coalesce(json_agg(q.qpv_code order by q.qpv_code), '[]') from espace_qpv q
      where (q.contrat_id, q.espace_id) = (e.contrat_id, e.id)),
    'aVenir', ${seances("s.statut = 'annoncee' and s.date >= $2", 's.date, s.heure, s.id')},
    'passees', ${seances(`(${TENUE} or s.statut in ('annulee', 'reportee'))`, 's.date desc, s.heure desc, s.id')}
  ) order by e.nom), '[]') as reponse
  from espace_dialogue e join organisation o on (o.contrat_id, o.id) = (e.contrat_id, e.organisation_id)
  where e.contrat_id = $1 and e.public and (e.jusqu_a is null or e.jusqu_a >= $2)
    and ($3::text is null or not exists (select from espace_qpv q where (q.contrat_id, q.espace_id) = (e.contrat_id, e.id))
      or exists (select from espace_qpv q where (q.contrat_id, q.espace_id, q.qpv_code) = (e.contrat_id, e.id, $3)))`;

const FAITS = `
  select coalesce(json_agg(json_build_object('seanceId', s.id, 'date', s.date,
    'comptes', (select c.n from comptage c
      where (c.contrat_id, c.seance_id, c.role) = (s.contrat_id, s.id, 'habitant')),
    'anonymes', (select count(*) from presence p where (p.contrat_id, p.seance_id, p.role) = (s.contrat_id, s.id, 'habitant')
      and p.cle_hash is null),
    'cles', (select coalesce(json_agg(p.cle_hash order by p.cle_hash), '[]') from presence p
      where (p.contrat_id, p.seance_id, p.role) = (s.contrat_id, s.id, 'habitant') and p.cle_hash is not null)
  ) order by s.date, s.id), '[]') as reponse
  from seance_dialogue s where s.contrat_id = $1 and ${TENUE} and ($2::uuid is null or s.espace_id = $2)`;

/** What others read of the espaces: the public site, the indicators. */
@Injectable()
export class EspacesReader {
  constructor(private readonly base: Base) {}

  /** Espaces open to residents, those of a quartier and those of the whole contrat when one is given. */
  async publics(contratId: string, qpvCode: string | null = null): Promise<EspacePublic[]> {
    const valeurs = [contratId, jourDeParis(), qpvCode];
    const [ligne] = await this.base.lire<{ reponse: EspacePublic[] }>('espaces-publics', PUBLICS, valeurs);
    return ligne?.reponse ?? [];
  }

  /** What is known of the residents at each séance that was held; the keys are hashes, and never leave the server. */
  async presences(contratId: string, espaceId: string | null = null): Promise<PresencesDeSeance[]> {
    const valeurs = [contratId, espaceId];
    const [ligne] = await this.base.lire<{ reponse: PresencesDeSeance[] }>('presences-faits', FAITS, valeurs);
    return ligne?.reponse ?? [];
  }
}
