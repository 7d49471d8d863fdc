import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Reponse } from '@pleniere/participation/domain';
import { DateFr } from '@pleniere/shared/ui';
import { codeLisible } from '../../liens/code-lisible';

/** An answer as the resident reads it: the text, who signs by their function, where it leads. */
@Component({
  selector: 'pl-corps-reponse',
  imports: [DateFr, RouterLink],
  template: `
    @let lue = reponse();
    <p class="texte">{{ lue.texte || 'La réponse s’affichera ici.' }}</p>
    <p class="pl-discret">
      {{ lue.fonction || 'Fonction de qui répond' }}, {{ lue.organisation }}
      @if (lue.publieeLe) {
        – le {{ lue.publieeLe | dateFr }}
      }
    </p>
    @if (lue.fiche; as fiche) {
      <p>
        En savoir plus&nbsp;:
        <a [routerLink]="['/fiches', fiche.code]">{{ direCode(fiche.code) }} – {{ fiche.titre }}</a>
        @if (lue.action; as action) {
          , action «&#8239;{{ action.titre }}&#8239;»
        }
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e1);
      max-width: var(--pl-mesure);
    }

    .texte {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class CorpsReponse {
  readonly reponse = input.required<Omit<Reponse, 'version'>>();
  protected readonly direCode = codeLisible;
}
