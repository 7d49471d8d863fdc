import { Component, computed, input, output } from '@angular/core';
import {
  type Action,
  codeAffiche,
  estEnRetard,
  LIBELLES_NIVEAUX_ACTION,
  LIBELLES_STATUTS_ACTION,
} from '@pleniere/fiches/domain';
import type { PreuveDeNiveau } from '@pleniere/participation/domain';
import { PreuvesDuNiveau } from '@pleniere/participation/web';
import { accorder, jourDeParis } from '@pleniere/shared/domain';
import { DateFr, PlIcone, PlPuceStatut } from '@pleniere/shared/ui';
import { TypoFr } from '../../champs/typo-fr';
import { SIGNES_ACTIONS } from '../statuts';

/** One action to read, its steps to tick. */
@Component({
  selector: 'pl-carte-action',
  imports: [DateFr, PlIcone, PlPuceStatut, PreuvesDuNiveau, TypoFr],
  templateUrl: './carte-action.html',
  styleUrl: './carte-action.scss',
})
export class CarteAction {
  readonly action = input.required<Action>();
  readonly modifiable = input.required<boolean>();
  /** What shows the place of residents; null while it is not known. */
  readonly preuves = input<readonly PreuveDeNiveau[] | null>(null);
  readonly modifier = output();
  readonly supprimer = output();
  /** Id of the step that was ticked or unticked. */
  readonly cocher = output<string>();

  protected readonly code = computed(() => codeAffiche(this.action().code));
  protected readonly statut = computed(() => ({
    libelle: LIBELLES_STATUTS_ACTION[this.action().statut],
    ...SIGNES_ACTIONS[this.action().statut],
  }));
  protected readonly enRetard = computed(() => estEnRetard(this.action(), jourDeParis()));
  protected readonly participation = computed(() => {
    const { niveauParticipation } = this.action();
    return niveauParticipation === 'aucune' ? null : LIBELLES_NIVEAUX_ACTION[niveauParticipation];
  });
  protected readonly etapes = computed(() => {
    const { etapes } = this.action();
    const faites = etapes.filter(({ faite }) => faite).length;
    return `${accorder(faites, 'étape faite', 'étapes faites')} sur ${etapes.length}`;
  });
}
