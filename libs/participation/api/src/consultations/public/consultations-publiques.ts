import { Injectable } from '@nestjs/common';
import type {
  ConsultationPublique,
  ExportParticipant,
  MaProposition,
  MonVote,
  PagePropositions,
  ProfilParticipant,
  PropositionAVoter,
  PropositionEnvoyee,
  PropositionProche,
  ResultatsConsultation,
  SequenceServie,
  SignalementEnvoye,
  SuiviProposition,
  Visiteur,
  VoteEnvoye,
  VoteRecu,
} from '@pleniere/participation/domain';
import { Base, introuvable } from '@pleniere/shared/api';
import { CONSULTATIONS_PUBLIQUES, UNE_CONSULTATION_PUBLIQUE } from '../cycle/lectures';
import { EffacementParticipant } from '../participants/effacement';
import { nouvelleCle } from '../participants/empreintes';
import { Participants } from '../participants/participants';
import { Propositions } from '../propositions/propositions';
import { Resultats } from '../resultats/resultats';
import { Sequences } from '../sequence/sequences';
import { Votes } from '../votes/votes';

/** Cookie of a participant: strictly necessary, ours alone, closed to scripts. */
export const COOKIE_PARTICIPANT = 'pleniere_participant';
/** How long the cookie lives at most: thirteen months (CNIL). */
export const COOKIE_PARTICIPANT_MS = 395 * 24 * 3600 * 1000;

const PROFIL = `
  select json_build_object('trancheAge', f.tranche_age, 'genre', f.genre, 'qpvCode', f.qpv_code, 'situation', f.situation,
    'premiereFois', f.premiere_fois) as reponse
  from participant_profil f where (f.contrat_id, f.consultation_id, f.participant_id) = ($1, $2, $3)`;

const VOTES = `
  select coalesce(json_agg(json_build_object('propositionId', v.proposition_id, 'valeur', v.valeur, 'qualifications', v.qualifs,
    'texte', p.texte) order by p.numero), '[]') as reponse
  from vote_courant v join proposition p on (p.contrat_id, p.id) = (v.contrat_id, v.proposition_id)
  where (v.contrat_id, v.consultation_id, v.participant_id) = ($1, $2, $3)`;

/** Consultations as the public pages need them: plain types, the key of the participant given by the caller. */
@Injectable()
export class ConsultationsPubliques {
  constructor(
    private readonly base: Base,
    private readonly effacement: EffacementParticipant,
    private readonly participants: Participants,
    private readonly propositions: Propositions,
    private readonly resultats: Resultats,
    private readonly sequences: Sequences,
    private readonly votes: Votes,
  ) {}

  /** A key for the cookie of somebody who has none. */
  nouvelleCle(): string {
    return nouvelleCle();
  }

  /** Consultations of a contrat, those that are open first. */
  async lister(contratId: string): Promise<ConsultationPublique[]> {
    type Ligne = { reponse: ConsultationPublique[] };
    const [ligne] = await this.base.lire<Ligne>('consultations-publiques', CONSULTATIONS_PUBLIQUES, [contratId]);
    return ligne?.reponse ?? [];
  }

  /** One consultation; throws 404 while it is prepared. */
  async lire(contratId: string, id: string): Promise<ConsultationPublique> {
    type Ligne = { reponse: ConsultationPublique };
    const [ligne] = await this.base.lire<Ligne>('consultation-publique', UNE_CONSULTATION_PUBLIQUE, [contratId, id]);
    if (!ligne) throw introuvable('Cette consultation');
    return ligne.reponse;
  }

  /** A page of propositions, the latest first, never sorted by popularity; `avant` is the `suite` of the page before. */
  page(contratId: string, id: string, avant: number | null = null, mots = ''): Promise<PagePropositions> {
    return this.propositions.page(contratId, id, avant, mots);
  }

  /** One proposition with the token that its page needs to vote. */
  proposition(contratId: string, id: string, propositionId: string, cle: string | null): Promise<PropositionAVoter> {
    return this.propositions.une(contratId, id, propositionId, cle);
  }

