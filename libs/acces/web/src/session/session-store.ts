import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Permission, SessionCourante } from '@pleniere/acces/domain';
import { lireProbleme } from '@pleniere/shared/ui';
import { Proprietaire, Reseau, Reserve } from '@pleniere/shared/web';
import { firstValueFrom } from 'rxjs';
import { AccesClient, type Identifiants } from '../acces-client';

/** Who is logged in, and what they may do; the API decides again on every request. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly client = inject(AccesClient);
  private readonly reserve = inject(Reserve);
  private readonly reseau = inject(Reseau);
  private readonly proprietaire = inject(Proprietaire);
  private readonly courante = signal<SessionCourante | null>(null);
  private readonly gardee = signal(false);

  readonly session = this.courante.asReadonly();
  /** True while the session is only the last one that this device has known: the server could not be asked. */
  readonly horsLigne = this.gardee.asReadonly();
  readonly role = computed(() => this.session()?.role ?? null);
  readonly permissions = computed(() => new Set(this.session()?.permissions));

  constructor() {
    effect(() => {
      if (this.reseau.enLigne() && this.horsLigne()) untracked(() => void this.charger().catch(() => undefined));
    });
  }

  /** True when the person holds the permission at least somewhere in the contrat. */
  peut(permission: Permission): boolean {
    return this.permissions().has(permission);
  }

  /** At start, and when the network is back. */
  async charger(): Promise<void> {
    try {
      const session = await firstValueFrom(this.client.lireSession());
      // Nobody is logged in any more: what was kept goes, unless somebody is reading it in this very tab.
      if (session === null && !this.horsLigne()) void this.reserve.vider();
      this.prendre(session);
    } catch (erreur) {
      const connue = lireProbleme(erreur).status === 0 ? await this.reserve.lireSession<SessionCourante>() : null;
      if (!connue) throw erreur;
      this.courante.set(connue.valeur);
      this.nommer(connue.valeur);
      this.gardee.set(true);
    }
  }

  /** True when the session is open, false when the second factor is due. */
  async ouvrir(identifiants: Identifiants): Promise<boolean> {
    const reponse = await firstValueFrom(this.client.ouvrirSession(identifiants));
    if ('secondFacteur' in reponse) return false;
    this.prendre(reponse);
    return true;
  }

  /** Second step of a login. */
  async confirmer(code: string): Promise<void> {
    this.prendre(await firstValueFrom(this.client.confirmerSession(code)));
  }

  /** Gives where to log out of the identity provider too, or null. */
  async fermer(): Promise<string | null> {
    const sortie = await firstValueFrom(this.client.fermerSession());
    this.oublier();
    await this.reserve.vider();
    return sortie?.suite ?? null;
  }

  /** The server no longer knows this session. */
  oublier(): void {
    this.prendre(null);
  }

  private prendre(session: SessionCourante | null): void {
    this.courante.set(session);
    this.gardee.set(false);
    this.nommer(session);
    if (session) void this.retenir(session);
  }

  private nommer(session: SessionCourante | null): void {
    const { personne, contrat }: Partial<SessionCourante> = session ?? {};
    this.proprietaire.nommer(personne && contrat ? { personneId: personne.id, contratId: contrat.id } : null);
  }

  /** Keeps who is there for a page opened without a network; what another person had kept goes first. */
  private async retenir(session: SessionCourante): Promise<void> {
    try {
      const avant = await this.reserve.lireSession<SessionCourante>();
      if (avant && avant.valeur.personne.id !== session.personne.id) await this.reserve.vider();
      await this.reserve.garderSession(session);
    } catch {
      // A device that is full or forbids it works with the network only.
      return;
    }
  }
}
