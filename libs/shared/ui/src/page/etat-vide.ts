import { Component, input } from '@angular/core';
import { PlIcone } from '../icone/icone';
import type { NomIcone } from '../icone/icones.gen';

/** Nothing to show, and what to do about it. The action, if any, is the content. */
@Component({
  selector: 'pl-etat-vide',
  imports: [PlIcone],
  template: `
    <pl-icone [nom]="icone()" [taille]="32" />
    <p class="titre">{{ titre() }}</p>
    @if (texte(); as phrase) {
      <p class="texte">{{ phrase }}</p>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      gap: var(--pl-e1);
      padding: var(--pl-e6) var(--pl-e2);
      text-align: center;
      color: var(--pl-encre-douce);
    }

    .titre {
      color: var(--pl-encre);
      font-size: 1.0625rem;
      font-weight: 600;
    }

    .texte {
      max-width: 48ch;
      margin-bottom: var(--pl-e1);
      text-wrap: pretty;
    }
  `,
})
export class PlEtatVide {
  readonly titre = input.required<string>();
  readonly texte = input<string>();
  readonly icone = input<NomIcone>('info');
}
