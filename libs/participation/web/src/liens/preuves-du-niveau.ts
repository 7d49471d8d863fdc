import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { estProuve, LIBELLES_ETAPES_LIEN, LIBELLES_SOURCES, type PreuveDeNiveau } from '@pleniere/participation/domain';
import { DateFr } from '@pleniere/shared/ui';
import { adresseDeLaSource } from './adresse-source';

/** What shows how far residents weigh in an action: what they said, and when; or that nothing shows it yet. */
@Component({
  selector: 'pl-preuves-du-niveau',
  imports: [DateFr, RouterLink],
  template: `
    @if (!prouve()) {
      <p class="pl-discret">Rien ne le montre encore&nbsp;: reliez-y une séance, une question ou une proposition.</p>
    }
    <ul>
      @for (preuve of preuves(); track preuve.id) {
        <li>
          <a [routerLink]="adresse(preuve.source)"
            >{{ sortes[preuve.source.sorte] }}&nbsp;: {{ preuve.source.libelle }}</a
          >, {{ preuve.source.date | dateFr }}, {{ etape(preuve) }}
          @if (preuve.reserve; as reserve) {
            <span class="pl-discret">Ne compte pas encore&nbsp;: {{ reserve }}</span>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
      font-size: 0.9375rem;
    }
    p,
    ul {
      margin: 0;
    }
    ul {
      padding-inline-start: var(--pl-e3);
    }
    ul:empty {
      display: none;
    }
    li {
      overflow-wrap: anywhere;
    }
  `,
})
export class PreuvesDuNiveau {
  readonly preuves = input.required<readonly PreuveDeNiveau[]>();

  protected readonly sortes = LIBELLES_SOURCES;
  protected readonly adresse = adresseDeLaSource;
  protected readonly prouve = computed(() => estProuve({ preuves: [...this.preuves()] }));

  protected etape({ etape }: PreuveDeNiveau): string {
    return LIBELLES_ETAPES_LIEN[etape].replace(/^À/, 'à');
  }
}
