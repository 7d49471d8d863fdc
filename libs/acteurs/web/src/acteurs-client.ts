import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
import type { ComptePersonne } from '@pleniere/acces/domain';
import type {
  AcceptationSaisie,
  DemandeAcces,
  InvitationEnvoyee,
  Mandat,
  MandatSaisie,
  Organisation,
  OrganisationSaisie,
  Personne,
  PersonneSaisie,
} from '@pleniere/acteurs/domain';
import { firstValueFrom } from 'rxjs';

/** Commune of the contrat, by its INSEE code. */
export interface CommuneNommee {
  code: string;
  nom: string;
}

/** What is being changed, at the version that was read. */
type Versionne = Pick<Organisation, 'id' | 'version'>;

const siVersion = (version: number) => ({ headers: { 'If-Match': `"${version}"` } });

/** The API of organisations, people and mandats. Call the reads from a field initialiser. */
@Injectable({ providedIn: 'root' })
export class ActeursClient {
  private readonly http = inject(HttpClient);
  private readonly duContrat = inject(AdresseContrat);

  organisations(): HttpResourceRef<Organisation[]> {
    return httpResource<Organisation[]>(() => this.duContrat.lecture('organisations'), { defaultValue: [] });
  }

  personnes(): HttpResourceRef<Personne[]> {
    return httpResource<Personne[]>(() => this.duContrat.lecture('personnes'), { defaultValue: [] });
  }

  communes(): HttpResourceRef<CommuneNommee[]> {
    return httpResource<CommuneNommee[]>(() => this.duContrat.lecture('communes'), { defaultValue: [] });
  }

  /** The account of a person; 404 when they have none. */
  compte(personneId: () => string): HttpResourceRef<ComptePersonne | undefined> {
    return httpResource<ComptePersonne>(() => `/api/v1/personnes/${personneId()}/compte`);
  }

  demandes(): HttpResourceRef<DemandeAcces[]> {
    return httpResource<DemandeAcces[]>(() => this.duContrat.lecture('demandes-acces'), { defaultValue: [] });
  }

  accepterDemande({ id, version }: Versionne, saisie: AcceptationSaisie): Promise<DemandeAcces> {
    const adresse = `/api/v1/demandes-acces/${id}/acceptation`;
    return firstValueFrom(this.http.post<DemandeAcces>(adresse, saisie, siVersion(version)));
  }

  declinerDemande({ id, version }: Versionne, motif: string): Promise<DemandeAcces> {
    const adresse = `/api/v1/demandes-acces/${id}/refus`;
    return firstValueFrom(this.http.post<DemandeAcces>(adresse, { motif }, siVersion(version)));
  }

  creerOrganisation(saisie: OrganisationSaisie): Promise<Organisation> {
    return firstValueFrom(this.http.post<Organisation>(this.duContrat.appel('organisations'), saisie));
  }

  modifierOrganisation({ id, version }: Versionne, saisie: OrganisationSaisie): Promise<Organisation> {
    return firstValueFrom(this.http.patch<Organisation>(`/api/v1/organisations/${id}`, saisie, siVersion(version)));
  }

  supprimerOrganisation({ id, version }: Versionne): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/v1/organisations/${id}`, siVersion(version)));
  }

  creerPersonne(saisie: PersonneSaisie): Promise<Personne> {
    return firstValueFrom(this.http.post<Personne>(this.duContrat.appel('personnes'), saisie));
  }

  modifierPersonne({ id, version }: Versionne, saisie: PersonneSaisie): Promise<Personne> {
    return firstValueFrom(this.http.patch<Personne>(`/api/v1/personnes/${id}`, saisie, siVersion(version)));
  }

  supprimerPersonne({ id, version }: Versionne): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/v1/personnes/${id}`, siVersion(version)));
  }

  creerMandat(saisie: MandatSaisie): Promise<Mandat> {
    return firstValueFrom(this.http.post<Mandat>(this.duContrat.appel('mandats'), saisie));
  }

  modifierMandat({ id, version }: Versionne, saisie: Partial<MandatSaisie>): Promise<Mandat> {
    return firstValueFrom(this.http.patch<Mandat>(`/api/v1/mandats/${id}`, saisie, siVersion(version)));
  }

  supprimerMandat({ id, version }: Versionne): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/v1/mandats/${id}`, siVersion(version)));
  }

  /** Opens the account of a person, or renews their link. */
  inviter(personneId: string): Promise<InvitationEnvoyee> {
    return firstValueFrom(this.http.post<InvitationEnvoyee>(`/api/v1/personnes/${personneId}/invitation`, {}));
  }

  fermerCompte(personneId: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/v1/personnes/${personneId}/compte`));
  }
}
