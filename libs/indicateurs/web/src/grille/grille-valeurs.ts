import { BreakpointObserver } from '@angular/cdk/layout';
import { Component, computed, effect, ElementRef, inject, input, signal, untracked, viewChild } from '@angular/core';
import { outputFromObservable, toSignal } from '@angular/core/rxjs-interop';
import type { Cellule } from '@pleniere/indicateurs/domain';
import { PlEtatVide } from '@pleniere/shared/ui';
import { montrerRaccourcis } from '@pleniere/shared/web';
import { map } from 'rxjs';
import { PanneauValeur } from '../panneau/panneau-valeur';
import { ListeTelephone } from '../telephone/liste-telephone';
import { BarreCellule } from './barre-cellule';
import { BilanCollageGrille } from './bilan-collage-grille';
import { CalculsGrille } from './modele/calculs-grille';
import { ModeleGrille } from './modele/modele-grille';
import { NavigationGrille } from './modele/navigation-grille';
import { VerrousGrille } from './modele/verrous-grille';
import { CasesGrille } from './saisie/cases-grille';
import { SuiviDirect } from './saisie/suivi-direct';
import { SaisieGrille } from './saisie/saisie-grille';
import type { GroupeGrille } from './modele/groupe';
import { TableGrille } from './table/table-grille';

/** Screens too narrow for years side by side. */
const ETROIT = '(max-width: 640px)';

/** Grid of values: indicators of a fiche, or territories of one indicator, by year of the contrat. */
@Component({
  selector: 'pl-grille-valeurs',
  imports: [BarreCellule, BilanCollageGrille, ListeTelephone, PanneauValeur, PlEtatVide, TableGrille],
  providers: [CalculsGrille, CasesGrille, ModeleGrille, NavigationGrille, SaisieGrille, SuiviDirect, VerrousGrille],
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
  private readonly calculs = inject(CalculsGrille);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly groupes = input.required<readonly GroupeGrille[]>();
  readonly annees = input.required<readonly number[]>();
  readonly anneeCourante = input.required<number>();
  /** Keep only the rows where a value is missing. */
  readonly manques = input(false);
  /** Values have been written; the grid already shows them. */
  readonly enregistre = outputFromObservable(this.saisie.enregistrements);
  /** What others wrote may have been missed: the page should read its values again. */
  readonly perimee = outputFromObservable(inject(SuiviDirect).reprises);

  protected readonly vide = computed(() => this.groupes().every(({ indicateurs }) => indicateurs.length === 0));
  protected readonly panneau = signal(false);
  private readonly panneauOuvert = viewChild<PanneauValeur>('detail');
  private readonly table = viewChild(TableGrille);
  protected readonly etroit = toSignal(
    inject(BreakpointObserver)
      .observe(ETROIT)
      .pipe(map(({ matches }) => matches)),
    { initialValue: false },
  );

  constructor() {
    effect(() => {
      const donnees = {
        groupes: this.groupes(),
        annees: this.annees(),
        anneeCourante: this.anneeCourante(),
        manques: this.manques(),
      };
      untracked(() => {
        const indicateurs = donnees.groupes.flatMap((groupe) => groupe.indicateurs);
        this.calculs.charger(indicateurs);
        this.saisie.charger(indicateurs, donnees.anneeCourante);
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
      { touches: '=', effet: 'Accepter la somme des parties proposée pour un total vide' },
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

  protected montrer(cellule: Cellule): void {
    const place = this.modele.montrer(cellule);
    if (place) this.table()?.aller(place);
  }

  /** Texts that the server does not have yet must not go with the page. */
  protected retenir(evenement: BeforeUnloadEvent): void {
    if (this.saisie.enSouffrance().length > 0) evenement.preventDefault();
  }
}
