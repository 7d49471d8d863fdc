import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
import type {
  Contrat,
  ContratSaisie,
  Enjeu,
  EnjeuSaisie,
  Orientation,
  OrientationSaisie,
  Qpv,
  QpvReference,
  QpvSaisie,
} from '@pleniere/contrat/domain';
import { firstValueFrom } from 'rxjs';

/** What is being changed, at the version that was read. */
type Versionne = Pick<Enjeu, 'id' | 'version'>;

const siVersion = (version: number) => ({ headers: { 'If-Match': `"${version}"` } });

/** The API of the frame of the contrat. Call the reads from a field initialiser. */
@Injectable({ providedIn: 'root' })
export class ContratClient {
  private readonly http = inject(HttpClient);
  private readonly duContrat = inject(AdresseContrat);

  contrat(): HttpResourceRef<Contrat | undefined> {
    return httpResource<Contrat>(() => this.duContrat.lecture());
  }

  enjeux(): HttpResourceRef<Enjeu[]> {
    return httpResource<Enjeu[]>(() => this.duContrat.lecture('enjeux'), { defaultValue: [] });
  }

  qpv(): HttpResourceRef<Qpv[]> {
    return httpResource<Qpv[]>(() => this.duContrat.lecture('qpv'), { defaultValue: [] });
  }

  /** Search in the national list; nothing is asked for an empty text. */
  reference(recherche: () => string): HttpResourceRef<QpvReference[]> {
    return httpResource<QpvReference[]>(
      () => (recherche() ? { url: '/api/v1/referentiels/qpv', params: { q: recherche() } } : undefined),
      { defaultValue: [] },
    );
  }

  modifierContrat(version: number, saisie: ContratSaisie): Promise<Contrat> {
    return firstValueFrom(this.http.patch<Contrat>(this.duContrat.appel(), saisie, siVersion(version)));
  }

  creerEnjeu(saisie: EnjeuSaisie): Promise<Enjeu> {
    return firstValueFrom(this.http.post<Enjeu>(this.duContrat.appel('enjeux'), saisie));
  }

  modifierEnjeu({ id, version }: Versionne, saisie: EnjeuSaisie): Promise<Enjeu> {
    return firstValueFrom(this.http.patch<Enjeu>(`/api/v1/enjeux/${id}`, saisie, siVersion(version)));
  }

  supprimerEnjeu({ id, version }: Versionne): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/v1/enjeux/${id}`, siVersion(version)));
  }

  creerOrientation(saisie: OrientationSaisie): Promise<Orientation> {
    return firstValueFrom(this.http.post<Orientation>(this.duContrat.appel('orientations'), saisie));
  }

  modifierOrientation({ id, version }: Versionne, texte: string): Promise<Orientation> {
    return firstValueFrom(this.http.patch<Orientation>(`/api/v1/orientations/${id}`, { texte }, siVersion(version)));
  }

  supprimerOrientation({ id, version }: Versionne): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/v1/orientations/${id}`, siVersion(version)));
  }

  ajouterQpv(code: string): Promise<Qpv> {
    return firstValueFrom(this.http.post<Qpv>(this.duContrat.appel('qpv'), { code }));
  }

  modifierQpv({ code, version }: Pick<Qpv, 'code' | 'version'>, saisie: QpvSaisie): Promise<Qpv> {
    return firstValueFrom(this.http.patch<Qpv>(`/api/v1/qpv/${code}`, saisie, siVersion(version)));
  }

  supprimerQpv({ code, version }: Pick<Qpv, 'code' | 'version'>): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/v1/qpv/${code}`, siVersion(version)));
  }
}
