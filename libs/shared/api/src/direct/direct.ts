import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { EvenementDirect } from '@pleniere/shared/domain';
import { PgBoss } from 'pg-boss';
import { ReplaySubject, Subject } from 'rxjs';
import type { EntityManager } from 'typeorm';

/** What replicas tell each other: an event of a contrat, the end of a session, a signal that no screen hears, or that some may have been missed. */
export type MessageDirect =
  | { contratId: string; evenement: EvenementDirect }
  | { session: string }
  | { signal: string; donnees: unknown }
  | { reprise: true };

const CANAL = 'pleniere_direct';
// PostgreSQL refuses a notification of 8,000 bytes, and with it the transaction.
const OCTETS_MAX = 7_500;

/** Events as they happen, through LISTEN/NOTIFY: published in the transaction of the change, heard by every replica. */
@Injectable()
export class Direct implements OnModuleDestroy {
  private readonly recus = new Subject<MessageDirect>();
  // A thread that opens while the process stops must end as well.
  private readonly arret = new ReplaySubject<void>(1);
  private oreille: ReturnType<Direct['tendre']> | null = null;

  constructor(private readonly file: PgBoss) {}

  /** What this replica hears, once somebody has asked it to listen. */
  readonly messages = this.recus.asObservable();
  /** Emits when the process stops: threads that are open must end, or nothing else would. */
  readonly fin = this.arret.asObservable();

  /** Tells an event to everybody who may know of it, when the transaction commits and only then. */
  async publier(tx: EntityManager, contratId: string, evenement: EvenementDirect): Promise<void> {
    const complet = JSON.stringify({ contratId, evenement });
    const reduit = () => JSON.stringify({ contratId, evenement: { ...evenement, donnees: undefined } });
    const message = Buffer.byteLength(complet) <= OCTETS_MAX ? complet : reduit();
    await tx.query('select pg_notify($1, $2)', [CANAL, message]);
  }

  /** Tells the replicas, and no screen, something small; when the transaction commits and only then. */
  async signaler(tx: EntityManager, signal: string, donnees: unknown): Promise<void> {
    await tx.query('select pg_notify($1, $2)', [CANAL, JSON.stringify({ signal, donnees })]);
  }

  /** Listens, from the first screen that is open until the end of the process; a connection that is cut comes back. */
  async ecouter(): Promise<void> {
    this.oreille ??= this.tendre();
    try {
      await this.oreille;
    } catch (erreur) {
      this.oreille = null;
      throw erreur;
    }
  }

  async onModuleDestroy(): Promise<void> {
    this.arret.next();
    this.recus.complete();
    const oreille = await this.oreille?.catch(() => undefined);
    await oreille?.close();
  }

  private async tendre(): Promise<{ close: () => Promise<void> } | undefined> {
    const recevoir = (message: string) => this.recus.next(JSON.parse(message) as MessageDirect);
    return this.file.getDb().listen?.(CANAL, recevoir, () => this.recus.next({ reprise: true }));
  }
}
