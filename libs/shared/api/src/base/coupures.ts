import type { Pool, PoolClient } from 'pg';

const taire = () => undefined;

/**
 * A connection that is cut while it is held, between two statements, tells it by an event that nobody awaits: without a
 * listener it would end the process. The next statement fails, and says why.
 */
export function supporterLesCoupures(pool: Pool): void {
  pool.on('acquire', (client: PoolClient) => client.on('error', taire));
  pool.on('release', (_erreur: Error, client: PoolClient) => client.removeListener('error', taire));
}
