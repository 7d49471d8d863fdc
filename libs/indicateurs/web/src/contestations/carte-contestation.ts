import { Component, computed, inject, input, output, signal } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';
import {
  type ContestationSituee,
  type DecisionContestation,
  formaterAvecUnite,
  LIBELLES_STATUTS_CONTESTATION,
  type StatutContestation,
} from '@pleniere/indicateurs/domain';
import { DateFr, type NomIcone, PlErreur, PlIcone, PlPuceStatut, type Ton } from '@pleniere/shared/ui';
import { direValeur } from '../qualite/mots-verification';
import { GestesContestation } from './gestes-contestation';

const SIGNES: Readonly<Record<StatutContestation, { ton: Ton; icone: NomIcone }>> = {
  ouverte: { ton: 'attention', icone: 'avis' },
  acceptee: { ton: 'succes', icone: 'valide' },
  refusee: { ton: 'neutre', icone: 'fermer' },
  retiree: { ton: 'neutre', icone: 'annuler' },
};

/** One contestation: both figures, why, from where, and what became of it; with what the reader may do. */
@Component({
  selector: 'pl-carte-contestation',
  imports: [DateFr, PlErreur, PlIcone, PlPuceStatut],
  templateUrl: './carte-contestation.html',
  styleUrl: './carte-contestation.scss',
})
export class CarteContestation {
  private readonly session = inject(SessionStore);
  private readonly gestes = inject(GestesContestation);

  readonly contestation = input.required<ContestationSituee>();
  /** It has been decided or withdrawn: read it again. */
  readonly changee = output();

  protected readonly refus = signal<unknown>(null);
  protected readonly statut = computed(() => {
    const { statut } = this.contestation();
    return { libelle: LIBELLES_STATUTS_CONTESTATION[statut], ...SIGNES[statut] };
  });
  protected readonly proposee = computed(() => {
    const { valeurProposee, indicateur } = this.contestation();
    return formaterAvecUnite(valeurProposee, indicateur);
  });
  protected readonly contestee = computed(() => {
    const { valeurContestee, indicateur } = this.contestation();
    return direValeur(valeurContestee, indicateur);
  });
  /** What stands now, when it is no longer what was contested. */
  protected readonly devenue = computed(() => {
    const { actuelle, indicateur, statut } = this.contestation();
    if (statut !== 'ouverte') return null;
    const dite = actuelle ? direValeur(actuelle, indicateur) : 'aucune';
    return dite === this.contestee() ? null : dite;
  });
  private readonly ouverte = computed(() => this.contestation().statut === 'ouverte');
  protected readonly decidable = computed(() => this.ouverte() && this.session.peut('valeurs.valider'));
  protected readonly retirable = computed(
    () => this.ouverte() && this.contestation().auteurId === this.session.session()?.personne.id,
  );

  protected decider(decision: DecisionContestation): Promise<void> {
    return this.faire(() => this.gestes.decider(this.contestation(), decision));
  }

  protected retirer(): Promise<void> {
    return this.faire(() => this.gestes.retirer(this.contestation()));
  }

  // The list is read again even when the person gave up: somebody else may have decided meanwhile.
  private async faire(geste: () => Promise<boolean>): Promise<void> {
    this.refus.set(null);
    try {
      await geste();
    } catch (erreur) {
      this.refus.set(erreur);
    }
    this.changee.emit();
  }
}
