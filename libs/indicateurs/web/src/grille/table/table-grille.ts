import { CdkConnectedOverlay } from '@angular/cdk/overlay';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Nature } from '@pleniere/indicateurs/domain';
import { PlIcone } from '@pleniere/shared/ui';
import { type CaseCourante, ModeleGrille } from '../modele/modele-grille';
import { NavigationGrille, type Place } from '../modele/navigation-grille';
import { CasesGrille } from '../saisie/cases-grille';
import { SaisieGrille } from '../saisie/saisie-grille';
import { texteDe } from '../saisie/texte-cellule';
import { FenetreLignes } from './fenetre-lignes';
import { GestesGrille } from './gestes-grille';
import { MarqueCase } from './marque-case';
import { MenuReponses, type ReponseChoisie } from './menu-reponses';

/** A cell being typed in. `tapee`: begun by typing, so that arrows leave it, as in a spreadsheet. */
interface Edition {
  place: Place;
  courante: CaseCourante;
  texte: string;
  tapee: boolean;
}

const A_REPONSES: readonly Nature[] = ['echelle', 'oui-non', 'liste'];
/** Keys that leave a cell, with the way they lead. */
const QUITTENT: Readonly<Record<string, string>> = {
  Enter: 'ArrowDown',
  Tab: 'ArrowRight',
  ArrowUp: 'ArrowUp',
  ArrowDown: 'ArrowDown',
  ArrowLeft: 'ArrowLeft',
  ArrowRight: 'ArrowRight',
};
const REVIENNENT: Readonly<Record<string, string>> = { Enter: 'ArrowUp', Tab: 'ArrowLeft' };

/** The grid itself: an ARIA grid that is driven like a spreadsheet. */
@Component({
  selector: 'pl-table-grille',
  imports: [CdkConnectedOverlay, MarqueCase, MenuReponses, PlIcone, RouterLink],
  providers: [FenetreLignes, GestesGrille],
  host: { '(keydown)': 'surTouche($event)', '(document:copy)': 'copier($event)', '(document:paste)': 'coller($event)' },
  templateUrl: './table-grille.html',
  styleUrls: ['./table-grille.scss', './cases-table.scss'],
})
export class TableGrille {
  protected readonly modele = inject(ModeleGrille);
  protected readonly navigation = inject(NavigationGrille);
  private readonly saisie = inject(SaisieGrille);
  private readonly cases = inject(CasesGrille);
  protected readonly fenetre = inject(FenetreLignes);
  private readonly gestes = inject(GestesGrille);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** The person asks for the detail of the cell. */
  readonly detail = output();

  protected readonly edition = signal<Edition | null>(null);
  private readonly cadre = viewChild.required<ElementRef<HTMLElement>>('cadre');
  protected readonly visibles = computed(() => {
    const lignes = this.modele.lignes();
    return this.fenetre.rangs().flatMap((rang) => {
      const ligne = lignes[rang];
      return ligne ? [{ rang, ligne }] : [];
    });
  });

  constructor() {
    effect(() => this.cases.occuper(this.edition()?.courante.cle ?? null));
    afterNextRender(() => this.surDefilement());
  }

  /** Draws the rows that come on screen; the keyboard stays in the grid when its row goes away. */
  protected surDefilement(): void {
    const cadre = this.cadre().nativeElement;
    this.fenetre.suivre(cadre);
    const dedans = document.activeElement?.closest('pl-table-grille') === this.element;
    if (dedans && !this.fenetre.contient(this.navigation.foyer().ligne)) cadre.focus({ preventScroll: true });
  }

  protected estFoyer(ligne: number, colonne: number): boolean {
    const foyer = this.navigation.foyer();
    return foyer.ligne === ligne && foyer.colonne === colonne;
  }

  protected enEdition(ligne: number, colonne: number): Edition | null {
    const edition = this.edition();
    return edition?.place.ligne === ligne && edition.place.colonne === colonne ? edition : null;
  }

  protected aReponses({ courante }: Edition): boolean {
    return A_REPONSES.includes(courante.ligne.indicateur.nature);
  }

