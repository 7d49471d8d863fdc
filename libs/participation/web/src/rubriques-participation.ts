import { Component } from '@angular/core';
import { PlRubriques } from '@pleniere/shared/ui';

/** Parts of the participation, at the head of each of their pages. */
@Component({
  selector: 'pl-rubriques-participation',
  imports: [PlRubriques],
  template: `<pl-rubriques nom="Participation" [rubriques]="rubriques" />`,
})
export class RubriquesParticipation {
  protected readonly rubriques = [
    { libelle: 'Ce qui attend', adresse: '/participation' },
    { libelle: 'Espaces', adresse: '/participation/espaces' },
    { libelle: 'Séances', adresse: '/participation/seances' },
    { libelle: 'Questions', adresse: '/participation/questions' },
    { libelle: 'Consultations', adresse: '/participation/consultations' },
  ];
}
