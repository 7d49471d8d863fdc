import type { HttpInterceptorFn } from '@angular/common/http';
import { nettoyerCorps } from '@pleniere/shared/domain';

/**
 * Cleans what leaves: a text pasted from Word, a PDF or a page bears marks that nobody sees, and that the server refuses
 * rather than take them away.
 */
export const textesPropresInterceptor: HttpInterceptorFn = (requete, suite) =>
  suite(requete.body === null ? requete : requete.clone({ body: nettoyerCorps(requete.body) }));