  protected elementDe({ ligne, colonne }: Place): HTMLElement {
    return this.element.querySelector<HTMLElement>(`[data-place="${ligne}.${colonne}"]`) ?? this.element;
  }

  protected surPointeur(evenement: MouseEvent, place: Place): void {
    if (evenement.button !== 0 || (evenement.target instanceof Element && evenement.target.closest('a, button, input')))
      return;
    this.navigation.aller(place, evenement.shiftKey);
  }

  protected surSurvol({ buttons }: MouseEvent, place: Place): void {
    if (buttons === 1 && this.edition() === null) this.navigation.aller(place, true);
  }

  protected surFoyer(place: Place): void {
    const foyer = this.navigation.foyer();
    if (foyer.ligne !== place.ligne || foyer.colonne !== place.colonne) this.navigation.aller(place);
  }

  protected surTouche(evenement: KeyboardEvent): void {
    const { target } = evenement;
    const surCase = target instanceof Element && target.hasAttribute('data-place');
    if (!surCase && target !== this.cadre().nativeElement) return;
    const edition = this.edition();
    const { key, shiftKey, altKey } = evenement;
    const controle = evenement.ctrlKey || evenement.metaKey;
    if (edition) return this.anticiper(evenement, edition);
    const place = this.navigation.destination(key, controle);
    if (place) this.aller(place, shiftKey);
    else if (key === 'Tab') return this.tabuler(evenement);
    else if (altKey || !(controle ? this.commander(key) : this.agir(key))) return;
    evenement.preventDefault();
  }

  /** Fingers are faster than the screen: what is typed before the field takes the focus belongs to it. */
  private anticiper(evenement: KeyboardEvent, edition: Edition): void {
    const { key, ctrlKey, metaKey } = evenement;
    if (key.length > 1 || ctrlKey || metaKey) return this.surToucheDeSaisie(evenement, edition);
    this.retenirTexte(edition.texte + key);
    evenement.preventDefault();
  }

  /** What a key does together with Ctrl; false when it does nothing here. */
  private commander(touche: string): boolean {
    if (touche === 'Enter') this.detail.emit();
    else if (touche.toLowerCase() === 'z') void this.saisie.annuler();
    else return false;
    return true;
  }

  /** Enter, F2, Delete, Escape, or a character that begins a text; false when the key means nothing here. */
  private agir(touche: string): boolean {
    if (touche === 'Enter' || touche === 'F2') this.entrer();
    else if (touche === 'Delete' || touche === 'Backspace') this.gestes.vider();
    else if (touche === 'Escape') this.gestes.revenir();
    else if (touche === '=' && this.gestes.accepterSomme()) return true;
    else if (touche.length === 1 && touche !== ' ') this.editer(touche);
    else return false;
    return true;
  }

  protected surToucheDeSaisie(evenement: KeyboardEvent, edition: Edition): void {
    evenement.stopPropagation();
    const { key, shiftKey } = evenement;
    const suite = (shiftKey && REVIENNENT[key]) || QUITTENT[key];
    if (key === 'Escape') this.fermer();
    else if (suite && (edition.tapee || !key.startsWith('Arrow'))) this.valider(suite);
    else return;
    evenement.preventDefault();
  }

  /** Leaves the cell that is typed in, writes it, and goes on as the key asks. */
  private valider(touche: string): void {
    const place = this.edition()?.place;
    this.quitter();
    const suite = this.navigation.destination(touche) ?? place;
    if (suite) this.aller(suite);
  }

  /** Writes what was typed, without moving: the person may have gone elsewhere. */
  protected quitter(): void {
    const edition = this.edition();
    if (!edition) return;
    const { cellule, cle, ligne, vue, valeur } = edition.courante;
    this.edition.set(null);
    const texte = edition.texte.trim();
    if (texte === texteDe(valeur, ligne.indicateur)) this.saisie.abandonner([cle]);
    else void this.saisie.taper([{ cellule, texte, verrou: vue.verrou }]);
  }

