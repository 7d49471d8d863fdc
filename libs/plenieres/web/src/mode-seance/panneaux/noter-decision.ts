import {
  type AfterViewInit,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { type DecisionSaisie, LIMITES_PLENIERES } from '@pleniere/plenieres/domain';
import { PlErreur, PlIcone } from '@pleniere/shared/ui';
import { DecisionsVives } from '../decisions-vives';
import type { PointNomme } from '../diapos';
import type { MatiereSeance } from '../matiere';

/** The form in which a decision is typed while the room speaks; saved at once, with a network or without. */
@Component({
  selector: 'pl-noter-decision',
  imports: [PlErreur, PlIcone],
  templateUrl: './noter-decision.html',
  styleUrl: './noter-decision.scss',
})
export class NoterDecision implements AfterViewInit {
  private readonly vives = inject(DecisionsVives);
  private readonly dialogue = viewChild.required<ElementRef<HTMLDialogElement>>('dialogue');

  readonly matiere = input.required<MatiereSeance>();
  readonly points = input.required<readonly PointNomme[]>();
  /** Fiche that the room is looking at. */
  readonly ficheId = input<string | null>(null);
  readonly notee = output();
  readonly ferme = output();

  protected readonly max = LIMITES_PLENIERES.decision;
  protected readonly manque = signal(false);
  protected readonly refus = signal<unknown>(null);
  protected readonly fiches = computed(() =>
    this.points().flatMap(({ nom, fiche }) => (fiche ? [{ id: fiche.id, nom }] : [])),
  );

  ngAfterViewInit(): void {
    this.dialogue().nativeElement.showModal();
  }

  protected async noter(
    evenement: Event,
    saisie: Pick<DecisionSaisie, 'texte' | 'ficheId' | 'responsableId' | 'echeance'>,
  ): Promise<void> {
    evenement.preventDefault();
    const texte = saisie.texte.trim();
    this.manque.set(texte === '');
    if (this.manque()) return;
    const { ficheId, responsableId, echeance } = saisie;
    try {
      await this.vives.noter(this.matiere().seance.id, {
        texte,
        ficheId: ficheId || null,
        responsableId: responsableId || null,
        echeance: echeance || null,
        statut: 'a-faire',
        suivi: '',
      });
      this.notee.emit();
      this.dialogue().nativeElement.close();
    } catch (erreur) {
      this.refus.set(erreur);
    }
  }
}
