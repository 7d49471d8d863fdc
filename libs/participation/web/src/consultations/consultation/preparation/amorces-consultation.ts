import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type Consultation, PARAMETRES_CONSULTATION, refusTexteProposition } from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlErreur } from '@pleniere/shared/ui';
import { ConsultationsClient } from '../../client/consultations-client';
import { ModerationClient } from '../../client/moderation-client';

/** Propositions that the team starts with: residents see what is expected, and nobody votes on an empty page. */
@Component({
  selector: 'pl-amorces-consultation',
  imports: [PlErreur],
  template: `
    <h2 id="amorces">Propositions de départ</h2>
    <p class="pl-discret">
      {{ combien() }} Une proposition par ligne, de 12 à 140 caractères, qui commence par «&#8239;Il faut&#8239;».
    </p>
    @if (deja().length > 0) {
      <ol>
        @for (amorce of deja(); track amorce.id) {
          <li>{{ amorce.texte }}</li>
        }
      </ol>
    }
    @if (ouverte()) {
      <label>
        Ajouter des propositions, une par ligne
        <textarea #zone rows="5" [value]="texte()" (input)="texte.set(zone.value)"></textarea>
      </label>
      @if (refus(); as phrases) {
        <ul class="refus" role="status">
          @for (phrase of phrases; track phrase) {
            <li>{{ phrase }}</li>
          }
        </ul>
      }
      @if (erreur(); as erreur) {
        <pl-erreur [erreur]="erreur" [action]="null" />
      }
      <button
        class="pl-bouton"
        type="button"
        [disabled]="lignes().length === 0 || refus() !== null"
        (click)="ajouter()"
      >
        {{ lignes().length > 1 ? 'Ajouter ces ' + lignes().length + ' propositions' : 'Ajouter cette proposition' }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e1);
      justify-items: start;
    }

    label {
      display: grid;
      gap: 0.25rem;
      width: 100%;
      font-weight: 600;
    }

    textarea {
      width: 100%;
    }

    .refus {
      padding-left: 1.25rem;
      color: var(--pl-alerte);
    }
  `,
})
export class AmorcesConsultation {
  private readonly client = inject(ConsultationsClient);

  readonly consultation = input.required<Consultation>();
  readonly changee = output<Consultation>();

  private readonly id = computed(() => this.consultation().id);
  private readonly propositions = inject(ModerationClient).propositions(this.id, () => 'acceptee');
  protected readonly texte = signal('');
  protected readonly erreur = signal<unknown>(null);

  protected readonly ouverte = computed(() => ['brouillon', 'programmee'].includes(this.consultation().statut));
  protected readonly deja = computed(() =>
    this.propositions.hasValue() ? this.propositions.value().filter(({ canal }) => canal === 'amorce') : [],
  );
  protected readonly combien = computed(() => {
    const { amorces } = PARAMETRES_CONSULTATION;
    return `${accorder(this.consultation().amorces, 'proposition')} sur ${amorces} au moins, ou dites plus bas pourquoi il n’y en a pas.`;
  });
  protected readonly lignes = computed(() =>
    this.texte()
      .split('\n')
      .map((ligne) => ligne.trim())
      .filter((ligne) => ligne !== ''),
  );
  protected readonly refus = computed(() => {
    const refus = this.lignes().flatMap((ligne, rang) => {
      const dit = refusTexteProposition(ligne);
      return dit === null ? [] : [`Ligne ${rang + 1}\u00A0: ${dit}`];
    });
    return refus.length > 0 ? refus : null;
  });

  protected async ajouter(): Promise<void> {
    this.erreur.set(null);
    try {
      this.changee.emit(await this.client.amorcer(this.consultation().id, this.lignes()));
      this.texte.set('');
      this.propositions.reload();
    } catch (erreur) {
      this.erreur.set(erreur);
    }
  }
}
