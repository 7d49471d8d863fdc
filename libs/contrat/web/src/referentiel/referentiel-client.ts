import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
import type {
  AnnulationReferentiel,
  ApercuReferentiel,
  ImportReferentiel,
  LectureReferentiel,
  SortReferentiel,
} from '@pleniere/contrat/domain';
import { firstValueFrom } from 'rxjs';

const API = '/api/v1';

type Version = Pick<ImportReferentiel, 'id' | 'version'>;

/** Page of a preview; every sort of lines when `sort` is null. */
export interface PageReferentiel {
  sort: SortReferentiel | null;
  page: number;
}

const siVersion = ({ version }: Version) => ({ headers: { 'If-Match': `"${version}"` } });

/** The API of the imports of reference files. */
@Injectable({ providedIn: 'root' })
export class ReferentielClient {
  private readonly http = inject(HttpClient);
  private readonly duContrat = inject(AdresseContrat);

  /** Newest first. */
  liste(): HttpResourceRef<ImportReferentiel[]> {
    return httpResource<ImportReferentiel[]>(() => this.duContrat.lecture('imports-referentiel'), { defaultValue: [] });
  }

  /** A page of what a file would change, or changed. */
  lire(id: string, { sort, page }: PageReferentiel = { sort: null, page: 1 }): Promise<ApercuReferentiel> {
    const params = { page, ...(sort && { sort }) };
    return firstValueFrom(this.http.get<ApercuReferentiel>(`${API}/imports-referentiel/${id}`, { params }));
  }

  /** Has a file read; nothing is written yet. */
  deposer(fichier: File): Promise<ApercuReferentiel> {
    const envoi = new FormData();
    envoi.append('fichier', fichier);
    return firstValueFrom(this.http.post<ApercuReferentiel>(this.duContrat.appel('imports-referentiel'), envoi));
  }

  choisirLecture(apercu: Version, lecture: LectureReferentiel): Promise<ApercuReferentiel> {
    const adresse = `${API}/imports-referentiel/${apercu.id}/colonnes`;
    return firstValueFrom(this.http.put<ApercuReferentiel>(adresse, lecture, siVersion(apercu)));
  }

  /** Writes what the preview shows, and nothing else. */
  appliquer({ id, empreinte }: ApercuReferentiel): Promise<ApercuReferentiel> {
    const adresse = `${API}/imports-referentiel/${id}/application`;
    return firstValueFrom(this.http.post<ApercuReferentiel>(adresse, { empreinte }));
  }

  annuler({ id }: Version): Promise<AnnulationReferentiel> {
    return firstValueFrom(this.http.post<AnnulationReferentiel>(`${API}/imports-referentiel/${id}/annulation`, {}));
  }

  /** Forgets a file that was not applied. */
  supprimer(apercu: Version): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${API}/imports-referentiel/${apercu.id}`, siVersion(apercu)));
  }
}
