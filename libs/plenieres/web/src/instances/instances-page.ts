import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { SessionStore } from '@pleniere/acces/web';
import { type Instance, LIBELLES_INSTANCES } from '@pleniere/plenieres/domain';
import {
  Annonce,
  Confirmation,
  PlErreur,
  PlEtatVide,
  PlGestes,
  PlIcone,
  PlPage,
  PlSquelette,
  Saisie,
} from '@pleniere/shared/ui';
import { PlenieresClient } from '../plenieres-client';
import { RubriquesPlenieres } from '../rubriques-plenieres';
import { saisieInstance } from './saisir-instance';

/** Instances of the contrat: who meets, and what for. */
@Component({
  selector: 'pl-instances-page',
  imports: [MatButton, PlErreur, PlEtatVide, PlGestes, PlIcone, PlPage, PlSquelette, RubriquesPlenieres],
  templateUrl: './instances-page.html',
  styleUrl: './instances-page.scss',
})
export class InstancesPage {
  private readonly client = inject(PlenieresClient);
  private readonly saisie = inject(Saisie);
  private readonly confirmation = inject(Confirmation);
  private readonly annonce = inject(Annonce);

  protected readonly instances = this.client.instances();
  protected readonly gerer = inject(SessionStore).peut('plenieres.gerer');
  protected readonly libelles = LIBELLES_INSTANCES;
  /** Refusal of a deletion, shown beside what could not be deleted. */
  protected readonly refus = signal<{ id: string; erreur: unknown } | null>(null);

  protected async saisir(connue?: Instance): Promise<void> {
    this.refus.set(null);
    const enregistree = await this.saisie.demander(saisieInstance(this.client, connue));
    if (!enregistree) return;
    this.instances.reload();
    await this.annonce.dire(`${enregistree.nom}\u00A0: enregistré.`);
  }

  protected async supprimer(instance: Instance): Promise<void> {
    this.refus.set(null);
    const confirme = await this.confirmation.demander({
      titre: `Supprimer ${instance.nom}\u202F?`,
      texte: 'Une instance qui a tenu des séances ne peut pas être supprimée.',
      action: 'Supprimer',
    });
    if (!confirme) return;
    try {
      await this.client.supprimerInstance(instance);
      await this.annonce.dire(`${instance.nom}\u00A0: supprimé.`);
    } catch (erreur) {
      this.refus.set({ id: instance.id, erreur });
    }
    this.instances.reload();
  }
}
