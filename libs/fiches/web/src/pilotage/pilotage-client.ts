import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';
import type { IndicateurPrincipal, QuartierLu, QuartierResume, TableauDeBord } from '@pleniere/fiches/domain';

/** Reads that look over the whole contrat: the home page and the quartiers. Call them from a field initialiser. */
@Injectable({ providedIn: 'root' })
export class PilotageClient {
  private readonly session = inject(SessionStore).session;

  tableauDeBord(): HttpResourceRef<TableauDeBord | undefined> {
    return httpResource<TableauDeBord>(() => this.duContrat('tableau-de-bord'));
  }

  /** The main indicator of each fiche that has one. */
  principaux(): HttpResourceRef<IndicateurPrincipal[] | undefined> {
    return httpResource<IndicateurPrincipal[]>(() => this.duContrat('indicateurs-principaux'));
  }

  quartiers(): HttpResourceRef<QuartierResume[] | undefined> {
    return httpResource<QuartierResume[]>(() => this.duContrat('quartiers'));
  }

  quartier(code: () => string): HttpResourceRef<QuartierLu | undefined> {
    return httpResource<QuartierLu>(() => this.duContrat(`quartiers/${encodeURIComponent(code())}`));
  }

  /** Nothing is asked once the session has ended, while the page is still there. */
  private duContrat(suite: string): string | undefined {
    const contrat = this.session()?.contrat;
    return contrat && `/api/v1/contrats/${contrat.id}/${suite}`;
  }
}
