import { Component, input, output } from '@angular/core';
import { PlIcone } from '../icone/icone';
import type { NomIcone } from '../icone/icones.gen';

/** « Modifier » and « Supprimer » at the end of a line; `de` names what the line shows, for whoever hears the buttons alone. */
@Component({
  selector: 'pl-gestes',
  imports: [PlIcone],
  host: { class: 'pl-ecran' },
  template: `
    <button
      class="pl-bouton discret"
      type="button"
      [attr.aria-label]="modification() + ' ' + de()"
      (click)="modifier.emit()"
    >
      <pl-icone nom="modifier" [taille]="18" />{{ modification() }}
    </button>
    <button
      class="pl-bouton discret"
      type="button"
      [attr.aria-label]="suppression() + ' ' + de()"
      (click)="supprimer.emit()"
    >
      <pl-icone [nom]="icone()" [taille]="18" />{{ suppression() }}
    </button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
    }
  `,
})
export class PlGestes {
  readonly de = input.required<string>();
  readonly modification = input('Modifier');
  readonly suppression = input('Supprimer');
  readonly icone = input<NomIcone>('supprimer');

  readonly modifier = output();
  readonly supprimer = output();
}
