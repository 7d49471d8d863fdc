import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type { QuestionResume } from '@pleniere/participation/domain';
import { accorder, jourDeParis } from '@pleniere/shared/domain';
import { PlPuceStatut } from '@pleniere/shared/ui';
import { QuestionsClient } from '../questions-client';
import { direEcheance } from '../signes';

const MONTREES = 5;

/** What waits among the questions: those to moderate, and the answers that one's own service owes, soonest first. */
@Component({
  selector: 'pl-questions-en-attente',
  imports: [PlPuceStatut, RouterLink],
  template: `
    <h2>Questions qui attendent</h2>
    @if (aModerer() > 0) {
      <p>
        <a routerLink="/participation/questions">{{ direAModerer() }}</a>
      </p>
    }
    <ul class="pl-lignes">
      @for (question of siennes(); track question.id) {
        <li>
          <a [routerLink]="['/participation/questions', question.id]">{{ question.texte }}</a>
          @if (echeance(question); as due) {
            <pl-puce-statut [libelle]="due.texte" [ton]="due.ton" icone="echeance" />
          }
        </li>
      }
    </ul>
    @if (siennes().length === 0 && aModerer() === 0) {
      <p>Aucune question n’attend de réponse de votre part.</p>
    }
    <p><a routerLink="/participation/questions">Toutes les questions</a></p>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e1);
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-e1) var(--pl-e2);
      align-items: center;
      justify-content: space-between;
      padding-block: 0.75rem;
    }

    li a {
      flex: 1 1 18rem;
      max-width: var(--pl-mesure);
      min-width: 0;
    }
  `,
})
export class QuestionsEnAttente {
  private readonly session = inject(SessionStore);
  private readonly aujourdhui = jourDeParis();
  private readonly questions = inject(QuestionsClient).questions(() => ({ etat: 'ouverte' }));

  protected readonly aModerer = computed(() =>
    this.session.peut('questions.traiter') && this.questions.hasValue() ? this.questions.value().aModerer.length : 0,
  );
  protected readonly direAModerer = computed(() =>
    accorder(this.aModerer(), 'question à modérer', 'questions à modérer'),
  );
  protected readonly siennes = computed(() => {
    const mienne = this.session.session()?.organisation?.id;
    const toutes = this.questions.hasValue() ? this.questions.value().questions : [];
    return toutes.filter(({ service }) => service !== null && service.id === mienne).slice(0, MONTREES);
  });

  protected echeance(question: QuestionResume): ReturnType<typeof direEcheance> {
    return direEcheance(question, this.aujourdhui);
  }
}
