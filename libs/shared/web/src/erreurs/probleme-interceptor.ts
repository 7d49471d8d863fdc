import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { type Probleme, typographier } from '@pleniere/shared/domain';
import { ErreurApi } from '@pleniere/shared/ui';
import { catchError, throwError } from 'rxjs';

const SANS_REPONSE: Probleme = {
  type: 'about:blank',
  status: 0,
  title: 'Le serveur ne répond pas.',
  detail: 'Ce que vous avez saisi reste sur cet écran. Vérifiez votre connexion, puis réessayez.',
};

function estProbleme(corps: unknown): corps is Probleme {
  return typeof corps === 'object' && corps !== null && 'title' in corps && typeof corps.title === 'string';
}

function enFrancais({ title, detail, errors, ...reste }: Probleme): Probleme {
  return {
    ...reste,
    title: typographier(title),
    ...(detail && { detail: typographier(detail) }),
    ...(errors && { errors: errors.map((erreur) => ({ ...erreur, detail: typographier(erreur.detail) })) }),
  };
}

/** The problem document of a failed request, with the spaces of French, or one written here when the answer carries none. */
export function problemeDe(reponse: HttpErrorResponse): Probleme {
  if (reponse.status === 0) return SANS_REPONSE;
  if (estProbleme(reponse.error)) return enFrancais(reponse.error);
  return {
    type: 'about:blank',
    status: reponse.status,
    title: 'Le serveur n’a pas pu répondre à cette demande.',
    detail: `Rien n’a été modifié. Réessayez dans un instant (code ${reponse.status}).`,
  };
}

/** Turns every failed request into an `ErreurApi`, so that screens only ever meet problem documents. */
export const problemeInterceptor: HttpInterceptorFn = (requete, suite) =>
  suite(requete).pipe(
    catchError((erreur: unknown) =>
      throwError(() => (erreur instanceof HttpErrorResponse ? new ErreurApi(problemeDe(erreur)) : erreur)),
    ),
  );
