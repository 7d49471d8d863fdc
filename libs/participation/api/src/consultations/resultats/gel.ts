import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { GELER } from './gel.sql';

/** Freezes what a consultation gave: its votes, its propositions and their fingerprint, for ever. */
@Injectable()
export class Gel {
  /** In the transaction of the act; a large one takes longer than a request may. */
  async geler(tx: EntityManager, contratId: string, consultationId: string): Promise<void> {
    await tx.query("set local statement_timeout = '60s'");
    await tx.query(GELER, [contratId, consultationId]);
  }
}
