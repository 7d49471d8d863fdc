import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
import type { Courriel, CourrielsDuContrat } from '@pleniere/shared/domain';
import { firstValueFrom } from 'rxjs';

/** E-mails in one page of the list. */
export const TAILLE_PAGE_COURRIELS = 100;

/** The API of the e-mails that the product writes. */
@Injectable({ providedIn: 'root' })
export class CourrielsClient {
  private readonly http = inject(HttpClient);
  private readonly duContrat = inject(AdresseContrat);

  /** A page of e-mails, newest first: the last ones, or those before one of them. */
  lister(avant: string | null): Promise<CourrielsDuContrat> {
    const adresse = this.duContrat.appel('courriels');
    return firstValueFrom(this.http.get<CourrielsDuContrat>(adresse, { params: avant === null ? {} : { avant } }));
  }

  /** One e-mail in full, nothing while none is chosen. Call it from a field initialiser. */
  lire(id: () => string | undefined): HttpResourceRef<Courriel | undefined> {
    return httpResource<Courriel>(() => (id() === undefined ? undefined : `/api/v1/courriels/${id()}`));
  }

  renvoyer(id: string): Promise<Courriel> {
    return firstValueFrom(this.http.post<Courriel>(`/api/v1/courriels/${id}/envoi`, {}));
  }
}
