import { setImmediate as finDuTour } from 'node:timers/promises';

interface Appel<E, R> {
  entree: E;
  repondre: (reponse: R) => void;
  echouer: (erreur: unknown) => void;
}

const MAX = 100;

/**
 * Calls of one kind, by key: those that come in one turn of the event loop leave together, and so do those that come
 * while others are on their way. Alone, nobody waits; in a crowd, one statement, one commit and one seal serve many. An
 * answer is never older than its call.
 */
export class Regroupement<E, R> {
  private readonly files = new Map<string, Appel<E, R>[]>();

  /** `traiter` answers each entry, in their order. */
  constructor(private readonly traiter: (cle: string, entrees: E[]) => Promise<R[]>) {}

  demander(cle: string, entree: E): Promise<R> {
    const { promise, resolve: repondre, reject: echouer } = Promise.withResolvers<R>();
    const file = this.files.get(cle);
    if (file) file.push({ entree, repondre, echouer });
    else {
      const nouvelle = [{ entree, repondre, echouer }];
      this.files.set(cle, nouvelle);
      void this.vider(cle, nouvelle);
    }
    return promise;
  }

  private async vider(cle: string, file: Appel<E, R>[]): Promise<void> {
    while (file.length > 0) {
      await finDuTour();
      await this.partir(cle, file.splice(0, MAX));
    }
    this.files.delete(cle);
  }

  private async partir(cle: string, appels: readonly Appel<E, R>[]): Promise<void> {
    try {
      const reponses = await this.traiter(
        cle,
        appels.map(({ entree }) => entree),
      );
      if (reponses.length !== appels.length) throw new Error(`${reponses.length} answers to ${appels.length} calls`);
      for (const [rang, reponse] of reponses.entries()) appels[rang]?.repondre(reponse);
    } catch (erreur) {
      for (const { echouer } of appels) echouer(erreur);
    }
  }
}
