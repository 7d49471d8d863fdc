import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AnnulationLot, codeAffiche, type LotImport } from '@pleniere/fiches/domain';
import { accorder, formaterDate } from '@pleniere/shared/domain';
import { Confirmation, PlErreur, PlIcone, PlPage, PlPuceStatut, PlSquelette } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { ImportsFichesClient } from '../imports-client';
import { compterLot, phraseFichier, phraseLot, prochainARelire, SIGNES_STATUTS } from '../mots-import';

/** Time between two looks at a lot whose files are being read. */
const PAUSE_LECTURE = 1500;

/** One lot: a line per file, with what was recognised and what remains to read again. */
@Component({
  selector: 'pl-lot-page',
  imports: [PlErreur, PlIcone, PlPage, PlPuceStatut, PlSquelette, RouterLink],
  templateUrl: './lot-page.html',
  styleUrl: './lot-page.scss',
})
export class LotPage {
  private readonly client = inject(ImportsFichesClient);
  private readonly confirmation = inject(Confirmation);

  /** From the address. */
  readonly lot = input.required<string>();

  protected readonly lecture = this.client.lot(this.lot);
  /** Stays on screen while it is read again. */
  protected readonly affiche = linkedSignal<LotImport | undefined, LotImport | undefined>({
    source: () => (this.lecture.hasValue() ? this.lecture.value() : undefined),
    computation: (lu, avant) => lu ?? avant?.value,
  });
  protected readonly titre = computed(() => {
    const lot = this.affiche();
    return lot ? `Import du ${formaterDate(lot.creeLe)}` : 'Import de fiches';
  });
  protected readonly enLecture = computed(
    () => this.affiche()?.fichiers.some(({ statut }) => statut === 'en-cours') ?? false,
  );
  protected readonly prochain = computed(() => prochainARelire(this.affiche()?.fichiers ?? [], null));
  protected readonly annulable = computed(() => this.affiche()?.annuleLe === null && !this.enLecture());
  protected readonly phrase = computed(() => {
    const lot = this.affiche();
    return lot ? phraseLot(compterLot(lot)) : '';
  });
  /** What the cancellation that was just asked put back and left. */
  protected readonly annulation = signal<AnnulationLot | null>(null);
  protected readonly enAnnulation = signal(false);
  protected readonly erreur = signal<unknown>(null);

  protected readonly compte = phraseFichier;
  protected readonly statuts = SIGNES_STATUTS;
  protected readonly code = codeAffiche;
  protected readonly accorder = accorder;

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(this.titre()));
    effect((nettoyer) => {
      if (!this.enLecture() || this.lecture.isLoading()) return;
      const minuterie = setTimeout(() => this.lecture.reload(), PAUSE_LECTURE);
      nettoyer(() => clearTimeout(minuterie));
    });
  }

  protected async annuler(): Promise<void> {
    const accord = await this.confirmation.demander({
      titre: 'Annuler tout l’import\u202F?',
      texte:
        'Les fiches créées sont retirées et les fiches mises à jour reprennent leur texte d’avant, sauf celles que quelqu’un a modifiées depuis\u00A0: elles restent, et la liste vous le dira.',
      action: 'Annuler tout l’import',
    });
    if (!accord) return;
    this.enAnnulation.set(true);
    this.erreur.set(null);
    try {
      const annulation = await this.client.annuler(this.lot());
      this.annulation.set(annulation);
      this.affiche.set(annulation.lot);
    } catch (erreur) {
      this.erreur.set(erreur);
    } finally {
      this.enAnnulation.set(false);
    }
  }
}
