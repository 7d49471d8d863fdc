import { Component, computed, inject, input } from '@angular/core';
import { PlErreur, PlEtatVide, PlSquelette } from '@pleniere/shared/ui';
import { FichesDuContrat } from './fiches-du-contrat';
import { PublicClient } from './public-client';

/** Fiches in force in plain words: of one contrat, or of all those that have any. */
@Component({
  selector: 'pl-public-fiches',
  imports: [FichesDuContrat, PlErreur, PlEtatVide, PlSquelette],
  template: `
    @if (contrats.error(); as erreur) {
      <pl-erreur [erreur]="erreur" (reessayer)="contrats.reload()" />
    } @else if (!contrats.hasValue()) {
      <pl-squelette [lignes]="6" />
    } @else {
      @for (contrat of montres(); track contrat.id) {
        <pl-fiches-du-contrat class="pl-papier" [contrat]="contrat" />
      } @empty {
        <pl-etat-vide
          class="pl-papier"
          icone="fiches"
          titre="Aucune fiche en vigueur"
          texte="Les fiches s’afficheront ici dès qu’elles seront adoptées."
        />
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e3);
      grid-template-columns: minmax(0, 1fr);
    }
  `,
})
export class PublicFiches {
  /** The only contrat to show; all of them without it. */
  readonly contratId = input<string>();

  protected readonly contrats = inject(PublicClient).contrats();
  protected readonly montres = computed(() => {
    const id = this.contratId();
    const tous = this.contrats.hasValue() ? this.contrats.value() : [];
    return id === undefined ? tous : tous.filter((contrat) => contrat.id === id);
  });
}
