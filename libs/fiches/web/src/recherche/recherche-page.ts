import { DOCUMENT } from '@angular/common';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { MesContrats, MesContratsClient, SessionStore } from '@pleniere/acces/web';
import { codeAffiche, type FichesTrouvees, type FicheTrouvee, LIBELLES_STATUTS_FICHE } from '@pleniere/fiches/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlErreur, PlEtatVide, PlIcone, PlPage, PlPuceEnjeu, PlPuceStatut, PlSquelette } from '@pleniere/shared/ui';
import { firstValueFrom } from 'rxjs';
import { TypoFr } from '../champs/typo-fr';
import { SIGNES_STATUTS } from '../fiche/entete/statuts';

/** Search of fiches in every contrat where the person acts; the words are in the address. */
@Component({
  selector: 'pl-recherche-page',
  imports: [
    MesContrats,
    PlErreur,
    PlEtatVide,
    PlIcone,
    PlPage,
    PlPuceEnjeu,
    PlPuceStatut,
    PlSquelette,
    RouterLink,
    TypoFr,
  ],
  templateUrl: './recherche-page.html',
  styleUrl: './recherche-page.scss',
})
export class RecherchePage {
  private readonly router = inject(Router);
  private readonly client = inject(MesContratsClient);
  private readonly session = inject(SessionStore).session;
  private readonly fenetre = inject(DOCUMENT).defaultView as Window;

  readonly q = input<string>();

  protected readonly contrats = this.client.liste();
  protected readonly lecture = httpResource<FichesTrouvees>(() => {
    const q = this.q()?.trim();
    return q && this.session() ? { url: '/api/v1/recherche', params: { q } } : undefined;
  });
  /** The last answer stays on screen while the next one is on its way. */
  protected readonly trouvees = linkedSignal<FichesTrouvees | undefined, FichesTrouvees | undefined>({
    source: () => (this.lecture.hasValue() ? this.lecture.value() : undefined),
    computation: (recues, avant) => recues ?? (this.q() ? avant?.value : undefined),
  });
  protected readonly refus = signal<unknown>(null);
  protected readonly lede = computed(() => {
    const nombre = this.contrats.hasValue() ? this.contrats.value().length : 0;
    return nombre > 1
      ? `Les fiches de vos ${nombre} contrats de ville, chacune comme votre rôle vous la laisse lire.`
      : 'Les fiches des contrats de ville où vous agissez.';
  });
  protected readonly compte = computed(() => {
    const { fiches = [], partielle = false } = this.trouvees() ?? {};
    return partielle
      ? `Beaucoup de fiches disent ces mots\u00A0: en voici ${fiches.length}. Un mot de plus les départagera.`
      : accorder(fiches.length, 'fiche trouvée', 'fiches trouvées');
  });
  protected readonly code = codeAffiche;
  protected readonly statuts = LIBELLES_STATUTS_FICHE;
  protected readonly signes = SIGNES_STATUTS;

  protected chercher(mots: string): void {
    void this.router.navigate([], { queryParams: { q: mots.trim() || null } });
  }

  protected ici({ contrat }: FicheTrouvee): boolean {
    return contrat.contratId === this.session()?.contrat.id;
  }

  /** Goes on in the contrat of the fiche, on its page. */
  protected async ouvrir({ code, contrat }: FicheTrouvee): Promise<void> {
    this.refus.set(null);
    try {
      await firstValueFrom(this.client.ouvrir(contrat.contratId));
      this.fenetre.location.assign(`/fiches/${code}`);
    } catch (erreur) {
      this.refus.set(erreur);
    }
  }
}
