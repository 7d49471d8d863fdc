import { Component, computed, inject, model } from '@angular/core';
import type { CadreQuand } from '@pleniere/fiches/domain';
import { FicheStore } from '../../fiche/fiche-store';
import { PlSaisie } from '../saisie/saisie';
import { EditeurTexteRiche } from '../texte-riche/editeur-texte-riche';

/** « Quand ? »: the sentence of the sheet, and its dates within the contrat. */
@Component({
  selector: 'pl-editeur-quand',
  imports: [EditeurTexteRiche, PlSaisie],
  template: `
    <pl-editeur-texte-riche
      libelle="Quand&#8239;?"
      [valeur]="valeur().texte"
      (valeurChange)="changer({ texte: $event })"
    />
    <div class="pl-rangee">
      <pl-saisie libelle="Début">
        <input
          #debut
          class="pl-controle"
          type="date"
          [min]="bornes().min"
          [max]="bornes().max"
          [value]="valeur().debut ?? ''"
          (change)="changer({ debut: debut.value || null })"
        />
      </pl-saisie>
      <pl-saisie libelle="Fin">
        <input
          #fin
          class="pl-controle"
          type="date"
          [min]="valeur().debut ?? bornes().min"
          [max]="bornes().max"
          [value]="valeur().fin ?? ''"
          (change)="changer({ fin: fin.value || null })"
        />
      </pl-saisie>
      <label class="pl-case">
        <input #continu type="checkbox" [checked]="valeur().continu" (change)="changer({ continu: continu.checked })" />
        En continu
      </label>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--pl-e1);
    }

    .pl-case {
      align-self: end;
      padding-bottom: 0.5rem;
    }
  `,
})
export class EditeurQuand {
  private readonly fiche = inject(FicheStore).fiche;

  readonly valeur = model.required<CadreQuand>();

  protected readonly bornes = computed(() => {
    const contrat = this.fiche()?.contrat;
    return { min: `${contrat?.anneeDebut}-01-01`, max: `${contrat?.anneeFin}-12-31` };
  });

  protected changer(changement: Partial<CadreQuand>): void {
    this.valeur.update((cadre) => ({ ...cadre, ...changement }));
  }
}
