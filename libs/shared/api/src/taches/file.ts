import { PgBoss } from 'pg-boss';
import { ATTENTES } from '../base/coupures';
import type { Config } from '../config';

/** Schema of PostgreSQL where the queue lives, made by a migration. */
export const SCHEMA_FILE = 'pgboss';

// Handed to pg as they are: a job is added within a request, which must not wait for a connection that went mute.
const BORNES = { query_timeout: ATTENTES.silence };

/**
 * The queue, with a small pool of its own: a burst of jobs takes no connection from requests. Its schema belongs to our
 * migrations, so that replicas that start together never race for it.
 */
export function creerFile({ databaseUrl, taches }: Config): PgBoss {
  return new PgBoss({
    connectionString: databaseUrl,
    application_name: 'pleniere-taches',
    schema: SCHEMA_FILE,
    max: 2,
    connectionTimeoutMillis: 4_000,
    ...BORNES,
    migrate: false,
    createSchema: false,
    supervise: taches,
    schedule: taches,
    superviseIntervalSeconds: 20,
    monitorIntervalSeconds: 20,
    useListenNotify: taches,
    cronMonitorIntervalSeconds: 45,
    cronWorkerIntervalSeconds: 20,
  });
}
