/** Starts what the settings ask: traces first, because they must stand before the libraries that they follow. */
async function demarrer(): Promise<void> {
  if (process.env['OTEL_EXPORTER_OTLP_ENDPOINT']) (await import('./traces/suivre')).suivreLesDemandes();
  await (await import('./demarrer')).demarrer(process.env);
}

demarrer().catch((erreur: unknown) => {
  process.stderr.write(`${erreur instanceof Error ? (erreur.stack ?? erreur.message) : String(erreur)}\n`);
  process.exit(1);
});
