import { BreakpointObserver } from '@angular/cdk/layout';
import { Component, computed, effect, ElementRef, inject, input, signal, untracked, viewChild } from '@angular/core';
import { outputFromObservable, toSignal } from '@angular/core/rxjs-interop';
import type { IndicateurAvecValeurs } from '@pleniere/indicateurs/domain';
import { PlEtatVide } from '@pleniere/shared/ui';
import { montrerRaccourcis } from '@pleniere/shared/web';
import { map } from 'rxjs';
import { PanneauValeur } from '../panneau/panneau-valeur';
import { ListeTelephone } from '../telephone/liste-telephone';
import { BarreCellule } from './barre-cellule';
import { ModeleGrille } from './modele/modele-grille';
import { NavigationGrille } from './modele/navigation-grille';
import { SaisieGrille } from './modele/saisie-grille';
import type { TerritoireNomme } from './modele/territoire-nomme';
import { TableGrille } from './table/table-grille';

/** Screens too narrow for years side by side. */
const ETROIT = '(max-width: 640px)';

/** Grid of values: indicators of a fiche, or territories of one indicator, by year of the contrat. */
@Component({
  selector: 'pl-grille-valeurs',
  imports: [BarreCellule, ListeTelephone, PanneauValeur, PlEtatVide, TableGrille],
  providers: [ModeleGrille, NavigationGrille, SaisieGrille],
  host: {
    '(window:online)': 'saisie.reessayer()',
    '(window:beforeunload)': 'retenir($event)',
  },
  templateUrl: './grille-valeurs.html',
  styleUrl: './grille-valeurs.scss',
})
export class GrilleValeurs {
  protected readonly modele = inject(ModeleGrille);
  protected readonly saisie = inject(SaisieGrille);
  private readonly navigation = inject(NavigationGrille);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly indicateurs = input.required<readonly IndicateurAvecValeurs[]>();
  readonly annees = input.required<readonly number[]>();
  /** QPV and communes of the contrat, in the order of the rows. */
  readonly territoires = input.required<readonly TerritoireNomme[]>();
  /** Territories for which the person may enter values; null = all. */
  readonly territoiresPermis = input<readonly string[] | null>(null);
  readonly anneeCourante = input.required<number>();
  /** Values have been written; the grid already shows them. */
  readonly enregistre = outputFromObservable(this.saisie.enregistrements);

  protected readonly panneau = signal(false);
  private readonly panneauOuvert = viewChild(PanneauValeur);
  protected readonly etroit = toSignal(
    inject(BreakpointObserver)
      .observe(ETROIT)
      .pipe(map(({ matches }) => matches)),
    { initialValue: false },
  );

  constructor() {
    effect(() => {
      const donnees = {
        indicateurs: this.indicateurs(),
        annees: this.annees(),
        territoires: this.territoires(),
        territoiresPermis: this.territoiresPermis(),
        anneeCourante: this.anneeCourante(),
      };
      untracked(() => {
        this.saisie.charger(donnees.indicateurs, donnees.anneeCourante);
        this.modele.donnees.set(donnees);
      });
    });
    // One enters by the year that is being filled in.
    const depart = computed(() => this.annees().indexOf(this.anneeCourante()) + 1);
    effect(() => this.navigation.partirDe(Math.max(1, depart())));
    effect(() => {
      const rangs = this.modele.lignes().flatMap((ligne, rang) => (ligne.sorte === 'titre' ? [] : [rang]));
      this.navigation.mesurer(rangs, this.modele.donnees().annees.length);
    });
    montrerRaccourcis('Grille des valeurs', [
      { touches: '← ↑ → ↓', effet: 'Changer de case\u202F; avec Maj, étendre la sélection' },
      { touches: 'Entrée ou F2', effet: 'Modifier la case\u202F; on peut aussi taper directement' },
      { touches: 'Suppr', effet: 'Vider les cases choisies' },
      { touches: 'Ctrl + C, Ctrl + V', effet: 'Copier et coller un bloc, depuis ou vers Excel' },
      { touches: 'Ctrl + Z', effet: 'Annuler la dernière saisie ou le dernier collage' },
      { touches: 'Ctrl + Entrée', effet: 'Ouvrir le détail de la case' },
      { touches: 'nd, nc, s', effet: 'Non disponible, non concerné, couvert par le secret' },
    ]);
  }

  protected ouvrirPanneau(): void {
    this.panneau.set(true);
    this.panneauOuvert()?.prendreFocus();
  }

  protected fermerPanneau(): void {
    this.panneau.set(false);
    this.element.querySelector<HTMLElement>('[data-place][tabindex="0"]')?.focus();
  }

  /** Texts that the server does not have yet must not go with the page. */
  protected retenir(evenement: BeforeUnloadEvent): void {
    if (this.saisie.enSouffrance().length > 0) evenement.preventDefault();
  }
}
