import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { CompteDemo, SessionCourante } from '@pleniere/acces/domain';
import type { Observable } from 'rxjs';

/** What is typed to log in. */
export interface Identifiants {
  email: string;
  motDePasse: string;
}

/** Person for whom an activation link was made. */
export interface Invitation {
  nom: string;
  email: string;
}

/** Address of the demo accounts; 404 outside demo mode. */
export const ADRESSE_COMPTES_DEMO = '/api/v1/demo/comptes';

/** The API of sessions and accounts. */
@Injectable({ providedIn: 'root' })
export class AccesClient {
  private readonly http = inject(HttpClient);

  /** The session of this browser, or null when nobody is logged in (204). */
  lireSession(): Observable<SessionCourante | null> {
    return this.http.get<SessionCourante | null>('/api/v1/session');
  }

  ouvrirSession(identifiants: Identifiants): Observable<SessionCourante> {
    return this.http.post<SessionCourante>('/api/v1/session', identifiants);
  }

  fermerSession(): Observable<void> {
    return this.http.delete<void>('/api/v1/session');
  }

  comptesDemo(): Observable<CompteDemo[]> {
    return this.http.get<CompteDemo[]>(ADRESSE_COMPTES_DEMO);
  }

  activer(jeton: string, motDePasse: string): Observable<void> {
    return this.http.post<void>(`/api/v1/activation/${encodeURIComponent(jeton)}`, { motDePasse });
  }
}
