import { Component } from '@angular/core';
import { IndicateursLus } from '../fiche/feuille/indicateurs-lus';

/** The indicators of a fiche with their values. */
@Component({
  selector: 'pl-indicateurs-page-fiche',
  imports: [IndicateursLus],
  template: `<h2>Indicateurs</h2>
    <pl-indicateurs-lus />`,
  styleUrl: './suivi.scss',
})
export class IndicateursPage {}
