import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { EvenementDirect } from '@pleniere/shared/domain';
import { PgBoss } from 'pg-boss';
import { ReplaySubject, Subject } from 'rxjs';
import type { EntityManager } from 'typeorm';
import { Base } from '../base/base';
import { Regroupement } from '../base/regroupement';

/** What replicas tell each other: an event of a contrat, the end of a session, a signal that no screen hears, or that some may have been missed. */
export type MessageDirect =
  | { contratId: string; evenement: EvenementDirect }
  | { session: string }
  | { signal: string; donnees: unknown }
  | { reprise: true };

const CANAL = 'pleniere_direct';
// PostgreSQL refuses a notification of 8,000 bytes, and with it the transaction.
const OCTETS_MAX = 7_500;
const NOTIFIER = 'select pg_notify($1, message) from unnest($2::text[]) as message';

function messageDe(contratId: string, evenement: EvenementDirect): string {
  const complet = JSON.stringify({ contratId, evenement });
  if (Buffer.byteLength(complet) <= OCTETS_MAX) return complet;
  return JSON.stringify({ contratId, evenement: { ...evenement, donnees: undefined } });
}

/** Events as they happen, through LISTEN/NOTIFY: published in the transaction of the change, heard by every replica. */
@Injectable()
export class Direct implements OnModuleDestroy {
  private readonly recus = new Subject<MessageDirect>();
  // A thread that opens while the process stops must end as well.
  private readonly arret = new ReplaySubject<void>(1);
  private readonly journal = new Logger('Direct');
  private readonly annonces = new Regroupement((canal, messages: string[]) => this.notifier(canal, messages));
  private oreille: ReturnType<Direct['tendre']> | null = null;

  constructor(
    private readonly file: PgBoss,
    private readonly base: Base,
  ) {}

  /** What this replica hears, once somebody has asked it to listen. */
  readonly messages = this.recus.asObservable();
  /** Emits when the process stops: threads that are open must end, or nothing else would. */
  readonly fin = this.arret.asObservable();

  /** Tells an event to everybody who may know of it, when the transaction commits and only then. */
  async publier(tx: EntityManager, contratId: string, evenement: EvenementDirect): Promise<void> {
    await tx.query('select pg_notify($1, $2)', [CANAL, messageDe(contratId, evenement)]);
  }

  /**
   * Tells an event of a change that is committed already, beside its answer: a commit that notifies waits for every other
   * one that does (at ten at once, four times fewer commits). If this process dies just then, `reprendre` tells it.
   */
  annoncer(contratId: string, evenement: EvenementDirect): void {
    this.dire(messageDe(contratId, evenement));
  }

  /** Tells the replicas, and no screen, something small; when the transaction commits and only then. */
  async signaler(tx: EntityManager, signal: string, donnees: unknown): Promise<void> {
    await tx.query('select pg_notify($1, $2)', [CANAL, JSON.stringify({ signal, donnees })]);
  }

  /** Tells every screen to read again what it shows: a process that starts may follow one that died before it told what it wrote. */
  reprendre(): void {
    this.dire(JSON.stringify({ reprise: true } satisfies MessageDirect));
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

  private dire(message: string): void {
    this.annonces.demander(CANAL, message).catch((erreur: unknown) => this.journal.warn(erreur));
  }

  private async notifier(canal: string, messages: readonly string[]): Promise<void[]> {
    await this.base.pool.query({ name: 'direct-notifier', text: NOTIFIER, values: [canal, messages] });
    return messages.map(() => undefined);
  }

  private async tendre(): Promise<{ close: () => Promise<void> } | undefined> {
    const recevoir = (message: string) => this.recus.next(JSON.parse(message) as MessageDirect);
    return this.file.getDb().listen?.(CANAL, recevoir, () => this.recus.next({ reprise: true }));
  }
}
