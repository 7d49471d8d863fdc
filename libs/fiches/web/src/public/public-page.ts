import { Component, input } from '@angular/core';
import { PlIcone, PlPage } from '@pleniere/shared/ui';
import { PublicFiches } from './public-fiches';

/** The fiches in force of a contrat for residents, conseils citoyens and mediators. */
@Component({
  selector: 'pl-public-page',
  imports: [PlIcone, PlPage, PublicFiches],
  template: `
    <pl-page
      titre="Ce qui se fait dans les quartiers"
      lede="Chaque fiche dit ce qui est engagé, avec qui, et ce que cela doit changer. Elles valent jusqu’en 2030."
    >
      <button actions class="pl-bouton" type="button" (click)="imprimer()">
        <pl-icone nom="imprimer" [taille]="18" />Imprimer
      </button>
      <pl-public-fiches [contratId]="contratId()" />
    </pl-page>
  `,
})
export class PublicPage {
  readonly contratId = input<string>();

  protected imprimer(): void {
    window.print();
  }
}
