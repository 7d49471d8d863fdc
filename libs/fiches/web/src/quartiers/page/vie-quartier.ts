import { Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  codeAffiche,
  estEnRetard,
  LIBELLES_EXECUTION,
  LIBELLES_STATUTS_ACTION,
  type PersonneAInterroger,
  type QuartierLu,
} from '@pleniere/fiches/domain';
import { accorder, jourDeParis } from '@pleniere/shared/domain';
import { DateFr, PlMeteo, PlPuceStatut } from '@pleniere/shared/ui';
import { SIGNES_ACTIONS, SIGNES_EXECUTION } from '../../suivi/statuts';

/** Actions shown before one asks for the rest. */
const PREMIERES = 8;

const ROLES: Readonly<Record<PersonneAInterroger['role'], string>> = {
  referent: 'pour la ville',
  delegue: 'pour l’État',
};

/** What is carried out in a quartier: how each ville goes about the fiches, the actions under way, and whom to ask. */
@Component({
  selector: 'pl-vie-quartier',
  imports: [DateFr, PlMeteo, PlPuceStatut, RouterLink],
  templateUrl: './vie-quartier.html',
  styleUrl: './vie-quartier.scss',
})
export class VieQuartier {
  readonly quartier = input.required<QuartierLu>();

  /** Shows every action, for the paper. */
  readonly enEntier = input(false);

  protected readonly toutes = signal(false);
  protected readonly codeAffiche = codeAffiche;
  protected readonly declinaisons = computed(() =>
    this.quartier().declinaisons.map((declinaison) => ({
      ...declinaison,
      ou: declinaison.qpvCode === null ? `${declinaison.organisation.nom}, tous ses quartiers` : 'Dans ce quartier',
      signe: {
        libelle: LIBELLES_EXECUTION[declinaison.statutExecution],
        ...SIGNES_EXECUTION[declinaison.statutExecution],
      },
    })),
  );
  /** Those that are still to be done; the others are counted. */
  protected readonly actions = computed(() =>
    this.quartier()
      .actions.filter(({ statut }) => statut === 'a-venir' || statut === 'en-cours' || statut === 'reportee')
      .map((action) => ({
        ...action,
        retard: estEnRetard(action, jourDeParis()),
        signe: { libelle: LIBELLES_STATUTS_ACTION[action.statut], ...SIGNES_ACTIONS[action.statut] },
      })),
  );
  protected readonly montrees = computed(() =>
    this.toutes() || this.enEntier() ? this.actions() : this.actions().slice(0, PREMIERES),
  );
  protected readonly faites = computed(() => {
    const faites = this.quartier().actions.filter(({ statut }) => statut === 'realisee').length;
    return faites === 0 ? '' : `${accorder(faites, 'action réalisée', 'actions réalisées')} par ailleurs.`;
  });
  protected readonly personnes = computed(() =>
    this.quartier().personnes.map((personne) => ({ ...personne, pour: ROLES[personne.role] })),
  );
}
