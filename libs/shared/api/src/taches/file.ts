import { PgBoss } from 'pg-boss';
import type { Config } from '../config';

/** Schema of PostgreSQL where the queue lives, made by a migration. */
export const SCHEMA_FILE = 'pgboss';

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
