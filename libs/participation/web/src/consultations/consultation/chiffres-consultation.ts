import { Component, computed, input } from '@angular/core';
import type { Consultation } from '@pleniere/participation/domain';
import { FINE, formaterNombre } from '@pleniere/shared/domain';
import { EN_COURS } from '../mots-consultations';

interface Chiffre {
  quoi: string;
  valeur: string;
  precision: string;
}

function versObjectif(nombre: number, objectif: number | null): string {
  if (objectif === null) return 'sans objectif chiffré';
  return `${formaterNombre((100 * nombre) / objectif, 0)}${FINE}% de l’objectif de ${formaterNombre(objectif)}`;
}

/** How many took part, beside what was hoped for; the suspects left out. */
@Component({
  selector: 'pl-chiffres-consultation',
  template: `
    <h2 id="chiffres">Participation</h2>
    <dl aria-labelledby="chiffres">
      @for (chiffre of chiffres(); track chiffre.quoi) {
        <div>
          <dt>{{ chiffre.quoi }}</dt>
          <dd>
            <strong>{{ chiffre.valeur }}</strong>
            <span class="pl-discret">{{ chiffre.precision }}</span>
          </dd>
        </div>
      }
    </dl>
    @if (enCours()) {
      <p class="pl-discret">Comptes en direct, mis à jour toutes les trente secondes.</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e2);
    }

    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
      gap: var(--pl-e2) var(--pl-e3);
    }

    dd {
      display: grid;
      margin: 0;
    }

    strong {
      font-size: 1.5rem;
      font-variant-numeric: tabular-nums;
      line-height: 1.3;
    }
  `,
})
export class ChiffresConsultation {
  readonly consultation = input.required<Consultation>();

  protected readonly enCours = computed(() => EN_COURS.includes(this.consultation().statut));
  protected readonly chiffres = computed<Chiffre[]>(() => {
    const { compteurs, objectifParticipants, objectifVotes, amorces, lotsPapier, suspects } = this.consultation();
    const { participants, propositions, votes } = compteurs;
    const parPersonne = participants === 0 ? '–' : formaterNombre(votes / participants, 1);
    return [
      {
        quoi: 'Participants',
        valeur: formaterNombre(participants),
        precision: versObjectif(participants, objectifParticipants),
      },
      { quoi: 'Votes', valeur: formaterNombre(votes), precision: versObjectif(votes, objectifVotes) },
      {
        quoi: 'Propositions',
        valeur: formaterNombre(propositions),
        precision: `dont ${formaterNombre(amorces)} de départ`,
      },
      { quoi: 'Votes par participant', valeur: parPersonne, precision: 'en moyenne' },
      { quoi: 'Lots de bulletins', valeur: formaterNombre(lotsPapier), precision: 'comptés à part' },
      { quoi: 'Participants mis à part', valeur: formaterNombre(suspects), precision: 'hors des comptes ci-dessus' },
    ];
  });
}
