import { Component } from '@angular/core';
import { PlRubriques } from '@pleniere/shared/ui';

/** Pages of the plénières, at the head of each of them. */
@Component({
  selector: 'pl-rubriques-plenieres',
  imports: [PlRubriques],
  template: `<pl-rubriques nom="Plénières" [rubriques]="rubriques" />`,
})
export class RubriquesPlenieres {
  protected readonly rubriques = [
    { libelle: 'Séances', adresse: '/plenieres' },
    { libelle: 'Décisions', adresse: '/plenieres/decisions' },
    { libelle: 'Arrêtés', adresse: '/plenieres/arretes' },
    { libelle: 'Instances', adresse: '/plenieres/instances' },
  ];
}
