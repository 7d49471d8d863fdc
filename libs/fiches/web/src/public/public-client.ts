import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable } from '@angular/core';
import type { ContratPublic, FichePublique, FichePubliqueLue } from '@pleniere/fiches/domain';

/** What anybody may read without an account. Call from a field initialiser. */
@Injectable({ providedIn: 'root' })
export class PublicClient {
  contrats(): HttpResourceRef<ContratPublic[] | undefined> {
    return httpResource<ContratPublic[]>(() => '/api/v1/public/contrats');
  }

  fiches(contratId: () => string): HttpResourceRef<FichePublique[] | undefined> {
    return httpResource<FichePublique[]>(() => `/api/v1/public/contrats/${encodeURIComponent(contratId())}/fiches`);
  }

  fiche(contratId: () => string, code: () => string): HttpResourceRef<FichePubliqueLue | undefined> {
    return httpResource<FichePubliqueLue>(
      () => `/api/v1/public/contrats/${encodeURIComponent(contratId())}/fiches/${encodeURIComponent(code())}`,
    );
  }
}
