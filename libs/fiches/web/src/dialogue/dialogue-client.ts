import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  DemandePrecision,
  DialogueFiche,
  Fil,
  FilSaisi,
  Message,
  MessageSaisi,
  NoteSaisie,
  NoteTerrain,
  PrecisionSaisie,
  StatutFil,
} from '@pleniere/fiches/domain';
import type { Observable } from 'rxjs';

const API = '/api/v1';

function siVersion({ version }: { version: number }): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${version}"` } };
}

/** The API of what is said about a fiche. */
@Injectable({ providedIn: 'root' })
export class DialogueClient {
  private readonly http = inject(HttpClient);

  /** Threads and demandes; nothing as long as the fiche is not known. */
  dialogue(ficheId: () => string | undefined): HttpResourceRef<DialogueFiche | undefined> {
    return httpResource<DialogueFiche>(() => ficheId() && `${API}/fiches/${ficheId()}/dialogue`);
  }

  /** Notes of the State; nothing for who is not of it. */
  notes(ficheId: () => string | undefined): HttpResourceRef<NoteTerrain[] | undefined> {
    return httpResource<NoteTerrain[]>(() => ficheId() && `${API}/fiches/${ficheId()}/notes`);
  }

  ouvrir(ficheId: string, saisi: FilSaisi): Observable<Fil> {
    return this.http.post<Fil>(`${API}/fiches/${ficheId}/fils`, saisi);
  }

  repondre({ id }: Pick<Fil, 'id'>, saisi: MessageSaisi): Observable<Fil> {
    return this.http.post<Fil>(`${API}/fils/${id}/messages`, saisi);
  }

  changerStatut(fil: Pick<Fil, 'id' | 'version'>, statut: StatutFil): Observable<Fil> {
    return this.http.patch<Fil>(`${API}/fils/${fil.id}`, { statut }, siVersion(fil));
  }

  voir({ id }: Pick<Fil, 'id'>): Observable<Fil> {
    return this.http.post<Fil>(`${API}/fils/${id}/vu`, {});
  }

  corriger(message: Pick<Message, 'id' | 'version'>, saisi: MessageSaisi): Observable<Fil> {
    return this.http.patch<Fil>(`${API}/messages/${message.id}`, saisi, siVersion(message));
  }

  supprimer(message: Pick<Message, 'id' | 'version'>): Observable<Fil> {
    return this.http.delete<Fil>(`${API}/messages/${message.id}`, siVersion(message));
  }

  demander(ficheId: string, saisie: PrecisionSaisie): Observable<DemandePrecision> {
    return this.http.post<DemandePrecision>(`${API}/fiches/${ficheId}/precisions`, saisie);
  }

  repondreDemande(demande: Pick<DemandePrecision, 'id' | 'version'>, reponse: string): Observable<DemandePrecision> {
    return this.http.put<DemandePrecision>(`${API}/precisions/${demande.id}/reponse`, { reponse }, siVersion(demande));
  }

  clore(demande: Pick<DemandePrecision, 'id' | 'version'>): Observable<DemandePrecision> {
    return this.http.post<DemandePrecision>(`${API}/precisions/${demande.id}/cloture`, {}, siVersion(demande));
  }

  noter(ficheId: string, saisie: NoteSaisie): Observable<NoteTerrain> {
    return this.http.post<NoteTerrain>(`${API}/fiches/${ficheId}/notes`, saisie);
  }

  corrigerNote(note: Pick<NoteTerrain, 'id' | 'version'>, saisie: NoteSaisie): Observable<NoteTerrain> {
    return this.http.patch<NoteTerrain>(`${API}/notes/${note.id}`, saisie, siVersion(note));
  }

  supprimerNote(note: Pick<NoteTerrain, 'id' | 'version'>): Observable<void> {
    return this.http.delete<void>(`${API}/notes/${note.id}`, siVersion(note));
  }
}
