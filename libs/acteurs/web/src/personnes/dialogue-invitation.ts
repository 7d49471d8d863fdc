import { DOCUMENT } from '@angular/common';
import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { InvitationEnvoyee, Personne } from '@pleniere/acteurs/domain';
import { DateFr, PlIcone } from '@pleniere/shared/ui';

/** The activation link of a person, sent to them; it is shown this once, to be copied. */
@Component({
  selector: 'pl-dialogue-invitation',
  imports: [
    DateFr,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatFormField,
    MatInput,
    MatLabel,
    PlIcone,
  ],
  template: `
    <h2 matDialogTitle>Lien d’activation de {{ donnees.personne.nom }}</h2>
    <mat-dialog-content>
      @if (donnees.lien.envoyee) {
        <p>
          Un courriel part à <strong>{{ donnees.personne.email }}</strong>. Vous pouvez aussi remettre le lien
          vous-même&nbsp;: il sert une seule fois, jusqu’au {{ donnees.lien.expire | dateFr: 'heure' }}, et ne sera plus
          affiché ici.
        </p>
      } @else {
        <p>
          Aucun serveur d’envoi n’est réglé&nbsp;: le courriel est gardé dans la page «&#8239;Courriels&#8239;».
          Remettez ce lien à <strong>{{ donnees.personne.email }}</strong>&nbsp;: il sert une seule fois, jusqu’au
          {{ donnees.lien.expire | dateFr: 'heure' }}, et ne sera plus affiché ici.
        </p>
      }
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <mat-label>Lien d’activation</mat-label>
        <input #champ matInput readonly [value]="adresse" (focus)="champ.select()" />
      </mat-form-field>
      <p class="dit" role="status">{{ dit() }}</p>
    </mat-dialog-content>
    <mat-dialog-actions>
      <button matButton type="button" matDialogClose>Fermer</button>
      <button matButton="filled" type="button" (click)="copier(champ)">
        <pl-icone matButtonIcon nom="copier" [taille]="18" />Copier le lien
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    mat-dialog-content {
      display: grid;
      gap: var(--pl-e2);
      color: var(--pl-encre);
    }

    .dit {
      min-height: 1.5rem;
      color: var(--pl-succes);
    }
  `,
})
export class DialogueInvitation {
  protected readonly donnees = inject<{ personne: Personne; lien: InvitationEnvoyee }>(MAT_DIALOG_DATA);
  protected readonly adresse = inject(DOCUMENT).location.origin + this.donnees.lien.lien;
  protected readonly dit = signal('');

  protected async copier(champ: HTMLInputElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.adresse);
      this.dit.set('Lien copié.');
    } catch {
      // The clipboard is refused outside a secure page: the person copies the selected text.
      champ.select();
      this.dit.set('Le lien est sélectionné\u00A0: copiez-le avec Ctrl + C.');
    }
  }
}
