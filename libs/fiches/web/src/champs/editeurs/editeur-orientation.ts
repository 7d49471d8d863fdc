import { Component, computed, inject, model } from '@angular/core';
import { FicheStore } from '../../fiche/fiche-store';
import { Referentiels } from '../../fiche/referentiels';
import { PlSaisie } from '../saisie/saisie';

/** Choice of the commitment sentence among those of the fiche's enjeu; the sentence itself is edited in the frame. */
@Component({
  selector: 'pl-editeur-orientation',
  imports: [PlSaisie],
  template: `
    <pl-saisie libelle="Orientation">
      <select #choix class="pl-controle" (change)="valeur.set(choix.value || null)">
        <option value="" [selected]="!valeur()">Aucune</option>
        @for (orientation of orientations(); track orientation.id) {
          <option [value]="orientation.id" [selected]="orientation.id === valeur()">{{ orientation.texte }}</option>
        }
      </select>
    </pl-saisie>
  `,
})
export class EditeurOrientation {
  private readonly store = inject(FicheStore);
  private readonly referentiels = inject(Referentiels);

  readonly valeur = model.required<string | null>();

  protected readonly orientations = computed(() => {
    const enjeux = this.referentiels.enjeux.hasValue() ? this.referentiels.enjeux.value() : [];
    return enjeux.find((enjeu) => enjeu.id === this.store.fiche()?.enjeu.id)?.orientations ?? [];
  });
}
