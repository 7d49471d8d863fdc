import { joursApres } from '@pleniere/fiches/domain';
import { jourApres, joursEntre } from '@pleniere/participation/domain';
import { jourDeParis } from '@pleniere/shared/domain';
import { databaseUrlForWorker } from '@pleniere/shared/testing';
import { Client as ClientPg } from 'pg';
import { PgBoss } from 'pg-boss';
import { demarrerApi } from '../../testing';

const INSTANTS: [instant: string, jour: string, pourquoi: string][] = [
  ['2027-12-31T22:59:59Z', '2027-12-31', 'the last second of a year, in winter'],
  ['2027-12-31T23:00:00Z', '2028-01-01', 'the first second of the next'],
  ['2028-02-28T23:00:00Z', '2028-02-29', 'a leap year'],
  ['2028-02-29T23:00:00Z', '2028-03-01', 'the day after'],
  ['2027-02-28T23:00:00Z', '2027-03-01', 'a year without a 29 February'],
  ['2026-03-29T00:59:59Z', '2026-03-29', 'before the hour that does not exist'],
  ['2026-03-29T22:00:00Z', '2026-03-30', 'the end of a day of 23 hours'],
  ['2026-10-25T00:30:00Z', '2026-10-25', 'the hour that comes twice, the first time'],
  ['2026-10-25T01:30:00Z', '2026-10-25', 'the hour that comes twice, the second time'],
  ['2026-10-25T22:59:59Z', '2026-10-25', 'the end of a day of 25 hours'],
  ['2026-10-25T23:00:00Z', '2026-10-26', 'the day after'],
  ['2030-12-31T23:30:00Z', '2031-01-01', 'the end of the contrats'],
];

describe('days', () => {
  it.each(INSTANTS)('at %s it is %s in Paris: %s', (instant, jour) => {
    expect(jourDeParis(new Date(instant))).toBe(jour);
  });

  it('are the same for PostgreSQL, whatever the hour of its machine', async () => {
    const client = new ClientPg({ connectionString: databaseUrlForWorker() });
    await client.connect();
    try {
      for (const zone of ['UTC', 'America/Martinique', 'Pacific/Noumea']) {
        await client.query(`set timezone to '${zone}'`);
        const { rows } = await client.query<{ jour: string }>(
          `select (i at time zone 'Europe/Paris')::date::text as jour from unnest($1::timestamptz[]) with ordinality as t(i, rang) order by rang`,
          [INSTANTS.map(([instant]) => instant)],
        );
        expect(rows.map(({ jour }) => jour)).toEqual(INSTANTS.map(([, jour]) => jour));
      }
    } finally {
      await client.end();
    }
  });

  it.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-02-28', 2, '2028-03-01'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2030-12-31', 1, '2031-01-01'],
    ['2027-03-01', 365, '2028-02-29'],
  ])('%s and %s days later is %s, for every due date', (jour, nombre, attendu) => {
    expect([joursApres(jour, nombre), jourApres(jour, nombre)]).toEqual([attendu, attendu]);
    expect(joursEntre(jour, attendu)).toBe(nombre);
  });
});

describe('jobs', () => {
  it('are planned in Paris time, never in the hour that does not exist in March and comes twice in October', async () => {
    const app = await demarrerApi();
    try {
      const horaires = await app.get(PgBoss).getSchedules();
      expect(horaires.length).toBeGreaterThan(5);
      for (const { name, cron, timezone } of horaires) {
        const [, heure] = cron.split(' ');
        expect([name, timezone, heure]).toEqual([name, 'Europe/Paris', expect.stringMatching(/^(\*|(?!2$)\d+)$/)]);
      }
    } finally {
      await app.close();
    }
  });
});
