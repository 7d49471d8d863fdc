import { NommageSnakeCase } from '@pleniere/shared/api';
import type { DataSourceOptions, MixedList } from 'typeorm';
import { MIGRATIONS } from './migrations';

/** Connection settings of the product: explicit schema, short waits, no statement longer than five seconds. */
export function optionsBase(url: string, entities: MixedList<new () => object> = []): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: entities as DataSourceOptions['entities'],
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    synchronize: false,
    namingStrategy: new NommageSnakeCase(),
    uuidExtension: 'pgcrypto',
    poolSize: 10,
    connectTimeoutMS: 4_000,
    applicationName: 'pleniere',
    // A connection that waits keeps its plans: the next request does not pay for them again.
    extra: { statement_timeout: 5_000, idle_in_transaction_session_timeout: 10_000, idleTimeoutMillis: 300_000 },
  };
}
