import type { Pool } from 'workerpool';

/** A task went past its time or its memory: its process was ended, and the next task gets a new one. */
export class ProcessusArrete extends Error {}

/**
 * A process apart for files that may be hostile, bounded in time (ms) and memory (MB of heap): whatever they do to it,
 * the one that answers requests goes on. A thread would not do: it can take its whole process down with its memory.
 */
export class ProcessusBorne {
  private pool: Pool | null = null;
  private derniere: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly programme: string,
    private readonly delai: number,
    private readonly memoire: number,
  ) {}

  /** Runs one task of the program after the other: the time limit is that of the task, not of the waiting. */
  executer<T>(nom: string, tache: unknown): Promise<T> {
    const suite = this.derniere.then(() => this.executerSeule<T>(nom, tache));
    this.derniere = suite.catch(() => undefined);
    return suite;
  }

  /** Ends the process. */
  async fermer(): Promise<void> {
    await this.pool?.terminate(true);
  }

  private async executerSeule<T>(nom: string, tache: unknown): Promise<T> {
    this.pool ??= await this.ouvrir();
    try {
      return (await this.pool.exec(nom, [tache]).timeout(this.delai)) as T;
    } catch (erreur) {
      const { name, message } = erreur as Error;
      if (name === 'TimeoutError' || message.includes('terminated')) throw new ProcessusArrete(message);
      throw erreur;
    }
  }

  private async ouvrir(): Promise<Pool> {
    const { pool } = await import('workerpool');
    return pool(this.programme, {
      workerType: 'process',
      maxWorkers: 1,
      forkOpts: { execArgv: [`--max-old-space-size=${this.memoire}`], serialization: 'advanced' },
      // Its last words when memory runs out are no alarm of the server's.
      emitStdStreams: true,
    });
  }
}
