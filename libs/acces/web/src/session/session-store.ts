import { computed, inject, Injectable, signal } from '@angular/core';
import type { Permission, SessionCourante } from '@pleniere/acces/domain';
import { firstValueFrom } from 'rxjs';
import { AccesClient, type Identifiants } from '../acces-client';

/** Who is logged in, and what they may do; the API decides again on every request. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly client = inject(AccesClient);
  private readonly courante = signal<SessionCourante | null>(null);

  readonly session = this.courante.asReadonly();
  readonly role = computed(() => this.session()?.role ?? null);
  readonly permissions = computed(() => new Set(this.session()?.permissions));

  /** True when the person holds the permission at least somewhere in the contrat. */
  peut(permission: Permission): boolean {
    return this.permissions().has(permission);
  }

  /** Once, at start. */
  async charger(): Promise<void> {
    this.courante.set(await firstValueFrom(this.client.lireSession()));
  }

  /** True when the session is open, false when the second factor is due. */
  async ouvrir(identifiants: Identifiants): Promise<boolean> {
    const reponse = await firstValueFrom(this.client.ouvrirSession(identifiants));
    if ('secondFacteur' in reponse) return false;
    this.courante.set(reponse);
    return true;
  }

  /** Second step of a login. */
  async confirmer(code: string): Promise<void> {
    this.courante.set(await firstValueFrom(this.client.confirmerSession(code)));
  }

  /** Gives where to log out of the identity provider too, or null. */
  async fermer(): Promise<string | null> {
    const sortie = await firstValueFrom(this.client.fermerSession());
    this.oublier();
    return sortie?.suite ?? null;
  }

  /** The server no longer knows this session. */
  oublier(): void {
    this.courante.set(null);
  }
}
