import { HttpClient, type HttpEvent, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
import type {
  AnnulationLot,
  ChoixRelecture,
  DecisionImport,
  DeplacementPassage,
  FichierARelire,
  FichierImporte,
  LotImport,
  ResumeLot,
} from '@pleniere/fiches/domain';
import { firstValueFrom, type Observable } from 'rxjs';

const API = '/api/v1';

type Version = Pick<FichierImporte, 'id' | 'version'>;

function siVersion({ version }: Version): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${version}"` } };
}

/** The API of the imports of fiches. */
@Injectable({ providedIn: 'root' })
export class ImportsFichesClient {
  private readonly http = inject(HttpClient);
  private readonly duContrat = inject(AdresseContrat);

  /** Newest first. */
  lots(): HttpResourceRef<ResumeLot[]> {
    return httpResource<ResumeLot[]>(() => this.duContrat.lecture('imports-fiches'), { defaultValue: [] });
  }

  lot(id: () => string): HttpResourceRef<LotImport | undefined> {
    return httpResource<LotImport>(() => `${API}/imports-fiches/${id()}`);
  }

  fichier(lot: () => string, id: () => string): HttpResourceRef<FichierARelire | undefined> {
    return httpResource<FichierARelire>(() => `${API}/imports-fiches/${lot()}/fichiers/${id()}`);
  }

  /** Sends files together and tells how far they are; their reading goes on afterwards. */
  deposer(fichiers: readonly File[]): Observable<HttpEvent<LotImport>> {
    const envoi = new FormData();
    for (const fichier of fichiers) envoi.append('fichiers', fichier);
    const adresse = this.duContrat.appel('imports-fiches');
    return this.http.post<LotImport>(adresse, envoi, { observe: 'events', reportProgress: true });
  }

  /** Moves passages; the fiche is composed again. */
  placer(lot: string, fichier: Version, passages: readonly DeplacementPassage[]): Promise<FichierARelire> {
    const adresse = `${API}/imports-fiches/${lot}/fichiers/${fichier.id}/placement`;
    return firstValueFrom(this.http.put<FichierARelire>(adresse, { passages }, siVersion(fichier)));
  }

  /** Keeps what the person ticks. */
  retenir(lot: string, fichier: Version, choix: ChoixRelecture): Promise<FichierARelire> {
    const adresse = `${API}/imports-fiches/${lot}/fichiers/${fichier.id}/choix`;
    return firstValueFrom(this.http.put<FichierARelire>(adresse, choix, siVersion(fichier)));
  }

  /** Writes the fiche, or leaves the file aside; gives back the whole lot. */
  decider(lot: string, fichier: Version, decision: DecisionImport): Promise<LotImport> {
    const adresse = `${API}/imports-fiches/${lot}/fichiers/${fichier.id}/decision`;
    return firstValueFrom(this.http.post<LotImport>(adresse, decision, siVersion(fichier)));
  }

  /** Takes back all that a lot wrote and that nobody has touched since. */
  annuler(lot: string): Promise<AnnulationLot> {
    return firstValueFrom(this.http.post<AnnulationLot>(`${API}/imports-fiches/${lot}/annulation`, {}));
  }
}
