import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, required, submit } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { EtatSecondFacteur, Preuve, SecondFacteurPropose } from '@pleniere/acces/domain';
import { accorder } from '@pleniere/shared/domain';
import { Annonce, DateFr, PlErreur, PlIcone, PlPuceStatut } from '@pleniere/shared/ui';
import { AccesClient } from '../acces-client';
import { CodesSecours } from './codes-secours';
import { MotDePasseActuel } from './mot-de-passe-actuel';

/** What the person is about to do, for which the password is asked. */
type Geste = 'installer' | 'renouveler' | 'retirer';

const PEU_DE_CODES = 2;
const ACTIONS: Readonly<Record<Geste, string>> = {
  installer: 'Continuer',
  renouveler: 'Donner de nouveaux codes',
  retirer: 'Retirer le second facteur',
};

/** One's second factor: set up, its recovery codes, removed. */
@Component({
  selector: 'pl-second-facteur',
  imports: [
    CodesSecours,
    DateFr,
    FormField,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    MotDePasseActuel,
    PlErreur,
    PlIcone,
    PlPuceStatut,
  ],
  templateUrl: './second-facteur.html',
  styleUrl: './second-facteur.scss',
})
export class SecondFacteur {
  private readonly client = inject(AccesClient);
  private readonly annonce = inject(Annonce);

  readonly etat = input.required<EtatSecondFacteur>();
  /** False when the account opens by the identity provider alone. */
  readonly motDePasse = input.required<boolean>();
  readonly modifie = output();

  protected readonly actions = ACTIONS;
  protected readonly geste = signal<Geste | null>(null);
  protected readonly propose = signal<SecondFacteurPropose | null>(null);
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly refus = signal<unknown>(null);
  protected readonly codesRestants = computed(() =>
    accorder(this.etat().codesRestants, 'code de secours restant', 'codes de secours restants'),
  );
  protected readonly peuDeCodes = computed(() => this.etat().codesRestants <= PEU_DE_CODES);
  /** The secret in groups of four, to be typed. */
  protected readonly secret = computed(() => this.propose()?.secret.replace(/(.{4})(?=.)/g, '$1 ') ?? '');
  protected readonly saisie = form(signal({ code: '' }), (champs) => {
    required(champs.code, { message: 'Recopiez le code à six chiffres de votre application.' });
  });

  protected readonly faire = async (preuve: Preuve): Promise<void> => {
    const geste = this.geste();
    if (geste === 'installer') this.propose.set(await this.client.proposerSecondFacteur(preuve));
    if (geste === 'renouveler') this.codes.set(await this.client.renouvelerCodes(preuve));
    if (geste === 'retirer') {
      await this.client.retirerSecondFacteur(preuve);
      this.modifie.emit();
      void this.annonce.dire('Second facteur retiré.');
    }
    this.geste.set(null);
  };

  protected async activer(): Promise<void> {
    this.refus.set(null);
    await submit(this.saisie, async (saisie) => {
      try {
        this.codes.set(await this.client.activerSecondFacteur(saisie().value().code));
        this.propose.set(null);
        saisie().reset({ code: '' });
      } catch (erreur) {
        this.refus.set(erreur);
      }
      return null;
    });
  }

  protected renoncer(): void {
    this.propose.set(null);
    this.refus.set(null);
  }

  protected codesRanges(): void {
    this.codes.set(null);
    this.modifie.emit();
  }
}
