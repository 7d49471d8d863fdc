/**
 * Address of the migrated database of this Jest worker: a real PostgreSQL, cloned from the template before the
 * tests and dropped after them. Every test of the worker shares it, each with its own contrat.
 */
export function databaseUrlForWorker(): string {
  const pattern = process.env['PLENIERE_TEST_DATABASES'];
  const worker = process.env['JEST_WORKER_ID'];
  if (!pattern || !worker) throw new Error('databaseUrlForWorker() works inside the Jest run of the API only');
  return pattern.replace('WORKER', worker);
}
