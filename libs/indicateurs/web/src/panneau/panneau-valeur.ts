import { CdkTrapFocus } from '@angular/cdk/a11y';
import { afterNextRender, Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import {
  type Absence,
  ABSENCES,
  formaterAvecUnite,
  LIBELLES_ABSENCES,
  LIBELLES_QUALITES,
  LIBELLES_STATUTS_VALEUR,
  LIMITES_VALEUR,
  type Qualite,
  QUALITES,
} from '@pleniere/indicateurs/domain';
import { type Enregistrement, DateFr, PlEtatEnregistrement, PlIcone } from '@pleniere/shared/ui';
import { ChoixConflit } from '../grille/choix-conflit';
import type { Ecrit } from '../grille/saisie/etat-case';
import { type CaseCourante, ModeleGrille } from '../grille/modele/modele-grille';
import { CasesGrille } from '../grille/saisie/cases-grille';
import { SaisieGrille } from '../grille/saisie/saisie-grille';
import { texteDe } from '../grille/saisie/texte-cellule';
import { VerrousGrille } from '../grille/modele/verrous-grille';
import { CalculDeCase } from '../calculs/calcul-de-case';
import { ContestationDeValeur } from '../contestations/contestation-de-valeur';
import { IndicateursClient } from '../indicateurs-client';
import { PiecesDeValeur } from '../pieces/pieces-de-valeur';
import { EditeurContenu } from './editeur-contenu';
import { HistoriqueCase } from './historique-case';

/** Detail of a cell: definition, value or reason of absence, quality, comment, source, history. Saved as one goes. */
@Component({
  selector: 'pl-panneau-valeur',
  imports: [
    CalculDeCase,
    CdkTrapFocus,
    ChoixConflit,
    ContestationDeValeur,
    DateFr,
    EditeurContenu,
    HistoriqueCase,
    PiecesDeValeur,
    PlEtatEnregistrement,
    PlIcone,
    RouterLink,
  ],
  host: { '(keydown.escape)': 'ferme.emit()' },
  templateUrl: './panneau-valeur.html',
  styleUrl: './panneau-valeur.scss',
})
export class PanneauValeur {
  private readonly saisie = inject(SaisieGrille);
  private readonly cases = inject(CasesGrille);
  protected readonly verrous = inject(VerrousGrille);
  private readonly modele = inject(ModeleGrille);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly courante = input.required<CaseCourante>();
  /** On a phone the panel takes the whole screen and keeps the focus. */
  readonly plein = input(false);
  readonly ferme = output();

  protected readonly absences = ABSENCES;
  protected readonly qualites = QUALITES;
  protected readonly limites = LIMITES_VALEUR;
  protected readonly libellesAbsences = LIBELLES_ABSENCES;
  protected readonly libellesQualites = LIBELLES_QUALITES;
  protected readonly libellesStatuts = LIBELLES_STATUTS_VALEUR;

  protected readonly indicateur = computed(() => this.courante().ligne.indicateur);
  private readonly indicateurId = computed(() => this.indicateur().id);
  private readonly lecture = inject(IndicateursClient).historique(this.indicateurId);
  protected readonly historique = computed(() => {
    const { annee, territoire, ventilation } = this.courante().cellule;
    const changements = this.lecture.hasValue() ? this.lecture.value() : [];
    return changements.filter(
      (passe) => passe.annee === annee && passe.territoire === territoire && passe.ventilation === ventilation,
    );
  });

  protected readonly ecrit = computed<Ecrit>(() => {
    const { vue, cellule } = this.courante();
    return (vue.etat && 'ecrit' in vue.etat && vue.etat.ecrit) || this.saisie.ecritActuel(cellule);
  });
  protected readonly vide = computed(() => this.ecrit().valeur === null && this.ecrit().absence === null);
  protected readonly reference = computed(() => {
    const { reference } = this.indicateur();
    return reference && `${formaterAvecUnite(reference.valeur, this.indicateur())} en ${reference.annee}`;
  });
  protected readonly etat = computed<Enregistrement>(() => {
    const sorte = this.courante().vue.etat?.sorte;
    return sorte === undefined || sorte === 'attente' || sorte === 'recue' ? 'inactif' : sorte;
  });
  protected readonly recue = computed(() => {
    const { etat } = this.courante().vue;
    return etat?.sorte === 'recue' ? etat.auteur : null;
  });
  protected readonly motif = computed(() => {
    const { etat } = this.courante().vue;
    return etat && 'motif' in etat ? etat.motif : null;
  });

  constructor() {
    this.saisie.enregistrements.pipe(takeUntilDestroyed()).subscribe(() => this.lecture.reload());
    afterNextRender(() => this.prendreFocus());
  }

  /** Goes to the first field, or to the button that closes when nothing can be typed. */
  prendreFocus(): void {
    const champ = this.element.querySelector<HTMLElement>('.saisie :is(input, textarea)');
    (champ ?? this.element.querySelector<HTMLElement>('header button'))?.focus();
  }

  /** While one is in the form, what others write in this cell waits: it is shown beside, once one has written. */
  protected occuper(dedans: boolean): void {
    this.cases.occuper(dedans ? this.courante().cle : null);
  }

  /** Takes the sum of the parts for an empty total. */
  protected accepterSomme(): void {
    const { ligne, annee } = this.courante();
    const valeur = this.modele.somme(ligne, annee);
    if (valeur !== null) this.ecrire({ valeur, absence: null });
  }

  protected surTexte(texte: string): void {
    const { cellule, vue } = this.courante();
    void this.saisie.taper([{ cellule, texte, verrou: vue.verrou }]);
  }

  protected surAbsence(absence: Absence): void {
    this.ecrire({ valeur: null, absence });
  }

  protected surQualite(qualite: Qualite): void {
    this.ecrire({ qualite });
  }

  /** Writes a part of the cell; the rest stays as it is. */
  protected ecrire(partie: Partial<Ecrit>): void {
    const ecrit = { ...this.ecrit(), ...partie };
    const { cellule } = this.courante();
    void this.saisie.ecrire([{ cellule, texte: texteDe(ecrit, this.indicateur()), ecrit }]);
  }
}
