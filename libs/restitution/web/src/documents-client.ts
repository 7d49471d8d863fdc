import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
import type { ArreteResume } from '@pleniere/plenieres/domain';
import type { DemandeDeDocument, DocumentProduit, OptionsDeDocument } from '@pleniere/restitution/domain';
import { firstValueFrom } from 'rxjs';

const API = '/api/v1';

/** The API of documents made from an arrêté. Call the reads from a field initialiser. */
@Injectable({ providedIn: 'root' })
export class DocumentsClient {
  private readonly http = inject(HttpClient);
  private readonly duContrat = inject(AdresseContrat);

  /** Every arrêté of the contrat, the latest first. */
  arretes(): HttpResourceRef<ArreteResume[] | undefined> {
    return httpResource<ArreteResume[]>(() => this.duContrat.lecture('arretes'));
  }

  documents(arreteId: () => string): HttpResourceRef<DocumentProduit[] | undefined> {
    return httpResource<DocumentProduit[]>(() => this.duContrat.lecture(`arretes/${arreteId()}/documents`));
  }

  demander(arreteId: string, demande: DemandeDeDocument): Promise<DocumentProduit> {
    const adresse = this.duContrat.appel(`arretes/${arreteId}/documents`);
    return firstValueFrom(this.http.post<DocumentProduit>(adresse, demande));
  }

  annuler(id: string): Promise<DocumentProduit> {
    return firstValueFrom(this.http.post<DocumentProduit>(`${API}/documents/${id}/annuler`, {}));
  }

  /** Where the file of a document is read. */
  adresse(id: string): string {
    return `${API}/documents/${id}/fichier`;
  }

  /** Where the book of a few fiches is seen before the whole is made. */
  adresseApercu(
    arreteId: string,
    { ficheIds, sections }: Pick<OptionsDeDocument, 'ficheIds' | 'sections'>,
  ): string | undefined {
    const choix = new URLSearchParams([
      ...ficheIds.map((id): [string, string] => ['fiches', id]),
      ...sections.map((section): [string, string] => ['sections', section]),
    ]);
    return this.duContrat.lecture(`arretes/${arreteId}/apercu.pdf?${choix.toString()}`);
  }
}
