import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';
import type { Organisation } from '@pleniere/acteurs/domain';
import type { Qpv } from '@pleniere/contrat/domain';
import type {
  HistoriqueValeur,
  Indicateur,
  IndicateurAvecValeurs,
  IndicateurSaisie,
  SaisieValeur,
  Valeur,
} from '@pleniere/indicateurs/domain';
import type { Observable } from 'rxjs';

const API = '/api/v1';

/** A cell of the grid: one indicator, one year, one territory. */
export type Cellule = Pick<SaisieValeur, 'indicateurId' | 'annee' | 'territoire'>;

/** Answer to written cells: their new states, and those that are empty now. */
export interface LotEnregistre {
  valeurs: Valeur[];
  effacees: Cellule[];
}

function siVersion({ version }: Pick<Indicateur, 'version'>): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${version}"` } };
}

/** The API of indicators and values: reads are resources (call them from a field initialiser), writes give the new state. */
@Injectable({ providedIn: 'root' })
export class IndicateursClient {
  private readonly http = inject(HttpClient);
  private readonly session = inject(SessionStore).session;

  private contrat(): string {
    return `${API}/contrats/${this.session()?.contrat.id ?? ''}`;
  }

  indicateur(id: () => string): HttpResourceRef<IndicateurAvecValeurs | undefined> {
    return httpResource<IndicateurAvecValeurs>(() => `${API}/indicateurs/${id()}`);
  }

  /** Past states of the values of an indicator, newest first. */
  historique(id: () => string | undefined): HttpResourceRef<HistoriqueValeur[]> {
    const adresse = (): string | undefined => (id() ? `${API}/indicateurs/${id()}/historique` : undefined);
    return httpResource<HistoriqueValeur[]>(adresse, { defaultValue: [] });
  }

  qpv(): HttpResourceRef<Qpv[]> {
    return httpResource<Qpv[]>(() => `${this.contrat()}/qpv`, { defaultValue: [] });
  }

  organisations(): HttpResourceRef<Organisation[]> {
    return httpResource<Organisation[]>(() => `${this.contrat()}/organisations`, { defaultValue: [] });
  }

  /** One cell or a pasted block: all or nothing. */
  enregistrer(saisies: readonly SaisieValeur[]): Observable<LotEnregistre> {
    return this.http.post<LotEnregistre>(`${this.contrat()}/valeurs`, { saisies });
  }

  creer(saisie: IndicateurSaisie): Observable<Indicateur> {
    return this.http.post<Indicateur>(`${this.contrat()}/indicateurs`, saisie);
  }

  modifier(indicateur: Pick<Indicateur, 'id' | 'version'>, saisie: Partial<IndicateurSaisie>): Observable<Indicateur> {
    return this.http.patch<Indicateur>(`${API}/indicateurs/${indicateur.id}`, saisie, siVersion(indicateur));
  }

  supprimer(indicateur: Pick<Indicateur, 'id' | 'version'>): Observable<void> {
    return this.http.delete<void>(`${API}/indicateurs/${indicateur.id}`, siVersion(indicateur));
  }

  ordonner(ficheId: string | null, ids: readonly string[]): Observable<Indicateur[]> {
    return this.http.put<Indicateur[]>(`${this.contrat()}/indicateurs/ordre`, { ficheId, ids });
  }
}
