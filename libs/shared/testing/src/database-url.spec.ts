import { Client } from 'pg';
import { databaseUrlForWorker } from './database-url';

describe('databaseUrlForWorker', () => {
  it('names a database that answers, with the rights to migrate and nothing more', async () => {
    const client = new Client({ connectionString: databaseUrlForWorker() });
    await client.connect();
    const { rows } = await client.query<{ base: string }>('SELECT current_database() AS base');
    await client.end();

    expect(rows[0]?.base).toMatch(new RegExp(`^pleniere_test_\\d+_${process.env['JEST_WORKER_ID']}$`));
  });
});
