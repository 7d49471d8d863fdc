import type { Socket } from 'node:net';
import type { Pool, PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

/** How long PostgreSQL is awaited (ms). */
export const ATTENTES = {
  /** A statement has five seconds (see `optionsBase`): a server that has said nothing for longer is no longer there. */
  silence: 8_000,
} as const;

const taire = () => undefined;
const fluxDe = (client: PoolClient) => (client as unknown as { connection: { stream: Socket } }).connection.stream;
const attendUneReponse = (client: PoolClient) => !(client as unknown as { readyForQuery: boolean }).readyForQuery;

/**
 * A connection that is cut while it is held, between two statements, tells it by an event that nobody awaits: without a
 * listener it would end the process. The next statement fails, and says why.
 */
export function supporterLesCoupures(pool: Pool): void {
  const suivis = new WeakSet<PoolClient>();
  // When it is taken rather than when it is made: TypeORM makes one before anybody listens.
  pool.on('acquire', (client: PoolClient) => {
    client.on('error', taire);
    if (!suivis.has(client)) renoncerAuSilence(client);
    suivis.add(client);
  });
  pool.on('release', (_erreur: Error, client: PoolClient) => {
    client.removeListener('error', taire);
    fluxDe(client).setTimeout(ATTENTES.silence);
  });
}

/**
 * What stands between may forget a connection without closing it: whoever awaits an answer there would wait for ever, and
 * hold the connection with it. It is given up, and the pool makes another.
 */
function renoncerAuSilence(client: PoolClient): void {
  const flux = fluxDe(client);
  flux.setTimeout(ATTENTES.silence);
  // Each time: a connection that nobody uses is silent as well, and may be forgotten later.
  flux.on('timeout', () => {
    if (attendUneReponse(client)) flux.destroy(new Error('Connection terminated by a long silence'));
  });
}

/** Gives the statements of a transaction more than the usual five seconds. */
export async function prendreSonTemps(tx: EntityManager, secondes: number): Promise<void> {
  const client = (await tx.queryRunner?.connect()) as PoolClient | undefined;
  if (!client) throw new Error('prendreSonTemps wants a transaction');
  await tx.query(`select set_config('statement_timeout', $1, true)`, [`${secondes}s`]);
  fluxDe(client).setTimeout(secondes * 1_000 + ATTENTES.silence);
}
