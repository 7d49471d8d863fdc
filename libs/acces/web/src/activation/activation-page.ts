import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, maxLength, required, submit, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import { MOT_DE_PASSE_MAX, REGLE_MOT_DE_PASSE, verifierMotDePasse } from '@pleniere/acces/domain';
import { PlErreur, PlIcone, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { firstValueFrom } from 'rxjs';
import { AccesClient, type Invitation } from '../acces-client';
import { SessionStore } from '../session/session-store';

/** First visit: the person whom the team has invited chooses a password. */
@Component({
  selector: 'pl-activation-page',
  imports: [
    FormField,
    MatButton,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    PlErreur,
    PlIcone,
    PlPage,
    PlSquelette,
  ],
  templateUrl: './activation-page.html',
  styleUrl: '../connexion/connexion-page.scss',
})
export class ActivationPage {
  private readonly client = inject(AccesClient);
  private readonly store = inject(SessionStore);
  private readonly router = inject(Router);

  readonly jeton = input.required<string>();

  protected readonly invitation = httpResource<Invitation>(
    () => `/api/v1/activation/${encodeURIComponent(this.jeton())}`,
  );
  protected readonly refus = signal<unknown>(null);
  protected readonly saisie = form(signal({ motDePasse: '', repetition: '' }), (champs) => {
    required(champs.motDePasse, { message: 'Choisissez un mot de passe.' });
    maxLength(champs.motDePasse, MOT_DE_PASSE_MAX);
    validate(champs.motDePasse, ({ value }) => {
      const refus = value() === '' ? null : verifierMotDePasse(value());
      return refus === null ? null : { kind: 'regle', message: refus };
    });
    validate(champs.repetition, ({ value, valueOf }) =>
      value() === valueOf(champs.motDePasse)
        ? null
        : { kind: 'repetition', message: 'Les deux saisies sont différentes.' },
    );
  });
  protected readonly enMots = REGLE_MOT_DE_PASSE;
  /** The rule, said while typing rather than after. */
  protected readonly regle = computed(() => {
    const motDePasse = this.saisie.motDePasse().value();
    return motDePasse === '' ? null : (verifierMotDePasse(motDePasse) ?? 'accepte');
  });

  protected async activer(email: string): Promise<void> {
    this.refus.set(null);
    await submit(this.saisie, async (saisie) => {
      const { motDePasse } = saisie().value();
      try {
        await firstValueFrom(this.client.activer(this.jeton(), motDePasse));
        const ouverte = await this.store.ouvrir({ email, motDePasse });
        await this.router.navigateByUrl(ouverte ? '/' : '/connexion/second-facteur');
      } catch (erreur) {
        this.refus.set(erreur);
      }
      return null;
    });
  }
}
