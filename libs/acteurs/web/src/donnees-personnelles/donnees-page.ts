import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  LIBELLES_PURGES,
  REGISTRE,
  REGLES_CONSERVATION,
  type SorteConservation,
  SORTES_CONSERVATION,
  type Traitement,
} from '@pleniere/acces/domain';
import { RgpdClient, SessionStore } from '@pleniere/acces/web';
import { formaterDate, formaterHeure } from '@pleniere/shared/domain';
import { Annonce, PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { RubriquesContrat } from '../rubriques/rubriques-contrat';

/** Personal data of the contrat: the register, how long each kind is kept, and what was purged. */
@Component({
  selector: 'pl-donnees-page',
  imports: [MatButton, PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette, RubriquesContrat],
  templateUrl: './donnees-page.html',
  styleUrl: './donnees-page.scss',
})
export class DonneesPage {
  private readonly client = inject(RgpdClient);
  private readonly annonce = inject(Annonce);
  private readonly store = inject(SessionStore);

  protected readonly registre = REGISTRE;
  protected readonly sortes = SORTES_CONSERVATION;
  protected readonly regles = REGLES_CONSERVATION;
  protected readonly gere = computed(() => this.store.peut('contrat.gerer'));
  protected readonly contrat = computed(() => this.store.session()?.contrat);
  protected readonly donnees = this.client.donnees();
  protected readonly refus = signal<unknown>(null);
  protected readonly enCours = signal(false);

  protected mois(sorte: SorteConservation): number[] {
    const { min, max } = REGLES_CONSERVATION[sorte];
    return Array.from({ length: max - min + 1 }, (_, rang) => min + rang);
  }

  protected direDuree({ duree, reglage }: Traitement): string {
    if (reglage === undefined || !this.donnees.hasValue()) return duree;
    return `${duree} ${this.donnees.value().conservation[reglage]}\u00A0mois.`;
  }

  protected direPurge(quoi: string): string {
    return LIBELLES_PURGES[quoi] ?? quoi;
  }

  protected dire(iso: string): string {
    return `${formaterDate(iso)} à ${formaterHeure(iso)}`;
  }

  protected imprimer(): void {
    window.print();
  }

  protected async regler(formulaire: HTMLFormElement): Promise<void> {
    if (!this.donnees.hasValue()) return;
    const { version } = this.donnees.value().conservation;
    const saisies = new FormData(formulaire);
    const durees = Object.fromEntries(SORTES_CONSERVATION.map((sorte) => [sorte, Number(saisies.get(sorte))]));
    this.refus.set(null);
    this.enCours.set(true);
    try {
      await this.client.regler(version, durees as Record<SorteConservation, number>);
      await this.annonce.dire('Durées enregistrées. La prochaine purge a lieu cette nuit.');
      this.donnees.reload();
    } catch (erreur) {
      this.refus.set(erreur);
    } finally {
      this.enCours.set(false);
    }
  }
}
