import { Component, computed, inject, input } from '@angular/core';
import type { ChampId } from '@pleniere/fiches/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlIcone } from '@pleniere/shared/ui';
import { DialogueStore } from './dialogue-store';

/** Beside the heading of a field: how much is being said of it, and the way there. */
@Component({
  selector: 'pl-bouton-dialogue',
  imports: [PlIcone],
  host: { class: 'pl-ecran' },
  template: `
    @if (store.participe) {
      <button type="button" [class.ouverts]="nombre() > 0" [attr.aria-label]="mots()" (click)="store.montrer(champ())">
        <pl-icone nom="commentaire" [taille]="16" />
        @if (nombre() > 0) {
          {{ nombre() }}
        }
      </button>
    }
  `,
  styles: `
    :host {
      display: inline-block;
      margin-left: 0.375rem;
      vertical-align: middle;
    }

    button {
      display: inline-flex;
      gap: 0.25rem;
      align-items: center;
      justify-content: center;
      min-width: 1.75rem;
      height: 1.75rem;
      padding: 0 0.375rem;
      border: 1px solid transparent;
      border-radius: var(--pl-rayon);
      background: none;
      color: var(--pl-encre-douce);
      font: inherit;
      font-size: 0.8125rem;
      cursor: pointer;
    }

    button:hover,
    .ouverts {
      border-color: var(--pl-filet-fort);
      color: var(--pl-primaire);
    }
  `,
})
export class BoutonDialogue {
  protected readonly store = inject(DialogueStore);

  readonly champ = input.required<ChampId>();
  readonly libelle = input.required<string>();

  protected readonly nombre = computed(() => this.store.ouvertsParChamp().get(this.champ()) ?? 0);
  protected readonly mots = computed(() =>
    this.nombre() === 0
      ? `Ouvrir un échange sur «\u202F${this.libelle()}\u202F»`
      : `${accorder(this.nombre(), 'échange ouvert', 'échanges ouverts')} sur «\u202F${this.libelle()}\u202F»`,
  );
}
