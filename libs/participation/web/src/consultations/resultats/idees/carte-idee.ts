import { Component, computed, input, output, signal } from '@angular/core';
import { type Idee, LIBELLES_VERDICTS, totalVotes, type VerdictIdee } from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import { DateFr, type NomIcone, PlIcone, PlPuceStatut, type Ton } from '@pleniere/shared/ui';
import { LiensDeLaSource } from '../../../liens/liens-de-la-source';
import { codeLisible } from '../../../liens/code-lisible';
import { DecisionIdee } from './decision-idee';
import { PORTEE } from './propositions-a-ranger';
import type { CadreIdees } from './saisir-idee';

const SIGNES: Readonly<Record<VerdictIdee, { ton: Ton; icone: NomIcone }>> = {
  retenue: { ton: 'succes', icone: 'valide' },
  'a-l-etude': { ton: 'info', icone: 'en-cours' },
  'non-retenue': { ton: 'neutre', icone: 'abandon' },
};

/** One idea: the propositions it groups, each with its own votes, and what is decided of it. */
@Component({
  selector: 'pl-carte-idee',
  imports: [DateFr, DecisionIdee, LiensDeLaSource, PlIcone, PlPuceStatut],
  host: {
    '[class.survolee]': 'survolee()',
    '(dragover)': 'survoler($event)',
    '(dragleave)': 'survolee.set(false)',
    '(drop)': 'deposer($event)',
  },
  templateUrl: './carte-idee.html',
  styleUrl: './carte-idee.scss',
})
export class CarteIdee {
  readonly idee = input.required<Idee>();
  readonly cadre = input.required<CadreIdees>();
  readonly modifiable = input(false);
  /** Residents acclaimed one of its propositions. */
  readonly plebiscitee = input(false);
  readonly deposee = output<string>();
  readonly sortie = output<string>();
  readonly renommee = output();
  readonly supprimee = output();
  readonly decidee = output();

  protected readonly libelles = LIBELLES_VERDICTS;
  protected readonly signes = SIGNES;
  protected readonly direCode = codeLisible;
  protected readonly survolee = signal(false);
  protected readonly decide = signal(false);
  /** What it touches is read once somebody asks. */
  protected readonly relie = signal(false);
  protected readonly propositions = computed(() =>
    this.idee().propositions.map((une) => ({ ...une, combien: accorder(totalVotes(une.votes), 'vote') })),
  );

  protected porter({ dataTransfer }: DragEvent, id: string): void {
    dataTransfer?.setData(PORTEE, id);
  }

  protected survoler(geste: DragEvent): void {
    if (!this.modifiable() || !geste.dataTransfer?.types.includes(PORTEE)) return;
    geste.preventDefault();
    this.survolee.set(true);
  }

  protected deposer(geste: DragEvent): void {
    this.survolee.set(false);
    const id = geste.dataTransfer?.getData(PORTEE);
    if (!id || !this.modifiable()) return;
    geste.preventDefault();
    this.deposee.emit(id);
  }

  protected apresDecision(): void {
    this.decide.set(false);
    this.decidee.emit();
  }
}
