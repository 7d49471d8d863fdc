import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  AIDES_NIVEAUX_PARTICIPATION,
  LIBELLES_NIVEAUX_PARTICIPATION,
  NIVEAUX_PARTICIPATION,
  niveauxParAnnee,
} from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlErreur, PlEtatVide, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { RubriquesParticipation } from '../../rubriques-participation';
import { EspacesClient } from '../espaces-client';

/** « Modéliser les niveaux de participation »: how far residents weighed at the séances, year by year. */
@Component({
  selector: 'pl-niveaux-page',
  imports: [PlErreur, PlEtatVide, PlPage, PlSquelette, RouterLink, RubriquesParticipation],
  templateUrl: './niveaux-page.html',
  styleUrl: './niveaux-page.scss',
})
export class NiveauxPage {
  private readonly client = inject(EspacesClient);

  protected readonly seances = this.client.seances();
  protected readonly annees = computed(() => niveauxParAnnee(this.seances.hasValue() ? this.seances.value() : []));
  protected readonly niveaux = NIVEAUX_PARTICIPATION.map((valeur, rang) => ({
    valeur,
    libelle: LIBELLES_NIVEAUX_PARTICIPATION[valeur],
    aide: AIDES_NIVEAUX_PARTICIPATION[valeur],
    classe: `niveau-${rang + 1}`,
  }));
  protected readonly sans = computed(() => this.annees().reduce((somme, annee) => somme + annee.sans, 0));
  /** What the last full picture says, for whoever does not see the bars. */
  protected readonly phrase = computed(() => {
    const derniere = this.annees().at(-1);
    if (!derniere) return '';
    const dits = NIVEAUX_PARTICIPATION.filter((niveau) => derniere.niveaux[niveau] > 0).map(
      (niveau) => `${derniere.niveaux[niveau]} de ${LIBELLES_NIVEAUX_PARTICIPATION[niveau].toLowerCase()}`,
    );
    const tenues = accorder(derniere.total, 'séance tenue', 'séances tenues');
    return `En ${derniere.annee}, ${tenues}\u00A0: ${[...dits, ...(derniere.sans ? [`${derniere.sans} sans niveau`] : [])].join(', ')}.`;
  });

  protected largeur(nombre: number): number {
    return (nombre / Math.max(...this.annees().map(({ total }) => total), 1)) * 100;
  }
}
