import { Component, inject, type Injector } from '@angular/core';
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
import type { DemandeConfirmation } from './demande-confirmation';

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

/** Opens the question and waits for the answer. */
export async function ouvrirConfirmation(injector: Injector, demande: DemandeConfirmation): Promise<boolean> {
  const ouvert = injector
    .get(MatDialog)
    .open<DialogueConfirmation, DemandeConfirmation, boolean>(DialogueConfirmation, {
      data: demande,
      role: 'alertdialog',
      maxWidth: 'min(32rem, calc(100vw - 2rem))',
    });
  return (await firstValueFrom(ouvert.afterClosed())) ?? false;
}
