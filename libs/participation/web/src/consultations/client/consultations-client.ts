import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Personne } from '@pleniere/acteurs/domain';
import { AdresseContrat, SessionStore } from '@pleniere/acces/web';
import type { Enjeu, Qpv } from '@pleniere/contrat/domain';
import type {
  Consultation,
  ConsultationResume,
  ConsultationSaisie,
  DatesConsultation,
  FicheConsultee,
  TransitionConsultation,
} from '@pleniere/participation/domain';
import { firstValueFrom } from 'rxjs';

/** What is being changed, at the version that was read. */
export interface Versionnee {
  id: string;
  version: number;
}

/** What the area reads of the board of the contrat: its fiches, by enjeu. */
interface FichesDuTableau {
  enjeux: { fiches: FicheConsultee[] }[];
}

/** Address of the API. */
export const API = '/api/v1';
/** Header of a change from the version that was read. */
export const siVersion = (version: number): { headers: { 'If-Match': string } } => ({
  headers: { 'If-Match': `"${version}"` },
});

/** The API of the life of a consultation. Call the reads from a field initialiser. */
@Injectable({ providedIn: 'root' })
export class ConsultationsClient {
  private readonly http = inject(HttpClient);
  private readonly duContrat = inject(AdresseContrat);
  private readonly session = inject(SessionStore).session;

  consultations(): HttpResourceRef<ConsultationResume[] | undefined> {
    return httpResource<ConsultationResume[]>(() => this.duContrat.lecture('consultations'));
  }

  consultation(id: () => string): HttpResourceRef<Consultation | undefined> {
    return httpResource<Consultation>(() => `${API}/consultations/${id()}`);
  }

  quartiers(): HttpResourceRef<Qpv[]> {
    return httpResource<Qpv[]>(() => this.duContrat.lecture('qpv'), { defaultValue: [] });
  }

  enjeux(): HttpResourceRef<Enjeu[]> {
    return httpResource<Enjeu[]>(() => this.duContrat.lecture('enjeux'), { defaultValue: [] });
  }

  personnes(): HttpResourceRef<Personne[]> {
    return httpResource<Personne[]>(() => this.duContrat.lecture('personnes'), { defaultValue: [] });
  }

  fiches(): HttpResourceRef<FichesDuTableau> {
    return httpResource<FichesDuTableau>(() => this.duContrat.lecture('tableau-de-bord'), {
      defaultValue: { enjeux: [] },
    });
  }

  /** Actions of a fiche by its code; nothing is asked while none is chosen. */
  actions(code: () => string | null): HttpResourceRef<{ actions: { id: string; titre: string }[] }> {
    return httpResource(() => (code() === null ? undefined : `${API}/fiches/${code()}`), {
      defaultValue: { actions: [] },
    });
  }

  creer(question: string): Promise<Consultation> {
    return firstValueFrom(this.http.post<Consultation>(this.duContrat.appel('consultations'), { question }));
  }

  modifier({ id, version }: Versionnee, saisie: Partial<ConsultationSaisie>): Promise<Consultation> {
    return firstValueFrom(this.http.patch<Consultation>(`${API}/consultations/${id}`, saisie, siVersion(version)));
  }

  /** Does an act of the circuit; its motif is read by everybody. */
  agir({ id, version }: Versionnee, transition: TransitionConsultation, motif = ''): Promise<Consultation> {
    const adresse = `${API}/consultations/${id}/transitions`;
    return firstValueFrom(this.http.post<Consultation>(adresse, { transition, motif }, siVersion(version)));
  }

  dater({ id, version }: Versionnee, dates: DatesConsultation, motif: string): Promise<Consultation> {
    const adresse = `${API}/consultations/${id}/dates`;
    return firstValueFrom(this.http.put<Consultation>(adresse, { ...dates, motif }, siVersion(version)));
  }

  amorcer(id: string, textes: readonly string[]): Promise<Consultation> {
    const amorces = textes.map((texte) => ({ texte }));
    return firstValueFrom(this.http.post<Consultation>(`${API}/consultations/${id}/amorces`, { amorces }));
  }

  /** Codes to hand out, given this once. */
  tirerCodes(id: string, nombre: number): Promise<string[]> {
    return firstValueFrom(this.http.post<string[]>(`${API}/consultations/${id}/codes`, { nombre }));
  }

  /** Address of the open data of a published consultation. */
  donnees(id: string): string {
    return `${API}/public/contrats/${this.session()?.contrat.id}/consultations/${id}/donnees.zip`;
  }
}