  /** Propositions close in words to what is being written. */
  proches(contratId: string, id: string, texte: string): Promise<PropositionProche[]> {
    return this.propositions.proches(contratId, id, texte);
  }

  /** Up to twelve cards; those that remain of the last sequence first. */
  sequence(contratId: string, id: string, visiteur: Visiteur, nouvelle = false): Promise<SequenceServie> {
    return this.sequences.servir(contratId, id, visiteur, nouvelle);
  }

  /** Cards that remain to somebody, without serving any; null for somebody who has not begun. */
  sequenceEnCours(contratId: string, id: string, cle: string | null): Promise<SequenceServie | null> {
    return this.sequences.enCours(contratId, id, cle);
  }

  /** Gives, changes or withdraws a vote; the same again changes nothing. */
  voter(contratId: string, id: string, propositionId: string, visiteur: Visiteur, vote: VoteEnvoye): Promise<VoteRecu> {
    return this.votes.voter(contratId, id, propositionId, visiteur, vote);
  }

  /** Proposes; 409 `doublon-exact` with the existing one in `actuel`. */
  proposer(contratId: string, id: string, visiteur: Visiteur, envoyee: PropositionEnvoyee): Promise<MaProposition> {
    return this.propositions.proposer(contratId, id, visiteur, envoyee);
  }

  /** Propositions of the holder of the key, with what became of them. */
  miennes(contratId: string, id: string, cle: string | null): Promise<MaProposition[]> {
    return this.propositions.miennes(contratId, id, cle);
  }

  /** Where a proposition stands, by the link of an e-mail. */
  suivre(contratId: string, id: string, propositionId: string, jeton: string): Promise<SuiviProposition> {
    return this.propositions.suivre(contratId, id, propositionId, jeton);
  }

  /** Withdraws one’s own proposition. */
  retirer(contratId: string, id: string, propositionId: string, cle: string | null): Promise<void> {
    return this.propositions.retirer(contratId, id, propositionId, cle);
  }

  /** Contests a refusal. */
  faireAppel(contratId: string, id: string, propositionId: string, cle: string | null, texte: string): Promise<void> {
    return this.propositions.faireAppel(contratId, id, propositionId, cle, texte);
  }

  /** Reports a proposition. */
  signaler(
    contratId: string,
    id: string,
    propositionId: string,
    visiteur: Visiteur,
    signalement: SignalementEnvoye,
  ): Promise<void> {
    return this.propositions.signaler(contratId, id, propositionId, visiteur, signalement);
  }

  /** Keeps what somebody says of themselves. */
  direProfil(contratId: string, id: string, visiteur: Visiteur, profil: ProfilParticipant): Promise<void> {
    return this.participants.direProfil(contratId, id, visiteur, profil);
  }

  /** Everything the holder of the key left. */
  async mesDonnees(contratId: string, id: string, cle: string | null): Promise<ExportParticipant> {
    const participant = await this.participants.trouver(contratId, id, cle);
    const cles = [contratId, id, participant];
    const [profil] = await this.base.lire<{ reponse: ProfilParticipant }>('mon-profil', PROFIL, cles);
    const [votes] = await this.base.lire<{ reponse: (MonVote & { texte: string })[] }>('mes-votes', VOTES, cles);
    return {
      profil: profil?.reponse ?? null,
      propositions: await this.miennes(contratId, id, cle),
      votes: votes?.reponse ?? [],
    };
  }

  /** Erases it all while the consultation lasts: votes withdrawn, texts and profile gone, key forgotten. */
  effacer(contratId: string, id: string, cle: string | null): Promise<void> {
    return this.effacement.effacer(contratId, id, cle);
  }

  /** The report: frozen figures with their intervals, ideas and decisions; 404 until it is published. */
  publies(contratId: string, id: string): Promise<ResultatsConsultation> {
    return this.resultats.publies(contratId, id);
  }
}
