import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
import type {
  AppelProjets,
  AppelSaisie,
  Candidature,
  CandidatureSaisie,
  ConsultationExterne,
  ConsultationExterneSaisie,
  Idee,
  IdeeSaisie,
  InstructionSaisie,
  LectureExterne,
  NouvelleSaisie,
  PorteeProjet,
  PropositionAModerer,
  ResultatsConsultation,
} from '@pleniere/participation/domain';
import { firstValueFrom } from 'rxjs';
import { API, siVersion, type Versionnee } from './consultations-client';

/** The API of what follows the votes: results, ideas, calls for projects, consultations of others. */
@Injectable({ providedIn: 'root' })
export class SuitesClient {
  private readonly http = inject(HttpClient);
  private readonly duContrat = inject(AdresseContrat);

  resultats(id: () => string | null): HttpResourceRef<ResultatsConsultation | undefined> {
    return httpResource<ResultatsConsultation>(() =>
      id() === null ? undefined : `${API}/consultations/${id()}/resultats`,
    );
  }

  idees(id: () => string): HttpResourceRef<Idee[] | undefined> {
    return httpResource<Idee[]>(() => `${API}/consultations/${id()}/idees`);
  }

  creerIdee(id: string, saisie: IdeeSaisie): Promise<Idee> {
    return firstValueFrom(this.http.post<Idee>(`${API}/consultations/${id}/idees`, saisie));
  }

  modifierIdee({ id, version }: Versionnee, saisie: IdeeSaisie): Promise<Idee> {
    return firstValueFrom(this.http.put<Idee>(`${API}/idees/${id}`, saisie, siVersion(version)));
  }

  supprimerIdee({ id, version }: Versionnee): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${API}/idees/${id}`, siVersion(version)));
  }

  /** Puts a proposition in an idea, or takes it out of every one; no vote moves. */
  ranger({ id, version }: Versionnee, ideeId: string | null): Promise<PropositionAModerer> {
    const adresse = `${API}/propositions/${id}/idee`;
    return firstValueFrom(this.http.put<PropositionAModerer>(adresse, { ideeId, doublon: false }, siVersion(version)));
  }

  appels(id: () => string): HttpResourceRef<AppelProjets[] | undefined> {
    return httpResource<AppelProjets[]>(() => `${API}/consultations/${id()}/appels`);
  }

  creerAppel(id: string, saisie: AppelSaisie): Promise<AppelProjets> {
    return firstValueFrom(this.http.post<AppelProjets>(`${API}/consultations/${id}/appels`, saisie));
  }

  modifierAppel({ id, version }: Versionnee, saisie: AppelSaisie): Promise<AppelProjets> {
    return firstValueFrom(this.http.put<AppelProjets>(`${API}/appels/${id}`, saisie, siVersion(version)));
  }

  publierLaureats({ id, version }: Versionnee): Promise<AppelProjets> {
    return firstValueFrom(this.http.post<AppelProjets>(`${API}/appels/${id}/laureats`, {}, siVersion(version)));
  }

  deposer(appelId: string, saisie: CandidatureSaisie): Promise<AppelProjets> {
    return firstValueFrom(this.http.post<AppelProjets>(`${API}/appels/${appelId}/candidatures`, saisie));
  }

  instruire({ id, version }: Versionnee, saisie: InstructionSaisie): Promise<AppelProjets> {
    return firstValueFrom(this.http.put<AppelProjets>(`${API}/candidatures/${id}`, saisie, siVersion(version)));
  }

  /** Tells how far a project is, or corrects what was told. */
  raconter({ id, version }: Versionnee, saisie: NouvelleSaisie): Promise<Candidature> {
    return firstValueFrom(this.http.post<Candidature>(`${API}/projets/${id}/nouvelles`, saisie, siVersion(version)));
  }

  porter({ id, version }: Versionnee, portee: PorteeProjet): Promise<Candidature> {
    return firstValueFrom(this.http.put<Candidature>(`${API}/projets/${id}/portee`, portee, siVersion(version)));
  }

  externes(): HttpResourceRef<ConsultationExterne[] | undefined> {
    return httpResource<ConsultationExterne[]>(() => this.duContrat.lecture('consultations-externes'));
  }

  /** Reads a file of a consultation that others held; nothing is recorded. */
  lireFichierExterne(fichier: File): Promise<LectureExterne> {
    const corps = new FormData();
    corps.append('fichier', fichier);
    return firstValueFrom(
      this.http.post<LectureExterne>(this.duContrat.appel('consultations-externes/lecture'), corps),
    );
  }

  ajouterExterne(saisie: ConsultationExterneSaisie): Promise<ConsultationExterne> {
    return firstValueFrom(this.http.post<ConsultationExterne>(this.duContrat.appel('consultations-externes'), saisie));
  }

  corrigerExterne({ id, version }: Versionnee, saisie: ConsultationExterneSaisie): Promise<ConsultationExterne> {
    const adresse = `${API}/consultations-externes/${id}`;
    return firstValueFrom(this.http.put<ConsultationExterne>(adresse, saisie, siVersion(version)));
  }

  retirerExterne({ id, version }: Versionnee): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${API}/consultations-externes/${id}`, siVersion(version)));
  }
}
