import autocannon from 'autocannon';
import { cpuDe, cpuDeLaBase } from './processus.mts';

/** One request of a burst. */
export interface Appel {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** Whom a burst is sent to, and what is asked in turn. */
export interface Cible {
  url: string;
  pid: number;
  postmaster: number;
  /** The next request; called for each of them. */
  suivant: () => Appel;
}

/** What a burst gave. */
export interface Salve {
  /** Good answers a second. */
  parSeconde: number;
  /** Latencies in ms, sorted. */
  latences: number[];
  /** Answers that are not 2xx, and requests without any. */
  echecs: number;
  /** Processor time of a request, in ms: of the server, of PostgreSQL. */
  cpuServeur: number;
  cpuBase: number;
}

// autocannon writes the length of a body among the headers that it is given.
const copie = (appel: Appel): Appel => ({ ...appel, headers: { ...appel.headers } });

/** A closed loop of so many connections for so many seconds. */
export async function tirer(cible: Cible, connexions: number, secondes: number): Promise<Salve> {
  // What the last burst left waiting is done first.
  await (await fetch(`${cible.url}/health/ready`)).text();
  const latences: number[] = [];
  const [serveur, base] = [cpuDe(cible.pid), cpuDeLaBase(cible.postmaster)];
  const debut = performance.now();
  const resultat = await new Promise<autocannon.Result>((resoudre, rejeter) => {
    const salve = autocannon(
      {
        url: cible.url,
        connections: connexions,
        duration: secondes,
        timeout: 20,
        requests: [{ setupRequest: (demande) => ({ ...demande, ...copie(cible.suivant()) }) }],
      },
      (erreur, fini) => (erreur ? rejeter(erreur as Error) : resoudre(fini)),
    );
    salve.on('response', (_, statut, __, duree) => {
      if (statut >= 200 && statut < 300) latences.push(duree);
    });
  });
  const duree = (performance.now() - debut) / 1000;
  const bonnes = Math.max(1, latences.length);
  return {
    parSeconde: latences.length / duree,
    latences: latences.sort((a, b) => a - b),
    echecs: resultat.non2xx + resultat.errors + resultat.timeouts,
    cpuServeur: (cpuDe(cible.pid) - serveur) / bonnes,
    cpuBase: (cpuDeLaBase(cible.postmaster) - base) / bonnes,
  };
}

/** Value below which that part of sorted figures stands. */
export function quantile(tries: readonly number[], part: number): number {
  return tries[Math.min(tries.length - 1, Math.floor(tries.length * part))] ?? 0;
}

/** Middle of some figures. */
export function mediane(figures: readonly number[]): number {
  return quantile(
    figures.toSorted((a, b) => a - b),
    0.5,
  );
}
