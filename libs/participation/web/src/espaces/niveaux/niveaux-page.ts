import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  AIDES_NIVEAUX_PARTICIPATION,
  estProuve,
  LIBELLES_NIVEAUX_PARTICIPATION,
  NIVEAUX_PARTICIPATION,
  niveauxParAnnee,
} from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import { codeLisible } from '../../liens/code-lisible';
import { LiensClient } from '../../liens/liens-client';
import { PreuvesDuNiveau } from '../../liens/preuves-du-niveau';
import { DateFr, PlErreur, PlEtatVide, PlPage, PlPuceStatut, PlSquelette } from '@pleniere/shared/ui';
import { RubriquesParticipation } from '../../rubriques-participation';
import { EspacesClient } from '../espaces-client';

/** « Modéliser les niveaux de participation »: how far residents weighed at the séances, year by year, and in the actions. */
@Component({
  selector: 'pl-niveaux-page',
  imports: [
    DateFr,
    PlErreur,
    PlEtatVide,
    PlPage,
    PlPuceStatut,
    PlSquelette,
    PreuvesDuNiveau,
    RouterLink,
    RubriquesParticipation,
  ],
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
  protected readonly dits = inject(LiensClient).niveaux();
  private readonly lus = computed(() => (this.dits.hasValue() ? this.dits.value() : undefined));
  protected readonly raisons = computed(() => this.lus()?.seances ?? []);
  /** Actions by level, where residents weigh most first. */
  protected readonly actions = computed(() =>
    [...this.niveaux].reverse().flatMap(({ valeur, libelle, classe }) => {
      const siennes = (this.lus()?.actions ?? []).filter(({ niveau }) => niveau === valeur);
      return siennes.length === 0 ? [] : [{ valeur, libelle, classe, siennes }];
    }),
  );
  protected readonly bilanDesActions = computed(() => {
    const actions = this.lus()?.actions ?? [];
    const prouvees = actions.filter(estProuve).length;
    const dites = accorder(
      actions.length,
      'action dit la place des habitants',
      'actions disent la place des habitants',
    );
    return `${dites}, ${accorder(prouvees, 'le prouve', 'le prouvent')}.`;
  });
  protected readonly libelles = LIBELLES_NIVEAUX_PARTICIPATION;
  protected readonly codeLisible = codeLisible;
  protected readonly estProuve = estProuve;
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
