import { Component, inject, output } from '@angular/core';
import { PlIcone } from '@pleniere/shared/ui';
import { MarqueCase } from '../grille/table/marque-case';
import { ModeleGrille } from '../grille/modele/modele-grille';
import { NavigationGrille } from '../grille/modele/navigation-grille';

/** The grid on a phone: one block per indicator or territory, its years as chips that open the detail. */
@Component({
  selector: 'pl-liste-telephone',
  imports: [MarqueCase, PlIcone],
  templateUrl: './liste-telephone.html',
  styleUrl: './liste-telephone.scss',
})
export class ListeTelephone {
  protected readonly modele = inject(ModeleGrille);
  private readonly navigation = inject(NavigationGrille);

  /** The person opens a year. */
  readonly detail = output();

  protected ouvrir(ligne: number, colonne: number): void {
    this.navigation.aller({ ligne, colonne });
    this.detail.emit();
  }
}
