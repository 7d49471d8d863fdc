import { Component, computed, input } from '@angular/core';
import {
  type Consultation,
  LIBELLES_STATUTS_CONSULTATION,
  type StatutConsultation,
  STATUTS_CONSULTATION,
} from '@pleniere/participation/domain';
import { formaterDate, formaterHeure } from '@pleniere/shared/domain';
import { PlIcone } from '@pleniere/shared/ui';

/** The way of a consultation, the two side states left out. */
const CHEMIN = STATUTS_CONSULTATION.filter((statut) => statut !== 'suspendue' && statut !== 'annulee');

/** The nine states of a consultation, with the dates that are known. */
@Component({
  selector: 'pl-frise-consultation',
  imports: [PlIcone],
  template: `
    <ol>
      @for (etape of etapes(); track etape.statut) {
        <li [class]="etape.place" [attr.aria-current]="etape.place === 'ici' ? 'step' : null">
          <pl-icone
            [nom]="etape.place === 'faite' ? 'fait' : etape.place === 'ici' ? 'cible' : 'a-venir'"
            [taille]="20"
          />
          <span class="nom">{{ etape.libelle }}</span>
          <span class="pl-discret">{{ etape.quand }}</span>
        </li>
      }
    </ol>
    @if (ecart(); as phrase) {
      <p>{{ phrase }}</p>
    }
  `,
  styles: `
    ol {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr));
      gap: var(--pl-e2);
      padding: 0;
      list-style: none;
    }

    li {
      display: grid;
      gap: 0.125rem;
      align-content: start;
      padding-top: var(--pl-e1);
      border-top: 3px solid var(--pl-filet);
      color: var(--pl-encre-douce);
    }

    .faite {
      border-top-color: var(--pl-succes);
    }

    .ici {
      border-top-color: var(--pl-primaire);
      color: var(--pl-encre);

      .nom {
        font-weight: 600;
      }
    }
  `,
})
export class FriseConsultation {
  readonly consultation = input.required<Consultation>();

  protected readonly etapes = computed(() => {
    const { statut, dates, resultat } = this.consultation();
    const connues: Partial<Record<StatutConsultation, string | null | undefined>> = {
      ouverte: dates?.ouverture,
      'vote-seul': dates?.finPropositions,
      close: dates?.fin,
      analyse: resultat?.geleLe,
    };
    const rang = this.rang();
    return CHEMIN.map((etape, place) => {
      const le = connues[etape];
      return {
        statut: etape,
        libelle: LIBELLES_STATUTS_CONSULTATION[etape],
        place: etape === statut ? 'ici' : place < rang ? 'faite' : 'venir',
        quand: le ? `${formaterDate(le)}, ${formaterHeure(le)}` : '',
      };
    });
  });
  protected readonly ecart = computed(() => {
    const { statut, motif } = this.consultation();
    if (statut !== 'suspendue' && statut !== 'annulee') return null;
    return `${LIBELLES_STATUTS_CONSULTATION[statut]}\u00A0: ${motif}`;
  });
  /** How many states are behind; told by the dates when it is suspended or cancelled. */
  private readonly rang = computed(() => {
    const { statut, dates, transitions } = this.consultation();
    const droit = CHEMIN.indexOf(statut as (typeof CHEMIN)[number]);
    if (droit >= 0) return droit;
    if (dates === null || transitions.length === 0) return 0;
    return Date.parse(dates.ouverture) <= Date.now() ? 2 : 1;
  });
}
