import type { Request } from 'express';
import type { VNode } from 'preact';
import { rendre } from '../gabarit/rendre';
import { type Refus, refusDe } from './refus';

/** After a form: the browser goes and reads a page, so that going back or reloading sends nothing again. */
export function aller(requete: Request, adresse: string): string {
  requete.res?.status(303).setHeader('Location', adresse);
  return '';
}

/** The page of a form that was refused, with what was typed. */
export type PageRefusee = (refus: Refus, erreur: unknown) => VNode | Promise<VNode>;

/** Does what a form asks, then goes to the page that it leads to; what somebody can mend is told on the page of the form. */
export async function agir(requete: Request, acte: () => Promise<string>, page: PageRefusee): Promise<string> {
  try {
    return aller(requete, await acte());
  } catch (erreur) {
    return refuser(requete, refusDe(erreur), page, erreur);
  }
}

/** Answers with the page of the form, under the status of the refusal. */
export async function refuser(
  requete: Request,
  refus: Refus,
  page: PageRefusee,
  erreur: unknown = null,
): Promise<string> {
  requete.res?.status(refus.status);
  return rendre(await page(refus, erreur));
}
