import { Component, inject, output, signal } from '@angular/core';
import { form, FormField, maxLength, required, submit, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MOT_DE_PASSE_MAX, REGLE_MOT_DE_PASSE, verifierMotDePasse } from '@pleniere/acces/domain';
import { PlErreur } from '@pleniere/shared/ui';
import { AccesClient } from '../acces-client';

/** One's password, changed from the present one. */
@Component({
  selector: 'pl-changer-mot-de-passe',
  imports: [FormField, MatButton, MatError, MatFormField, MatHint, MatInput, MatLabel, PlErreur],
  template: `
    <form novalidate (submit)="changer(); $event.preventDefault()">
      @if (refus(); as erreur) {
        <pl-erreur [erreur]="erreur" [action]="null" />
      }
      @for (champ of champs; track champ.cle) {
        @let noeud = saisie[champ.cle]();
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ champ.libelle }}</mat-label>
          <input matInput type="password" [autocomplete]="champ.nature" [formField]="saisie[champ.cle]" />
          @if (champ.cle === 'nouveau') {
            <mat-hint>{{ regle }}</mat-hint>
          }
          @for (erreur of noeud.errors(); track erreur.kind) {
            <mat-error>{{ erreur.message }}</mat-error>
          }
        </mat-form-field>
      }
      <div class="pl-rangee">
        <button matButton="filled" type="submit" [disabled]="saisie().submitting()">Changer le mot de passe</button>
        <button matButton type="button" (click)="fini.emit(false)">Renoncer</button>
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
export class ChangerMotDePasse {
  private readonly client = inject(AccesClient);

  /** True once changed, false when given up. */
  readonly fini = output<boolean>();

  protected readonly regle = REGLE_MOT_DE_PASSE;
  protected readonly champs = [
    { cle: 'ancien', libelle: 'Mot de passe actuel', nature: 'current-password' },
    { cle: 'nouveau', libelle: 'Nouveau mot de passe', nature: 'new-password' },
    { cle: 'repetition', libelle: 'Le même, une seconde fois', nature: 'new-password' },
  ] as const;
  protected readonly refus = signal<unknown>(null);
  protected readonly saisie = form(signal({ ancien: '', nouveau: '', repetition: '' }), (champs) => {
    required(champs.ancien, { message: 'Indiquez votre mot de passe actuel.' });
    required(champs.nouveau, { message: 'Choisissez un mot de passe.' });
    maxLength(champs.nouveau, MOT_DE_PASSE_MAX);
    validate(champs.nouveau, ({ value }) => {
      const refus = value() === '' ? null : verifierMotDePasse(value());
      return refus === null ? null : { kind: 'regle', message: refus };
    });
    validate(champs.repetition, ({ value, valueOf }) =>
      value() === valueOf(champs.nouveau)
        ? null
        : { kind: 'repetition', message: 'Les deux saisies sont différentes.' },
    );
  });

  protected async changer(): Promise<void> {
    this.refus.set(null);
    await submit(this.saisie, async (saisie) => {
      const { ancien, nouveau } = saisie().value();
      try {
        await this.client.changerMotDePasse(ancien, nouveau);
        this.fini.emit(true);
      } catch (erreur) {
        this.refus.set(erreur);
      }
      return null;
    });
  }
}
