import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  DecisionModeration,
  EtatProposition,
  LignePapier,
  LotPapier,
  PropositionAModerer,
  PropositionOuverte,
  SanteVotes,
  SuspicionReleve,
} from '@pleniere/participation/domain';
import { firstValueFrom } from 'rxjs';
import { API, siVersion, type Versionnee } from './consultations-client';

/** The API of what moderators and those who count see of propositions and votes. Call the reads from a field initialiser. */
@Injectable({ providedIn: 'root' })
export class ModerationClient {
  private readonly http = inject(HttpClient);

  file(id: () => string): HttpResourceRef<PropositionAModerer[] | undefined> {
    return httpResource<PropositionAModerer[]>(() => `${API}/consultations/${id()}/moderation`);
  }

  /** Every proposition, or those of one état; nothing is asked without a consultation. */
  propositions(
    id: () => string | null,
    etat: () => EtatProposition | null = () => null,
  ): HttpResourceRef<PropositionAModerer[] | undefined> {
    return httpResource<PropositionAModerer[]>(() => {
      const [de, voulu] = [id(), etat()];
      if (de === null) return undefined;
      return { url: `${API}/consultations/${de}/propositions`, ...(voulu && { params: { etat: voulu } }) };
    });
  }

  /** Opens a proposition for oneself for ten minutes; again renews. */
  ouvrir(propositionId: string): Promise<PropositionOuverte> {
    return firstValueFrom(this.http.put<PropositionOuverte>(`${API}/propositions/${propositionId}/verrou`, {}));
  }

  liberer(propositionId: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${API}/propositions/${propositionId}/verrou`));
  }

  decider({ id, version }: Versionnee, decision: DecisionModeration): Promise<PropositionAModerer> {
    const adresse = `${API}/propositions/${id}/decision`;
    return firstValueFrom(this.http.post<PropositionAModerer>(adresse, decision, siVersion(version)));
  }

  sante(id: () => string): HttpResourceRef<SanteVotes | undefined> {
    return httpResource<SanteVotes>(() => `${API}/consultations/${id()}/sante`);
  }

  suspicions(id: () => string): HttpResourceRef<SuspicionReleve[] | undefined> {
    return httpResource<SuspicionReleve[]>(() => `${API}/consultations/${id()}/suspicions`);
  }

  suspecter(id: string, participantId: string, suspect: boolean, motif: string): Promise<SuspicionReleve[]> {
    const adresse = `${API}/consultations/${id}/suspicions/${participantId}`;
    return firstValueFrom(this.http.put<SuspicionReleve[]>(adresse, { suspect, motif }));
  }

  lots(id: () => string): HttpResourceRef<LotPapier[] | undefined> {
    return httpResource<LotPapier[]>(() => `${API}/consultations/${id()}/lots-papier`);
  }

  saisirLot(id: string, lot: Pick<LotPapier, 'id' | 'canal' | 'libelle' | 'bulletins' | 'lignes'>): Promise<LotPapier> {
    return firstValueFrom(this.http.post<LotPapier>(`${API}/consultations/${id}/lots-papier`, lot));
  }

  controlerLot({ id, version }: Versionnee, bulletins: number, lignes: LignePapier[]): Promise<LotPapier> {
    const adresse = `${API}/lots-papier/${id}/controle`;
    return firstValueFrom(this.http.post<LotPapier>(adresse, { bulletins, lignes }, siVersion(version)));
  }
}
