import { Component, ElementRef, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

/** One page among those that belong together. */
export interface Rubrique {
  libelle: string;
  adresse: string;
}

// What is read or filtered in a page does not make it another.
const MEME_PAGE = { paths: 'exact', queryParams: 'ignored', matrixParams: 'ignored', fragment: 'ignored' } as const;

/** Pages that belong together, at the head of each of them. */
@Component({
  selector: 'pl-rubriques',
  imports: [RouterLink, RouterLinkActive],
  host: { class: 'pl-ecran' },
  template: `
    <nav [attr.aria-label]="nom()">
      <ul>
        @for (rubrique of rubriques(); track rubrique.adresse) {
          <li>
            <a
              [routerLink]="rubrique.adresse"
              routerLinkActive="actif"
              ariaCurrentWhenActive="page"
              [routerLinkActiveOptions]="memePage"
              (isActiveChange)="montrer($event)"
              >{{ rubrique.libelle }}</a
            >
          </li>
        }
      </ul>
    </nav>
  `,
  styleUrl: './rubriques.scss',
})
export class PlRubriques {
  readonly nom = input.required<string>();
  readonly rubriques = input.required<readonly Rubrique[]>();
  protected readonly memePage = MEME_PAGE;
  private readonly element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** Where the line slides, the present page is in sight. */
  protected montrer(actif: boolean): void {
    if (!actif) return;
    setTimeout(() => {
      const [ligne, lien] = [this.element.querySelector('nav'), this.element.querySelector<HTMLElement>('.actif')];
      if (ligne && lien) ligne.scrollLeft = lien.offsetLeft - (ligne.clientWidth - lien.offsetWidth) / 2;
    });
  }
}
