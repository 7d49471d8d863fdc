import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MS_PAR_TICK = 10;

interface Etat {
  parent: number;
  /** Processor time of the process, and of its children that have ended, in ms. */
  siens: number;
  desFinis: number;
}

function etatDe(pid: number): Etat | null {
  try {
    const texte = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const champs = texte
      .slice(texte.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = champs;
    const [utilisateur = 0, systeme = 0, finisUtilisateur = 0, finisSysteme = 0] = champs.slice(11, 15);
    return {
      parent,
      siens: (utilisateur + systeme) * MS_PAR_TICK,
      desFinis: (finisUtilisateur + finisSysteme) * MS_PAR_TICK,
    };
  } catch {
    return null;
  }
}

/** Processor time that a process has taken, in ms. */
export function cpuDe(pid: number): number {
  return etatDe(pid)?.siens ?? 0;
}

/** Processor time that a PostgreSQL has taken with all of its backends, those that have ended too, in ms. */
export function cpuDeLaBase(postmaster: number): number {
  const racine = etatDe(postmaster);
  const enfants = readdirSync('/proc')
    .filter((nom) => /^\d+$/.test(nom))
    .map((nom) => etatDe(Number(nom)))
    .filter((etat) => etat?.parent === postmaster);
  return enfants.reduce((somme, etat) => somme + (etat?.siens ?? 0), (racine?.siens ?? 0) + (racine?.desFinis ?? 0));
}

/** Process of the PostgreSQL of a folder. */
export function postmasterDe(dossier: string): number {
  return Number(readFileSync(join(dossier, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Memory that is a process's own share (PSS), in MB. */
export function memoireDe(pid: number): number {
  const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return Number(pss?.[1] ?? 0) / 1024;
}

/** Part of the machine that others took meanwhile cannot be told apart: the load average is printed beside the figures. */
export function charge(): string {
  return readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ');
}
