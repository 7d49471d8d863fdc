import { Component, computed, inject, model } from '@angular/core';
import { nomQpv, type Qpv } from '@pleniere/contrat/domain';
import { type CadreOu, LIBELLES_PORTEES, PORTEES_TERRITORIALES } from '@pleniere/fiches/domain';
import { Referentiels } from '../../fiche/referentiels';
import { PlSaisie } from '../saisie/saisie';
import { EditeurTexteRiche } from '../texte-riche/editeur-texte-riche';

/** « Où ? »: the sentence of the sheet, and the quarters and communes when only some are concerned. */
@Component({
  selector: 'pl-editeur-ou',
  imports: [EditeurTexteRiche, PlSaisie],
  template: `
    <pl-editeur-texte-riche
      libelle="Où&#8239;?"
      [valeur]="valeur().texte"
      (valeurChange)="changer({ texte: $event })"
    />
    <pl-saisie libelle="Portée">
      <select #portee class="pl-controle" (change)="choisirPortee(portee.value)">
        @for (choix of portees; track choix) {
          <option [value]="choix" [selected]="choix === valeur().portee">{{ libelles[choix] }}</option>
        }
      </select>
    </pl-saisie>
    @if (valeur().portee === 'selection') {
      <div class="villes">
        @for (ville of villes(); track ville.code) {
          <fieldset>
            <legend>
              <label class="pl-case">
                <input
                  type="checkbox"
                  [checked]="valeur().communes.includes(ville.code)"
                  (change)="basculer('communes', ville.code)"
                />
                {{ ville.nom }}
              </label>
            </legend>
            @for (quartier of ville.quartiers; track quartier.code) {
              <label class="pl-case">
                <input
                  type="checkbox"
                  [checked]="valeur().qpv.includes(quartier.code)"
                  (change)="basculer('qpv', quartier.code)"
                />
                {{ nom(quartier) }}
              </label>
            }
          </fieldset>
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--pl-e1);
    }

    .villes {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
      gap: var(--pl-e2);
    }

    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }

    legend {
      padding: 0;
      font-weight: 600;
    }
  `,
})
export class EditeurOu {
  private readonly referentiels = inject(Referentiels);

  readonly valeur = model.required<CadreOu>();

  protected readonly portees = PORTEES_TERRITORIALES;
  protected readonly libelles = LIBELLES_PORTEES;
  protected readonly nom = nomQpv;
  /** Communes that have a quarter, with their quarters; a quarter that spans several stands under each. */
  protected readonly villes = computed(() => {
    const quartiers = this.referentiels.qpv.hasValue() ? this.referentiels.qpv.value() : [];
    const communes = new Map(
      quartiers.flatMap((quartier) => quartier.communes).map((commune) => [commune.code, commune]),
    );
    return [...communes.values()]
      .sort((a, b) => a.nom.localeCompare(b.nom, 'fr'))
      .map((commune) => ({
        ...commune,
        quartiers: quartiers.filter((quartier: Qpv) => quartier.communes.some(({ code }) => code === commune.code)),
      }));
  });

  protected changer(changement: Partial<CadreOu>): void {
    this.valeur.update((cadre) => ({ ...cadre, ...changement }));
  }

  protected choisirPortee(choix: string): void {
    const portee = this.portees.find((connue) => connue === choix);
    if (portee) this.changer({ portee, ...(portee !== 'selection' && { qpv: [], communes: [] }) });
  }

  protected basculer(liste: 'qpv' | 'communes', code: string): void {
    const choisis = this.valeur()[liste];
    this.changer({
      [liste]: choisis.includes(code) ? choisis.filter((autre) => autre !== code) : [...choisis, code].sort(),
    });
  }
}
