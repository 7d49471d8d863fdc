import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Notification } from '@pleniere/acces/domain';
import { accorder, formaterDate, formaterHeure } from '@pleniere/shared/domain';
import { Annonce, PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { NotificationsClient } from './notifications-client';

/** Notifications of one fiche, or of no fiche. */
interface Groupe {
  cle: string;
  titre: string;
  notifications: Notification[];
}

/** What one was told, fiche by fiche, newest first. */
@Component({
  selector: 'pl-notifications-page',
  imports: [MatButton, PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette, RouterLink],
  templateUrl: './notifications-page.html',
  styleUrl: './notifications-page.scss',
})
export class NotificationsPage {
  private readonly client = inject(NotificationsClient);
  private readonly annonce = inject(Annonce);

  protected readonly liste = this.client.liste();
  protected readonly refus = signal<unknown>(null);
  protected readonly nonLuesSeules = signal(false);
  protected readonly nonLues = computed(() => (this.liste.hasValue() ? this.liste.value().nonLues : 0));
  protected readonly compte = computed(() =>
    this.nonLues() === 0 ? 'Tout est lu.' : `${accorder(this.nonLues(), 'non lue', 'non lues')}.`,
  );
  private readonly toutes = computed(() => (this.liste.hasValue() ? this.liste.value().notifications : []));
  protected readonly groupes = computed((): Groupe[] => {
    const montrees = this.toutes().filter(({ lueLe }) => !this.nonLuesSeules() || lueLe === null);
    return [...Map.groupBy(montrees, ({ fiche }) => fiche?.id ?? '')].map(([cle, notifications]) => {
      const fiche = notifications[0]?.fiche;
      return { cle, titre: fiche ? `${fiche.code} – ${fiche.titre}` : 'Le contrat', notifications };
    });
  });

  protected dire(iso: string): string {
    return `${formaterDate(iso)} à ${formaterHeure(iso)}`;
  }

  /** Following it is reading it. */
  protected lire({ id, lueLe }: Notification): void {
    if (lueLe === null) void this.tenter(() => this.client.lire(id));
  }

  protected async toutLire(): Promise<void> {
    const [derniere] = this.toutes();
    if (!derniere) return;
    if (await this.tenter(() => this.client.lireToutes(derniere.creeLe))) await this.annonce.dire('Tout est lu.');
  }

  private async tenter(geste: () => Promise<void>): Promise<boolean> {
    this.refus.set(null);
    try {
      await geste();
      return true;
    } catch (erreur) {
      this.refus.set(erreur);
      return false;
    }
  }
}
