const actes: (() => unknown)[] = [];
let fin: Promise<void> | null = null;

/**
 * Says how what was just started is taken away, so that nothing stays behind: the last started goes first. A pool is not
 * waited for: it would wait for its statements, which end with PostgreSQL.
 */
export function aLaFin(acte: () => unknown): void {
  actes.unshift(acte);
}

/** Takes everything away, once. */
export function finir(): Promise<void> {
  return (fin ??= toutDefaire());
}

async function toutDefaire(): Promise<void> {
  for (const acte of actes.splice(0)) {
    try {
      await acte();
    } catch (erreur) {
      dire(erreur);
    }
  }
}

function dire(erreur: unknown): void {
  process.exitCode = 1;
  process.stderr.write(`${erreur instanceof Error ? erreur.stack : String(erreur)}\n`);
}

const partir = (): void => void finir().finally(() => process.exit(1));

// What fails because everything is being taken away has nothing to say; nor does a second signal make it go faster.
process.on('uncaughtException', (erreur) => {
  if (!fin) dire(erreur);
  partir();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, partir);
