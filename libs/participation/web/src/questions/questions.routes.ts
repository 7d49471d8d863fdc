import type { Routes } from '@angular/router';

/** Pages of the questions, below `/participation/questions`. */
export const questionsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Questions',
    loadComponent: () => import('./liste/questions-page').then((m) => m.QuestionsPage),
  },
  { path: ':id', loadComponent: () => import('./question/question-page').then((m) => m.QuestionPage) },
];
