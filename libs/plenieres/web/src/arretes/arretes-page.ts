import { Component, inject, Injector } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { type ArreteResume, empreinteCourte } from '@pleniere/plenieres/domain';
import { accorder } from '@pleniere/shared/domain';
import { Annonce, DateFr, PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { PlenieresClient } from '../plenieres-client';
import { RubriquesPlenieres } from '../rubriques-plenieres';

/** Arrêtés of the contrat, the latest first; the team freezes another one. */
@Component({
  selector: 'pl-arretes-page',
  imports: [DateFr, MatButton, PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette, RouterLink, RubriquesPlenieres],
  templateUrl: './arretes-page.html',
  styleUrl: './arretes-page.scss',
})
export class ArretesPage {
  private readonly client = inject(PlenieresClient);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly annonce = inject(Annonce);

  protected readonly arretes = this.client.arretes();
  protected readonly gerer = inject(SessionStore).peut('plenieres.gerer');
  protected readonly courte = empreinteCourte;

  protected compte({ perimetre }: ArreteResume): string {
    return accorder(perimetre.length, 'fiche');
  }

  protected async figer(): Promise<void> {
    // Imported on demand: most visits only read.
    const { ouvrirGel } = await import('./dialogue-gel');
    const arrete = await ouvrirGel(this.injector);
    if (!arrete) return;
    await this.annonce.dire(`Arrêté n°\u00A0${arrete.numero} figé.`);
    await this.router.navigate(['/plenieres/arretes', arrete.id]);
  }
}
