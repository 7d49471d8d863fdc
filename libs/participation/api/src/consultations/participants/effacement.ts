import { Injectable } from '@nestjs/common';
import { refusEffacement, type StatutConsultation } from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import { plusOuverte } from '../cycle/refus';
import { DEPLACER } from '../votes/comptes.sql';
import { empreinteDeCle } from './empreintes';

// Held, so that no vote of theirs comes in between.
const TENIR = `
  select p.id, statut_consultation(c, clock_timestamp()) as statut from participant p
  join consultation c on (c.contrat_id, c.id) = (p.contrat_id, p.consultation_id)
  where (p.contrat_id, p.consultation_id, p.cle_hash) = ($1, $2, $3) for update of p`;

// In one order, so that two who leave at once wait for each other.
const TENIR_LES_COMPTES = `
  select from proposition_compteur k where k.contrat_id = $1 and k.proposition_id in (
    select v.proposition_id from vote_courant v
    where (v.contrat_id, v.consultation_id, v.participant_id) = ($1, $2, $3) and v.valeur is not null)
  order by k.proposition_id, k.confiance, k.origine for update`;

const RETIRER_LES_VOTES = `
  with a as (
    update vote_courant set avant_valeur = valeur, avant_qualifs = qualifs, valeur = null, qualifs = '{}'
    where (contrat_id, consultation_id, participant_id) = ($1, $2, $3) and valeur is not null
    returning *
  ), e as (
    insert into vote_event (contrat_id, consultation_id, proposition_id, participant_id, valeur, qualifs, origine)
    select contrat_id, consultation_id, proposition_id, participant_id, valeur, qualifs, origine from a
  )
  update proposition_compteur k set ${DEPLACER} from a
  where (k.contrat_id, k.proposition_id, k.confiance, k.origine) = (a.contrat_id, a.proposition_id, a.confiance, a.origine)`;

// The number and the motif of a refusal stay: what was received and refused is public.
const EFFACER_LES_TEXTES = `
  update proposition set texte = 'Effacée par son auteur.', normalise = 'effacee ' || numero, texte_origine = null,
    etat = case when etat = 'refusee' then etat else 'retiree' end, motif_detail = '', appel = '', prenom = null, email = null,
    email_jusqua = null, auteur_id = null, verrou_id = null, verrou_jusqua = null, version = version + 1
  where (contrat_id, consultation_id, auteur_id) = ($1, $2, $3)`;

const OUBLIER = [
  'delete from participant_profil where (contrat_id, consultation_id, participant_id) = ($1, $2, $3)',
  'delete from signalement where (contrat_id, consultation_id, participant_id) = ($1, $2, $3)',
  'delete from sequence_servie where (contrat_id, consultation_id, participant_id) = ($1, $2, $3)',
  'update participant set cle_hash = null, signal_hash = null where (contrat_id, consultation_id, id) = ($1, $2, $3)',
] as const;

/** What somebody takes back of a consultation while it lasts (article 17 of the GDPR): everything, and for good. */
@Injectable()
export class EffacementParticipant {
  constructor(private readonly base: Base) {}

  /** Withdraws the votes, erases the texts and the profile, forgets the key; 409 once the consultation is closed. */
  async effacer(contratId: string, consultationId: string, cle: string | null): Promise<void> {
    if (cle === null) return;
    const valeurs = [contratId, consultationId, empreinteDeCle(consultationId, cle)];
    await this.base.transaction(async (tx) => {
      const [tenu] = await tx.query<{ id: string; statut: StatutConsultation }[]>(TENIR, valeurs);
      if (!tenu) return;
      const refus = refusEffacement(tenu.statut);
      if (refus !== null) throw plusOuverte(refus);
      const siens = [contratId, consultationId, tenu.id];
      for (const ordre of [TENIR_LES_COMPTES, RETIRER_LES_VOTES, EFFACER_LES_TEXTES, ...OUBLIER]) {
        await tx.query(ordre, siens);
      }
    });
  }
}
