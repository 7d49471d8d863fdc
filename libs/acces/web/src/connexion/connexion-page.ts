import { Component, inject, input, signal } from '@angular/core';
import { email, form, FormField, required, submit } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import { PlErreur, PlPage } from '@pleniere/shared/ui';
import { SessionStore } from '../session/session-store';

/** Only an address of this site: a link made by somebody else must not lead elsewhere after the login. */
function adresseInterne(retour: string | undefined): string {
  return retour && /^\/(?![/\\])/.test(retour) ? retour : '/';
}

/** Login. */
@Component({
  selector: 'pl-connexion-page',
  imports: [FormField, MatButton, MatError, MatFormField, MatInput, MatLabel, PlErreur, PlPage],
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

  protected readonly refus = signal<unknown>(null);
  protected readonly saisie = form(signal({ email: '', motDePasse: '' }), (champs) => {
    required(champs.email, { message: 'Indiquez votre adresse électronique.' });
    email(champs.email, { message: 'Cette adresse n’est pas complète, par exemple prenom.nom@ville.fr.' });
    required(champs.motDePasse, { message: 'Indiquez votre mot de passe.' });
  });

  protected async seConnecter(): Promise<void> {
    this.refus.set(null);
    await submit(this.saisie, async (saisie) => {
      try {
        await this.store.ouvrir(saisie().value());
        await this.router.navigateByUrl(adresseInterne(this.retour()));
      } catch (erreur) {
        this.refus.set(erreur);
      }
      return null;
    });
  }
}
