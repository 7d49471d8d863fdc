import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';
import type { IndicateurPrincipal, QuartierLu, QuartierResume, TableauDeBord } from '@pleniere/fiches/domain';

/** Reads that look over the whole contrat: the home page and the quartiers. Call them from a field initialiser. */
@Injectable({ providedIn: 'root' })
export class PilotageClient {
  private readonly session = inject(SessionStore).session;

  tableauDeBord(): HttpResourceRef<TableauDeBord | undefined> {
    return httpResource<TableauDeBord>(() => `${this.contrat()}/tableau-de-bord`);
  }

  /** The main indicator of each fiche that has one. */
  principaux(): HttpResourceRef<IndicateurPrincipal[] | undefined> {
    return httpResource<IndicateurPrincipal[]>(() => `${this.contrat()}/indicateurs-principaux`);
  }

  quartiers(): HttpResourceRef<QuartierResume[] | undefined> {
    return httpResource<QuartierResume[]>(() => `${this.contrat()}/quartiers`);
  }

  quartier(code: () => string): HttpResourceRef<QuartierLu | undefined> {
    return httpResource<QuartierLu>(() => `${this.contrat()}/quartiers/${encodeURIComponent(code())}`);
  }

  private contrat(): string {
    return `/api/v1/contrats/${this.session()?.contrat.id ?? ''}`;
  }
}
