import { computed, inject, Injectable } from '@angular/core';
import { cleDe, type Contenu } from '@pleniere/indicateurs/domain';
import { IndicateursClient } from '../../indicateurs-client';
import { jourDeParis } from '@pleniere/shared/domain';

/** What stands around the values of a contrat: the campagnes that lock its years, the figures that are contested. */
@Injectable()
export class VerrousGrille {
  private readonly client = inject(IndicateursClient);
  private readonly lectureCampagnes = this.client.campagnes();
  private readonly lectureContestations = this.client.contestations();

  /** Today in Paris, as the exceptions are told. */
  readonly jour = jourDeParis();
  readonly campagnes = computed(() => {
    const campagnes = this.lectureCampagnes.hasValue() ? this.lectureCampagnes.value() : [];
    return new Map(campagnes.map((campagne) => [campagne.annee, campagne]));
  });
  /** Values that are proposed instead of others, by the name of their cell, until the team decides. */
  readonly contestees = computed<ReadonlyMap<string, Contenu>>(() => {
    const contestations = this.lectureContestations.hasValue() ? this.lectureContestations.value() : [];
    return new Map(
      contestations.flatMap((une) => (une.statut === 'ouverte' ? [[cleDe(une), une.valeurProposee] as const] : [])),
    );
  });

  /** Reads them again: a campagne has been closed, a figure decided. */
  relire(): void {
    this.lectureCampagnes.reload();
    this.lectureContestations.reload();
  }
}
