import { Component, input, output, signal } from '@angular/core';
import { form, FormField, required, submit } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { Preuve } from '@pleniere/acces/domain';
import { PlErreur } from '@pleniere/shared/ui';

/** Asks for the password again before something grave, and for the second factor where it counts; then does it. A refusal is shown here. */
@Component({
  selector: 'pl-mot-de-passe-actuel',
  imports: [FormField, MatButton, MatError, MatFormField, MatInput, MatLabel, PlErreur],
  template: `
    <form novalidate (submit)="continuer(); $event.preventDefault()">
      @if (refus(); as erreur) {
        <pl-erreur [erreur]="erreur" [action]="null" />
      }
      @if (motDePasse()) {
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>Votre mot de passe</mat-label>
          <input matInput type="password" autocomplete="current-password" [formField]="saisie.motDePasse" />
          @for (erreur of saisie.motDePasse().errors(); track erreur.kind) {
            <mat-error>{{ erreur.message }}</mat-error>
          }
        </mat-form-field>
      }
      @if (code()) {
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>Code de votre application, ou code de secours</mat-label>
          <input matInput autocomplete="one-time-code" [formField]="saisie.code" />
          @for (erreur of saisie.code().errors(); track erreur.kind) {
            <mat-error>{{ erreur.message }}</mat-error>
          }
        </mat-form-field>
      }
      <div class="pl-rangee">
        <button matButton="filled" type="submit" [disabled]="saisie().submitting()">{{ action() }}</button>
        <button matButton type="button" (click)="renonce.emit()">Renoncer</button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--pl-e2);
      max-width: 26rem;
    }
  `,
})
export class MotDePasseActuel {
  /** Words of the button. */
  readonly action = input.required<string>();
  /** What is done with what was typed. */
  readonly geste = input.required<(preuve: Preuve) => Promise<void>>();
  /** False when the account opens by the identity provider alone. */
  readonly motDePasse = input(true);
  /** True when the second factor is asked too. */
  readonly code = input(false);
  readonly renonce = output();

  protected readonly refus = signal<unknown>(null);
  protected readonly saisie = form(signal({ motDePasse: '', code: '' }), (champs) => {
    required(champs.motDePasse, { message: 'Indiquez votre mot de passe.', when: () => this.motDePasse() });
    required(champs.code, { message: 'Recopiez le code de votre application.', when: () => this.code() });
  });

  protected async continuer(): Promise<void> {
    this.refus.set(null);
    await submit(this.saisie, async (saisie) => {
      try {
        const { motDePasse, code } = saisie().value();
        await this.geste()({ motDePasse, ...(this.code() && { code }) });
      } catch (erreur) {
        this.refus.set(erreur);
      }
      return null;
    });
  }
}