  protected saisieActuelle({ courante }: Edition): ReponseChoisie {
    const { etat } = courante.vue;
    return (etat && 'ecrit' in etat && etat.ecrit) || this.saisie.ecritActuel(courante.cellule);
  }

  protected choisir({ courante }: Edition, { valeur, absence }: ReponseChoisie): void {
    const ecrit = { ...this.saisie.ecritActuel(courante.cellule), valeur, absence };
    void this.saisie.ecrire([
      { cellule: courante.cellule, texte: texteDe({ valeur, absence }, courante.ligne.indicateur), ecrit },
    ]);
    this.fermer();
  }

  protected fermer(): void {
    const place = this.edition()?.place;
    this.edition.set(null);
    if (place) this.aller(place);
  }

  protected retenirTexte(texte: string): void {
    this.edition.update((edition) => edition && { ...edition, texte });
  }

  protected ouvrir(place: Place): void {
    this.navigation.aller(place);
    this.entrer();
  }

  protected copier(evenement: ClipboardEvent): void {
    if (!this.estActive()) return;
    evenement.clipboardData?.setData('text/plain', this.gestes.copier());
    evenement.preventDefault();
  }

  protected coller(evenement: ClipboardEvent): void {
    const texte = evenement.clipboardData?.getData('text/plain') ?? '';
    if (!this.estActive() || texte === '') return;
    evenement.preventDefault();
    void this.gestes.coller(texte);
  }

  private estActive(): boolean {
    return this.edition() === null && document.activeElement?.closest('pl-table-grille') === this.element;
  }

  /** Goes to a cell, wherever it is. */
  aller(place: Place, etendre = false): void {
    this.navigation.aller(place, etendre);
    const { ligne } = this.navigation.foyer();
    if (this.fenetre.contient(ligne)) return this.prendreFocus();
    const cadre = this.cadre().nativeElement;
    cadre.scrollTop = this.fenetre.defilementPour(ligne);
    this.fenetre.suivre(cadre);
    afterNextRender(() => this.prendreFocus(), { injector: this.injector });
  }

  private prendreFocus(): void {
    this.elementDe(this.navigation.foyer()).focus();
  }

  /** Tab goes along the row and then out of the grid, so that the keyboard is never caught. */
  private tabuler(evenement: KeyboardEvent): void {
    const { ligne, colonne } = this.navigation.foyer();
    const suite = this.navigation.destination(evenement.shiftKey ? 'ArrowLeft' : 'ArrowRight');
    if (!suite || (suite.ligne === ligne && suite.colonne === colonne)) return;
    evenement.preventDefault();
    this.aller(suite);
  }

  private entrer(): void {
    const { ligne, colonne } = this.navigation.foyer();
    const entete = this.modele.lignes()[ligne];
    if (entete?.sorte !== 'ensemble' && colonne > 0) return this.editer(null);
    if (!entete || entete.sorte === 'titre') return;
    if (entete.ouverte !== null) this.modele.basculer(entete);
    else void this.router.navigate(['/indicateurs', entete.indicateur.id]);
  }

  /** Opens the cell on its own text, or on the character that was typed. */
  private editer(frappe: string | null): void {
    const place = this.navigation.foyer();
    const courante = this.modele.caseA(place);
    if (!courante || courante.vue.verrou !== null) return;
    if (courante.vue.etat?.sorte === 'en-cours' || courante.vue.etat?.sorte === 'conflit') return;
    const { indicateur } = courante.ligne;
    if (indicateur.nature === 'texte') return this.detail.emit();
    const retenu = courante.vue.etat && 'texte' in courante.vue.etat ? courante.vue.etat.texte : null;
    const texte = frappe ?? retenu ?? texteDe(courante.valeur, indicateur);
    this.edition.set({ place, courante, texte, tapee: frappe !== null });
    afterNextRender(
      () => {
        const champ = this.elementDe(place).querySelector('input');
        champ?.focus();
        if (frappe === null) champ?.select();
        else champ?.setSelectionRange(champ.value.length, champ.value.length);
      },
      { injector: this.injector },
    );
  }
}
