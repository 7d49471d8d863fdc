import { Component, computed, input, output, signal } from '@angular/core';
import { sansAccents } from '@pleniere/shared/domain';
import type { OptionSaisie } from '@pleniere/shared/ui';

const LONGUE = 12;

/** Several answers of a list, ticked one by one; a long list is searched. */
@Component({
  selector: 'pl-choix-multiple',
  template: `
    <fieldset [disabled]="fige()">
      <legend>
        {{ nom() }} <span class="pl-discret">({{ choisies().length }})</span>
      </legend>
      @if (options().length > longue) {
        <input
          #mots
          type="search"
          placeholder="Chercher"
          [attr.aria-label]="'Chercher dans ' + nom()"
          [value]="cherche()"
          (input)="cherche.set(mots.value)"
        />
      }
      <ul [attr.tabindex]="fige() ? 0 : null" [attr.aria-label]="nom()">
        @for (option of montrees(); track option.valeur) {
          <li>
            <label>
              <input
                type="checkbox"
                [checked]="choisies().includes(option.valeur)"
                (change)="basculer(option.valeur)"
              />
              {{ option.libelle }}
            </label>
          </li>
        } @empty {
          <li class="pl-discret">Rien ne correspond.</li>
        }
      </ul>
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: 0.25rem;
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }

    legend {
      padding: 0;
      font-weight: 600;
    }

    input[type='search'] {
      max-width: 20rem;
    }

    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
      gap: 0 var(--pl-e2);
      max-height: 15rem;
      padding: 0;
      overflow-y: auto;
      list-style: none;
    }

    label {
      display: flex;
      gap: 0.5rem;
      align-items: start;
      padding-block: 0.25rem;
    }

    input[type='checkbox'] {
      margin: 0.25rem 0 0;
    }
  `,
})
export class ChoixMultiple {
  readonly nom = input.required<string>();
  readonly options = input.required<readonly OptionSaisie[]>();
  readonly choisies = input.required<readonly string[]>();
  readonly fige = input(false);
  readonly changees = output<string[]>();

  protected readonly longue = LONGUE;
  protected readonly cherche = signal('');
  protected readonly montrees = computed(() => {
    const mots = sansAccents(this.cherche()).toLowerCase().trim();
    return mots === ''
      ? this.options()
      : this.options().filter(({ libelle }) => sansAccents(libelle).toLowerCase().includes(mots));
  });

  protected basculer(valeur: string): void {
    const avant = this.choisies();
    this.changees.emit(avant.includes(valeur) ? avant.filter((une) => une !== valeur) : [...avant, valeur]);
  }
}
