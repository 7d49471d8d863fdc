import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { codeAffiche } from '@pleniere/fiches/domain';
import {
  type Decision,
  decisionEnRetard,
  LIBELLES_STATUTS_DECISION,
  type StatutDecision,
} from '@pleniere/plenieres/domain';
import {
  Annonce,
  Confirmation,
  DateFr,
  type NomIcone,
  PlGestes,
  PlPuceStatut,
  Saisie,
  type Ton,
} from '@pleniere/shared/ui';
import { PlenieresClient } from '../plenieres-client';
import { type CadreDecision, saisieDecision } from './saisir-decision';
import { jourDeParis } from '@pleniere/shared/domain';

const SIGNES: Readonly<Record<StatutDecision, { ton: Ton; icone: NomIcone }>> = {
  'a-faire': { ton: 'attente', icone: 'a-venir' },
  'en-cours': { ton: 'info', icone: 'en-cours' },
  faite: { ton: 'succes', icone: 'fait' },
  abandonnee: { ton: 'neutre', icone: 'abandon' },
};

/** Decisions one under the other: what, by whom, by when, and what became of it. */
@Component({
  selector: 'pl-liste-decisions',
  imports: [DateFr, PlGestes, PlPuceStatut, RouterLink],
  templateUrl: './liste-decisions.html',
  styleUrl: './liste-decisions.scss',
})
export class ListeDecisions {
  private readonly client = inject(PlenieresClient);
  private readonly saisie = inject(Saisie);
  private readonly confirmation = inject(Confirmation);
  private readonly annonce = inject(Annonce);

  readonly decisions = input.required<readonly Decision[]>();
  readonly cadre = input.required<CadreDecision>();
  readonly gerer = input(false);
  /** True to say which séance took each of them. */
  readonly avecSeance = input(false);
  /** Day (ISO) on which a decision is late or not; an arrêté is read as of its own. */
  readonly aujourdhui = input(jourDeParis());
  readonly enregistre = output();

  protected readonly libelles = LIBELLES_STATUTS_DECISION;
  protected readonly signes = SIGNES;
  protected readonly codeAffiche = codeAffiche;

  protected enRetard(decision: Decision): boolean {
    return decisionEnRetard(decision, this.aujourdhui());
  }

  protected async suivre(decision: Decision): Promise<void> {
    const suivie = await this.saisie.demander(saisieDecision(this.client, this.cadre(), decision));
    if (!suivie) return;
    this.enregistre.emit();
    await this.annonce.dire('Décision enregistrée.');
  }

  protected async supprimer(decision: Decision): Promise<void> {
    const confirme = await this.confirmation.demander({
      titre: 'Supprimer cette décision\u202F?',
      texte: `«\u202F${decision.texte}\u202F» ne sera plus suivie. Une décision à laquelle on renonce se dit plutôt abandonnée.`,
      action: 'Supprimer',
    });
    if (!confirme) return;
    await this.client.supprimerDecision(decision);
    this.enregistre.emit();
    await this.annonce.dire('Décision supprimée.');
  }
}
