import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import {
  CLASSES_PROPOSITION,
  type ClasseProposition,
  LIBELLES_CLASSES,
  LIBELLES_MOTIFS_REFUS,
  type StatutConsultation,
} from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import { DateFr, PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { ConsultationsClient } from '../client/consultations-client';
import { SuitesClient } from '../client/suites-client';
import { RubriquesConsultation } from '../rubriques-consultation';
import { GroupesOpinion } from './opinions/groupes-opinion';
import { ProfilsParticipants } from './profils-participants';
import { PropositionsClassees } from './propositions-classees';
import { RapportConsultation } from './rapport-consultation';

const AVANT: Readonly<Partial<Record<StatutConsultation, string>>> = {
  close: 'Les votes sont clos. Gelez les résultats depuis le suivi, une fois la modération finie.',
  annulee: 'La consultation a été annulée\u00A0: elle n’a pas de résultats.',
};

/** Frozen results: each proposition with its class, its number of votes and its interval, then the report. */
@Component({
  selector: 'pl-resultats-page',
  imports: [
    DateFr,
    GroupesOpinion,
    PlErreur,
    PlEtatVide,
    PlIcone,
    PlPage,
    PlSquelette,
    ProfilsParticipants,
    PropositionsClassees,
    RapportConsultation,
    RouterLink,
    RubriquesConsultation,
  ],
  templateUrl: './resultats-page.html',
  styleUrl: './resultats-page.scss',
})
export class ResultatsPage {
  private readonly client = inject(ConsultationsClient);

  readonly id = input.required<string>();
  protected readonly consultation = this.client.consultation(this.id);
  protected readonly gere = inject(SessionStore).peut('consultations.gerer');
  protected readonly lue = computed(() => (this.consultation.hasValue() ? this.consultation.value() : null));
  private readonly gelee = computed(() => (this.lue()?.resultat ? this.id() : null));
  protected readonly resultats = inject(SuitesClient).resultats(this.gelee);

  protected readonly motifs = LIBELLES_MOTIFS_REFUS;
  protected readonly question = computed(() => this.lue()?.question ?? 'Résultats');
  protected readonly publies = computed(() => ['restituee', 'suites', 'archivee'].includes(this.lue()?.statut ?? ''));
  protected readonly donnees = computed(() => this.client.donnees(this.id()));
  protected readonly avant = computed(
    () =>
      AVANT[this.lue()?.statut ?? 'brouillon'] ??
      'Les résultats se lisent une fois les votes clos et gelés\u00A0: avant, ils influenceraient.',
  );
  protected readonly gele = computed(() => {
    if (!this.resultats.hasValue()) return '';
    const { votes, participants, bulletins } = this.resultats.value();
    const { total, suspects } = participants;
    const aPart = suspects
      ? `${accorder(suspects, 'participant est mis', 'participants sont mis')} à part, dont aucun vote n’est compté ci-dessous.`
      : 'Aucun participant n’est mis à part.';
    const papier = accorder(bulletins, 'bulletin papier compté', 'bulletins papier comptés');
    return `${accorder(votes, 'vote')} de ${accorder(total - suspects, 'participant')}, ${papier} à part. ${aPart}`;
  });
  protected readonly bilan = computed(() => {
    const toutes = this.resultats.hasValue() ? this.resultats.value().propositions : [];
    const combien = (classe: ClasseProposition) => toutes.filter(({ resultat }) => resultat.classe === classe).length;
    return CLASSES_PROPOSITION.map((classe) => ({
      classe,
      libelle: LIBELLES_CLASSES[classe],
      nombre: combien(classe),
    }));
  });
  /** What still keeps the report from being published. */
  protected readonly manques = computed(
    () => this.lue()?.transitions.find(({ transition }) => transition === 'restituer')?.refus ?? [],
  );

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(`Résultats – ${this.question()}`));
  }
}
