import { Component, computed, input } from '@angular/core';
import { formaterHeure } from '@pleniere/shared/domain';
import { PlIcone } from '../icone/icone';
import type { NomIcone } from '../icone/icones.gen';

/** Where what I am typing stands. `conflit`: somebody else changed it meanwhile; `refuse`: the API said no. */
export type Enregistrement = 'inactif' | 'en-cours' | 'enregistre' | 'hors-ligne' | 'conflit' | 'refuse';

const ICONES_ETAT: Readonly<Record<Exclude<Enregistrement, 'inactif'>, NomIcone>> = {
  'en-cours': 'en-cours',
  enregistre: 'enregistre',
  'hors-ligne': 'hors-ligne',
  conflit: 'alerte',
  refuse: 'erreur',
};

/** « Enregistré à 14 h 32 », « Enregistrement… », « Hors ligne, rien n’est perdu »: announced politely. */
@Component({
  selector: 'pl-etat-enregistrement',
  imports: [PlIcone],
  host: { role: 'status', '[class]': 'etat()' },
  template: `
    @if (icone(); as nom) {
      <pl-icone [nom]="nom" [taille]="18" />
      <span>{{ mots() }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      min-height: 1.5rem;
      color: var(--pl-encre-douce);
      font-size: 0.875rem;
    }

    :host(.hors-ligne),
    :host(.conflit) {
      color: var(--pl-attention);
    }

    :host(.refuse) {
      color: var(--pl-alerte);
    }
  `,
})
export class PlEtatEnregistrement {
  readonly etat = input.required<Enregistrement>();
  /** Moment of the last save, ISO. */
  readonly le = input<string | null>(null);
  /** Reason of a refusal, in the API's own words. */
  readonly motif = input<string | null>(null);

  protected readonly icone = computed(() => {
    const etat = this.etat();
    return etat === 'inactif' ? null : ICONES_ETAT[etat];
  });

  protected readonly mots = computed(() => {
    const le = this.le();
    switch (this.etat()) {
      case 'inactif':
        return '';
      case 'en-cours':
        return 'Enregistrement…';
      case 'enregistre':
        return le ? `Enregistré à ${formaterHeure(le)}` : 'Enregistré';
      case 'hors-ligne':
        return 'Hors ligne, rien n’est perdu';
      case 'conflit':
        return 'Modifié par une autre personne\u00A0: à vous de choisir';
      case 'refuse':
        return this.motif() ?? 'Non enregistré';
    }
  });
}
