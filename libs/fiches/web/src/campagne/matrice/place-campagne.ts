import { Component, computed, ElementRef, effect, inject, input, output, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type CaseAFaire,
  codeAffiche,
  type CroisementCampagne,
  type FicheDeMatrice,
  type VilleDeMatrice,
} from '@pleniere/fiches/domain';
import { type Avancement, AVANCEMENT_NUL } from '@pleniere/indicateurs/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlErreur, PlIcone, PlSquelette } from '@pleniere/shared/ui';
import { CampagnesClient } from '../campagnes-client';

/** A fiche in a ville, as the matrix knows it. */
export interface PlaceChoisie {
  fiche: FicheDeMatrice;
  ville: VilleDeMatrice;
  croisement: CroisementCampagne | undefined;
}

interface IndicateurAFaire {
  libelle: string;
  cases: CaseAFaire[];
}

const COMPTES: readonly { cle: keyof Avancement; un: string; plusieurs: string }[] = [
  { cle: 'attendues', un: 'valeur attendue', plusieurs: 'valeurs attendues' },
  { cle: 'saisies', un: 'saisie', plusieurs: 'saisies' },
  { cle: 'expliquees', un: 'absence expliquée', plusieurs: 'absences expliquées' },
  { cle: 'retournees', un: 'retournée à corriger', plusieurs: 'retournées à corriger' },
  { cle: 'validees', un: 'validée', plusieurs: 'validées' },
  { cle: 'tardives', un: 'saisie en retard', plusieurs: 'saisies en retard' },
];

/** What a place of the matrix still misses, each cell a link to the grid where it is filled. */
@Component({
  selector: 'pl-place-campagne',
  imports: [PlErreur, PlIcone, PlSquelette, RouterLink],
  templateUrl: './place-campagne.html',
  styleUrl: './place-campagne.scss',
})
export class PlaceCampagne {
  readonly annee = input.required<number>();
  readonly place = input.required<PlaceChoisie>();
  readonly fermer = output();

  protected readonly aFaire = inject(CampagnesClient).aFaire(this.annee, () => ({
    ficheId: this.place().fiche.id,
    villeId: this.place().ville.id,
  }));
  protected readonly code = codeAffiche;
  protected readonly comptes = computed(() => {
    const avancement = this.place().croisement ?? AVANCEMENT_NUL;
    return COMPTES.filter(({ cle }) => avancement[cle] > 0).map(({ cle, un, plusieurs }) =>
      accorder(avancement[cle], un, plusieurs),
    );
  });
  protected readonly indicateurs = computed<IndicateurAFaire[]>(() => {
    const cases = this.aFaire.hasValue() ? this.aFaire.value() : [];
    return [...Map.groupBy(cases, ({ indicateurId }) => indicateurId).values()].map((siennes) => ({
      libelle: siennes[0]?.libelle ?? '',
      cases: siennes,
    }));
  });

  private readonly titre = viewChild.required<ElementRef<HTMLElement>>('titre');

  constructor() {
    // Whoever opens a place with the keyboard goes on reading there.
    effect(() => {
      this.place();
      untracked(this.titre).nativeElement.focus();
    });
  }

  /** Where the grid shows that cell. */
  protected lienDe({ territoire }: CaseAFaire): { fiche: string; territoire?: string } {
    const fiche = this.place().fiche.code;
    return territoire === 'contrat' ? { fiche } : { fiche, territoire };
  }
}
