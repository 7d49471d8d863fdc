import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Conservation, DonneesPersonnelles, SorteConservation } from '@pleniere/acces/domain';
import { firstValueFrom } from 'rxjs';
import { AdresseContrat } from '../session/adresse-contrat';

/** The API of personal data. */
@Injectable({ providedIn: 'root' })
export class RgpdClient {
  private readonly http = inject(HttpClient);
  private readonly duContrat = inject(AdresseContrat);

  /** What the contrat keeps and for how long. Call it from a field initialiser. */
  donnees(): HttpResourceRef<DonneesPersonnelles | undefined> {
    return httpResource<DonneesPersonnelles>(() => this.duContrat.lecture('donnees-personnelles'));
  }

  regler(version: number, durees: Record<SorteConservation, number>): Promise<Conservation> {
    const adresse = this.duContrat.appel('donnees-personnelles');
    return firstValueFrom(this.http.put<Conservation>(adresse, durees, { headers: { 'If-Match': `"${version}"` } }));
  }

  /** Gives the label that signs from now on. */
  effacer(personneId: string): Promise<{ libelle: string }> {
    return firstValueFrom(this.http.post<{ libelle: string }>(`/api/v1/personnes/${personneId}/effacement`, {}));
  }
}
