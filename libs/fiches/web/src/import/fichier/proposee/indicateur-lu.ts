import { Component, computed, input, model } from '@angular/core';
import {
  type IndicateurPropose,
  type MesureProposee,
  type ModeIndicateur,
  MODES_INDICATEUR,
} from '@pleniere/fiches/domain';
import { LIBELLES_NATURES } from '@pleniere/indicateurs/domain';
import { accorder, INSECABLE } from '@pleniere/shared/domain';

/** « Nombre, en habitants »: how something is measured. */
function enMots({ nature, unite }: MesureProposee): string {
  const libelle = LIBELLES_NATURES[nature];
  return unite === '' ? libelle : `${libelle}, en${INSECABLE}${unite}`;
}

/** A line of the sheet as the indicator that it becomes, or the two or more that it says at once. */
@Component({
  selector: 'pl-indicateur-propose',
  template: `
    <p>
      {{ indicateur().libelle }} <span class="pl-discret">({{ mesure() }})</span>
    </p>
    @if (parties().length > 0) {
      <p class="pl-discret">Cette ligne mesure plusieurs choses{{ deuxPoints }}</p>
      <ul class="pl-discret">
        @for (partie of parties(); track $index) {
          <li>{{ partie.libelle }} ({{ partie.mots }})</li>
        }
      </ul>
    }
    <select
      #choix
      class="pl-controle"
      [attr.aria-label]="'Que faire de la ligne ' + indicateur().libelle"
      [disabled]="!ouvert()"
      (change)="choisir(choix.value)"
    >
      @for (option of options(); track option.mode) {
        <option [value]="option.mode" [selected]="option.mode === mode()">{{ option.libelle }}</option>
      }
    </select>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.25rem;
    }

    :host + :host {
      margin-top: 0.5rem;
    }

    ul {
      padding-left: 1.25rem;
    }

    select {
      max-width: 28rem;
    }
  `,
})
export class IndicateurLu {
  readonly indicateur = input.required<IndicateurPropose>();
  readonly ouvert = input(true);
  readonly mode = model.required<ModeIndicateur>();

  protected readonly deuxPoints = `${INSECABLE}:`;
  protected readonly mesure = computed(() => enMots(this.indicateur()));
  protected readonly parties = computed(() =>
    this.indicateur().parties.map((partie) => ({ libelle: partie.libelle, mots: enMots(partie) })),
  );
  protected readonly options = computed(() => {
    const nombre = this.parties().length;
    const libelles: Readonly<Record<ModeIndicateur, string>> = {
      'tel-quel': 'Un indicateur, mot pour mot',
      parties: `${accorder(nombre, 'indicateur')} à mesurer séparément`,
      ignorer: 'Pas d’indicateur',
    };
    return MODES_INDICATEUR.filter((mode) => mode !== 'parties' || nombre > 0).map((mode) => ({
      mode,
      libelle: libelles[mode],
    }));
  });

  protected choisir(nom: string): void {
    const mode = MODES_INDICATEUR.find((connu) => connu === nom);
    if (mode) this.mode.set(mode);
  }
}
