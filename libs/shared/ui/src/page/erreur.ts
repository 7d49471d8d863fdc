import { Component, computed, input, output } from '@angular/core';
import { PlIcone } from '../icone/icone';
import { lireProbleme } from './erreur-api';

/** What happened, what was kept, what to do next. `erreur` is whatever `httpResource().error()` or a catch gives. */
@Component({
  selector: 'pl-erreur',
  imports: [PlIcone],
  host: { role: 'alert' },
  template: `
    <pl-icone nom="erreur" [taille]="24" />
    <div class="texte">
      <p class="titre">{{ probleme().title }}</p>
      @if (probleme().detail; as detail) {
        <p>{{ detail }}</p>
      }
      @if (probleme().errors; as erreurs) {
        <ul>
          @for (champ of erreurs; track $index) {
            <li>{{ champ.detail }}</li>
          }
        </ul>
      }
      <ng-content />
      @if (remede(); as libelle) {
        <button class="pl-bouton" type="button" (click)="reessayer.emit()">
          <pl-icone nom="reessayer" [taille]="18" />
          {{ libelle }}
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      gap: var(--pl-e2);
      padding: var(--pl-e2);
      border-left: 3px solid var(--pl-alerte);
      background: color-mix(in oklab, var(--pl-alerte) 6%, var(--pl-papier));
    }

    :host > pl-icone {
      color: var(--pl-alerte);
    }

    .texte {
      display: grid;
      gap: var(--pl-e1);
      justify-items: start;
      min-width: 0;
      max-width: var(--pl-mesure);
    }

    .titre {
      font-weight: 600;
    }

    ul {
      padding-left: 1.25rem;
    }
  `,
})
export class PlErreur {
  readonly erreur = input.required<unknown>();
  /** Label of the button; `null` when trying again makes no sense. */
  readonly action = input<string | null>('Réessayer');
  readonly reessayer = output();

  protected readonly probleme = computed(() => lireProbleme(this.erreur()));
  /** Trying again helps neither what is not there nor what is not allowed. */
  protected readonly remede = computed(() => ([403, 404].includes(this.probleme().status) ? null : this.action()));
}
