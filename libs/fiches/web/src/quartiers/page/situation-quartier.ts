import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { nomQpv } from '@pleniere/contrat/domain';
import { PilotageClient } from '../../pilotage/pilotage-client';
import { anneeCourante } from '../annee-courante';
import { CarteQuartiers } from '../carte/carte-quartiers';

/** Where a quartier lies among the others: on the map, and in a list that leads to the same pages. */
@Component({
  selector: 'pl-situation-quartier',
  imports: [CarteQuartiers, RouterLink],
  template: `
    @if (tous().length > 1) {
      <section class="pl-papier" aria-labelledby="titre-situation">
        <h2 id="titre-situation">Où se trouve-t-il&#8239;?</h2>
        <div>
          @if (avecCarte()) {
            <pl-carte-quartiers [quartiers]="tous()" [annee]="annee" [choisi]="code()" />
          }
          <ul>
            @for (quartier of tous(); track quartier.code) {
              <li>
                <a
                  [routerLink]="['/quartiers', quartier.code]"
                  [attr.aria-current]="quartier.code === code() ? 'page' : null"
                  >{{ nomQpv(quartier) }}</a
                >
                <span class="pl-discret">{{ quartier.ville }}</span>
              </li>
            }
          </ul>
        </div>
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      gap: var(--pl-e2);
    }

    div {
      display: grid;
      grid-template-columns: minmax(0, 30rem) minmax(14rem, 1fr);
      gap: var(--pl-e3);
      align-items: start;
    }

    ul {
      display: grid;
      gap: 0.25rem;
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.5rem;
      align-items: baseline;
    }

    a[aria-current] {
      color: var(--pl-encre);
      font-weight: 600;
      text-decoration: none;
    }

    @media (max-width: 900px) {
      div {
        grid-template-columns: minmax(0, 1fr);
      }
    }

    @media print {
      div {
        grid-template-columns: 10cm minmax(0, 1fr);
      }
    }
  `,
})
export class SituationQuartier {
  readonly code = input.required<string>();

  private readonly lecture = inject(PilotageClient).quartiers();
  protected readonly annee = anneeCourante();
  protected readonly nomQpv = nomQpv;
  protected readonly tous = computed(() =>
    (this.lecture.hasValue() ? this.lecture.value() : []).map((quartier) => ({
      ...quartier,
      ville: quartier.communes.map(({ nom }) => nom).join(', '),
    })),
  );
  protected readonly avecCarte = computed(() => this.tous().some(({ contour }) => contour !== null));
}
