import { DOCUMENT } from '@angular/common';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { champDe } from '@pleniere/fiches/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlErreur, PlEtatVide, PlIcone, PlSquelette, Saisie } from '@pleniere/shared/ui';
import { TypoFr } from '../../champs/typo-fr';
import { DialogueStore } from '../dialogue-store';
import { FilDeDiscussion } from '../fil/fil-de-discussion';
import { NotesEtat } from '../note/notes-etat';
import { DemandeLue } from '../precision/demande-lue';
import { poserDemande } from '../precision/poser-demande';
import { NouvelEchange } from '../redaction/nouvel-echange';
import { champsVisibles } from './champs-visibles';

const ETROIT = '(max-width: 1180px)';

/** What is said about the fiche: a column beside the sheet that follows the scroll, a drawer where there is no room. */
@Component({
  selector: 'pl-volet-dialogue',
  imports: [DemandeLue, FilDeDiscussion, NotesEtat, NouvelEchange, PlErreur, PlEtatVide, PlIcone, PlSquelette, TypoFr],
  templateUrl: './volet-dialogue.html',
  styleUrl: './volet-dialogue.scss',
  host: {
    '(keydown.escape)': 'fermer()',
    class: 'pl-ecran',
    '[class.ouvert]': 'store.ouvert()',
    '[class.participe]': 'store.participe',
  },
})
export class VoletDialogue {
  protected readonly store = inject(DialogueStore);
  private readonly saisie = inject(Saisie);
  private readonly injector = inject(Injector);
  private readonly volet = viewChild<ElementRef<HTMLDialogElement>>('volet');
  private readonly titre = viewChild<ElementRef<HTMLElement>>('titre');
  private readonly bouton = viewChild<ElementRef<HTMLButtonElement>>('bouton');
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);
  private readonly etroit = signal(false);

  protected readonly ouvertsSeuls = signal(true);
  protected readonly aMoi = signal(false);
  protected readonly visibles = signal(false);
  private readonly champsVisibles = champsVisibles(this.visibles);

  protected readonly champ = computed(() => {
    const champ = this.store.champ();
    return champ === null ? null : champDe(champ).libelle;
  });
  protected readonly resume = computed(() => {
    const ouverts = this.store.ouverts();
    return ouverts === 0 ? 'Aucun échange ouvert' : accorder(ouverts, 'échange ouvert', 'échanges ouverts');
  });
  protected readonly demandes = computed(() =>
    this.store
      .demandes()
      .filter((demande) => !this.ouvertsSeuls() || demande.statut !== 'close')
      .filter((demande) => this.surLeChamp(demande.champ))
      .filter(
        (demande) => !this.aMoi() || demande.auteurId === this.store.personneId || this.store.peutRepondre(demande),
      ),
  );
  protected readonly fils = computed(() =>
    this.store
      .fils()
      .filter(({ statut }) => !this.ouvertsSeuls() || statut === 'ouvert')
      .filter(({ champ }) => this.surLeChamp(champ))
      .filter((fil) => !this.aMoi() || this.store.estMien(fil)),
  );
  protected readonly vide = computed(() => this.demandes().length + this.fils().length === 0);
  protected readonly filtre = computed(
    () => this.store.fils().length + this.store.demandes().length > 0 || this.store.champ() !== null,
  );

  constructor() {
    const media = inject(DOCUMENT).defaultView?.matchMedia?.(ETROIT);
    const mesurer = (): void => this.etroit.set(media?.matches ?? false);
    mesurer();
    effect((fin) => {
      media?.addEventListener('change', mesurer);
      fin(() => media?.removeEventListener('change', mesurer));
    });
    effect(() => {
      const fragment = this.fragment() ?? '';
      untracked(() => {
        if (fragment === 'echanges') this.store.montrer();
        // A drawer would hide the field that its link leads to.
        else if (fragment.startsWith('champ-') && this.etroit()) this.store.ouvert.set(false);
      });
    });
    effect(() => this.presenter(this.store.ouvert(), this.etroit()));
  }

  /** A drawer takes the keyboard and gives it back; a column only stands there. */
  private presenter(ouvert: boolean, etroit: boolean): void {
    const volet = this.volet()?.nativeElement;
    if (!volet) return;
    if (volet.open) {
      if (typeof volet.close === 'function') volet.close();
      else volet.removeAttribute('open');
    }
    if (!ouvert) return;
    if (etroit && typeof volet.showModal === 'function') volet.showModal();
    else volet.setAttribute('open', '');
    // A message being written takes the keyboard itself.
    if (!untracked(this.store.redige))
      afterNextRender(() => this.titre()?.nativeElement.focus({ preventScroll: true }), { injector: this.injector });
  }

  protected fermer(): void {
    this.store.ouvert.set(false);
    this.store.redige.set(false);
    afterNextRender(() => this.bouton()?.nativeElement.focus(), { injector: this.injector });
  }

  protected demander(): void {
    void poserDemande(this.saisie, this.store);
  }

  private surLeChamp(champ: string | null): boolean {
    const voulu = this.store.champ();
    if (voulu !== null) return champ === voulu;
    return !this.visibles() || (champ !== null && this.champsVisibles().has(champ));
  }
}
