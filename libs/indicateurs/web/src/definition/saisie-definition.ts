import { Component, input, output } from '@angular/core';
import type { Indicateur } from '@pleniere/indicateurs/domain';

/** Form of a definition: a new indicator of a fiche, or the change of one. */
@Component({ selector: 'pl-saisie-definition', template: '' })
export class SaisieDefinition {
  /** Fiche of a new indicator; null for a context indicator. */
  readonly ficheId = input<string | null>(null);
  /** Definition to change; null for a new one. */
  readonly indicateur = input<Indicateur | null>(null);
  /** Expected results of the fiche, that an indicator may measure. */
  readonly resultats = input<readonly { id: string; texte: string }[]>([]);
  readonly enregistre = output<Indicateur>();
  readonly annule = output();
}
