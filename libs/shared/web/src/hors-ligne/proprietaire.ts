import { Injectable, signal } from '@angular/core';

/** A person in a contrat: whose reading and whose writes a device holds. */
export interface Identite {
  personneId: string;
  contratId: string;
}

/** Who is logged in, as the offline part needs to know it; the session store says it, nobody else. */
@Injectable({ providedIn: 'root' })
export class Proprietaire {
  private readonly nomme = signal<Identite | null>(null);

  /** A new object at each login, even of the same person: whoever waits for a login starts again. */
  readonly courant = this.nomme.asReadonly();

  nommer(identite: Identite | null): void {
    this.nomme.set(identite && { ...identite });
  }
}
