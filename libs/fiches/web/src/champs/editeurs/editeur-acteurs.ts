import { Component, inject, input, model } from '@angular/core';
import type { ActeurCite } from '@pleniere/fiches/domain';
import { PlIcone } from '@pleniere/shared/ui';
import { Referentiels } from '../../fiche/referentiels';
import { lignesEnCours } from '../saisie/lignes-en-cours';
import { PlSaisie } from '../saisie/saisie';

/** Organisations or whole categories, each with the wording of the sheet, which stays free. */
@Component({
  selector: 'pl-editeur-acteurs',
  imports: [PlIcone, PlSaisie],
  template: `
    <ul>
      @for (acteur of cites.lignes(); track $index; let rang = $index) {
        <li [class.libre]="!acteur.organisationId && !acteur.categorie">
          <input
            #libelleCite
            [attr.aria-label]="'Libellé de l’acteur ' + (rang + 1)"
            [title]="
              acteur.organisationId || acteur.categorie ? 'Libellé modifiable' : 'Libellé libre, sans organisation'
            "
            [value]="acteur.libelle"
            (input)="cites.modifier(rang, { libelle: libelleCite.value })"
          />
          <button type="button" (click)="cites.retirer(rang)">
            <pl-icone nom="fermer" [taille]="16" /><span class="pl-hors-ecran">Retirer {{ acteur.libelle }}</span>
          </button>
        </li>
      }
    </ul>
    <div class="ajout">
      <pl-saisie [libelle]="ajout()">
        <input
          #nouveau
          class="pl-controle"
          [attr.list]="idListe"
          autocomplete="off"
          placeholder="Une organisation, une catégorie ou un autre libellé"
          (keydown.enter)="ajouter(nouveau); $event.preventDefault()"
        />
      </pl-saisie>
      <button class="pl-bouton" type="button" (click)="ajouter(nouveau)">
        <pl-icone nom="ajouter" [taille]="18" />Ajouter
      </button>
    </div>
    <datalist [id]="idListe">
      @for (choix of referentiels.acteurs(); track choix.libelle) {
        <option [value]="choix.libelle">{{ choix.precision }}</option>
      }
    </datalist>
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

      &:empty {
        display: none;
      }
    }

    li {
      position: relative;
      display: inline-flex;
      align-items: center;
      max-width: 100%;
      border: 1px solid var(--pl-filet-fort);
      border-radius: var(--pl-rayon);
      background: var(--pl-papier-doux);

      &.libre {
        border-style: dashed;
      }

      &:focus-within {
        border-color: var(--pl-primaire);
      }
    }

    li input {
      min-width: 4ch;
      max-width: 100%;
      min-height: 2rem;
      padding: 0 0 0 0.625rem;
      border: 0;
      background: none;
      color: var(--pl-encre);
      font: inherit;
      field-sizing: content;
      text-overflow: ellipsis;
    }

    li button {
      display: inline-flex;
      flex: none;
      padding: 0.5rem;
      border: 0;
      border-radius: 4px;
      background: none;
      color: var(--pl-encre-douce);
      cursor: pointer;
    }

    .ajout {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: 0.375rem;
    }

    .ajout pl-saisie {
      flex: 1 1 14rem;
    }
  `,
})
export class EditeurActeurs {
  private static nombre = 0;
  protected readonly referentiels = inject(Referentiels);

  readonly valeur = model.required<readonly ActeurCite[]>();
  readonly ajout = input('Ajouter un acteur');

  protected readonly cites = lignesEnCours(this.valeur, ({ libelle }) => libelle.trim() !== '');
  protected readonly idListe = `acteurs-${EditeurActeurs.nombre++}`;

  protected ajouter(champ: HTMLInputElement): void {
    const libelle = champ.value.trim();
    champ.value = '';
    if (libelle === '' || this.cites.lignes().some((acteur) => acteur.libelle === libelle)) return;
    this.cites.changer([...this.cites.lignes(), this.referentiels.citer(libelle)]);
  }
}
