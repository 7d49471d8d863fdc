import type { IDBPDatabase } from 'idb';

const BASE = 'pleniere';
const TIROIRS = ['reserve', 'envois'] as const;

let base: Promise<IDBPDatabase | null> | undefined;

async function ouvrir(): Promise<IDBPDatabase | null> {
  if (!('indexedDB' in globalThis)) return null;
  try {
    const { openDB } = await import('idb');
    return await openDB(BASE, 1, { upgrade: (neuve) => TIROIRS.forEach((tiroir) => neuve.createObjectStore(tiroir)) });
  } catch {
    return null;
  }
}

/** A drawer of this device (IndexedDB), by key; where the browser forbids it, what is put there holds for the visit. */
export class Armoire<T> {
  private readonly memoire = new Map<string, T>();

  constructor(private readonly tiroir: (typeof TIROIRS)[number]) {}

  /** False when a reload would lose what is in the drawer. */
  async dure(): Promise<boolean> {
    return (await this.ouverte()) !== null;
  }

  async lire(cle: string): Promise<T | undefined> {
    const ouverte = await this.ouverte();
    return ouverte ? ((await ouverte.get(this.tiroir, cle)) as T | undefined) : this.memoire.get(cle);
  }

  async tout(): Promise<T[]> {
    const ouverte = await this.ouverte();
    return ouverte ? ((await ouverte.getAll(this.tiroir)) as T[]) : [...this.memoire.values()];
  }

  /** Throws when the device is full: whoever typed must know. */
  async poser(cle: string, valeur: T): Promise<void> {
    const ouverte = await this.ouverte();
    if (ouverte) await ouverte.put(this.tiroir, valeur, cle);
    else this.memoire.set(cle, valeur);
  }

  async retirer(cle: string): Promise<void> {
    await (await this.ouverte())?.delete(this.tiroir, cle);
    this.memoire.delete(cle);
  }

  async vider(): Promise<void> {
    await (await this.ouverte())?.clear(this.tiroir);
    this.memoire.clear();
  }

  private ouverte(): Promise<IDBPDatabase | null> {
    return (base ??= ouvrir());
  }
}
