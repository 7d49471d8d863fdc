import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LIBELLES_ETATS_QUESTION } from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import { DateFr, PlPuceStatut } from '@pleniere/shared/ui';
import { SIGNES_QUESTION } from '../questions/signes';
import { LiensClient } from './liens-client';
import { LigneLien } from './ligne-lien';

const MONTREES = 5;

/** « Ce que disent les habitants » of a fiche, an indicator or a quartier: what it changed, the questions, the séances. */
@Component({
  selector: 'pl-paroles-habitants',
  imports: [DateFr, LigneLien, PlPuceStatut, RouterLink],
  template: `
    <section class="pl-papier" aria-labelledby="titre-paroles">
      <h2 id="titre-paroles">Ce que disent les habitants</h2>
      @if (lus().length > 0) {
        <h3>{{ bilan() }}</h3>
        <ul class="pl-lignes">
          @for (lien of lus(); track lien.id) {
            <li><pl-ligne-lien [lien]="lien" vue="cible" /></li>
          }
        </ul>
      }
      @if (posees().length > 0) {
        <h3>Questions</h3>
        <ul class="pl-lignes">
          @for (question of posees(); track question.id) {
            <li class="question">
              <a [routerLink]="['/participation/questions', question.id]">{{ question.texte }}</a>
              <pl-puce-statut
                [libelle]="etats[question.etat]"
                [ton]="signes[question.etat].ton"
                [icone]="signes[question.etat].icone"
              />
            </li>
          }
        </ul>
        @if (total() > posees().length) {
          <p class="pl-ecran">
            <a routerLink="/participation/questions" [queryParams]="filtreQuestions()"
              >Voir les {{ total() }} questions</a
            >
          </p>
        }
      }
      @if (tenues().length > 0) {
        <h3>Séances</h3>
        <ul class="pl-lignes">
          @for (seance of tenues(); track seance.id) {
            <li>
              <a [routerLink]="['/participation/seances', seance.id]">{{ seance.espace.nom }}</a>
              <span class="pl-discret">, le {{ seance.date | dateFr }}{{ seance.lieu ? ', ' + seance.lieu : '' }}</span>
            </li>
          }
        </ul>
      }
      @if (vide()) {
        <p class="pl-discret">Aucune parole d’habitant n’y est encore reliée.</p>
      }
    </section>
  `,
  styles: `
    h3 {
      margin-block: var(--pl-e3) var(--pl-e1);
    }
    .question {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-e2);
      align-items: center;
      justify-content: space-between;
    }
    .question a {
      flex: 1 1 16rem;
    }
  `,
})
export class ParolesHabitants {
  private readonly client = inject(LiensClient);

  readonly fiche = input<string>();
  readonly indicateur = input<string>();
  readonly quartier = input<string>();

  protected readonly etats = LIBELLES_ETATS_QUESTION;
  protected readonly signes = SIGNES_QUESTION;
  /** Nobody asks a question of an indicator. */
  protected readonly filtreQuestions = computed(() => {
    const [fiche, quartier] = [this.fiche(), this.quartier()];
    if (fiche !== undefined) return { fiche };
    return quartier === undefined ? null : { quartier };
  });
  private readonly liens = this.client.liens(() => this.filtreQuestions() ?? { indicateur: this.indicateur() ?? '' });
  private readonly questions = this.client.questions(this.filtreQuestions);
  private readonly seances = this.client.seances(() => this.quartier() !== undefined);

  protected readonly lus = computed(() => (this.liens.hasValue() ? this.liens.value() : []));
  private readonly lues = computed(() => (this.questions.hasValue() ? this.questions.value() : undefined));
  protected readonly posees = computed(() => this.lues()?.questions.slice(0, MONTREES) ?? []);
  protected readonly total = computed(() => this.lues()?.total ?? 0);
  protected readonly tenues = computed(() => {
    const quartier = this.quartier();
    if (quartier === undefined || !this.seances.hasValue()) return [];
    return this.seances
      .value()
      .filter(({ qpvCode }) => qpvCode === quartier)
      .slice(0, MONTREES);
  });
  protected readonly bilan = computed(() => {
    const changees = this.lus().filter(({ decision }) => decision?.suite.startsWith('integree') && !decision.defaite);
    const reliees = accorder(this.lus().length, 'contribution reliée', 'contributions reliées');
    const ont = accorder(changees.length, 'a changé quelque chose', 'ont changé quelque chose');
    return `${reliees}, dont ${ont}`;
  });
  protected readonly vide = computed(
    () =>
      this.liens.status() === 'resolved' &&
      (this.filtreQuestions() === null || this.lues() !== undefined) &&
      this.lus().length + this.posees().length + this.tenues().length === 0,
  );
}
