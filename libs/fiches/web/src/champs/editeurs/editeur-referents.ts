import { Component, computed, inject, model } from '@angular/core';
import type { ReferentCite } from '@pleniere/fiches/domain';
import { PlIcone } from '@pleniere/shared/ui';
import { Referentiels } from '../../fiche/referentiels';
import { lignesEnCours } from '../saisie/lignes-en-cours';
import { PlSaisie } from '../saisie/saisie';

const NEUF: ReferentCite = { personneId: null, organisationId: null, categorie: null, libelle: '', fonction: '' };

/** Référents of a fiche: a function held for an organisation or a category, by a person when one is named. */
@Component({
  selector: 'pl-editeur-referents',
  imports: [PlIcone, PlSaisie],
  template: `
    @for (referent of referents.lignes(); track $index; let rang = $index) {
      <fieldset>
        <legend class="pl-hors-ecran">Référent {{ rang + 1 }}</legend>
        <pl-saisie libelle="Libellé sur la fiche">
          <input
            #libelle
            class="pl-controle"
            [value]="referent.libelle"
            (input)="referents.modifier(rang, { libelle: libelle.value })"
          />
        </pl-saisie>
        <pl-saisie libelle="Fonction">
          <input
            #fonction
            class="pl-controle"
            [value]="referent.fonction"
            (input)="referents.modifier(rang, { fonction: fonction.value })"
          />
        </pl-saisie>
        <pl-saisie libelle="Organisation ou catégorie">
          <select #acteur class="pl-controle" (change)="rattacher(rang, acteur.value)">
            <option value="">Aucune</option>
            @for (choix of referentiels.acteurs(); track choix.libelle) {
              <option
                [value]="choix.libelle"
                [selected]="choix.organisationId === referent.organisationId && choix.categorie === referent.categorie"
              >
                {{ choix.libelle }}
              </option>
            }
          </select>
        </pl-saisie>
        <pl-saisie libelle="Personne (facultatif)">
          <select
            #personne
            class="pl-controle"
            (change)="referents.modifier(rang, { personneId: personne.value || null })"
          >
            <option value="">Aucune</option>
            @for (connue of personnes(); track connue.id) {
              <option [value]="connue.id" [selected]="connue.id === referent.personneId">{{ connue.nom }}</option>
            }
          </select>
        </pl-saisie>
        <button class="pl-bouton discret" type="button" (click)="referents.retirer(rang)">
          <pl-icone nom="fermer" [taille]="18" />Retirer ce référent
        </button>
      </fieldset>
    }
    <button class="pl-bouton" type="button" (click)="ajouter()">
      <pl-icone nom="ajouter" [taille]="18" />Ajouter un référent
    </button>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--pl-e2);
      justify-items: start;
    }

    fieldset {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
      gap: 0.625rem 1rem;
      width: 100%;
      margin: 0;
      padding: 0 0 var(--pl-e2);
      border: 0;
      border-bottom: 1px solid var(--pl-filet);
    }

    fieldset button {
      justify-self: start;
    }
  `,
})
export class EditeurReferents {
  protected readonly referentiels = inject(Referentiels);

  readonly valeur = model.required<readonly ReferentCite[]>();

  protected readonly referents = lignesEnCours(this.valeur, ({ libelle }) => libelle.trim() !== '');
  protected readonly personnes = computed(() =>
    this.referentiels.personnes.hasValue() ? this.referentiels.personnes.value() : [],
  );

  protected ajouter(): void {
    this.referents.changer([...this.referents.lignes(), NEUF]);
  }

  protected rattacher(rang: number, libelle: string): void {
    const { organisationId, categorie } = this.referentiels.citer(libelle);
    this.referents.modifier(rang, { organisationId, categorie });
  }
}
