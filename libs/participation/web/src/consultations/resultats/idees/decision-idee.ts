import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import {
  type Idee,
  type IdeeSaisie,
  LIBELLES_VERDICTS,
  type VerdictIdee,
  VERDICTS_IDEE,
} from '@pleniere/participation/domain';
import { lireProbleme, PlErreur } from '@pleniere/shared/ui';
import { ConsultationsClient } from '../../client/consultations-client';
import { SuitesClient } from '../../client/suites-client';
import { type CadreIdees, saisieDe } from './saisir-idee';

/** What is decided of an idea: a verdict, the reason that residents will read, and the fiche or the action that carries it. */
@Component({
  selector: 'pl-decision-idee',
  imports: [PlErreur],
  templateUrl: './decision-idee.html',
  styleUrl: './decision-idee.scss',
})
export class DecisionIdee {
  private readonly client = inject(SuitesClient);

  readonly idee = input.required<Idee>();
  readonly cadre = input.required<CadreIdees>();
  readonly decidee = output();
  readonly abandonnee = output();

  protected readonly verdicts = VERDICTS_IDEE.map((valeur) => ({ valeur, libelle: LIBELLES_VERDICTS[valeur] }));
  protected readonly refus = signal<unknown>(null);
  private readonly version = linkedSignal(() => this.idee().version);
  /** What is typed stays when the idea is read again. */
  protected readonly saisie = linkedSignal<string, IdeeSaisie>({
    source: () => this.idee().id,
    computation: () => saisieDe(this.idee()),
  });
  private readonly code = computed(() => this.cadre().codes.get(this.saisie().ficheId ?? '') ?? null);
  private readonly actions = inject(ConsultationsClient).actions(this.code);
  protected readonly actionsDeLaFiche = computed(() => (this.actions.hasValue() ? this.actions.value().actions : []));
  protected readonly manque = computed(() => {
    const { verdict, motif, ficheId, actionId } = this.saisie();
    if (verdict === null) return 'Choisissez une décision.';
    if (motif.trim() === '') return 'Dites pourquoi\u00A0: les habitants le liront.';
    if (verdict === 'retenue' && ficheId === null && actionId === null)
      return 'Une idée retenue désigne la fiche ou l’action qui la porte.';
    return null;
  });

  protected choisir(valeur: string): void {
    const verdict = VERDICTS_IDEE.find((un): un is VerdictIdee => un === valeur) ?? null;
    this.changer({ verdict });
  }

  protected porter(ficheId: string): void {
    this.changer({ ficheId: ficheId || null, actionId: null });
  }

  protected ranger(texte: string): void {
    const rang = Number.parseInt(texte, 10);
    this.changer({ agendaRang: Number.isNaN(rang) ? null : rang });
  }

  protected changer(champs: Partial<IdeeSaisie>): void {
    this.saisie.update((saisie) => ({ ...saisie, ...champs }));
  }

  protected async enregistrer(): Promise<void> {
    if (this.manque() !== null) return;
    this.refus.set(null);
    try {
      await this.client.modifierIdee({ id: this.idee().id, version: this.version() }, this.saisie());
      this.decidee.emit();
    } catch (erreur) {
      const { status, actuel } = lireProbleme(erreur);
      this.refus.set(erreur);
      if (status === 412 && actuel) this.version.set((actuel as Idee).version);
    }
  }
}
