import { prendreSonTemps } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { RECOMPTER } from '../votes/votes.sql';
import { GELER } from './gel.sql';

/**
 * Freezes what a consultation gave, its votes, its propositions and their fingerprint, for ever: in the transaction of
 * the act, now unless told. A large one takes longer than a request may.
 */
export async function gelerConsultation(
  tx: EntityManager,
  contratId: string,
  consultationId: string,
  quand: string | null = null,
): Promise<void> {
  await prendreSonTemps(tx, 60);
  await tx.query(GELER, [contratId, consultationId, quand]);
}

/** Writes the counts of a consultation again from its events. */
export async function recompterConsultation(
  tx: EntityManager,
  contratId: string,
  consultationId: string,
): Promise<void> {
  await tx.query(RECOMPTER, [contratId, consultationId]);
}
