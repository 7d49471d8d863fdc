import { Component, computed, ElementRef, inject, Injector, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { MesContratsClient, SessionStore } from '@pleniere/acces/web';
import { libelleEnjeu } from '@pleniere/contrat/domain';
import {
  type FacettesFiches,
  type FicheResume,
  type FiltreFacette,
  type FiltresFiches,
  type PageFiches,
  STATUTS_FICHE,
} from '@pleniere/fiches/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { montrerRaccourcis } from '@pleniere/shared/web';
import { FichesClient } from '../fiches-client';
import { PilotageClient } from '../pilotage/pilotage-client';
import { Filtres } from './filtres';
import { LigneFiche } from './ligne-fiche';

/** Silence after which what is typed in the search box is looked for. */
export const PAUSE_RECHERCHE = 250;

interface Groupe {
  enjeu: FicheResume['enjeu'];
  nom: string;
  fiches: FicheResume[];
}

/** All the fiches of the contrat, by enjeu; words, filters and page are in the address. */
@Component({
  selector: 'pl-liste-page',
  imports: [Filtres, LigneFiche, PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette, RouterLink],
  host: {
    '(keydown.arrowdown)': 'parcourir($event, 1)',
    '(keydown.arrowup)': 'parcourir($event, -1)',
  },
  templateUrl: './liste-page.html',
  styleUrl: './liste-page.scss',
})
export class ListePage {
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly hote = inject<ElementRef<HTMLElement>>(ElementRef);
  private minuterie: ReturnType<typeof setTimeout> | undefined;

  readonly q = input<string>();
  readonly enjeu = input<string>();
  readonly ville = input<string>();
  readonly qpv = input<string>();
  readonly pilote = input<string>();
  readonly statut = input<string>();
  readonly page = input<string>();

  protected readonly peutCreer = inject(SessionStore).peut('fiches.creer');
  private readonly choisis = computed<FiltresFiches>(
    () => ({
      q: this.q(),
      enjeu: this.enjeu(),
      ville: this.ville(),
      qpv: this.qpv(),
      pilote: this.pilote(),
      statut: STATUTS_FICHE.find((statut) => statut === this.statut()),
    }),
    // All the pages of one choice have the same counts.
    { equal: (avant, apres) => JSON.stringify(avant) === JSON.stringify(apres) },
  );
  protected readonly filtres = computed<FiltresFiches>(() => ({
    ...this.choisis(),
    page: Number(this.page()) > 1 ? Number(this.page()) : undefined,
  }));
  protected readonly lecture = inject(FichesClient).liste(this.filtres);
  /** The last answer stays on screen while the next one is on its way. */
  protected readonly reponse = linkedSignal<PageFiches | undefined, PageFiches | undefined>({
    source: () => (this.lecture.hasValue() ? this.lecture.value() : undefined),
    computation: (recue, avant) => recue ?? avant?.value,
  });
  private readonly lectureFacettes = inject(FichesClient).facettes(this.choisis);
  protected readonly facettes = linkedSignal<FacettesFiches | undefined, FacettesFiches | undefined>({
    source: () => (this.lectureFacettes.hasValue() ? this.lectureFacettes.value() : undefined),
    computation: (recues, avant) => recues ?? avant?.value,
  });

  private readonly lecturePrincipaux = inject(PilotageClient).principaux();
  /** Main indicator of each fiche, by the id of the fiche. */
  protected readonly principaux = computed(() => {
    const lus = this.lecturePrincipaux.hasValue() ? this.lecturePrincipaux.value() : [];
    return new Map(lus.map((principal) => [principal.ficheId, principal]));
  });

  private readonly contrats = inject(MesContratsClient).liste();
  /** How many contrats the person acts in: with several, the same words are looked for in all of them on another page. */
  protected readonly nombreDeContrats = computed(() => (this.contrats.hasValue() ? this.contrats.value().length : 1));

  protected readonly groupes = computed(() => {
    const groupes: Groupe[] = [];
    for (const fiche of this.reponse()?.fiches ?? []) {
      const { enjeu } = fiche;
      if (groupes.at(-1)?.enjeu.id !== enjeu.id) groupes.push({ enjeu, nom: libelleEnjeu(enjeu), fiches: [] });
      groupes.at(-1)?.fiches.push(fiche);
    }
    return groupes;
  });
  protected readonly filtree = computed(() => Object.values(this.filtres()).some((valeur) => valeur !== undefined));
  protected readonly compte = computed(() => {
    const total = this.reponse()?.total ?? 0;
    const mots = accorder(total, 'fiche');
    return this.filtree()
      ? `${mots} ${total < 2 ? 'correspond' : 'correspondent'} à votre recherche`
      : `${mots} dans le contrat`;
  });
  protected readonly pages = computed(() => {
    const reponse = this.reponse();
    if (!reponse) return { page: 1, derniere: 1 };
    return { page: reponse.page, derniere: Math.max(1, Math.ceil(reponse.total / reponse.taillePage)) };
  });

  constructor() {
    montrerRaccourcis('Dans la liste des fiches', [
      { touches: '↑ ↓', effet: 'Passer d’une fiche à l’autre' },
      { touches: 'Entrée', effet: 'Ouvrir la fiche' },
    ]);
  }

  protected chercher(mots: string): void {
    clearTimeout(this.minuterie);
    this.minuterie = setTimeout(() => this.filtrer({ q: mots.trim() || null }, true), PAUSE_RECHERCHE);
  }

  protected choisir({ cle, valeur }: { cle: FiltreFacette; valeur: string | null }): void {
    this.filtrer({ [cle]: valeur });
  }

  protected effacer(): void {
    void this.router.navigate(['/fiches']);
  }

  /** Arrows go from one fiche to the next, as in any list. */
  protected parcourir(evenement: Event, sens: -1 | 1): void {
    const liens = [...this.hote.nativeElement.querySelectorAll<HTMLElement>('pl-ligne-fiche a')];
    const place = liens.findIndex((lien) => lien === document.activeElement);
    if (place === -1) return;
    evenement.preventDefault();
    liens[place + sens]?.focus();
  }

  protected async creer(): Promise<void> {
    const [{ MatDialog }, { NouvelleFiche }] = await Promise.all([
      import('@angular/material/dialog'),
      import('./nouvelle-fiche'),
    ]);
    this.injector.get(MatDialog).open(NouvelleFiche, { width: '34rem', maxWidth: '94vw' });
  }

  private filtrer(changement: Record<string, string | null>, frappe = false): void {
    void this.router.navigate(['/fiches'], {
      queryParams: { ...changement, page: null },
      queryParamsHandling: 'merge',
      replaceUrl: frappe,
    });
  }
}
