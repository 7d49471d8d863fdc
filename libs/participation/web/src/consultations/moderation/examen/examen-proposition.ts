import { Component, computed, ElementRef, inject, input, linkedSignal, output, viewChild } from '@angular/core';
import {
  type DecisionModeration,
  EXPLICATIONS_REFUS,
  LIBELLES_MOTIFS_REFUS,
  longueurDe,
  LONGUEURS_PAROLES,
  type MotifRefus,
  MOTIFS_REFUS,
  MOTIFS_SIGNALEMENT,
  type MotifSignalement,
  type PropositionOuverte,
  refusTexteProposition,
} from '@pleniere/participation/domain';
import { DateFr, PlIcone, PlPuceStatut } from '@pleniere/shared/ui';
import { Raccourcis } from '@pleniere/shared/web';
import { direAge } from '../../../attente/age';
import { PropositionsProches } from './propositions-proches';

type Geste = 'lire' | 'refuser' | 'corriger';

const CANAUX: Readonly<Record<string, string>> = {
  web: 'sur le site',
  borne: 'à une borne',
  papier: 'sur papier',
  mediateur: 'avec un médiateur',
  amorce: 'par l’équipe',
};
const SIGNALEMENTS: Readonly<Record<MotifSignalement, string>> = {
  illicite: 'Contraire à la loi',
  injures: 'Injurieuse',
  'donnees-personnelles': 'Désigne une personne',
  'hors-sujet': 'Hors sujet',
  publicite: 'Publicité',
};

/** One proposition to decide of: what it says, what is close to it, and a key for each decision. */
@Component({
  selector: 'pl-examen-proposition',
  imports: [DateFr, PlIcone, PlPuceStatut, PropositionsProches],
  host: { '(document:keydown)': 'touche($event)' },
  templateUrl: './examen-proposition.html',
  styleUrl: './examen-proposition.scss',
})
export class ExamenProposition {
  private readonly raccourcis = inject(Raccourcis);

  readonly proposition = input.required<PropositionOuverte>();
  readonly occupe = input(false);
  readonly decidee = output<DecisionModeration>();
  readonly suivante = output();

  private readonly cle = computed(() => this.proposition().id);
  protected readonly geste = linkedSignal<string, Geste>({ source: this.cle, computation: () => 'lire' });
  protected readonly motif = linkedSignal<string, MotifRefus | null>({ source: this.cle, computation: () => null });
  protected readonly detail = linkedSignal({ source: this.cle, computation: () => '' });
  protected readonly texte = linkedSignal({ source: this.cle, computation: () => this.proposition().texte });

  protected readonly motifs = MOTIFS_REFUS.map((motif, rang) => ({
    motif,
    touche: String((rang + 1) % 10),
    libelle: LIBELLES_MOTIFS_REFUS[motif],
    explication: EXPLICATIONS_REFUS[motif],
  }));
  protected readonly canaux = CANAUX;
  protected readonly libellesSignalements = SIGNALEMENTS;
  protected readonly libellesMotifs = LIBELLES_MOTIFS_REFUS;
  protected readonly touchesActives = this.raccourcis.uneTouche;
  protected readonly age = computed(() => direAge(this.proposition().proposeeLe));
  protected readonly longueur = computed(() => longueurDe(this.texte()));
  protected readonly longueurMax = LONGUEURS_PAROLES.proposition;
  protected readonly refusTexte = computed(() => refusTexteProposition(this.texte()));
  protected readonly signalements = computed(() => {
    const parMotif = Map.groupBy(this.proposition().signalements, ({ motif }) => motif);
    return MOTIFS_SIGNALEMENT.flatMap((motif) => {
      const liste = parMotif.get(motif);
      return liste ? [{ motif, nombre: liste.length, details: liste.flatMap(({ detail }) => detail || []) }] : [];
    });
  });
  private readonly correction = viewChild<ElementRef<HTMLTextAreaElement>>('correction');
  private readonly premierMotif = viewChild<ElementRef<HTMLElement>>('choixMotif');

  protected accepter(): void {
    const corrige = this.geste() === 'corriger' && this.texte() !== this.proposition().texte;
    if (corrige && this.refusTexte() !== null) return;
    this.decidee.emit({ decision: 'accepter', ...(corrige && { texte: this.texte() }) });
  }

  protected refuser(): void {
    const motif = this.motif();
    if (motif !== null) this.decidee.emit({ decision: 'refuser', motif, motifDetail: this.detail().trim() });
  }

  protected reporter(): void {
    this.decidee.emit({ decision: 'reporter' });
  }

  protected preparer(geste: Geste): void {
    this.geste.set(geste);
    // The field exists once the view is drawn.
    setTimeout(() => {
      this.correction()?.nativeElement.focus();
      this.premierMotif()?.nativeElement.querySelector('input')?.focus();
    });
  }

  /** One key a decision. */
  protected touche(geste: KeyboardEvent): void {
    const { key } = geste;
    if (key === 'Escape') this.geste.set('lire');
    else if (!this.occupe() && this.entendue(geste) && this.comprendre(key)) geste.preventDefault();
  }

  /** Never while something is being typed, nor with a modifier, nor under a dialog. */
  private entendue({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    if (!this.raccourcis.uneTouche() || ctrlKey || metaKey || altKey) return false;
    if (document.querySelector('mat-dialog-container')) return false;
    return !(target instanceof HTMLElement && target.closest('textarea, select, input:not([type="radio"])'));
  }

  private comprendre(touche: string): boolean {
    if (this.geste() !== 'refuser') return this.agir(touche);
    const choisi = this.motifs.find((motif) => motif.touche === touche);
    if (choisi) this.motif.set(choisi.motif);
    return choisi !== undefined;
  }

  private agir(touche: string): boolean {
    const gestes: Readonly<Record<string, () => void>> = {
      a: () => this.accepter(),
      r: () => this.preparer('refuser'),
      p: () => this.proposition().etat === 'en-attente' && this.reporter(),
      c: () => this.preparer('corriger'),
      ArrowRight: () => this.suivante.emit(),
    };
    const acte = gestes[touche];
    acte?.();
    return acte !== undefined;
  }
}
