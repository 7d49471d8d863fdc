import { httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type CompteDemo, LIBELLES_ROLES } from '@pleniere/acces/domain';
import { ADRESSE_COMPTES_DEMO, SessionStore } from '@pleniere/acces/web';
import { PublicFiches } from '@pleniere/fiches/web';
import { PlErreur, PlIcone, PlPage } from '@pleniere/shared/ui';

/** For whoever is not logged in: what this is, the demo accounts, the fiches in force. */
@Component({
  selector: 'pl-bienvenue-page',
  imports: [PlErreur, PlIcone, PlPage, PublicFiches, RouterLink],
  templateUrl: './bienvenue-page.html',
  styleUrl: './bienvenue-page.scss',
})
export class BienvenuePage {
  private readonly store = inject(SessionStore);
  private readonly router = inject(Router);

  protected readonly comptes = httpResource<CompteDemo[]>(() => ADRESSE_COMPTES_DEMO);
  protected readonly libellesRoles = LIBELLES_ROLES;
  protected readonly refus = signal<unknown>(null);

  protected async entrer({ email, motDePasse }: CompteDemo): Promise<void> {
    this.refus.set(null);
    try {
      await this.store.ouvrir({ email, motDePasse });
      await this.router.navigateByUrl('/', { onSameUrlNavigation: 'reload' });
    } catch (erreur) {
      this.refus.set(erreur);
    }
  }
}
