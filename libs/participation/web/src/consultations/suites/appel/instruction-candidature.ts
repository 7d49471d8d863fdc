import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import {
  type AppelProjets,
  type Candidature,
  type CritereAppel,
  type InstructionSaisie,
  STATUTS_CANDIDATURE,
} from '@pleniere/participation/domain';
import { PlErreur } from '@pleniere/shared/ui';
import { ConsultationsClient } from '../../client/consultations-client';
import { SuitesClient } from '../../client/suites-client';
import type { CadreIdees } from '../../resultats/idees/saisir-idee';
import { LIBELLES_CANDIDATURES } from '../saisir-appel';

const NOTES = ['0', '1', '2', '3', '4', '5'];

/** The instruction of a candidature: a note by criterion, an avis, a decision with its reason, and the fiche it joins. */
@Component({
  selector: 'pl-instruction-candidature',
  imports: [PlErreur],
  templateUrl: './instruction-candidature.html',
  styleUrl: '../../resultats/idees/decision-idee.scss',
})
export class InstructionCandidature {
  private readonly client = inject(SuitesClient);

  readonly candidature = input.required<Candidature>();
  readonly criteres = input.required<readonly CritereAppel[]>();
  readonly cadre = input.required<CadreIdees>();
  readonly instruite = output<AppelProjets>();
  readonly abandonnee = output();

  protected readonly notes = NOTES;
  protected readonly statuts = STATUTS_CANDIDATURE.map((valeur) => ({
    valeur,
    libelle: LIBELLES_CANDIDATURES[valeur],
  }));
  protected readonly refus = signal<unknown>(null);
  protected readonly saisie = linkedSignal<string, InstructionSaisie>({
    source: () => this.candidature().id,
    computation: () => {
      const { statut, notes, avis, motif, fiche, action } = this.candidature();
      return { statut, notes, avis, motif, ficheId: fiche?.id ?? null, actionId: action?.id ?? null };
    },
  });
  private readonly code = computed(() => this.cadre().codes.get(this.saisie().ficheId ?? '') ?? null);
  private readonly actions = inject(ConsultationsClient).actions(this.code);
  protected readonly actionsDeLaFiche = computed(() => (this.actions.hasValue() ? this.actions.value().actions : []));
  protected readonly manque = computed(() => {
    const { statut, motif, ficheId } = this.saisie();
    if (['irrecevable', 'non-retenue'].includes(statut) && motif.trim() === '')
      return 'Dites pourquoi au porteur du projet.';
    return statut === 'laureate' && ficheId === null ? 'Un projet lauréat rejoint une fiche du contrat.' : null;
  });

  protected changer(champs: Partial<InstructionSaisie>): void {
    this.saisie.update((saisie) => ({ ...saisie, ...champs }));
  }

  protected noter(critere: string, texte: string): void {
    const autres = Object.entries(this.saisie().notes).filter(([id]) => id !== critere);
    const notes = texte === '' ? autres : [...autres, [critere, Number(texte)]];
    this.changer({ notes: Object.fromEntries(notes) as InstructionSaisie['notes'] });
  }

  protected decider(valeur: string): void {
    const statut = STATUTS_CANDIDATURE.find((un) => un === valeur);
    if (statut) this.changer({ statut });
  }

  protected async enregistrer(): Promise<void> {
    if (this.manque() !== null) return;
    this.refus.set(null);
    try {
      this.instruite.emit(await this.client.instruire(this.candidature(), this.saisie()));
    } catch (erreur) {
      this.refus.set(erreur);
    }
  }
}
