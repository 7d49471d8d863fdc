import { Component, inject, input, signal } from '@angular/core';
import { form, FormField, required, submit } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { PlErreur, PlPage } from '@pleniere/shared/ui';
import { adresseInterne } from '../session/adresse-interne';
import { SessionStore } from '../session/session-store';

/** Second step of a login: the code of the telephone, or a recovery code. */
@Component({
  selector: 'pl-second-facteur-page',
  imports: [FormField, MatButton, MatError, MatFormField, MatHint, MatInput, MatLabel, PlErreur, PlPage, RouterLink],
  template: `
    <pl-page titre="Second facteur" largeur="etroite">
      @if (refus(); as erreur) {
        <pl-erreur [erreur]="erreur" [action]="null" />
      }
      <form class="pl-papier" novalidate (submit)="confirmer(); $event.preventDefault()">
        <p>Votre mot de passe est juste. Ouvrez votre application d’authentification et recopiez le code affiché.</p>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>Code</mat-label>
          <input matInput autocomplete="one-time-code" spellcheck="false" [formField]="saisie.code" />
          <mat-hint>Six chiffres, ou l’un de vos codes de secours.</mat-hint>
          @for (erreur of saisie.code().errors(); track erreur.kind) {
            <mat-error>{{ erreur.message }}</mat-error>
          }
        </mat-form-field>
        <button matButton="filled" type="submit" [disabled]="saisie().submitting()">Entrer</button>
        <p class="pl-discret">
          Téléphone perdu et plus de code de secours&#8239;? L’équipe du contrat de ville peut retirer votre second
          facteur. <a routerLink="/connexion" queryParamsHandling="preserve">Revenir au mot de passe</a>
        </p>
      </form>
    </pl-page>
  `,
  styleUrl: './connexion-page.scss',
})
export class SecondFacteurPage {
  private readonly store = inject(SessionStore);
  private readonly router = inject(Router);

  /** Address to come back to. */
  readonly retour = input<string>();

  protected readonly refus = signal<unknown>(null);
  protected readonly saisie = form(signal({ code: '' }), (champs) => {
    required(champs.code, { message: 'Recopiez le code de votre application, ou un code de secours.' });
  });

  protected async confirmer(): Promise<void> {
    this.refus.set(null);
    await submit(this.saisie, async (saisie) => {
      try {
        await this.store.confirmer(saisie().value().code);
        await this.router.navigateByUrl(adresseInterne(this.retour()));
      } catch (erreur) {
        this.refus.set(erreur);
      }
      return null;
    });
  }
}
