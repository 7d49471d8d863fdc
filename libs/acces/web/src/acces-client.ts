import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  CompteDemo,
  Delegation,
  DelegationSaisie,
  DemandeAccesSaisie,
  Preuve,
  SecondFacteurAttendu,
  SecondFacteurPropose,
  SessionCourante,
  Sortie,
} from '@pleniere/acces/domain';
import { firstValueFrom, type Observable } from 'rxjs';

/** What is typed to log in. */
export interface Identifiants {
  email: string;
  motDePasse: string;
}

/** Person for whom an activation link was made. */
export interface Invitation {
  nom: string;
  email: string;
}

/** Address of the demo accounts; 404 outside demo mode. */
export const ADRESSE_COMPTES_DEMO = '/api/v1/demo/comptes';

/** The API of sessions and accounts. */
@Injectable({ providedIn: 'root' })
export class AccesClient {
  private readonly http = inject(HttpClient);

  /** The session of this browser, or null when nobody is logged in (204). */
  lireSession(): Observable<SessionCourante | null> {
    return this.http.get<SessionCourante | null>('/api/v1/session');
  }

  ouvrirSession(identifiants: Identifiants): Observable<SessionCourante | SecondFacteurAttendu> {
    return this.http.post<SessionCourante | SecondFacteurAttendu>('/api/v1/session', identifiants);
  }

  /** Second step of a login. */
  confirmerSession(code: string): Observable<SessionCourante> {
    return this.http.post<SessionCourante>('/api/v1/session/second-facteur', { code });
  }

  /** Gives where to log out of the identity provider too, or null. */
  fermerSession(): Observable<Sortie | null> {
    return this.http.delete<Sortie | null>('/api/v1/session');
  }

  comptesDemo(): Observable<CompteDemo[]> {
    return this.http.get<CompteDemo[]>(ADRESSE_COMPTES_DEMO);
  }

  activer(jeton: string, motDePasse: string): Observable<void> {
    return this.http.post<void>(`/api/v1/activation/${encodeURIComponent(jeton)}`, { motDePasse });
  }

  changerMotDePasse(ancien: string, nouveau: string): Promise<void> {
    return firstValueFrom(this.http.put<void>('/api/v1/session/mot-de-passe', { ancien, nouveau }));
  }

  fermerUneSession(id: string, preuve: Preuve): Promise<void> {
    return firstValueFrom(this.http.post<void>(`/api/v1/compte/sessions/${id}/fermeture`, preuve));
  }

  fermerLesAutresSessions(preuve: Preuve): Promise<void> {
    return firstValueFrom(this.http.post<void>('/api/v1/compte/sessions/fermeture', preuve));
  }

  proposerSecondFacteur(preuve: Preuve): Promise<SecondFacteurPropose> {
    return firstValueFrom(this.http.post<SecondFacteurPropose>('/api/v1/compte/second-facteur', preuve));
  }

  /** Gives the recovery codes. */
  activerSecondFacteur(code: string): Promise<string[]> {
    return firstValueFrom(this.http.put<string[]>('/api/v1/compte/second-facteur', { code }));
  }

  renouvelerCodes(preuve: Preuve): Promise<string[]> {
    return firstValueFrom(this.http.post<string[]>('/api/v1/compte/second-facteur/codes', preuve));
  }

  retirerSecondFacteur(preuve: Preuve): Promise<void> {
    return firstValueFrom(this.http.post<void>('/api/v1/compte/second-facteur/retrait', preuve));
  }

  /** For somebody who has lost theirs. */
  reinitialiserSecondFacteur(personneId: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/v1/personnes/${personneId}/second-facteur`));
  }

  /** At an address of delegations: one's own, or those of a person for the team. */
  deleguer(adresse: string, saisie: DelegationSaisie): Promise<Delegation> {
    return firstValueFrom(this.http.post<Delegation>(adresse, saisie));
  }

  mettreFinDelegation(adresse: string, { id, version }: Delegation): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${adresse}/${id}`, { headers: { 'If-Match': `"${version}"` } }));
  }

  demanderAcces(saisie: DemandeAccesSaisie): Promise<void> {
    return firstValueFrom(this.http.post<void>('/api/v1/oidc/demande', saisie));
  }
}
