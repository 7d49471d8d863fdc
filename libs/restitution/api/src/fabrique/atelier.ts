import { ouvrierConstruit } from '@pleniere/shared/api';
import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { type Avancer, type Commande, DocumentImpossible, type FichierProduit } from './fabrique';

/** What the process that makes a document says to the one that answers requests. */
export type MessageDuProcessus =
  { etape: string; part: number } | { fichier: FichierProduit } | { erreur: { name: string; message: string } };

/** A document was given up half way. */
export class DocumentInterrompu extends Error {
  override readonly name = 'DocumentInterrompu';
}

/** Where documents are made; `signal` gives one up. */
export abstract class Atelier {
  abstract produire(commande: Commande, avancer: Avancer, signal: AbortSignal): Promise<FichierProduit>;
}

const MEMOIRE_MO = 512;
const DELAI_MS = 10 * 60_000;

/**
 * A process per document, of low priority: requests go first, the memory of a book of sixty fiches is given back at its
 * end, and giving up is killing.
 */
export class AtelierHorsProcessus extends Atelier {
  /** `ouvrier` is the path of the built worker. */
  constructor(private readonly ouvrier: string) {
    super();
  }

  produire(commande: Commande, avancer: Avancer, signal: AbortSignal): Promise<FichierProduit> {
    return new Promise((resoudre, refuser) => {
      const enfant = fork(this.ouvrier, {
        execArgv: [`--max-old-space-size=${MEMOIRE_MO}`],
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      const finir = (suite: () => void) => {
        clearTimeout(limite);
        signal.removeEventListener('abort', renoncer);
        enfant.kill('SIGKILL');
        suite();
      };
      const renoncer = () => finir(() => refuser(new DocumentInterrompu()));
      const limite = setTimeout(() => finir(() => refuser(new Error('a document took too long'))), DELAI_MS);
      signal.addEventListener('abort', renoncer);
      enfant.once('error', (erreur) => finir(() => refuser(erreur)));
      enfant.once('exit', (code, raison) => finir(() => refuser(new Error(`the process ended: ${raison ?? code}`))));
      enfant.on('message', (message: MessageDuProcessus) => {
        if ('etape' in message) avancer(message.etape, message.part);
        else if ('fichier' in message) finir(() => resoudre(message.fichier));
        else finir(() => refuser(erreurDe(message.erreur)));
      });
      ceder(enfant);
      enfant.send(commande);
      if (signal.aborted) renoncer();
    });
  }
}

/** In the thread that answers requests: for a program run from its sources, which has no built worker. */
export class AtelierSurPlace extends Atelier {
  async produire(commande: Commande, avancer: Avancer, signal: AbortSignal): Promise<FichierProduit> {
    return (await import('./produire.ts')).produire(commande, (etape, part) => {
      if (signal.aborted) throw new DocumentInterrompu();
      avancer(etape, part);
    });
  }
}

/** The workshop of this program: the worker that the build puts beside it or, when it runs from its sources, this thread. */
export function ouvrirAtelier(dossier = __dirname): Atelier {
  const ouvrier = ouvrierConstruit(dossier, 'document');
  return ouvrier ? new AtelierHorsProcessus(ouvrier) : new AtelierSurPlace();
}

function ceder({ pid }: ChildProcess): void {
  if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW);
}

function erreurDe({ name, message }: { name: string; message: string }): Error {
  return name === 'DocumentImpossible' ? new DocumentImpossible(message) : Object.assign(new Error(message), { name });
}
