import type { Refus } from '@pleniere/shared/domain';
import type { CompteVotes } from './types';
import { QUALIFICATIONS, type Qualification, type ValeurVote } from './vocabulaire';

/** What one participant thinks of one proposition now; `valeur` null once withdrawn. */
export interface VoteCourant {
  valeur: ValeurVote | null;
  qualifications: readonly Qualification[];
}

/** A line of the log, in its order: a vote (null withdraws), or a participant set apart as suspect, or cleared. */
export type EvenementDeVote =
  | ({ sorte: 'vote'; participantId: string; propositionId: string } & VoteCourant)
  | { sorte: 'suspicion'; participantId: string; suspect: boolean };

/** Counts of one proposition: those that count, and those set apart. */
export interface ComptesDeProposition {
  retenus: CompteVotes;
  suspects: CompteVotes;
}

/** What the log makes, read from its start. */
export interface EtatDesVotes {
  /** By proposition, then by participant. */
  courants: Map<string, Map<string, VoteCourant>>;
  suspects: Set<string>;
  /** Votes that replaced another one: « a changé d’avis ». */
  changements: number;
}

/** Nobody has voted. */
export const AUCUN_VOTE: Readonly<CompteVotes> = {
  ...{ pour: 0, contre: 0, neutre: 0, coupDeCoeur: 0, realiste: 0, banalitePour: 0 },
  ...{ surtoutPas: 0, infaisable: 0, banaliteContre: 0, pasCompris: 0, pasDAvis: 0, indifferent: 0 },
};

const CLES: Readonly<
  Record<`${ValeurVote}`, [keyof CompteVotes, Readonly<Partial<Record<Qualification, keyof CompteVotes>>>]>
> = {
  '1': ['pour', { 'coup-de-coeur': 'coupDeCoeur', realiste: 'realiste', banalite: 'banalitePour' }],
  '-1': ['contre', { 'surtout-pas': 'surtoutPas', infaisable: 'infaisable', banalite: 'banaliteContre' }],
  '0': ['neutre', { 'pas-compris': 'pasCompris', 'pas-d-avis': 'pasDAvis', indifferent: 'indifferent' }],
};

/** Qualifications that go with a vote; none with a withdrawal. */
export function qualificationsDe(valeur: ValeurVote | null): readonly Qualification[] {
  return valeur === null ? [] : QUALIFICATIONS[`${valeur}`];
}

/** Why these qualifications do not go with this vote; null when they do. */
export function refusQualifications(valeur: ValeurVote | null, qualifications: readonly string[]): Refus {
  if (qualifications.length === 0) return null;
  if (valeur === null) return 'Votez avant de préciser votre vote.';
  const permises: readonly string[] = qualificationsDe(valeur);
  return qualifications.every((qualification) => permises.includes(qualification))
    ? null
    : 'Cette précision ne va pas avec ce vote.';
}

/**
 * What a vote leaves standing: a changed one loses its qualifications, unless new ones come with it; null when nothing
 * changes and nothing is written.
 */
export function voteApres(
  courant: VoteCourant | null,
  valeur: ValeurVote | null,
  qualifications?: readonly Qualification[],
): VoteCourant | null {
  const gardees = courant?.valeur === valeur ? courant.qualifications : [];
  const permises = qualificationsDe(valeur);
  const voulues = qualifications ?? gardees;
  const apres = { valeur, qualifications: permises.filter((qualification) => voulues.includes(qualification)) };
  const avant = courant ?? { valeur: null, qualifications: [] };
  const memes =
    avant.valeur === valeur &&
    avant.qualifications.length === apres.qualifications.length &&
    apres.qualifications.every((qualification) => avant.qualifications.includes(qualification));
  return memes ? null : apres;
}

/** Counts with one vote more (1), or without it any longer (−1). */
export function compterVote(comptes: Readonly<CompteVotes>, vote: VoteCourant, sens: 1 | -1): CompteVotes {
  if (vote.valeur === null) return { ...comptes };
  const [cle, precisions] = CLES[`${vote.valeur}`];
  const cles = [cle, ...vote.qualifications.flatMap((qualification) => precisions[qualification] ?? [])];
  return cles.reduce<CompteVotes>((apres, une) => ({ ...apres, [une]: apres[une] + sens }), { ...comptes });
}

/** Votes of a proposition, whatever they say. */
export function totalVotes({ pour, contre, neutre }: Pick<CompteVotes, 'pour' | 'contre' | 'neutre'>): number {
  return pour + contre + neutre;
}

/** Reads the log from its start: what everybody thinks now, and who is set apart. Repeated lines change nothing. */
export function replierVotes(evenements: readonly EvenementDeVote[]): EtatDesVotes {
  const etat: EtatDesVotes = { courants: new Map(), suspects: new Set(), changements: 0 };
  for (const evenement of evenements) {
    const { participantId } = evenement;
    if (evenement.sorte === 'suspicion') {
      if (evenement.suspect) etat.suspects.add(participantId);
      else etat.suspects.delete(participantId);
      continue;
    }
    const courants = etat.courants.get(evenement.propositionId) ?? new Map<string, VoteCourant>();
    const avant = courants.get(participantId) ?? null;
    const apres = voteApres(avant, evenement.valeur, evenement.qualifications);
    if (apres === null) continue;
    if (avant !== null && avant.valeur !== null && apres.valeur !== null && avant.valeur !== apres.valeur)
      etat.changements += 1;
    etat.courants.set(evenement.propositionId, courants.set(participantId, apres));
  }
  return etat;
}

/** Counts of every proposition, from the votes that stand; what the counters of the database must be equal to. */
export function compterVotes({
  courants,
  suspects,
}: Pick<EtatDesVotes, 'courants' | 'suspects'>): Map<string, ComptesDeProposition> {
  const comptes = new Map<string, ComptesDeProposition>();
  for (const [propositionId, votes] of courants) {
    let siens: ComptesDeProposition = { retenus: AUCUN_VOTE, suspects: AUCUN_VOTE };
    for (const [participantId, vote] of votes) {
      const cote = suspects.has(participantId) ? 'suspects' : 'retenus';
      siens = { ...siens, [cote]: compterVote(siens[cote], vote, 1) };
    }
    comptes.set(propositionId, siens);
  }
  return comptes;
}
