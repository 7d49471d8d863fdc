/** Drops the databases of the run and stops the PostgreSQL that was started for it. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.stopTestDatabases?.();
}
