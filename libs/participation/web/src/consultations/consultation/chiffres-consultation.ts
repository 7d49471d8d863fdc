import { Component, computed, input } from '@angular/core';
import type { Consultation } from '@pleniere/participation/domain';
import { FINE, formaterNombre } from '@pleniere/shared/domain';
import { type Chiffre, Chiffres } from '../../chiffres/chiffres';
import { EN_COURS } from '../mots-consultations';

function versObjectif(nombre: number, objectif: number | null): string {
  if (objectif === null) return 'sans objectif chiffré';
  return `${formaterNombre((100 * nombre) / objectif, 0)}${FINE}% de l’objectif de ${formaterNombre(objectif)}`;
}

/** How many took part, beside what was hoped for; the suspects left out. */
@Component({
  selector: 'pl-chiffres-consultation',
  imports: [Chiffres],
  template: `
    <pl-chiffres titre="Participation" nom="chiffres" [chiffres]="chiffres()">
      @if (enCours()) {
        <p class="pl-discret">Comptes en direct, mis à jour toutes les trente secondes.</p>
      }
    </pl-chiffres>
  `,
  styles: ':host { display: block; }',
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
