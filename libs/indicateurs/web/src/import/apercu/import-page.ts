import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Router, RouterLink } from '@angular/router';
import {
  type ApercuImport,
  type CaseImport,
  LIBELLES_STATUTS_IMPORT,
  type ModeApplication,
  SORTS_CASE,
} from '@pleniere/indicateurs/domain';
import {
  Confirmation,
  DateFr,
  lireProbleme,
  PlErreur,
  PlIcone,
  PlPage,
  PlPuceStatut,
  PlSquelette,
} from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { type ChoixColonnes, type FiltreCases, ImportsClient } from '../imports-client';
import { demandeAbandon, demandeAnnulation, SIGNES_STATUTS, sortAVoir } from '../mots-import';
import { BilanImport } from './bilan-import';
import { CasesImport } from './cases-import';
import { ColonnesImport } from '../colonnes/colonnes-import';
import { FiltreSorts } from './filtre-sorts';

const PERIME = 412;
const DEJA_FAIT = 409;

/** One import: how its columns are understood, what it would change or has changed, cell by cell. */
@Component({
  selector: 'pl-import-page',
  imports: [
    BilanImport,
    CasesImport,
    ColonnesImport,
    DateFr,
    FiltreSorts,
    MatProgressBar,
    PlErreur,
    PlIcone,
    PlPage,
    PlPuceStatut,
    PlSquelette,
    RouterLink,
  ],
  templateUrl: './import-page.html',
  styleUrl: './import-page.scss',
})
export class ImportPage {
  private readonly client = inject(ImportsClient);
  private readonly confirmation = inject(Confirmation);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly hote = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly id = input.required<string>();
  /** Only the cells of this sort. */
  readonly sort = input<string>();
  readonly page = input<string>();

  private readonly filtre = computed<FiltreCases>(() => {
    const sort = SORTS_CASE.find((slug) => slug === this.sort());
    const page = Number(this.page());
    return { ...(sort ? { sort } : {}), ...(page > 1 ? { page } : {}) };
  });
  protected readonly lecture = this.client.apercu(this.id, this.filtre);
  /** What was shown stays in view while another page of cells is on its way. */
  protected readonly apercu = linkedSignal<ApercuImport | undefined, ApercuImport | undefined>({
    source: () => (this.lecture.hasValue() ? this.lecture.value() : undefined),
    computation: (lu, precedent) => lu ?? precedent?.value,
  });

  /** What is being done, in words; null when nothing is. */
  protected readonly enCours = signal<string | null>(null);
  protected readonly refus = signal<unknown>(null);
  /** The values changed since the preview was shown: it has been made again. */
  protected readonly perime = signal(false);
  private readonly annulation = signal<CaseImport[] | null>(null);
  /** Heading to go to once the import has been read again: the button that was pressed may be gone. */
  private suite: '#titre-bilan' | '#titre-cases' | null = null;

  protected readonly occupe = computed(() => this.enCours() !== null || this.lecture.isLoading());
  protected readonly sortChoisi = computed(() => this.filtre().sort ?? null);
  protected readonly statut = computed(() => {
    const statut = this.apercu()?.statut ?? 'ouvert';
    return { libelle: LIBELLES_STATUTS_IMPORT[statut], ...SIGNES_STATUTS[statut] };
  });
  /** Cells that the undo left; after another visit, those of the page in view. */
  protected readonly conservees = computed(() => {
    const apercu = this.apercu();
    if (apercu?.statut !== 'annule') return [];
    return this.annulation() ?? apercu.cases.filter(({ sort, motif }) => sort !== 'refusee' && motif !== null);
  });

  constructor() {
    const titre = inject(TitreFenetre);
    effect(() => titre.nommer(this.apercu()?.fichier ?? 'Import de valeurs'));
    effect(() => {
      const titreSuivant = this.apercu() && this.suite;
      this.suite = null;
      if (titreSuivant) this.allerVers(titreSuivant);
    });
  }

  protected async choisirColonnes(apercu: ApercuImport, choix: ChoixColonnes): Promise<void> {
    await this.tenter('Lecture du fichier…', async () => {
      const relu = await this.client.choisirColonnes(apercu, choix);
      await this.filtrer({ sort: sortAVoir(relu) });
      this.relire();
    });
  }

  protected async appliquer(apercu: ApercuImport, mode: ModeApplication): Promise<void> {
    await this.tenter('Écriture des valeurs…', async () => {
      await this.client.appliquer(apercu, mode);
      await this.filtrer({ sort: null });
      this.relire();
    });
  }

  protected async annuler(apercu: ApercuImport): Promise<void> {
    if (!(await this.confirmation.demander(demandeAnnulation(apercu)))) return;
    await this.tenter('Annulation de l’import…', async () => {
      const { conservees } = await this.client.annuler(apercu);
      this.annulation.set(conservees);
      await this.filtrer({ sort: null });
      this.relire();
    });
  }

  protected async abandonner(apercu: ApercuImport): Promise<void> {
    if (!(await this.confirmation.demander(demandeAbandon(apercu)))) return;
    await this.tenter('Abandon du fichier…', async () => {
      await this.client.supprimer(apercu);
      await this.router.navigate(['/indicateurs/import']);
    });
  }

  protected async filtrer(filtre: { sort?: string | null; page?: number | null }): Promise<void> {
    await this.router.navigate([], {
      queryParams: { page: null, ...filtre },
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }

  protected async tourner(page: number): Promise<void> {
    this.suite = '#titre-cases';
    await this.filtrer({ page });
  }

  /** A gesture of the person; when the import moved on meanwhile, it is shown as it stands. */
  private async tenter(enCours: string, geste: () => Promise<void>): Promise<void> {
    if (this.enCours() !== null) return;
    this.enCours.set(enCours);
    this.refus.set(null);
    this.perime.set(false);
    try {
      await geste();
    } catch (erreur) {
      const { status } = lireProbleme(erreur);
      if (status === PERIME) this.perime.set(true);
      else this.refus.set(erreur);
      if (status === PERIME || status === DEJA_FAIT) this.relire();
    } finally {
      this.enCours.set(null);
    }
  }

  private relire(): void {
    this.suite = '#titre-bilan';
    this.lecture.reload();
  }

  private allerVers(titre: string): void {
    afterNextRender(() => this.hote.nativeElement.querySelector<HTMLElement>(titre)?.focus(), {
      injector: this.injector,
    });
  }
}
