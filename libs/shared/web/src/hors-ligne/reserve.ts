import { inject, Injectable } from '@angular/core';
import { Armoire } from './armoire';
import { Proprietaire } from './proprietaire';

/** Something read from the server, with the moment (ISO) it was read. */
export interface Garde<T> {
  valeur: T;
  le: string;
}

const SESSION = 'session';

/**
 * What this device keeps to be read without a network: JSON by key, for the person and the contrat of the session. It
 * is emptied at logout and when somebody else logs in; it is read only, writes go through `FileDEnvoi`.
 */
@Injectable({ providedIn: 'root' })
export class Reserve {
  private readonly armoire = new Armoire<Garde<unknown>>('reserve');
  private readonly proprietaire = inject(Proprietaire);

  /** Keeps a value under a key; throws when the device is full or nobody is logged in. */
  async garder(cle: string, valeur: unknown): Promise<void> {
    const place = this.place(cle);
    if (place === null) throw new Error('Personne n’est connecté.');
    await this.armoire.poser(place, garde(valeur));
  }

  /** What was kept under a key, null when nothing was. */
  async lire<T>(cle: string): Promise<Garde<T> | null> {
    const place = this.place(cle);
    return place === null ? null : (((await this.armoire.lire(place)) as Garde<T> | undefined) ?? null);
  }

  /** Everything, of everybody. */
  async vider(): Promise<void> {
    await this.armoire.vider();
  }

  /** Last known answer to « who is there », read before anybody is known to be. */
  async garderSession(session: unknown): Promise<void> {
    await this.armoire.poser(SESSION, garde(session));
  }

  async lireSession<T>(): Promise<Garde<T> | null> {
    return ((await this.armoire.lire(SESSION)) as Garde<T> | undefined) ?? null;
  }

  private place(cle: string): string | null {
    const courant = this.proprietaire.courant();
    return courant && `${courant.personneId}/${courant.contratId}/${cle}`;
  }
}

const garde = (valeur: unknown): Garde<unknown> => ({ valeur, le: new Date().toISOString() });
