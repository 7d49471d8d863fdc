import type { Request } from 'express';

/** After a form: the browser goes and reads a page, so that going back or reloading sends nothing again. */
export function aller(requete: Request, adresse: string): string {
  requete.res?.status(303).setHeader('Location', adresse);
  return '';
}
