import { Component, inject, Injectable } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

/** What is about to be done for good: a question, its consequence, and a button that says what it does. */
export interface DemandeConfirmation {
  titre: string;
  texte: string;
  action: string;
}

/** The question itself. */
@Component({
  selector: 'pl-dialogue-confirmation',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 matDialogTitle>{{ demande.titre }}</h2>
    <mat-dialog-content>{{ demande.texte }}</mat-dialog-content>
    <mat-dialog-actions>
      <button matButton type="button" [matDialogClose]="false" cdkFocusInitial>Annuler</button>
      <button matButton="filled" type="button" class="definitif" [matDialogClose]="true">
        {{ demande.action }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    .definitif {
      --mat-button-filled-container-color: var(--pl-alerte);
      --mat-button-filled-label-text-color: var(--pl-papier);
    }
  `,
})
export class DialogueConfirmation {
  protected readonly demande = inject<DemandeConfirmation>(MAT_DIALOG_DATA);
}

/** Asks before what cannot be undone, and only then: everything else is done at once and offers « Annuler ». */
@Injectable({ providedIn: 'root' })
export class Confirmation {
  private readonly dialog = inject(MatDialog);

  /** True when the person confirms. */
  async demander(demande: DemandeConfirmation): Promise<boolean> {
    const ouvert = this.dialog.open<DialogueConfirmation, DemandeConfirmation, boolean>(DialogueConfirmation, {
      data: demande,
      role: 'alertdialog',
      maxWidth: '32rem',
    });
    return (await firstValueFrom(ouvert.afterClosed(), { defaultValue: false })) ?? false;
  }
}
