import { estVotable } from '../consultation/circuit-proposition';
import type { CompteVotes } from '../consultation/types';
import { totalVotes } from '../consultation/votes';
import type { EtatProposition } from '../consultation/vocabulaire';

/** A proposition that a sequence may hold. */
export interface Candidate {
  id: string;
  etat: EtatProposition;
  /** Participant who wrote it; null for those that the team started from. */
  auteurId: string | null;
  /** Instant at which it was accepted, ISO in universal time: compared as it is written. */
  accepteeLe: string;
  /** Votes received in sequence, suspects left out. */
  comptes: CompteVotes;
  /** Cards of it that were served, are still valid and were not voted on: votes to come, when many people vote at once. */
  enCours?: number;
  /** Words or themes by which two propositions would say the same; may be empty. */
  mots: readonly string[];
}

/** Votes that it has, with those to come. */
export function vuesDe({ comptes, enCours = 0 }: Candidate): number {
  return totalVotes(comptes) + enCours;
}

/** Those that a participant may still be shown, in an order that owes nothing to that of the database. */
export function candidatesPour(propositions: readonly Candidate[], dejaVotees: ReadonlySet<string>): Candidate[] {
  return propositions
    .filter(({ id, etat }) => estVotable(etat) && !dejaVotees.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const PART_MOT_COURANT = 0.2;

/** Words that a fifth of the propositions share: they tell none from another. */
export function motsCourants(propositions: readonly Candidate[]): Set<string> {
  const nombres = new Map<string, number>();
  for (const { mots } of propositions) for (const mot of new Set(mots)) nombres.set(mot, (nombres.get(mot) ?? 0) + 1);
  const seuil = PART_MOT_COURANT * propositions.length;
  return new Set([...nombres].filter(([, nombre]) => nombre >= seuil).map(([mot]) => mot));
}

/** A sequence that is being made: one proposition of an author, and none that repeats the words of another. */
export class Selection {
  readonly choisies: Candidate[] = [];
  private readonly auteurs = new Set<string>();
  private readonly mots = new Set<string>();
  private readonly ids = new Set<string>();

  constructor(
    private readonly taille: number,
    private readonly courants: ReadonlySet<string>,
  ) {}

  get places(): number {
    return this.taille - this.choisies.length;
  }

  /** Whether it may still enter; `memesMots` lets it repeat words, when there is nothing else left. */
  admet({ id, auteurId, mots }: Candidate, memesMots = false): boolean {
    if (this.places === 0 || this.ids.has(id) || (auteurId !== null && this.auteurs.has(auteurId))) return false;
    return memesMots || !mots.some((mot) => this.mots.has(mot) && !this.courants.has(mot));
  }

  /** Takes it. */
  prendre(candidate: Candidate): void {
    this.choisies.push(candidate);
    this.ids.add(candidate.id);
    if (candidate.auteurId !== null) this.auteurs.add(candidate.auteurId);
    for (const mot of candidate.mots) this.mots.add(mot);
  }

  /** Takes the first ones that may enter, up to so many. */
  prendrePremieres(candidates: readonly Candidate[], nombre: number, memesMots = false): void {
    let reste = nombre;
    for (const candidate of candidates) {
      if (reste === 0) return;
      if (!this.admet(candidate, memesMots)) continue;
      this.prendre(candidate);
      reste -= 1;
    }
  }
}
