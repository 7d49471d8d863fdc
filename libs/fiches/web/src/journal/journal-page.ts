import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { EntreeJournal } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import { RubriquesContrat } from '@pleniere/acteurs/web';
import type { FicheNommee } from '@pleniere/fiches/domain';
import { PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { Referentiels } from '../fiche/referentiels';
import { ChangementLu } from '../historique/changement-lu';
import { type FiltreHistorique, HistoriqueClient, TAILLE_PAGE_HISTORIQUE } from '../historique/historique-client';
import { derniereLecture } from './depuis';
import { FiltresJournal } from './filtres-journal';
import { parFiche, parJour } from './grouper';

/** Who changed what in the contrat, and when, with what it was before; the part that is read is in the address. */
@Component({
  selector: 'pl-journal-page',
  imports: [
    ChangementLu,
    FiltresJournal,
    PlErreur,
    PlEtatVide,
    PlIcone,
    PlPage,
    PlSquelette,
    RouterLink,
    RubriquesContrat,
  ],
  providers: [Referentiels],
  templateUrl: './journal-page.html',
  styleUrl: './journal-page.scss',
})
export class JournalPage {
  private readonly client = inject(HistoriqueClient);
  private readonly router = inject(Router);
  private readonly referentiels = inject(Referentiels);
  private readonly entrees = signal<readonly EntreeJournal[]>([]);

  readonly depuis = input<string>();
  readonly jusqua = input<string>();
  readonly personne = input<string>();
  readonly organisation = input<string>();
  readonly fiche = input<string>();
  readonly objet = input<string>();
  /** Absent, the journal reads fiche by fiche. */
  readonly vue = input<string>();

  protected readonly filtre = computed<FiltreHistorique>(() => ({
    depuis: this.depuis(),
    jusqua: this.jusqua(),
    personne: this.personne(),
    organisation: this.organisation(),
    fiche: this.fiche(),
    objet: this.objet(),
  }));
  protected readonly filtree = computed(() => Object.values(this.filtre()).some(Boolean));
  protected readonly derniere = derniereLecture(inject(SessionStore).session()?.personne.id ?? '');
  protected readonly fiches = signal<readonly FicheNommee[]>([]);
  protected readonly enCours = signal(true);
  protected readonly refus = signal<unknown>(null);
  protected readonly suite = signal(false);
  protected readonly deplie = signal(false);
  protected readonly groupes = computed(() => {
    const orientation = (id: string) => this.referentiels.texteOrientation(id);
    return this.vue() === 'jours'
      ? parJour(this.entrees(), orientation)
      : parFiche(this.entrees(), this.fiches(), orientation);
  });

  constructor() {
    effect(() => {
      const filtre = this.filtre();
      untracked(() => {
        this.entrees.set([]);
        void this.lire(filtre);
      });
    });
  }

  protected choisir(choix: FiltreHistorique & { vue?: string }): void {
    const queryParams = Object.fromEntries(Object.entries(choix).map(([cle, valeur]) => [cle, valeur || null]));
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected effacer(): void {
    void this.router.navigate([], { queryParams: this.vue() ? { vue: this.vue() } : {} });
  }

  /** Adds the next page, older than what is shown; an answer to an older question is left aside. */
  protected async lire(filtre = this.filtre()): Promise<void> {
    this.refus.set(null);
    this.enCours.set(true);
    try {
      const { entrees: page, fiches } = await this.client.lire(filtre, this.entrees().at(-1)?.id ?? null);
      if (filtre !== this.filtre()) return;
      this.entrees.update((entrees) => [...entrees, ...page]);
      this.fiches.set(fiches);
      this.suite.set(page.length === TAILLE_PAGE_HISTORIQUE);
    } catch (erreur) {
      if (filtre === this.filtre()) this.refus.set(erreur);
    }
    if (filtre === this.filtre()) this.enCours.set(false);
  }

  /** What is folded does not print. */
  protected imprimer(): void {
    this.deplie.set(true);
    setTimeout(() => {
      print();
    });
  }
}
