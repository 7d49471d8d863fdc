import { inject, Injectable } from '@angular/core';
import { ErreurApi } from '@pleniere/shared/ui';
import { SessionStore } from './session-store';

/** Addresses of the API under the contrat of whoever is logged in; nobody asks anything of no contrat. */
@Injectable({ providedIn: 'root' })
export class AdresseContrat {
  private readonly session = inject(SessionStore).session;

  /** For a resource or a link: nothing once nobody is logged in, so that a page about to be left asks no more. */
  lecture(suite = ''): string | undefined {
    const contrat = this.session()?.contrat;
    return contrat && `/api/v1/contrats/${contrat.id}${suite && `/${suite}`}`;
  }

  /** For a call made at once; refused here when nobody is logged in any more. */
  appel(suite?: string): string {
    const adresse = this.lecture(suite);
    if (adresse === undefined) throw new ErreurApi(PLUS_PERSONNE);
    return adresse;
  }
}

const PLUS_PERSONNE = {
  type: 'about:blank',
  status: 401,
  title: 'Vous n’êtes plus connecté.',
  detail: 'Rien n’a été envoyé. Reconnectez-vous, puis recommencez.',
};
