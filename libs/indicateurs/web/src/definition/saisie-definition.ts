import { Component, input, output } from '@angular/core';
import type { Indicateur } from '@pleniere/indicateurs/domain';

/** Form of a definition: a new indicator of a fiche, or the change of one. */
@Component({ selector: 'pl-saisie-definition', template: '' })
export class SaisieDefinition {
  /** Fiche of a new indicator; null for a context indicator. */
  readonly ficheId = input<string | null>(null);
  /** Definition to change; null for a new one. */
  readonly indicateur = input<Indicateur | null>(null);
  readonly enregistre = output<Indicateur>();
  readonly annule = output();
}
