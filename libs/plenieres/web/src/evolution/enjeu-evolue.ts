import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { libelleEnjeu } from '@pleniere/contrat/domain';
import { codeAffiche } from '@pleniere/fiches/domain';
import { direOrigine, direSuite, type EnjeuEvolue, raconterFiche } from '@pleniere/plenieres/domain';
import { PlPuceStatut } from '@pleniere/shared/ui';
import { LignesDuRecit } from './lignes-du-recit';
import { PassagesLus } from './passages-lus';

/** What changed under one enjeu: fiches that came, went, and what moved in the others. */
@Component({
  selector: 'pl-enjeu-evolue',
  imports: [LignesDuRecit, PassagesLus, PlPuceStatut, RouterLink],
  templateUrl: './enjeu-evolue.html',
  styleUrl: './enjeu-evolue.scss',
})
export class PlEnjeuEvolue {
  readonly enjeu = input.required<EnjeuEvolue>();

  protected readonly titre = computed(() => `${libelleEnjeu(this.enjeu())} – ${this.enjeu().intitule}`);
  protected readonly changees = computed(() =>
    this.enjeu().changees.map((fiche) => ({ ...fiche, parties: raconterFiche(fiche) })),
  );
  protected readonly inchangees = computed(() => this.enjeu().inchangees.map(({ code }) => codeAffiche(code)));
  protected readonly codeAffiche = codeAffiche;
  protected readonly direOrigine = direOrigine;
  protected readonly direSuite = direSuite;
}
