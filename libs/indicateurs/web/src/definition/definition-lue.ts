import { Component, computed, inject, input } from '@angular/core';
import {
  formaterAvecUnite,
  type Indicateur,
  LIBELLES_AGREGATIONS,
  LIBELLES_MAILLES,
  LIBELLES_NATURES,
  LIBELLES_SENS,
} from '@pleniere/indicateurs/domain';
import { IndicateursClient } from '../indicateurs-client';

/** Definition of an indicator as it reads: what is counted, how, where, towards what, by whom. */
@Component({
  selector: 'pl-definition-lue',
  template: `
    <dl>
      @for (ligne of lignes(); track ligne.terme) {
        <div>
          <dt>{{ ligne.terme }}</dt>
          <dd>{{ ligne.texte }}</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      gap: 0.625rem;
    }

    div {
      display: grid;
      grid-template-columns: 12rem minmax(0, var(--pl-mesure));
      gap: 0 var(--pl-e2);
    }

    dt {
      color: var(--pl-encre-douce);
    }

    dd {
      margin: 0;
      white-space: pre-line;
    }

    @media (max-width: 640px) {
      div {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class DefinitionLue {
  private readonly organisations = inject(IndicateursClient).organisations();

  readonly indicateur = input.required<Indicateur>();

  protected readonly lignes = computed(() => {
    const indicateur = this.indicateur();
    const { nature, unite, periodicite, anneesPonctuelles, reference, cibles, modalites } = indicateur;
    const organisations = this.organisations.hasValue() ? this.organisations.value() : [];
    const repere = ({ annee, valeur }: { annee: number; valeur: number }): string =>
      `${formaterAvecUnite(valeur, indicateur)} en ${annee}`;
    return [
      { terme: 'Ce que l’on compte', texte: indicateur.definition },
      { terme: 'Nature', texte: [LIBELLES_NATURES[nature], unite].filter(Boolean).join(', ') },
      { terme: 'Réponses prévues', texte: modalites.map(({ libelle }) => libelle).join(', ') },
      { terme: 'Territoire', texte: LIBELLES_MAILLES[indicateur.maille] },
      { terme: 'Ensemble', texte: LIBELLES_AGREGATIONS[indicateur.agregation] },
      { terme: 'Années de mesure', texte: periodicite === 'annuelle' ? 'Chaque année' : anneesPonctuelles.join(', ') },
      { terme: 'Évolution espérée', texte: LIBELLES_SENS[indicateur.sens] },
      { terme: 'Référence', texte: reference ? repere(reference) : '' },
      { terme: 'Cibles', texte: cibles.map(repere).join('\n') },
      { terme: 'Source', texte: indicateur.source },
      { terme: 'Méthode', texte: indicateur.methode },
      { terme: 'Responsable', texte: organisations.find(({ id }) => id === indicateur.responsableId)?.nom ?? '' },
      {
        terme: 'Diffusion',
        texte: indicateur.visibilite === 'public' ? 'Publié avec la fiche en vigueur' : 'Réservé aux signataires',
      },
    ].filter(({ texte }) => texte !== '');
  });
}
