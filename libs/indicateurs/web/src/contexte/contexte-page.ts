import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { mailleDe } from '@pleniere/indicateurs/domain';
import { PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { IndicateursClient } from '../indicateurs-client';
import { CadreIndicateurs } from '../pages/cadre-indicateurs';
import { EcartsIndicateur } from './ecarts-indicateur';

/** What describes the territory beside the fiches: each context indicator, quarter by quarter against the EPCI. */
@Component({
  selector: 'pl-contexte-page',
  imports: [EcartsIndicateur, PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette, RouterLink],
  providers: [CadreIndicateurs],
  template: `
    <pl-page titre="Contexte" lede="Ce que vivent les quartiers, comparé à l’ensemble de l’intercommunalité.">
      @if (gere()) {
        <a actions class="pl-bouton" routerLink="/indicateurs/nouveau"
          ><pl-icone nom="ajouter" [taille]="18" />Nouvel indicateur de contexte</a
        >
      }
      @if (lecture.error(); as erreur) {
        <pl-erreur [erreur]="erreur" (reessayer)="lecture.reload()" />
      } @else if (!lecture.hasValue() || !cadre.pret()) {
        <pl-squelette class="pl-papier" [lignes]="8" />
      } @else {
        @for (indicateur of lecture.value(); track indicateur.id) {
          <section class="pl-papier">
            <h2>
              <a [routerLink]="['/indicateurs', indicateur.id]">{{ indicateur.libelle }}</a>
            </h2>
            <pl-ecarts-indicateur [indicateur]="indicateur" [quartiers]="quartiers()" />
          </section>
        } @empty {
          <pl-etat-vide
            class="pl-papier"
            icone="indicateurs"
            titre="Aucun indicateur de contexte"
            texte="Taux de pauvreté, emploi, diplôme… Ils n’appartiennent à aucune fiche et se lisent quartier par quartier, face à l’ensemble."
          />
        }
      }
    </pl-page>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--pl-e1);
      grid-template-columns: minmax(0, 1fr);
    }

    h2 a {
      color: inherit;
      text-decoration: none;

      &:hover {
        text-decoration: underline;
      }
    }
  `,
})
export class ContextePage {
  protected readonly cadre = inject(CadreIndicateurs);
  protected readonly lecture = inject(IndicateursClient).contexte();
  private readonly session = inject(SessionStore);

  /** A context indicator belongs to no fiche: the team keeps it. */
  protected readonly gere = computed(() => this.session.role() === 'equipe');
  protected readonly quartiers = computed(() =>
    this.cadre.territoires().filter(({ code }) => mailleDe(code) === 'qpv'),
  );

  constructor() {
    inject(TitreFenetre).nommer('Contexte');
  }
}
