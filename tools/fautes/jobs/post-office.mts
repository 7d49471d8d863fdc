import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import type { Bench, Caller } from '../bench/bench.mts';

/** An SMTP server that may be slow, or gone; it keeps the number of each e-mail that it has accepted. */
export class PostOffice {
  /** Message-ID of each e-mail, in the order in which they came, and when (ms). */
  readonly accepted: { id: string; at: number }[] = [];
  /** How long it takes to accept one (ms). */
  slowness = 0;
  private server: SMTPServer | null = null;
  private port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async open(): Promise<void> {
    this.server = new SMTPServer({
      authOptional: true,
      hideSTARTTLS: true,
      logger: false,
      onData: (stream, _session, done) => {
        void text(stream).then(async (letter) => {
          await wait(this.slowness);
          this.accepted.push({ id: /^message-id: (.*)$/im.exec(letter)?.[1] ?? '', at: performance.now() });
          done();
        });
      },
    });
    this.server.on('error', () => undefined);
    const server = this.server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    this.port = (server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    await new Promise<void>((done) => this.server?.close(() => done()));
  }

  /** How many e-mails came, how many of them again. */
  get counted(): { different: number; again: number } {
    const different = new Set(this.accepted.map(({ id }) => id)).size;
    return { different, again: this.accepted.length - different };
  }
}

const KEPT = `
  insert into courriel (contrat_id, cle, personne_id, nom, email, objet, texte, statut)
  select contrat_id, 'banc/' || $2 || '/' || n, personne_id, 'Banc', 'banc@exemple.fr', 'Essai ' || n, 'Bonjour,', 'retenu'
  from compte, generate_series(1, $3::int) n where email = $1
  returning id`;

/** Has the team send e-mails that were kept, through the API at `url`; gives their ids. */
export async function send(bench: Bench, url: string, caller: Caller, name: string, count: number): Promise<string[]> {
  const { rows } = await bench.pool.query<{ id: string }>(KEPT, ['claire.vasseur@exemple.fr', name, count]);
  for (const { id } of rows) {
    const { status } = await fetch(`${url}/api/v1/courriels/${id}/envoi`, { method: 'POST', headers: caller });
    if (status >= 300) throw new Error(`un courriel ne part pas : ${status}`);
  }
  return rows.map(({ id }) => id);
}

/** How many of these e-mails are said to have been sent. */
export const sentOf = (bench: Bench, ids: string[]): Promise<number> =>
  bench.count(`select count(*) from courriel where id = any($1) and statut = 'envoye'`, [ids]);
