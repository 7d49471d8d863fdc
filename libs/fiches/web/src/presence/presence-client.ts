import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Present, PresenceSaisie } from '@pleniere/fiches/domain';
import type { Observable } from 'rxjs';

const adresse = (ficheId: string): string => `/api/v1/fiches/${ficheId}/presence`;

/** The API of presences. */
@Injectable({ providedIn: 'root' })
export class PresenceClient {
  private readonly http = inject(HttpClient);

  lire(ficheId: string): Observable<Present[]> {
    return this.http.get<Present[]>(adresse(ficheId));
  }

  battre(ficheId: string, saisie: PresenceSaisie): Observable<Present[]> {
    return this.http.put<Present[]>(adresse(ficheId), saisie);
  }

  /** Leaves even when the page is being closed. */
  partir(ficheId: string, onglet: string): Observable<void> {
    return this.http.delete<void>(`${adresse(ficheId)}/${onglet}`, { keepalive: true });
  }
}
