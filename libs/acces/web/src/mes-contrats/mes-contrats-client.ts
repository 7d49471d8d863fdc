import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { MonContrat, PreuveDeCompte, SessionCourante } from '@pleniere/acces/domain';
import type { Observable } from 'rxjs';
import { SessionStore } from '../session/session-store';

const ADRESSE = '/api/v1/compte/contrats';

/** The API of the contrats in which one person acts; call the reads from a field initialiser. */
@Injectable({ providedIn: 'root' })
export class MesContratsClient {
  private readonly http = inject(HttpClient);
  private readonly session = inject(SessionStore).session;

  /** One's contrats, that of the session first. */
  liste(): HttpResourceRef<MonContrat[]> {
    return httpResource<MonContrat[]>(() => (this.session() ? ADRESSE : undefined), { defaultValue: [] });
  }

  relier(preuve: PreuveDeCompte): Observable<MonContrat[]> {
    return this.http.post<MonContrat[]>(ADRESSE, preuve);
  }

  delier(contratId: string): Observable<void> {
    return this.http.delete<void>(`${ADRESSE}/${contratId}`);
  }

  /** Opens the session of the other contrat; the page must then be loaded again. */
  ouvrir(contratId: string): Observable<SessionCourante> {
    return this.http.post<SessionCourante>('/api/v1/session/contrat', { contratId });
  }
}
