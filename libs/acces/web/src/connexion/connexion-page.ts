import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { email, form, FormField, required, submit } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import { type FournisseurPropose, LIBELLES_REFUS_OIDC, type RefusOidc } from '@pleniere/acces/domain';
import { ErreurApi, PlErreur, PlIcone, PlPage } from '@pleniere/shared/ui';
import { adresseInterne } from '../session/adresse-interne';
import { SessionStore } from '../session/session-store';

/** Login. */
@Component({
  selector: 'pl-connexion-page',
  imports: [FormField, MatButton, MatError, MatFormField, MatInput, MatLabel, PlErreur, PlIcone, PlPage],
  templateUrl: './connexion-page.html',
  styleUrl: './connexion-page.scss',
})
export class ConnexionPage {
  private readonly store = inject(SessionStore);
  private readonly router = inject(Router);

  /** Address to come back to. */
  readonly retour = input<string>();
  /** Present when the session ended while the person was working. */
  readonly expiree = input<string>();
  /** Why the identity provider did not let in. */
  readonly refus = input<string>();

  private readonly fournisseur = httpResource<FournisseurPropose>(() => '/api/v1/oidc');
  /** Words of the button of the identity provider; null without one: the password is enough. */
  protected readonly libelleFournisseur = computed(() =>
    this.fournisseur.hasValue() ? this.fournisseur.value().libelle : null,
  );
  protected readonly versFournisseur = computed(
    () => `/api/v1/oidc/connexion?retour=${encodeURIComponent(adresseInterne(this.retour()))}`,
  );
  private readonly refuse = signal<unknown>(null);
  /** What the last attempt met, by password or by the provider. */
  protected readonly erreur = computed(() => this.refuse() ?? refusDuFournisseur(this.refus()));
  protected readonly saisie = form(signal({ email: '', motDePasse: '' }), (champs) => {
    required(champs.email, { message: 'Indiquez votre adresse électronique.' });
    email(champs.email, { message: 'Cette adresse n’est pas complète, par exemple prenom.nom@ville.fr.' });
    required(champs.motDePasse, { message: 'Indiquez votre mot de passe.' });
  });

  protected async seConnecter(): Promise<void> {
    this.refuse.set(null);
    await submit(this.saisie, async (saisie) => {
      try {
        const retour = adresseInterne(this.retour());
        if (await this.store.ouvrir(saisie().value())) await this.router.navigateByUrl(retour);
        else await this.router.navigate(['/connexion/second-facteur'], { queryParams: { retour } });
      } catch (erreur) {
        this.refuse.set(erreur);
      }
      return null;
    });
  }
}

function refusDuFournisseur(refus: string | undefined): ErreurApi | null {
  const dit = LIBELLES_REFUS_OIDC[refus as RefusOidc] as { titre: string; detail: string } | undefined;
  return dit ? new ErreurApi({ type: 'about:blank', status: 401, title: dit.titre, detail: dit.detail }) : null;
}
