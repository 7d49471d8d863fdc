import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Conservation, SorteConservation } from '@pleniere/acces/domain';
import { firstValueFrom } from 'rxjs';

/** The API of personal data. */
@Injectable({ providedIn: 'root' })
export class RgpdClient {
  private readonly http = inject(HttpClient);

  regler(contratId: string, version: number, durees: Record<SorteConservation, number>): Promise<Conservation> {
    const adresse = `/api/v1/contrats/${contratId}/donnees-personnelles`;
    return firstValueFrom(this.http.put<Conservation>(adresse, durees, { headers: { 'If-Match': `"${version}"` } }));
  }

  /** Gives the label that signs from now on. */
  effacer(personneId: string): Promise<{ libelle: string }> {
    return firstValueFrom(this.http.post<{ libelle: string }>(`/api/v1/personnes/${personneId}/effacement`, {}));
  }
}
