import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { form, FormField, maxLength, required, submit } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { RouterLink } from '@angular/router';
import { type DemandeAccesSaisie, type IdentiteVue, LIMITES_DEMANDE_ACCES } from '@pleniere/acces/domain';
import { PlErreur, PlEtatVide, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { AccesClient } from '../acces-client';

/** Somebody whose identity is sure, and whom nobody here has let in, asks the team. */
@Component({
  selector: 'pl-demande-page',
  imports: [
    FormField,
    MatButton,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    PlErreur,
    PlEtatVide,
    PlPage,
    PlSquelette,
    RouterLink,
  ],
  templateUrl: './demande-page.html',
  styleUrl: './connexion-page.scss',
})
export class DemandePage {
  private readonly client = inject(AccesClient);

  protected readonly identite = httpResource<IdentiteVue>(() => '/api/v1/oidc/identite');
  protected readonly contrats = computed(() => (this.identite.hasValue() ? this.identite.value().contrats : []));
  protected readonly envoyee = signal(false);
  protected readonly refus = signal<unknown>(null);

  private readonly valeur = linkedSignal<DemandeAccesSaisie>(() => ({
    contratId: this.contrats()[0]?.id ?? '',
    organisation: '',
    message: '',
  }));
  protected readonly saisie = form(this.valeur, (champs) => {
    required(champs.contratId, { message: 'Choisissez un contrat de ville.' });
    required(champs.organisation, { message: 'Indiquez votre organisation.' });
    maxLength(champs.organisation, LIMITES_DEMANDE_ACCES.organisation);
    maxLength(champs.message, LIMITES_DEMANDE_ACCES.message, { message: '1\u202F000 caractères au plus.' });
  });

  protected async demander(): Promise<void> {
    this.refus.set(null);
    await submit(this.saisie, async (saisie) => {
      try {
        await this.client.demanderAcces(saisie().value());
        this.envoyee.set(true);
      } catch (erreur) {
        this.refus.set(erreur);
      }
      return null;
    });
  }
}
