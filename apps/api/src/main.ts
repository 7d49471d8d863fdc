/** Starts what the settings ask: traces first, because they must stand before the libraries that they follow. */
async function demarrer(): Promise<void> {
  if (process.env['OTEL_EXPORTER_OTLP_ENDPOINT']) (await import('./traces/suivre.ts')).suivreLesDemandes();
  await (await import('./demarrer.ts')).demarrer(process.env);
}

demarrer().catch(async (erreur: unknown) => {
  (await import('./commandes/expliquer.ts')).arreterEnDisant(erreur, 1);
});
