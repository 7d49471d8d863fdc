import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  codeAffiche,
  type FicheResume,
  type IndicateurPrincipal,
  LIBELLES_STATUTS_FICHE,
} from '@pleniere/fiches/domain';
import { Etincelle } from '@pleniere/indicateurs/web';
import { PlCompletude, PlMeteo, PlPuceEnjeu, PlPuceStatut } from '@pleniere/shared/ui';
import { TypoFr } from '../champs/typo-fr';
import { direRevision } from '../fiche/entete/mots-circuit';
import { SIGNES_STATUTS } from '../fiche/entete/statuts';

/** One fiche in the list. */
@Component({
  selector: 'pl-ligne-fiche',
  imports: [Etincelle, PlCompletude, PlMeteo, PlPuceEnjeu, PlPuceStatut, RouterLink, TypoFr],
  template: `
    <pl-puce-enjeu [code]="code()" [couleur]="fiche().enjeu.couleur" />
    <div class="quoi">
      <a [routerLink]="['/fiches', fiche().code]">{{ fiche().titre | typoFr }}</a>
      @if (fiche().pilotes.length > 0) {
        <span class="pilotes">{{ fiche().pilotes.join(', ') }}</span>
      }
      @if (revision()) {
        <span class="pilotes">{{ revision() }}</span>
      }
      @if (principal(); as mesure) {
        <span class="mesure">
          <span class="pilotes">{{ mesure.indicateur.libelle }}</span>
          <pl-etincelle [indicateur]="mesure.indicateur" [serie]="mesure.serie" />
        </span>
      }
    </div>
    <pl-puce-statut class="statut" [libelle]="statut().libelle" [icone]="statut().icone" [ton]="statut().ton" />
    <pl-meteo class="meteo" [meteo]="fiche().meteo" />
    <pl-completude class="completude" [renseignes]="fiche().remplis" [total]="fiche().total" />
  `,
  styles: `
    :host {
      position: relative;
      display: grid;
      grid-template-columns: 4.5rem minmax(0, 1fr) 7.5rem 9rem 8rem;
      align-items: center;
      gap: 0.25rem var(--pl-e2);
      padding: 0.75rem var(--pl-e3);
      transition: background-color var(--pl-mouvement);
    }

    :host(:hover) {
      background: var(--pl-survol);
    }

    pl-puce-enjeu,
    .statut {
      justify-self: start;
    }

    a {
      color: var(--pl-encre);
      font-weight: 600;
      line-height: 1.35;
      text-decoration: none;
      text-wrap: pretty;

      /* The whole line answers the pointer; the link alone is in the tab order. */
      &::after {
        content: '';
        position: absolute;
        inset: 0;
      }

      &:focus-visible {
        outline: none;

        &::after {
          outline: 2px solid var(--pl-primaire);
          outline-offset: -2px;
        }
      }
    }

    :host(:hover) a {
      text-decoration: underline;
    }

    .pilotes {
      display: block;
      color: var(--pl-encre-douce);
      font-size: 0.9375rem;
    }

    .mesure {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--pl-e2);
      align-items: center;
      margin-top: 0.25rem;
      font-size: 0.9375rem;
    }

    @media (max-width: 900px) {
      :host {
        grid-template-columns: minmax(0, 1fr) auto;
        padding: 0.875rem var(--pl-e2);
      }

      .quoi {
        grid-row: 2;
        grid-column: 1 / -1;
      }

      .statut {
        justify-self: end;
      }

      .completude {
        min-width: 6rem;
      }
    }
  `,
})
export class LigneFiche {
  readonly fiche = input.required<FicheResume>();

  /** What its main indicator says, when it has one. */
  readonly principal = input<IndicateurPrincipal | null>(null);

  protected readonly code = computed(() => codeAffiche(this.fiche().code));
  protected readonly revision = computed(() => direRevision(this.fiche()));
  protected readonly statut = computed(() => ({
    libelle: LIBELLES_STATUTS_FICHE[this.fiche().statut],
    ...SIGNES_STATUTS[this.fiche().statut],
  }));
}
