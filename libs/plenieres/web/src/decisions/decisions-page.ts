import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { estOuverte } from '@pleniere/plenieres/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlErreur, PlEtatVide, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { PlenieresClient } from '../plenieres-client';
import { RubriquesPlenieres } from '../rubriques-plenieres';
import { fichesDuContrat } from '../fiches-du-contrat';
import { ListeDecisions } from './liste-decisions';

/** Decisions of every séance, followed until they are done. */
@Component({
  selector: 'pl-decisions-page',
  imports: [ListeDecisions, PlErreur, PlEtatVide, PlPage, PlSquelette, RouterLink, RubriquesPlenieres],
  template: `
    <pl-page titre="Décisions" [lede]="lede()">
      <pl-rubriques-plenieres />
      @if (decisions.error(); as erreur) {
        <pl-erreur [erreur]="erreur" (reessayer)="decisions.reload()" />
      } @else if (decisions.hasValue() && decisions.value().length > 0) {
        <label class="choix pl-ecran">
          <input type="checkbox" [checked]="ouvertes()" (change)="filtrer()" />
          Seulement ce qui reste à faire
        </label>
        <section class="pl-papier">
          <pl-liste-decisions
            [avecSeance]="true"
            [decisions]="montrees()"
            [cadre]="cadre()"
            [gerer]="gerer"
            (enregistre)="decisions.reload()"
          />
          @if (montrees().length === 0) {
            <p>Toutes les décisions sont faites.</p>
          }
        </section>
      } @else if (decisions.isLoading()) {
        <pl-squelette [lignes]="6" />
      } @else {
        <pl-etat-vide
          class="pl-papier"
          icone="fait"
          titre="Aucune décision"
          texte="Les décisions se notent dans leur séance&#8239;; elles se suivent ici jusqu’à ce qu’elles soient faites."
        >
          <a class="pl-bouton" routerLink="/plenieres">Voir les séances</a>
        </pl-etat-vide>
      }
    </pl-page>
  `,
  styles: `
    .choix {
      display: flex;
      gap: var(--pl-e1);
      align-items: center;
      min-height: 2.75rem;
    }
  `,
})
export class DecisionsPage {
  private readonly client = inject(PlenieresClient);
  private readonly router = inject(Router);

  /** Query parameter `?reste=1`: only what remains to be done. */
  readonly reste = input<string>();
  protected readonly ouvertes = computed(() => this.reste() !== undefined);

  protected readonly decisions = this.client.decisions();
  private readonly organisations = this.client.organisations();
  private readonly fiches = fichesDuContrat(this.client.fiches());
  protected readonly gerer = inject(SessionStore).peut('plenieres.gerer');
  protected readonly cadre = computed(() => ({
    fiches: this.fiches(),
    organisations: this.organisations.hasValue() ? this.organisations.value() : [],
  }));

  private readonly toutes = computed(() => (this.decisions.hasValue() ? this.decisions.value() : []));
  protected readonly montrees = computed(() => (this.ouvertes() ? this.toutes().filter(estOuverte) : this.toutes()));
  protected readonly lede = computed(() => {
    const [nombre, reste] = [this.toutes().length, this.toutes().filter(estOuverte).length];
    return nombre === 0 ? undefined : `${accorder(nombre, 'décision')}, dont ${reste} à faire ou en cours.`;
  });

  protected filtrer(): void {
    const reste = this.ouvertes() ? undefined : '1';
    void this.router.navigate([], { queryParams: { reste }, replaceUrl: true });
  }
}
