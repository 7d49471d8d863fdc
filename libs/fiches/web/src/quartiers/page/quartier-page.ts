import { ApplicationRef, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { nomQpv, SOURCE_QPV } from '@pleniere/contrat/domain';
import { codeAffiche, type QuartierLu } from '@pleniere/fiches/domain';
import { IndicateursClient } from '@pleniere/indicateurs/web';
import { ParolesHabitants } from '@pleniere/participation/web';
import { accorder, anneesDuContrat } from '@pleniere/shared/domain';
import { PlErreur, PlEtatVide, PlIcone, PlPage, PlPuceStatut, PlSquelette } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { LigneFiche } from '../../liste/ligne-fiche';
import { PilotageClient } from '../../pilotage/pilotage-client';
import { anneeCourante } from '../annee-courante';
import { type Avancement, lireAvancement } from './avancement';
import { BarreValeurs } from '../barre-valeurs';
import { IndicateurQuartier } from './indicateur-quartier';
import { POSITIONS } from './positions';
import { SituationQuartier } from './situation-quartier';
import { VieQuartier } from './vie-quartier';

type IndicateurDuQuartier = QuartierLu['indicateurs'][number];

/** One quartier: what is done, late or missing there, the fiches that concern it and its indicators. */
@Component({
  selector: 'pl-quartier-page',
  imports: [
    BarreValeurs,
    IndicateurQuartier,
    LigneFiche,
    ParolesHabitants,
    PlErreur,
    PlEtatVide,
    PlIcone,
    PlPage,
    PlPuceStatut,
    PlSquelette,
    RouterLink,
    SituationQuartier,
    VieQuartier,
  ],
  templateUrl: './quartier-page.html',
  styleUrl: './quartier-page.scss',
})
export class QuartierPage {
  readonly code = input.required<string>();

  protected readonly quartier = inject(PilotageClient).quartier(this.code);
  private readonly lectureContestations = inject(IndicateursClient).contestations();
  protected readonly contestations = computed(() =>
    this.lectureContestations.hasValue() ? this.lectureContestations.value() : [],
  );
  protected readonly annee = anneeCourante();
  protected readonly impression = signal(false);
  private readonly application = inject(ApplicationRef);
  protected readonly source = SOURCE_QPV;
  protected readonly codeAffiche = codeAffiche;
  protected readonly accorder = accorder;
  private readonly session = inject(SessionStore).session;
  protected readonly annees = computed(() => {
    const contrat = this.session()?.contrat;
    return contrat ? anneesDuContrat(contrat) : [];
  });

  protected readonly lu = computed(() => (this.quartier.hasValue() ? this.quartier.value() : null));
  protected readonly nom = computed(() => {
    const lu = this.lu();
    return lu ? nomQpv(lu) : 'Quartier';
  });
  protected readonly communes = computed(
    () =>
      this.lu()
        ?.communes.map(({ nom }) => nom)
        .join(', ') ?? '',
  );

  protected readonly avancements = computed<Avancement<IndicateurDuQuartier>[]>(() =>
    (this.lu()?.indicateurs ?? []).map((indicateur) =>
      lireAvancement(indicateur, this.code(), this.annees(), this.annee),
    ),
  );
  protected readonly bilan = computed(() =>
    POSITIONS.map((signe) => ({
      ...signe,
      nombre: this.avancements().filter(({ position }) => position === signe.position).length,
    })).filter(({ nombre }) => nombre > 0),
  );
  protected readonly retards = computed(() => this.avancements().filter(({ position }) => position === 'en-retard'));
  protected readonly manques = computed(() =>
    this.avancements()
      .filter(({ manquantes }) => manquantes.length > 0)
      .map(({ indicateur, manquantes }) => ({
        indicateur,
        annees: manquantes.map((annee) => `${annee} ${annee < this.annee ? 'en retard' : 'à saisir'}`).join(', '),
      })),
  );
  protected readonly groupes = computed(() => {
    const parFiche = Map.groupBy(this.avancements(), ({ indicateur }) => indicateur.fiche.code);
    return [...parFiche].map(([code, avancements]) => ({
      code,
      titre: avancements[0]?.indicateur.fiche.titre ?? '',
      avancements,
    }));
  });
  protected readonly lede = computed(() => {
    const lu = this.lu();
    if (!lu) return undefined;
    const fiches = accorder(lu.fichesConcernees.length, 'fiche concerne', 'fiches concernent');
    return `${fiches} ce quartier, avec ${accorder(lu.indicateurs.length, 'indicateur suivi', 'indicateurs suivis')}.`;
  });

  constructor() {
    const titre = inject(TitreFenetre);
    effect(() => titre.nommer(this.nom()));
  }

  /** Every chart comes first, even those that nobody has scrolled to. */
  protected async imprimer(): Promise<void> {
    this.impression.set(true);
    await this.application.whenStable();
    window.print();
  }
}
