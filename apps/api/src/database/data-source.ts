import { DataSource } from 'typeorm';
import { optionsBase } from './options';

/** Data source for the migration command and the test template; the application builds its own from the same options. */
export function createDataSource(url: string): DataSource {
  return new DataSource(optionsBase(url));
}
