import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
import type { IndicateurPrincipal, QuartierLu, QuartierResume, TableauDeBord } from '@pleniere/fiches/domain';

/** Reads that look over the whole contrat: the home page and the quartiers. Call them from a field initialiser. */
@Injectable({ providedIn: 'root' })
export class PilotageClient {
  private readonly duContrat = inject(AdresseContrat);

  tableauDeBord(): HttpResourceRef<TableauDeBord | undefined> {
    return httpResource<TableauDeBord>(() => this.duContrat.lecture('tableau-de-bord'));
  }

  /** The main indicator of each fiche that has one. */
  principaux(): HttpResourceRef<IndicateurPrincipal[] | undefined> {
    return httpResource<IndicateurPrincipal[]>(() => this.duContrat.lecture('indicateurs-principaux'));
  }

  quartiers(): HttpResourceRef<QuartierResume[] | undefined> {
    return httpResource<QuartierResume[]>(() => this.duContrat.lecture('quartiers'));
  }

  quartier(code: () => string): HttpResourceRef<QuartierLu | undefined> {
    return httpResource<QuartierLu>(() => this.duContrat.lecture(`quartiers/${encodeURIComponent(code())}`));
  }
}
