import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required, submit } from '@angular/forms/signals';
import {
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { Router } from '@angular/router';
import { libelleEnjeu } from '@pleniere/contrat/domain';
import { LIMITES_FICHE } from '@pleniere/fiches/domain';
import { PlErreur } from '@pleniere/shared/ui';
import { firstValueFrom } from 'rxjs';
import { PlSaisie } from '../champs/saisie/saisie';
import { FichesClient } from '../fiches-client';

/** Dialog of the team: an enjeu and a title make a fiche, the next code of the enjeu is taken. */
@Component({
  selector: 'pl-nouvelle-fiche',
  imports: [FormField, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, PlErreur, PlSaisie],
  template: `
    <h2 matDialogTitle>Nouvelle fiche</h2>
    <form novalidate (submit)="creer(); $event.preventDefault()">
      <mat-dialog-content>
        @if (erreur(); as refus) {
          <pl-erreur [erreur]="refus" [action]="null" />
        }
        <pl-saisie libelle="Enjeu" [erreur]="montrer('enjeuId')">
          <select class="pl-controle" [formField]="saisie.enjeuId">
            <option value="">Choisir un enjeu</option>
            @for (enjeu of enjeux(); track enjeu.id) {
              <option [value]="enjeu.id">{{ enjeu.nom }}</option>
            }
          </select>
        </pl-saisie>
        <pl-saisie
          libelle="Intitulé du projet"
          [texte]="saisie.titre().value()"
          [max]="max"
          [erreur]="montrer('titre')"
        >
          <textarea class="pl-controle" rows="3" [formField]="saisie.titre"></textarea>
        </pl-saisie>
        <p class="pl-discret">Le prochain numéro libre de l’enjeu lui sera donné. Il ne changera plus.</p>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button class="pl-bouton discret" type="button" matDialogClose>Renoncer</button>
        <button class="pl-bouton plein" type="submit" [disabled]="saisie().submitting()">Créer la fiche</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    mat-dialog-content {
      display: grid;
      gap: var(--pl-e2);
    }

    mat-dialog-actions {
      padding: var(--pl-e2) var(--pl-e3);
      gap: var(--pl-e1);
    }
  `,
})
export class NouvelleFiche {
  private readonly client = inject(FichesClient);
  private readonly router = inject(Router);
  private readonly dialogue = inject<MatDialogRef<NouvelleFiche>>(MatDialogRef);
  private readonly connus = this.client.enjeux();

  protected readonly max = LIMITES_FICHE.titre;
  protected readonly erreur = signal<unknown>(null);
  protected readonly enjeux = computed(() =>
    (this.connus.hasValue() ? this.connus.value() : []).map((enjeu) => ({
      id: enjeu.id,
      nom: `${libelleEnjeu(enjeu)}\u00A0: ${enjeu.intitule}`,
    })),
  );
  protected readonly saisie = form(signal({ enjeuId: '', titre: '' }), (champs) => {
    required(champs.enjeuId, { message: 'Choisissez l’enjeu auquel la fiche répond.' });
    required(champs.titre, { message: 'Donnez un intitulé au projet.' });
    maxLength(champs.titre, LIMITES_FICHE.titre, {
      message: `Un intitulé tient en ${LIMITES_FICHE.titre} caractères.`,
    });
  });

  protected montrer(champ: 'enjeuId' | 'titre'): string | null {
    const etat = this.saisie[champ]();
    return etat.touched() ? (etat.errors()[0]?.message ?? null) : null;
  }

  protected async creer(): Promise<void> {
    this.erreur.set(null);
    await submit(this.saisie, async (saisie) => {
      try {
        const creee = await firstValueFrom(this.client.creer({ ...saisie().value(), rang: null }));
        this.dialogue.close();
        await this.router.navigate(['/fiches', creee.code]);
      } catch (erreur) {
        this.erreur.set(erreur);
      }
      return null;
    });
  }
}
