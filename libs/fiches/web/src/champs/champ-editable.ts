import { afterNextRender, Component, computed, ElementRef, inject, Injector, input, viewChild } from '@angular/core';
import { type Champ, type ChampId, valeurVide } from '@pleniere/fiches/domain';
import { DateFr, PlEtatEnregistrement, PlIcone, PlSquelette } from '@pleniere/shared/ui';
import { FicheStore } from '../fiche/fiche-store';
import { Referentiels } from '../fiche/referentiels';
import { ArriveesFiche } from '../presence/arrivees-fiche';
import { ecriventIci } from '../presence/mots-presence';
import { PresencesFiche } from '../presence/presences-fiche';
import { ConflitChamp } from './edition/conflit-champ';
import { EditeurChamp } from './editeurs/editeur-champ';
import { LectureChamp } from './lecture/lecture-champ';

/** A field of the sheet, read and edited in the same place: click or Enter to edit, Escape to leave, saved by itself. */
@Component({
  selector: 'pl-champ',
  imports: [ConflitChamp, DateFr, EditeurChamp, LectureChamp, PlEtatEnregistrement, PlIcone, PlSquelette],
  host: {
    '[id]': '"champ-" + champ().id',
    '[class.modifiable]': 'modifiable()',
    '[class.ouvert]': 'ouvert()',
    '[class.arrive]': 'marque() !== null',
    '(click)': 'cliquer($event)',
    '(keydown.escape)': 'fermer()',
    '(focusout)': 'quitter($event)',
  },
  templateUrl: './champ-editable.html',
  styleUrl: './champ-editable.scss',
})
export class ChampEditable {
  private readonly hote = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly store = inject(FicheStore);
  private readonly referentiels = inject(Referentiels);
  private readonly arrivees = inject(ArriveesFiche);
  private readonly presences = inject(PresencesFiche);
  private readonly bouton = viewChild<ElementRef<HTMLButtonElement>>('bouton');

  readonly champ = input.required<Champ & { id: ChampId }>();

  protected readonly edition = computed(() => this.store.edition(this.champ().id));
  protected readonly modifiable = computed(() => this.store.fiche()?.droits.ecrire ?? false);
  protected readonly ouvert = computed(() => this.modifiable() && this.store.ouvert() === this.champ().id);
  protected readonly orientation = computed(() => this.referentiels.orientation(this.store.fiche()));
  protected readonly valeur = computed(() =>
    this.edition().enAttente() ? this.edition().valeur() : this.store.valeur(this.champ().id),
  );
  /** Who else writes here at the moment, in words. */
  protected readonly ecrivains = computed(() => ecriventIci(this.presences.ecrivains(this.champ().id)));
  protected readonly marque = computed(() => this.arrivees.marque(this.champ().id));
  protected readonly manque = computed(() =>
    this.store.completude().manques.find((manque) => manque.champ === this.champ().id),
  );
  protected readonly vide = computed(
    () => JSON.stringify(this.valeur()) === JSON.stringify(valeurVide(this.champ().id)),
  );

  /** The pointer's shortcut of the button: a click on the text, unless it follows a link or ends a selection. */
  protected cliquer({ target }: Event): void {
    const surLeTexte = target instanceof Element && target.closest('.lecture') !== null && !target.closest('a, button');
    if (this.modifiable() && surLeTexte && !getSelection()?.toString()) this.ouvrir();
  }

  protected ouvrir(): void {
    this.edition().ouvrir(this.store.base(this.champ().id));
    this.store.ouvert.set(this.champ().id);
  }

  protected fermer(): void {
    if (!this.ouvert()) return;
    void this.edition().enregistrer();
    this.store.ouvert.set(null);
    afterNextRender(() => this.bouton()?.nativeElement.focus(), { injector: this.injector });
  }

  protected quitter({ relatedTarget }: FocusEvent): void {
    const dedans = relatedTarget instanceof Node && this.hote.nativeElement.contains(relatedTarget);
    if (!this.ouvert() || dedans) return;
    void this.edition().enregistrer();
    // Without a new focus, the window itself was left: the field stays open for the return.
    if (relatedTarget) this.store.ouvert.set(null);
  }
}
