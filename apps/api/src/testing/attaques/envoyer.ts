import { Agent, request } from 'node:http';
import type { Demande } from './demandes';

/** An answer as it came, whatever its type. */
export interface Reponse {
  status: number;
  type: string;
  entetes: Record<string, string | string[] | undefined>;
  texte: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Sends a request byte for byte: an address is not mended on its way, as browsers and libraries do. */
export function envoyer(port: number, { methode, chemin, entetes, corps }: Demande): Promise<Reponse> {
  return new Promise((resoudre, rejeter) => {
    const longueur = corps === null ? {} : { 'content-length': Buffer.byteLength(corps) };
    const options = {
      agent,
      port,
      host: '127.0.0.1',
      method: methode,
      path: chemin,
      headers: { ...entetes, ...longueur },
    };
    let repondu = false;
    const appel = request(options, (reponse) => {
      repondu = true;
      const { statusCode: status = 0, headers } = reponse;
      const type = headers['content-type'] ?? '';
      const rendre = (texte: string) => resoudre({ status, type, entetes: headers, texte });
      const morceaux: Buffer[] = [];
      reponse.on('data', (morceau: Buffer) => {
        morceaux.push(morceau);
        // A thread of events does not end: its head is enough.
        if (!type.startsWith('text/event-stream')) return;
        reponse.destroy();
        rendre(Buffer.concat(morceaux).toString());
      });
      reponse.on('end', () => rendre(Buffer.concat(morceaux).toString()));
      reponse.on('error', () => rendre(Buffer.concat(morceaux).toString()));
    });
    // A server that refuses a body closes before it has read it all.
    appel.on('error', (erreur) => {
      if (!repondu) rejeter(erreur);
    });
    appel.end(corps ?? undefined);
  });
}

/** Closes what stays open between two requests. */
export function raccrocher(): void {
  agent.destroy();
}
