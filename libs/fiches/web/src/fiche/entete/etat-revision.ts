import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type { FicheLue } from '@pleniere/fiches/domain';
import { DateFr, PlIcone } from '@pleniere/shared/ui';
import { TypoFr } from '../../champs/typo-fr';
import { direAvis, direFiliation, direRevision } from './mots-circuit';

/** Where the text stands, in words: which revision, what is awaited and until when, what is asked, what it became. */
@Component({
  selector: 'pl-etat-revision',
  imports: [DateFr, PlIcone, RouterLink, TypoFr],
  template: `
    @if (revision()) {
      <p>
        {{ revision() }}
        @if (enRevision()) {
          <span class="liens pl-ecran">
            <a [routerLink]="['/fiches', fiche().code, 'revisions', fiche().enVigueur]">Voir le texte en vigueur</a>
            <a [routerLink]="['/fiches', fiche().code, 'difference']">Voir ce qui change</a>
          </span>
        }
      </p>
    }
    @if (avis()) {
      <p [class.retard]="enRetard()">
        @if (enRetard()) {
          <pl-icone nom="echeance" [taille]="16" />
        }
        {{ avis() | typoFr }}
      </p>
    }
    @if (aTravailler && fiche().correction; as correction) {
      <p class="correction">
        <strong>Correction demandée à {{ correction.destinataire.nom }}</strong>
        {{ correction.motif | typoFr }}
        <span class="pl-discret">{{ correction.par }}, {{ correction.le | dateFr }}</span>
      </p>
    }
    @for (lignee of filiation(); track lignee.mots) {
      <p>
        {{ lignee.mots }}
        @for (lien of lignee.liens; track lien.code) {
          <a [routerLink]="['/fiches', lien.code]">{{ lien.libelle | typoFr }}</a>
        }
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.375rem;
      font-size: 0.9375rem;
    }

    :host:empty {
      display: none;
    }

    .liens,
    .correction .pl-discret {
      display: flex;
      flex-wrap: wrap;
      gap: 0.125rem 0.75rem;
    }

    .retard {
      color: var(--pl-attention);
      font-weight: 600;
    }

    .correction {
      padding: 0.5rem 0.75rem;
      border-left: 3px solid var(--pl-attention);
      background: var(--pl-papier-doux);
    }

    strong {
      display: block;
    }

    p > a {
      display: block;
    }
  `,
})
export class EtatRevision {
  readonly fiche = input.required<FicheLue>();

  protected readonly aTravailler = inject(SessionStore).peut('fiches.ecrire');
  protected readonly revision = computed(() => direRevision(this.fiche()));
  protected readonly enRevision = computed(
    () => this.fiche().enVigueur !== null && this.fiche().enVigueur !== this.fiche().revision,
  );
  protected readonly avis = computed(() => direAvis(this.fiche()));
  protected readonly enRetard = computed(() => {
    const { avisEcheance, aujourdhui, avisRendu } = this.fiche().situation;
    return !avisRendu && avisEcheance !== null && avisEcheance < aujourdhui;
  });
  protected readonly filiation = computed(() => direFiliation(this.fiche()));
}
