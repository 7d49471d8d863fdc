import { inject, Injectable } from '@angular/core';
import { accorder, formaterNombre } from '@pleniere/shared/domain';
import { Annonce, Confirmation } from '@pleniere/shared/ui';
import { ModeleGrille } from '../modele/modele-grille';
import { NavigationGrille } from '../modele/navigation-grille';
import { collerBloc, copierBloc, type Tableau } from '../saisie/bloc';
import { CASES_D_UN_BLOC, type Frappe, SaisieGrille } from '../saisie/saisie-grille';
import { texteDe } from '../saisie/texte-cellule';

/** What one does to the chosen cells as a whole: copy, paste, empty, take the offered sum, give up what was typed. */
@Injectable()
export class GestesGrille {
  private readonly modele = inject(ModeleGrille);
  private readonly navigation = inject(NavigationGrille);
  private readonly saisie = inject(SaisieGrille);
  private readonly annonce = inject(Annonce);
  private readonly confirmation = inject(Confirmation);

  /** The chosen cells as a spreadsheet takes them. */
  copier(): string {
    return copierBloc(this.tableau(), this.navigation.selection());
  }

  /** Writes a block from the first chosen cell on. */
  async coller(texte: string): Promise<void> {
    const { frappes, ignorees } = collerBloc(this.tableau(), texte, this.navigation.selection());
    if (ignorees > 0)
      void this.annonce.dire(`${accorder(ignorees, 'case')} de total sans effet\u00A0: un total se calcule.`);
    if (await this.accepteEnvois(frappes)) await this.saisie.coller(frappes);
  }

  /** A block that takes several transactions is announced as such before it goes. */
  private async accepteEnvois({ length }: readonly Frappe[]): Promise<boolean> {
    const envois = Math.ceil(length / CASES_D_UN_BLOC);
    if (envois <= 1) return true;
    return this.confirmation.demander({
      titre: `Coller ${formaterNombre(length)} cases\u202F?`,
      texte: `Ce bloc part en ${envois} envois, l’un après l’autre. Chacun est enregistré ou refusé en entier, et le tout s’annule en une fois.`,
      action: 'Coller',
    });
  }

  /** Takes the sum of the parts for an empty total; false when none is offered. */
  accepterSomme(): boolean {
    const courante = this.modele.courante();
    const somme = courante?.vue.suggestion ? this.modele.somme(courante.ligne, courante.annee) : null;
    if (!courante || somme === null) return false;
    const ecrit = { ...this.saisie.ecritActuel(courante.cellule), valeur: somme, absence: null };
    void this.saisie.ecrire([
      { cellule: courante.cellule, texte: texteDe({ valeur: somme, absence: null }, courante.ligne.indicateur), ecrit },
    ]);
    return true;
  }

  /** Empties the selected cells. */
  vider(): void {
    const { haut, bas, gauche, droite } = this.navigation.selection();
    const frappes = [];
    for (let ligne = haut; ligne <= bas; ligne++) {
      for (let colonne = gauche; colonne <= droite; colonne++) {
        const courante = this.modele.caseA({ ligne, colonne });
        const remplie = courante?.valeur ?? courante?.vue.etat;
        if (courante && remplie && courante.vue.verrou === null)
          frappes.push({ cellule: courante.cellule, texte: '', verrou: null });
      }
    }
    void this.saisie.taper(frappes);
  }

  /** Escape goes back to what the server knows, then to a single cell. */
  revenir(): void {
    const courante = this.modele.courante();
    if (courante && courante.vue.etat?.sorte !== 'conflit') this.saisie.abandonner([courante.cle]);
    this.navigation.aller(this.navigation.foyer());
  }

  private tableau(): Tableau {
    return {
      lignes: this.modele.lignes(),
      vues: this.modele.vues(),
      serie: (ligne) => this.modele.serie(ligne),
      valeurs: this.saisie.valeurs(),
    };
  }
}
