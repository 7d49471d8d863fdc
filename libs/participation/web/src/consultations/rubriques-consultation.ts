import { Component, computed, inject, input } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';
import { PlRubriques } from '@pleniere/shared/ui';

/** Pages of one consultation, at the head of each: those that the person may open. */
@Component({
  selector: 'pl-rubriques-consultation',
  imports: [PlRubriques],
  template: `<pl-rubriques nom="Consultation" [rubriques]="rubriques()" />`,
})
export class RubriquesConsultation {
  private readonly session = inject(SessionStore);
  readonly id = input.required<string>();

  protected readonly rubriques = computed(() => {
    const racine = `/participation/consultations/${this.id()}`;
    const modere = this.session.peut('propositions.moderer');
    const gere = this.session.peut('consultations.gerer');
    return [
      { libelle: 'Suivi', adresse: racine },
      ...(modere ? [{ libelle: 'Modération', adresse: `${racine}/moderation` }] : []),
      ...(gere ? [{ libelle: 'Votes', adresse: `${racine}/votes` }] : []),
      ...(modere ? [{ libelle: 'Bulletins papier', adresse: `${racine}/papier` }] : []),
      { libelle: 'Résultats', adresse: `${racine}/resultats` },
      { libelle: 'Idées et décisions', adresse: `${racine}/idees` },
      { libelle: 'Suites', adresse: `${racine}/suites` },
    ];
  });
}
