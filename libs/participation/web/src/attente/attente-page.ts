import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { aCompleter, compteRenduEnRetard, estAVenir } from '@pleniere/participation/domain';
import { accorder, jourDeParis } from '@pleniere/shared/domain';
import { PlErreur, PlEtatVide, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { EspacesClient } from '../espaces/espaces-client';
import { ListeSeances } from '../espaces/seances/liste-seances';
import { QuestionsEnAttente } from '../questions/liste/questions-en-attente';
import { RubriquesParticipation } from '../rubriques-participation';

const PROCHAINES = 5;

/** Where participation opens: what waits to be completed, and what comes next. */
@Component({
  selector: 'pl-attente-participation',
  imports: [
    ListeSeances,
    PlErreur,
    PlEtatVide,
    PlPage,
    PlSquelette,
    QuestionsEnAttente,
    RouterLink,
    RubriquesParticipation,
  ],
  template: `
    <pl-page
      titre="Participation"
      lede="Ce que disent les habitants, ce qu’on leur répond, et ce que leurs paroles changent."
    >
      <pl-rubriques-participation />
      <pl-questions-en-attente class="pl-papier" />
      @if (seances.error(); as erreur) {
        <pl-erreur [erreur]="erreur" (reessayer)="seances.reload()" />
      } @else if (!seances.hasValue() || seances.isLoading()) {
        <pl-squelette [lignes]="6" />
      } @else {
        <section class="pl-papier">
          <h2>Séances à compléter</h2>
          @if (dues().length > 0) {
            <p class="pl-discret">{{ resume() }}</p>
            <pl-liste-seances [seances]="dues()" [quartiers]="noms()" />
          } @else {
            <p>Toutes les séances passées sont comptées et racontées.</p>
          }
        </section>
        <section class="pl-papier">
          <h2>Prochaines séances</h2>
          @if (prochaines().length > 0) {
            <pl-liste-seances [seances]="prochaines()" [quartiers]="noms()" />
            <p><a routerLink="/participation/seances">Toutes les séances</a></p>
          } @else {
            <pl-etat-vide
              icone="date"
              titre="Aucune séance n’est prévue"
              texte="Une séance se prépare depuis la page de son espace de dialogue."
            >
              <a class="pl-bouton" routerLink="/participation/espaces">Voir les espaces</a>
            </pl-etat-vide>
          }
        </section>
      }
    </pl-page>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--pl-e1);
    }
  `,
})
export class AttentePage {
  private readonly client = inject(EspacesClient);
  private readonly jour = jourDeParis();

  protected readonly seances = this.client.seances();
  private readonly quartiers = this.client.quartiers();
  protected readonly noms = computed(() => new Map(this.quartiers().map(({ code, nom }) => [code, nom])));
  private readonly toutes = computed(() => (this.seances.hasValue() ? this.seances.value() : []));
  protected readonly dues = computed(() => this.toutes().filter((seance) => aCompleter(seance, this.jour).length > 0));
  protected readonly prochaines = computed(() =>
    this.toutes()
      .filter((seance) => estAVenir(seance) && seance.date >= this.jour)
      .reverse()
      .slice(0, PROCHAINES),
  );
  protected readonly resume = computed(() => {
    const retards = this.dues().filter((seance) => compteRenduEnRetard(seance, this.jour)).length;
    const dit = accorder(this.dues().length, 'séance attend', 'séances attendent');
    return retards > 0 ? `${dit} une suite, dont ${retards} au compte rendu en retard.` : `${dit} une suite.`;
  });
}
