import { Component, computed, input } from '@angular/core';
import type { SanteVotes, TrancheDeVotes } from '@pleniere/participation/domain';
import { accorder, FINE, formaterDate, formaterNombre } from '@pleniere/shared/domain';
import { type Chiffre, Chiffres } from '../../chiffres/chiffres';

const ORIGINES: Readonly<Record<string, string>> = {
  sequence: 'Dans une série de douze',
  lien: 'Depuis la page d’une proposition',
  recherche: 'Depuis la recherche',
};

function nommer({ de, a }: TrancheDeVotes): string {
  if (a === null) return `${de} votes et plus`;
  if (de === a) return de === 0 ? 'Aucun vote' : accorder(de, 'vote');
  return `${de} à ${a} votes`;
}

function part(nombre: number, total: number): string {
  return total === 0 ? '–' : `${formaterNombre((100 * nombre) / total, 0)}${FINE}%`;
}

/** How votes are spread over the propositions, over the days, and by how they came. */
@Component({
  selector: 'pl-sante-votes',
  imports: [Chiffres],
  templateUrl: './sante-votes.html',
  styleUrl: './sante-votes.scss',
})
export class SanteDesVotes {
  readonly sante = input.required<SanteVotes>();

  protected readonly repartition = computed(() => {
    const { repartition } = this.sante();
    const plus = Math.max(1, ...repartition.map(({ propositions }) => propositions));
    return repartition.map((tranche) => ({
      nom: nommer(tranche),
      nombre: tranche.propositions,
      part: (100 * tranche.propositions) / plus,
      fragile: tranche.a !== null && tranche.a < 30,
    }));
  });
  protected readonly jours = computed(() => {
    const { jours } = this.sante();
    const plus = Math.max(1, ...jours.map(({ votes }) => votes));
    return jours.map(({ jour, votes }) => ({ jour, votes, part: (100 * votes) / plus, dit: formaterDate(jour) }));
  });
  protected readonly faits = computed<Chiffre[]>(() => {
    const { minimum, mediane, maximum, sequences, moderation, retenus, suspects } = this.sante();
    const votes = retenus.votes + suspects.votes;
    return [
      {
        quoi: 'Votes d’une proposition',
        valeur: formaterNombre(mediane),
        precision: `au milieu\u00A0; de ${formaterNombre(minimum)} à ${formaterNombre(maximum)}`.replace(
          '\u00A0;',
          `${FINE};`,
        ),
      },
      {
        quoi: 'Séries finies',
        valeur: part(sequences.terminees, sequences.servies),
        precision: `${formaterNombre(sequences.terminees)} sur ${formaterNombre(sequences.servies)} commencées depuis hier`,
      },
      {
        quoi: 'Modérées en 48\u00A0h',
        valeur: part(moderation.sous48h, moderation.decidees),
        precision: `${formaterNombre(moderation.sous48h)} sur ${formaterNombre(moderation.decidees)}\u202F; l’objectif est 90\u202F%`,
      },
      {
        quoi: 'Sans les votes mis à part',
        valeur: formaterNombre(retenus.votes),
        precision: `${formaterNombre(retenus.participants)} participants`,
      },
      {
        quoi: 'Avec eux',
        valeur: formaterNombre(votes),
        precision: `${formaterNombre(retenus.participants + suspects.participants)} participants`,
      },
    ];
  });
  protected readonly origines = computed(() => {
    const { origines } = this.sante();
    const total = origines.reduce((somme, { votes }) => somme + votes, 0);
    return origines.map(({ origine, votes }) => ({
      nom: ORIGINES[origine] ?? origine,
      votes: formaterNombre(votes),
      part: part(votes, total),
    }));
  });
}
