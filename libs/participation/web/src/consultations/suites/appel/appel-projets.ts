import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { AppelProjets, Candidature, Idee } from '@pleniere/participation/domain';
import { accorder, formaterNombre, INSECABLE } from '@pleniere/shared/domain';
import {
  Annonce,
  Confirmation,
  DateFr,
  lireProbleme,
  type NomIcone,
  PlIcone,
  PlPuceStatut,
  Saisie,
  type Ton,
} from '@pleniere/shared/ui';
import { SuitesClient } from '../../client/suites-client';
import type { CadreIdees } from '../../resultats/idees/saisir-idee';
import { LIBELLES_CANDIDATURES, saisieAppel, saisieCandidature } from '../saisir-appel';
import { InstructionCandidature } from './instruction-candidature';

const STATUTS: Readonly<Record<AppelProjets['statut'], { libelle: string; ton: Ton; icone: NomIcone }>> = {
  'a-venir': { libelle: 'À venir', ton: 'info', icone: 'a-venir' },
  ouvert: { libelle: 'Ouvert', ton: 'succes', icone: 'en-cours' },
  instruction: { libelle: 'En instruction', ton: 'attente', icone: 'relecture' },
  laureats: { libelle: 'Lauréats publiés', ton: 'succes', icone: 'public' },
};
const SIGNES: Readonly<Record<Candidature['statut'], { ton: Ton; icone: NomIcone }>> = {
  deposee: { ton: 'attente', icone: 'attente' },
  recevable: { ton: 'info', icone: 'en-cours' },
  irrecevable: { ton: 'neutre', icone: 'abandon' },
  laureate: { ton: 'succes', icone: 'valide' },
  'non-retenue': { ton: 'neutre', icone: 'abandon' },
};

/** A call for projects: its dates and criteria, its candidatures, their notes side by side, and its laureates. */
@Component({
  selector: 'pl-appel-projets',
  imports: [DateFr, InstructionCandidature, PlIcone, PlPuceStatut],
  templateUrl: './appel-projets.html',
  styleUrl: './appel-projets.scss',
})
export class AppelAProjets {
  private readonly client = inject(SuitesClient);
  private readonly annonce = inject(Annonce);
  private readonly confirmation = inject(Confirmation);
  private readonly saisie = inject(Saisie);

  readonly appel = input.required<AppelProjets>();
  readonly consultationId = input.required<string>();
  readonly cadre = input.required<CadreIdees>();
  readonly idees = input<readonly Idee[]>([]);
  readonly gere = input(false);
  readonly changee = output<AppelProjets>();

  protected readonly signes = SIGNES;
  protected readonly libelles = LIBELLES_CANDIDATURES;
  protected readonly statut = computed(() => STATUTS[this.appel().statut]);
  protected readonly instruite = signal<string | null>(null);
  protected readonly candidature = computed(() => this.appel().candidatures.find(({ id }) => id === this.instruite()));
  protected readonly lignes = computed(() =>
    this.appel()
      .candidatures.toSorted((a, b) => (b.total ?? -1) - (a.total ?? -1))
      .map((une) => ({
        une,
        notes: this.appel().criteres.map(({ id }) => une.notes[id] ?? null),
        total: une.total === null ? '–' : formaterNombre(une.total, 2),
        montant: une.montantCentimes === null ? '–' : `${formaterNombre(une.montantCentimes / 100)}${INSECABLE}€`,
      })),
  );
  /** Why the laureates cannot be published yet; null when they can. */
  protected readonly manque = computed(() => {
    const { statut, candidatures } = this.appel();
    if (statut === 'laureats') return null;
    if (statut !== 'instruction') return 'Les lauréats se publient une fois l’appel clos.';
    const reste = candidatures.filter(({ statut: le }) => le === 'deposee' || le === 'recevable').length;
    return reste === 0 ? null : `${accorder(reste, 'candidature attend', 'candidatures attendent')} une décision.`;
  });

  protected async modifier(): Promise<void> {
    const change = await this.saisie.demander(saisieAppel(this.client, this.consultationId(), this.appel()));
    if (change) this.changee.emit(change);
  }

  protected async deposer(): Promise<void> {
    const change = await this.saisie.demander(saisieCandidature(this.client, this.appel().id, this.idees()));
    if (change) this.changee.emit(change);
  }

  protected async publier(): Promise<void> {
    const confirme = await this.confirmation.demander({
      titre: 'Publier les lauréats\u202F?',
      texte: 'Leur liste devient publique et l’instruction ne change plus.',
      action: 'Publier les lauréats',
    });
    if (!confirme) return;
    try {
      this.changee.emit(await this.client.publierLaureats(this.appel()));
      await this.annonce.dire('Lauréats publiés.');
    } catch (erreur) {
      const { title, detail } = lireProbleme(erreur);
      await this.annonce.dire(detail ?? title);
    }
  }

  protected apres(appel: AppelProjets): void {
    this.instruite.set(null);
    this.changee.emit(appel);
  }
}
