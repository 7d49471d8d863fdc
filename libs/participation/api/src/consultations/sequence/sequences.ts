import { Injectable } from '@nestjs/common';
import {
  budgetNouvelles,
  type Candidate,
  type CarteVote,
  choisirSequence,
  type CompteVotes,
  PARAMETRES_CONSULTATION,
  refusVote,
  type SequenceServie,
  type StatutConsultation,
  type Visiteur,
} from '@pleniere/participation/domain';
import { Base, introuvable } from '@pleniere/shared/api';
import { randomInt } from 'node:crypto';
import { plusOuverte } from '../cycle/refus';
import { Participants } from '../participants/participants';
import { COMPTES } from '../votes/comptes.sql';
import { CANDIDATES, CARTES, PARTICIPANT, SERVIR } from './sequence.sql';

type LigneCandidate = [string, string | null, string, ...number[]];

interface Etat {
  statut: StatutConsultation;
  objectifVotes: number;
  votees: string[];
  profilPossible: boolean;
  derniere: { id: string; ids: string[]; expireLe: string } | null;
}

interface OuEnEst {
  votees: Set<string>;
  candidates: Candidate[];
  objectifVotes: number;
  /** Whether something was served to them. */
  servie: boolean;
  encours: { id: string; expireLe: string; reste: string[] } | null;
  commun: Pick<SequenceServie, 'faits' | 'total' | 'profilPossible'>;
}

/** Above the threshold of the bandit, what is known of thousands of propositions is read once in so many milliseconds. */
const FRAICHEUR_MS = 1_000;
const GRAINE_MAX = 2 ** 31 - 1;

/** Sequences of twelve cards: what each participant is shown, drawn, kept, and the proof of the votes that follow. */
@Injectable()
export class Sequences {
  private readonly lues = new Map<string, { a: number; candidates: Candidate[] }>();

  constructor(
    private readonly base: Base,
    private readonly participants: Participants,
  ) {}

  /** Cards that remain of the last sequence, or twelve others; `nouvelle` leaves what remains. */
  async servir(
    contratId: string,
    consultationId: string,
    visiteur: Visiteur,
    nouvelle = false,
  ): Promise<SequenceServie> {
    const participant = await this.participants.assurer(contratId, consultationId, visiteur);
    const { encours, votees, candidates, objectifVotes, commun } = await this.ou(
      contratId,
      consultationId,
      participant,
    );
    const cle = [contratId, consultationId];
    if (encours && !nouvelle) {
      const cartes = await this.cartes(cle, encours.reste);
      if (cartes.length > 0) {
        return { id: encours.id, cartes, expireLe: encours.expireLe, terminee: false, ...commun };
      }
    }
    const graine = randomInt(GRAINE_MAX);
    const { algorithme, ids } = choisirSequence(candidates, votees, {
      graine,
      seuilEssai: budgetNouvelles(objectifVotes, candidates.length),
    });
    if (ids.length === 0) return { id: null, cartes: [], expireLe: null, terminee: true, ...commun };
    const valeurs = [...cle, participant, ids, algorithme, graine];
    const [servie] = await this.base.lire<{ id: string; expireLe: string }>('servir-sequence', SERVIR, valeurs);
    if (!servie) throw new Error('the insert gives one row');
    return { ...servie, cartes: await this.cartes(cle, ids), terminee: false, ...commun };
  }

  /** Cards that remain of the last sequence, nothing being served; null for somebody who was served none. */
  async enCours(contratId: string, consultationId: string, cle: string | null): Promise<SequenceServie | null> {
    const participant = await this.participants.trouver(contratId, consultationId, cle);
    if (participant === null) return null;
    const { encours, servie, commun } = await this.ou(contratId, consultationId, participant);
    if (!servie) return null;
    const cartes = encours ? await this.cartes([contratId, consultationId], encours.reste) : [];
    const [id, expireLe] = [encours?.id ?? null, encours?.expireLe ?? null];
    return { id, cartes, expireLe, terminee: commun.faits >= commun.total, ...commun };
  }

  /** Where a participant stands; throws 409 while nobody may vote. */
  private async ou(contratId: string, consultationId: string, participant: string): Promise<OuEnEst> {
    const cle = [contratId, consultationId];
    const [etat] = await this.base.lire<Etat>('participant-de-sequence', PARTICIPANT, [...cle, participant]);
    if (!etat) throw introuvable('Cette consultation');
    const refus = refusVote(etat.statut);
    if (refus !== null) throw plusOuverte(refus);
    const votees = new Set(etat.votees);
    const candidates = await this.candidates(contratId, consultationId);
    const faits = candidates.filter(({ id }) => votees.has(id)).length;
    const { derniere, objectifVotes, profilPossible } = etat;
    const reste = (derniere?.ids ?? []).filter((id) => !votees.has(id));
    return {
      ...{ votees, candidates, objectifVotes, servie: derniere !== null },
      encours: derniere && reste.length > 0 ? { id: derniere.id, expireLe: derniere.expireLe, reste } : null,
      commun: { faits, total: candidates.length, profilPossible },
    };
  }

  private async cartes(cle: string[], ids: readonly string[]): Promise<CarteVote[]> {
    const [ligne] = await this.base.lire<{ reponse: CarteVote[] }>('cartes', CARTES, [...cle, ids]);
    return ligne?.reponse ?? [];
  }

  private async candidates(contratId: string, consultationId: string): Promise<Candidate[]> {
    const connues = this.lues.get(consultationId);
    if (connues && Date.now() - connues.a < FRAICHEUR_MS) return connues.candidates;
    const valeurs = [contratId, consultationId];
    const [ligne] = await this.base.lire<{ reponse: LigneCandidate[] }>('candidates', CANDIDATES, valeurs);
    const candidates = (ligne?.reponse ?? []).map(enCandidate);
    if (candidates.length > PARAMETRES_CONSULTATION.moinsVuesJusqua) {
      if (this.lues.size > 50) this.lues.clear();
      this.lues.set(consultationId, { a: Date.now(), candidates });
    }
    return candidates;
  }
}

function enCandidate([id, auteurId, accepteeLe, ...nombres]: LigneCandidate): Candidate {
  const comptes = Object.fromEntries(COMPTES.map(({ nom }, rang) => [nom, nombres[rang] ?? 0]));
  return { id, etat: 'acceptee', auteurId, accepteeLe, comptes: comptes as unknown as CompteVotes, mots: [] };
}
