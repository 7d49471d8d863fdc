import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type Job, type JobResult, PgBoss } from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { Config } from '../config';

/** How a job is tried again: how many times in all, and how long after the first failure (seconds), then twice as long each time. */
export interface OptionsTache {
  essais?: number;
  delai?: number;
  delaiMax?: number;
}

/** `cle`: a job that waits under the same key is not added again. `apres`: not before that moment. */
export interface OptionsAjout {
  cle?: string;
  apres?: Date;
}

interface Tache {
  travail: (donnees: object) => Promise<void>;
  options: Required<OptionsTache>;
}

const USUELLES: Required<OptionsTache> = { essais: 5, delai: 30, delaiMax: 3600 };
const PAR_LOT = 5;
const ARRET_MS = 1_000;
/** A job whose process says nothing for that long is given to another one: it was killed half way. */
const SIGNE_DE_VIE_S = 30;

/** Work done after the answer, in the queue of PostgreSQL: each job by exactly one replica, and again when it fails. */
@Injectable()
export class Taches implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly journal = new Logger('Taches');
  private readonly taches = new Map<string, Tache>();
  private readonly horaires = new Map<string, string>();

  constructor(
    private readonly file: PgBoss,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.file.on('error', ({ message }) => this.journal.warn(message));
    this.file.on('warning', ({ message }) => this.journal.warn(message));
  }

  /** Says how jobs of that name are done; at the init of a module. The same job may come twice: the work must bear it. */
  definir<T extends object>(nom: string, travail: (donnees: T) => Promise<void>, options: OptionsTache = {}): void {
    const tache = { travail: travail as Tache['travail'], options: { ...USUELLES, ...options } };
    this.taches.set(nom, tache);
  }

  /** Has a job of that name done on a schedule of five fields, in Paris time; at the init of a module. */
  planifier(nom: string, cron: string): void {
    this.horaires.set(nom, cron);
  }

  /** Adds a job in the transaction of the caller: it exists if and only if that commits. False when its key waits already. */
  async ajouter(tx: EntityManager, nom: string, donnees: object, { cle, apres }: OptionsAjout = {}): Promise<boolean> {
    const db = {
      executeSql: async (texte: string, valeurs?: unknown[]) => ({ rows: await lignes(tx, texte, valeurs) }),
    };
    const attente = { singletonKey: cle ?? randomUUID(), ...(apres && { startAfter: apres }) };
    return (await this.file.send(nom, donnees, { db, ...attente })) !== null;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.file.start();
    const connues = new Set((await this.file.getQueues()).map(({ name }) => name));
    for (const [nom, tache] of this.taches) await this.installer(nom, tache, connues.has(nom));
    for (const [nom, cron] of this.horaires) await this.file.schedule(nom, cron, {}, { tz: 'Europe/Paris' });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.file.stop({ timeout: ARRET_MS });
  }

  /** Does at once the jobs that are due under a name; for a process without workers. Gives what failed. */
  async faire(nom: string): Promise<unknown[]> {
    const echecs: unknown[] = [];
    for (;;) {
      const travaux = await this.file.fetch<object>(nom, { batchSize: PAR_LOT });
      if (travaux.length === 0) return echecs;
      for (const { id, status, output } of await this.faireLot(nom, travaux)) {
        if (status === 'completed') await this.file.complete(nom, id);
        else await this.file.fail(nom, id, output as object);
        if (status !== 'completed') echecs.push(output);
      }
    }
  }

  /** Names of the jobs that are defined. */
  get noms(): string[] {
    return [...this.taches.keys()];
  }

  private async installer(nom: string, { options }: Tache, connue: boolean): Promise<void> {
    const reprise = {
      retryLimit: options.essais - 1,
      retryDelay: options.delai,
      retryDelayMax: options.delaiMax,
      retryBackoff: true,
      notify: true,
      heartbeatSeconds: SIGNE_DE_VIE_S,
    };
    if (connue) await this.file.updateQueue(nom, reprise);
    else await this.file.createQueue(nom, { ...reprise, policy: 'short' });
    if (!this.config.taches) return;
    await this.file.work<object, JobResult[], typeof OUVRIER>(nom, OUVRIER, (lot) => this.faireLot(nom, lot));
  }

  private faireLot(nom: string, lot: Job<object>[]): Promise<JobResult[]> {
    return Promise.all(lot.map((travail) => this.faireUn(nom, travail)));
  }

  private async faireUn(nom: string, { id, data }: Job<object>): Promise<JobResult> {
    try {
      await this.taches.get(nom)?.travail(data);
      return { id, status: 'completed' };
    } catch (erreur) {
      // The message may quote what the job was about: the queue keeps it, the logs do not.
      const { name, message } = erreur as Error;
      this.journal.warn(`${nom} ${id} : ${name}`);
      return { id, status: 'failed', output: { name, message } };
    }
  }
}

// Notified as soon as a job is added; the slow polling is for retries and for the day when the listener is cut.
const OUVRIER = {
  batchSize: PAR_LOT,
  burstWhenBatchFull: true,
  perJobResults: true,
  pollingIntervalSeconds: 5,
  notifyPollingIntervalSeconds: 30,
} as const;

async function lignes(tx: EntityManager, texte: string, valeurs: unknown[] = []): Promise<unknown[]> {
  return tx.query<unknown[]>(texte, valeurs);
}
