import type { Probleme } from '@pleniere/shared/domain';

/** Refusal or failure of the API, with the problem document to show. `status` 0 means that no answer came. */
export class ErreurApi extends Error {
  constructor(readonly probleme: Probleme) {
    super(probleme.title);
    this.name = 'ErreurApi';
  }
}

/** The problem to show for any error that a resource or a request may give. */
export function lireProbleme(erreur: unknown): Probleme {
  if (erreur instanceof ErreurApi) return erreur.probleme;
  // httpResource wraps what an interceptor threw when it was not an Error of its own.
  if (erreur instanceof Error && erreur.cause !== undefined) return lireProbleme(erreur.cause);
  return {
    type: 'about:blank',
    status: 500,
    title: 'Cette page n’a pas pu s’afficher.',
    detail:
      'Ce que vous avez enregistré est conservé. Réessayez\u202F; si cela recommence, prévenez l’équipe du contrat.',
  };
}
