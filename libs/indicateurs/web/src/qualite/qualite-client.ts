import { HttpClient, type HttpEvent, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
import type {
  BilanDecision,
  Cellule,
  Contestation,
  ContestationSaisie,
  ContestationSituee,
  DecisionDeContestation,
  DecisionDeValeurs,
  Piece,
  Verification,
} from '@pleniere/indicateurs/domain';
import { firstValueFrom, type Observable } from 'rxjs';

const API = '/api/v1';

/** What is typed with a file: the value that it supports, and whether people can be recognised in it. */
export interface PieceAEnvoyer extends Omit<Cellule, 'ventilation'> {
  fichier: File;
  donneesPersonnelles: boolean;
}

function siVersion({ version }: Pick<Contestation, 'version'>): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${version}"` } };
}

/** The API of what is said about values: decisions of the team, contestations, evidence. */
@Injectable({ providedIn: 'root' })
export class QualiteClient {
  private readonly http = inject(HttpClient);
  private readonly duContrat = inject(AdresseContrat);

  /** Values of a year that the team has to look at. */
  verification(annee: () => number): HttpResourceRef<Verification | undefined> {
    return httpResource<Verification>(() => this.duContrat.lecture(`valeurs/anomalies?annee=${annee()}`));
  }

  /** Validates values or returns them; what somebody wrote meanwhile comes back undecided. */
  decider(demande: DecisionDeValeurs): Promise<BilanDecision> {
    return firstValueFrom(this.http.post<BilanDecision>(this.duContrat.appel('valeurs/validation'), demande));
  }

  /** Those of the contrat; of one indicator when its id is given. */
  contestations(indicateurId?: () => string): HttpResourceRef<ContestationSituee[]> {
    const suite = () => (indicateurId ? `?indicateur=${indicateurId()}` : '');
    return httpResource<ContestationSituee[]>(() => this.duContrat.lecture(`contestations${suite()}`), {
      defaultValue: [],
    });
  }

  contester(saisie: ContestationSaisie): Promise<ContestationSituee> {
    return firstValueFrom(this.http.post<ContestationSituee>(this.duContrat.appel('contestations'), saisie));
  }

  deciderContestation(contestation: Contestation, decision: DecisionDeContestation): Promise<ContestationSituee> {
    const adresse = `${API}/contestations/${contestation.id}/decision`;
    return firstValueFrom(this.http.post<ContestationSituee>(adresse, decision, siVersion(contestation)));
  }

  retirerContestation(contestation: Contestation): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${API}/contestations/${contestation.id}`, siVersion(contestation)));
  }

  /** Files joined to the values of an indicator, that the person may read. */
  pieces(indicateurId: () => string): HttpResourceRef<Piece[]> {
    return httpResource<Piece[]>(() => this.duContrat.lecture(`pieces?indicateur=${indicateurId()}`), {
      defaultValue: [],
    });
  }

  /** Where a file is downloaded from. */
  adressePiece({ id }: Piece): string {
    return `${API}/pieces/${id}`;
  }

  /** Sends a file and tells how far it has gone. */
  joindre({
    fichier,
    donneesPersonnelles,
    indicateurId,
    annee,
    territoire,
  }: PieceAEnvoyer): Observable<HttpEvent<Piece>> {
    const envoi = new FormData();
    envoi.append('indicateurId', indicateurId);
    envoi.append('annee', String(annee));
    envoi.append('territoire', territoire);
    envoi.append('donneesPersonnelles', donneesPersonnelles ? 'oui' : 'non');
    envoi.append('fichier', fichier);
    return this.http.post<Piece>(this.duContrat.appel('pieces'), envoi, { observe: 'events', reportProgress: true });
  }

  retirerPiece({ id }: Piece): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${API}/pieces/${id}`));
  }
}
