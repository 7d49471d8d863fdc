import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';
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
  private readonly session = inject(SessionStore).session;

  contrat(): HttpResourceRef<Contrat | undefined> {
    return httpResource<Contrat>(() => this.duContrat());
  }

  enjeux(): HttpResourceRef<Enjeu[]> {
    return httpResource<Enjeu[]>(() => this.duContrat('/enjeux'), { defaultValue: [] });
  }

  qpv(): HttpResourceRef<Qpv[]> {
    return httpResource<Qpv[]>(() => this.duContrat('/qpv'), { defaultValue: [] });
  }

  /** Search in the national list; nothing is asked for an empty text. */
  reference(recherche: () => string): HttpResourceRef<QpvReference[]> {
    return httpResource<QpvReference[]>(
      () => (recherche() ? { url: '/api/v1/referentiels/qpv', params: { q: recherche() } } : undefined),
      { defaultValue: [] },
    );
  }

  modifierContrat(version: number, saisie: ContratSaisie): Promise<Contrat> {
    return firstValueFrom(this.http.patch<Contrat>(this.duContrat(), saisie, siVersion(version)));
  }

  creerEnjeu(saisie: EnjeuSaisie): Promise<Enjeu> {
    return firstValueFrom(this.http.post<Enjeu>(this.duContrat('/enjeux'), saisie));
  }

  modifierEnjeu({ id, version }: Versionne, saisie: EnjeuSaisie): Promise<Enjeu> {
    return firstValueFrom(this.http.patch<Enjeu>(`/api/v1/enjeux/${id}`, saisie, siVersion(version)));
  }

  supprimerEnjeu({ id, version }: Versionne): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/v1/enjeux/${id}`, siVersion(version)));
  }

  creerOrientation(saisie: OrientationSaisie): Promise<Orientation> {
    return firstValueFrom(this.http.post<Orientation>(this.duContrat('/orientations'), saisie));
  }

  modifierOrientation({ id, version }: Versionne, texte: string): Promise<Orientation> {
    return firstValueFrom(this.http.patch<Orientation>(`/api/v1/orientations/${id}`, { texte }, siVersion(version)));
  }

  supprimerOrientation({ id, version }: Versionne): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/v1/orientations/${id}`, siVersion(version)));
  }

  ajouterQpv(code: string): Promise<Qpv> {
    return firstValueFrom(this.http.post<Qpv>(this.duContrat('/qpv'), { code }));
  }

  modifierQpv({ code, version }: Pick<Qpv, 'code' | 'version'>, saisie: QpvSaisie): Promise<Qpv> {
    return firstValueFrom(this.http.patch<Qpv>(`/api/v1/qpv/${code}`, saisie, siVersion(version)));
  }

  supprimerQpv({ code, version }: Pick<Qpv, 'code' | 'version'>): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/v1/qpv/${code}`, siVersion(version)));
  }

  private duContrat(quoi = ''): string {
    return `/api/v1/contrats/${this.session()?.contrat.id ?? ''}${quoi}`;
  }
}
