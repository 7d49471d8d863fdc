import { Component, computed, inject } from '@angular/core';
import { PlIcone } from '@pleniere/shared/ui';
import { ArriveesFiche } from './arrivees-fiche';
import { initiales, nomDuChamp } from './mots-presence';
import { PresencesFiche } from './presences-fiche';

/** People shown one by one; the names of the others follow in a word. */
const MONTRES = 4;

/** Who else is on the fiche, beside the way back to the list. */
@Component({
  selector: 'pl-presences',
  imports: [PlIcone],
  template: `
    @if (montres().length > 0) {
      <ul aria-label="Aussi sur cette fiche">
        @for (present of montres(); track present.personneId) {
          <li [class.ecrit]="present.lieu">
            <span class="initiales" aria-hidden="true">{{ present.initiales }}</span>
            <span>
              {{ present.nom }}
              <span class="precision">
                @if (present.lieu; as lieu) {
                  <pl-icone nom="modifier" [taille]="14" />écrit dans {{ lieu }}
                } @else {
                  {{ present.fonction }}
                }
              </span>
            </span>
          </li>
        }
        @if (reste(); as noms) {
          <li [title]="noms">
            et {{ presences.autres().length - montres().length }} de plus
            <span class="pl-hors-ecran">: {{ noms }}</span>
          </li>
        }
      </ul>
    }
    <p class="pl-hors-ecran" role="status">{{ arrivees.nouvelle() }}</p>
    <p class="pl-hors-ecran" role="status">{{ presences.nouvelle() }}</p>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0.375rem var(--pl-e2);
      margin: 0;
      padding: 0;
      list-style: none;
      font-size: 0.875rem;
    }

    li {
      display: inline-flex;
      align-items: center;
      gap: 0.5rem;
      min-width: 0;
    }

    .initiales {
      display: inline-grid;
      place-items: center;
      flex: none;
      width: 1.875rem;
      height: 1.875rem;
      border: 1px solid var(--pl-filet);
      border-radius: 50%;
      background: var(--pl-papier);
      font-size: 0.75rem;
      font-weight: 600;
    }

    .ecrit .initiales {
      border: 2px solid var(--pl-primaire);
    }

    .precision {
      display: flex;
      align-items: center;
      gap: 0.25rem;
      color: var(--pl-encre-douce);
      line-height: 1.2;
    }

    /* On a telephone the names alone, and what is being written. */
    @media (max-width: 640px) {
      li:not(.ecrit) .precision {
        display: none;
      }
    }
  `,
})
export class BarrePresences {
  protected readonly presences = inject(PresencesFiche);
  protected readonly arrivees = inject(ArriveesFiche);

  protected readonly montres = computed(() =>
    this.presences
      .autres()
      .slice(0, MONTRES)
      .map(({ champ, ...present }) => ({
        ...present,
        initiales: initiales(present.nom),
        lieu: champ && nomDuChamp(champ),
      })),
  );
  protected readonly reste = computed(() =>
    this.presences
      .autres()
      .slice(MONTRES)
      .map(({ nom }) => nom)
      .join(', '),
  );
}
