import { Component, input, model } from '@angular/core';
import { LIMITES_FICHE } from '@pleniere/fiches/domain';
import { PlIcone } from '@pleniere/shared/ui';
import { PlSaisie } from '../saisie/saisie';

/** Short words, added one after the other. */
@Component({
  selector: 'pl-editeur-etiquettes',
  imports: [PlIcone, PlSaisie],
  template: `
    <ul>
      @for (etiquette of valeur(); track etiquette) {
        <li>
          {{ etiquette }}
          <button type="button" (click)="retirer(etiquette)">
            <pl-icone nom="fermer" [taille]="16" /><span class="pl-hors-ecran">Retirer {{ etiquette }}</span>
          </button>
        </li>
      }
    </ul>
    <pl-saisie [libelle]="'Ajouter (' + libelle() + ')'">
      <input
        #nouvelle
        class="pl-controle"
        [maxLength]="max"
        placeholder="Un mot ou deux, puis Entrée"
        (keydown.enter)="ajouter(nouvelle); $event.preventDefault()"
        (blur)="ajouter(nouvelle)"
      />
    </pl-saisie>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--pl-e1);
    }

    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0.375rem;
      padding: 0;
      list-style: none;
    }

    li {
      display: inline-flex;
      align-items: center;
      gap: 0.25rem;
      padding: 0.125rem 0.25rem 0.125rem 0.625rem;
      border: 1px solid var(--pl-filet);
      border-radius: var(--pl-rayon);
      background: var(--pl-papier-doux);
    }

    button {
      display: inline-flex;
      padding: 0.375rem;
      border: 0;
      border-radius: 4px;
      background: none;
      color: var(--pl-encre-douce);
      cursor: pointer;
    }
  `,
})
export class EditeurEtiquettes {
  readonly valeur = model.required<readonly string[]>();
  readonly libelle = input.required<string>();

  protected readonly max = LIMITES_FICHE.libelle;

  protected ajouter(champ: HTMLInputElement): void {
    const etiquette = champ.value.trim();
    champ.value = '';
    if (etiquette !== '' && !this.valeur().includes(etiquette)) this.valeur.update((mots) => [...mots, etiquette]);
  }

  protected retirer(etiquette: string): void {
    this.valeur.update((mots) => mots.filter((mot) => mot !== etiquette));
  }
}
