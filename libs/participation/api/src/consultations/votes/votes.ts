import { Injectable } from '@nestjs/common';
import {
  type CompteVotes,
  refusQualifications,
  refusVote,
  type StatutConsultation,
  type VoteEnvoye,
  type VoteRecu,
  type Visiteur,
} from '@pleniere/participation/domain';
import { Base, introuvable, refuse } from '@pleniere/shared/api';
import { plusOuverte, tropVite } from '../cycle/refus';
import { empreinteDeCle, jetonDePage, jetonValable } from '../participants/empreintes';
import { Participants } from '../participants/participants';
import { VOTER } from './votes.sql';

interface Issue {
  statut: StatutConsultation;
  verifie: boolean;
  connu: boolean;
  ouverte: boolean;
  prouvee: boolean;
  trop: boolean;
  votes: CompteVotes;
}

const SECRET = 'select secret from consultation where (contrat_id, id) = ($1, $2)';

/** Votes: one that stands for each participant on each proposition, and every event kept. */
@Injectable()
export class Votes {
  private readonly secrets = new Map<string, Buffer>();

  constructor(
    private readonly base: Base,
    private readonly participants: Participants,
  ) {}

  /** Gives, changes or withdraws a vote; the same vote again changes nothing. Throws 409 once the clock has passed the end. */
  async voter(
    contratId: string,
    consultationId: string,
    propositionId: string,
    visiteur: Visiteur,
    { valeur, qualifications, sequenceId = null, jeton = null }: VoteEnvoye,
  ): Promise<VoteRecu> {
    const { cle } = visiteur;
    if (cle === null) throw sansPreuve();
    const etrangere = refusQualifications(valeur, qualifications);
    if (etrangere !== null)
      throw refuse('Le vote n’a pas été enregistré.', [{ pointer: '/qualifications', detail: etrangere }]);
    const qualifs = [...new Set(qualifications)].sort();
    const signe =
      jeton !== null && jetonValable(await this.secret(contratId, consultationId), propositionId, cle, jeton);
    const hash = empreinteDeCle(consultationId, cle);
    const valeurs = [contratId, consultationId, hash, propositionId, valeur, qualifs, sequenceId, signe];
    let [issue] = await this.base.lire<Issue>('voter', VOTER, valeurs);
    if (issue && signe && (!issue.connu || !issue.verifie) && enCours(issue.statut)) {
      await this.participants.assurer(contratId, consultationId, visiteur);
      [issue] = await this.base.lire<Issue>('voter', VOTER, valeurs);
    }
    if (!issue) throw introuvable('Cette consultation');
    verifier(issue);
    return { propositionId, valeur, qualifications: qualifs, votes: issue.votes };
  }

  /** Proves that the page of a proposition was given to the holder of the key. */
  async jeton(contratId: string, consultationId: string, propositionId: string, cle: string): Promise<string> {
    return jetonDePage(await this.secret(contratId, consultationId), propositionId, cle);
  }

  /** A secret never changes: read once. */
  private async secret(contratId: string, consultationId: string): Promise<Buffer> {
    const connu = this.secrets.get(consultationId);
    if (connu) return connu;
    const [ligne] = await this.base.lire<{ secret: Buffer }>('secret-consultation', SECRET, [
      contratId,
      consultationId,
    ]);
    if (!ligne) throw introuvable('Cette consultation');
    if (this.secrets.size > 1000) this.secrets.clear();
    this.secrets.set(consultationId, ligne.secret);
    return ligne.secret;
  }
}

const enCours = (statut: StatutConsultation): boolean => refusVote(statut) === null;

function verifier({ statut, ouverte, prouvee, trop, connu, verifie }: Issue): void {
  const refus = refusVote(statut);
  if (refus !== null) throw plusOuverte(`${refus} Ce vote n’a pas été enregistré.`);
  if (!ouverte) throw introuvable('Cette proposition');
  if (!connu || !prouvee) throw sansPreuve();
  if (!verifie) throw refuse('Cette consultation demande un code habitant : saisissez-le avant de voter.');
  if (trop) throw tropVite();
}

const sansPreuve = () =>
  refuse('Ce vote ne vient pas d’une page ouverte récemment : rechargez la page, vos votes y sont conservés.');
