import { DataSource } from 'typeorm';
import { optionsBase } from './options';

/**
 * Data source for the migration command and the test template: a change of schema, or the wait for one that runs, takes
 * the time that it takes.
 */
export function createDataSource(url: string): DataSource {
  return new DataSource({ ...optionsBase(url), extra: {} });
}
