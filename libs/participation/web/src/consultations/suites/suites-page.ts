import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type { AppelProjets } from '@pleniere/participation/domain';
import { PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette, Saisie } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { ConsultationsClient } from '../client/consultations-client';
import { SuitesClient } from '../client/suites-client';
import { codeLisible } from '../../liens/code-lisible';
import { cadreDesIdees } from '../resultats/idees/saisir-idee';
import { RubriquesConsultation } from '../rubriques-consultation';
import { AppelAProjets } from './appel/appel-projets';
import { PlanProjets } from './plan/plan-projets';
import { saisieAppel } from './saisir-appel';

/** What follows the results: the agenda citoyen, calls for projects, and the plan of projects that came of them. */
@Component({
  selector: 'pl-suites-page',
  imports: [
    AppelAProjets,
    PlanProjets,
    PlErreur,
    PlEtatVide,
    PlIcone,
    PlPage,
    PlSquelette,
    RouterLink,
    RubriquesConsultation,
  ],
  templateUrl: './suites-page.html',
  styleUrl: './suites-page.scss',
})
export class SuitesPage {
  private readonly client = inject(SuitesClient);
  private readonly saisie = inject(Saisie);

  readonly id = input.required<string>();
  protected readonly gere = inject(SessionStore).peut('consultations.gerer');
  protected readonly consultation = inject(ConsultationsClient).consultation(this.id);
  protected readonly idees = this.client.idees(this.id);
  protected readonly appels = this.client.appels(this.id);
  protected readonly cadre = cadreDesIdees(inject(ConsultationsClient));
  protected readonly direCode = codeLisible;

  protected readonly question = computed(() =>
    this.consultation.hasValue() ? this.consultation.value().question : 'Suites',
  );
  protected readonly toutesIdees = computed(() => (this.idees.hasValue() ? this.idees.value() : []));
  protected readonly agenda = computed(() => this.toutesIdees().filter(({ agendaRang }) => agendaRang !== null));
  protected readonly tous = computed(() => (this.appels.hasValue() ? this.appels.value() : []));
  /** A call answers results that everybody can read. */
  protected readonly ouvrable = computed(
    () =>
      this.gere && this.consultation.hasValue() && ['restituee', 'suites'].includes(this.consultation.value().statut),
  );
  protected readonly avecProjets = computed(() => this.tous().some(({ statut }) => statut === 'laureats'));

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(`Suites – ${this.question()}`));
  }

  protected async ouvrir(): Promise<void> {
    const cree = await this.saisie.demander(saisieAppel(this.client, this.id(), null));
    if (cree) this.appels.reload();
  }

  protected prendre(appel: AppelProjets): void {
    this.appels.set(this.tous().map((un) => (un.id === appel.id ? appel : un)));
  }
}
