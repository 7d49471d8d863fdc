import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { EntreeJournal } from '@pleniere/acces/domain';
import { AdresseContrat } from '@pleniere/acces/web';
import type { Organisation, Personne } from '@pleniere/acteurs/domain';
import type { Commune, Enjeu, Qpv } from '@pleniere/contrat/domain';
import type {
  Action,
  ActionSaisie,
  Avis,
  AvisSaisi,
  BrouillonAvis,
  ChampEnregistre,
  ChampId,
  ContenuFiche,
  Declinaison,
  DeclinaisonSaisie,
  DemandeDeTransition,
  FacettesFiches,
  FicheLue,
  FicheSaisie,
  FiltresFiches,
  PageFiches,
  PointAvis,
  RevisionLue,
  Transition,
} from '@pleniere/fiches/domain';
import type { Observable } from 'rxjs';

const API = '/api/v1';

function siVersion(version: number): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${version}"` } };
}

function parametres(filtres: FiltresFiches): Record<string, string> {
  const donnes = Object.entries(filtres).filter(([, valeur]) => valeur !== undefined && valeur !== '');
  return Object.fromEntries(donnes.map(([cle, valeur]) => [cle, String(valeur)]));
}

/** The API of fiches: reads are resources (call them from a field initialiser), writes give back the new state. */
@Injectable({ providedIn: 'root' })
export class FichesClient {
  private readonly http = inject(HttpClient);
  private readonly duContrat = inject(AdresseContrat);

  liste(filtres: () => FiltresFiches): HttpResourceRef<PageFiches | undefined> {
    return httpResource<PageFiches>(() => {
      const url = this.duContrat.lecture('fiches');
      return url ? { url, params: parametres(filtres()) } : undefined;
    });
  }

  /** How many fiches each choice of a filter would give. */
  facettes(filtres: () => FiltresFiches): HttpResourceRef<FacettesFiches | undefined> {
    return httpResource<FacettesFiches>(() => {
      const url = this.duContrat.lecture('fiches/facettes');
      return url ? { url, params: parametres(filtres()) } : undefined;
    });
  }

  /** One fiche by its id or canonical code. */
  fiche(reference: () => string): HttpResourceRef<FicheLue | undefined> {
    return httpResource<FicheLue>(() => `${API}/fiches/${encodeURIComponent(reference())}`);
  }

  historique(ficheId: () => string | undefined): HttpResourceRef<EntreeJournal[]> {
    const adresse = (): string | undefined => (ficheId() ? `${API}/fiches/${ficheId()}/historique` : undefined);
    return httpResource<EntreeJournal[]>(adresse, { defaultValue: [] });
  }

  enjeux(): HttpResourceRef<Enjeu[]> {
    return httpResource<Enjeu[]>(() => this.duContrat.lecture('enjeux'), { defaultValue: [] });
  }

  qpv(): HttpResourceRef<Qpv[]> {
    return httpResource<Qpv[]>(() => this.duContrat.lecture('qpv'), { defaultValue: [] });
  }

  communes(): HttpResourceRef<Commune[]> {
    return httpResource<Commune[]>(() => this.duContrat.lecture('communes'), { defaultValue: [] });
  }

  organisations(): HttpResourceRef<Organisation[]> {
    return httpResource<Organisation[]>(() => this.duContrat.lecture('organisations'), { defaultValue: [] });
  }

  personnes(): HttpResourceRef<Personne[]> {
    return httpResource<Personne[]>(() => this.duContrat.lecture('personnes'), { defaultValue: [] });
  }

  lireFiche(reference: string): Observable<FicheLue> {
    return this.http.get<FicheLue>(`${API}/fiches/${encodeURIComponent(reference)}`);
  }

  creer(saisie: FicheSaisie): Observable<FicheLue> {
    return this.http.post<FicheLue>(this.duContrat.appel('fiches'), saisie);
  }

  ecrireChamp<C extends ChampId>(
    ficheId: string,
    champ: C,
    valeur: ContenuFiche[C],
    version: number,
  ): Observable<ChampEnregistre<C>> {
    return this.http.put<ChampEnregistre<C>>(
      `${API}/fiches/${ficheId}/champs/${champ}`,
      { valeur },
      siVersion(version),
    );
  }

  suivreTransition(
    fiche: Pick<FicheLue, 'id' | 'version'>,
    transition: Transition,
    demande: Partial<DemandeDeTransition>,
  ): Observable<FicheLue> {
    const adresse = `${API}/fiches/${fiche.id}`;
    return transition === 'rendre-avis'
      ? this.http.post<FicheLue>(`${adresse}/avis`, {}, siVersion(fiche.version))
      : this.http.post<FicheLue>(`${adresse}/transitions`, { transition, ...demande }, siVersion(fiche.version));
  }

  /** The text of one revision; nothing as long as its fiche is not known. */
  revision(cle: () => { ficheId: string; numero: number } | undefined): HttpResourceRef<RevisionLue | undefined> {
    return httpResource<RevisionLue>(() => {
      const voulue = cle();
      return voulue && `${API}/fiches/${voulue.ficheId}/revisions/${voulue.numero}`;
    });
  }

  lireBrouillonAvis(ficheId: string): Observable<BrouillonAvis> {
    return this.http.get<BrouillonAvis>(`${API}/fiches/${ficheId}/avis/brouillon`);
  }

  ecrireBrouillonAvis(ficheId: string, avis: AvisSaisi, version: number): Observable<BrouillonAvis> {
    return this.http.put<BrouillonAvis>(`${API}/fiches/${ficheId}/avis/brouillon`, avis, siVersion(version));
  }

  suivrePoint(
    avis: Pick<Avis, 'id' | 'version'>,
    pointId: string,
    suivi: Pick<PointAvis, 'statut' | 'reponse'>,
  ): Observable<FicheLue> {
    return this.http.patch<FicheLue>(`${API}/avis/${avis.id}/points/${pointId}`, suivi, siVersion(avis.version));
  }

  /** A page of the fiches in force. */
  lireEnVigueur(page: number): Observable<PageFiches> {
    return this.http.get<PageFiches>(this.duContrat.appel('fiches'), { params: { statut: 'en-vigueur', page } });
  }

  creerAction(ficheId: string, saisie: ActionSaisie): Observable<Action> {
    return this.http.post<Action>(`${API}/fiches/${ficheId}/actions`, saisie);
  }

  modifierAction(action: Pick<Action, 'id' | 'version'>, saisie: Partial<ActionSaisie>): Observable<Action> {
    return this.http.patch<Action>(`${API}/actions/${action.id}`, saisie, siVersion(action.version));
  }

  supprimerAction(action: Pick<Action, 'id' | 'version'>): Observable<void> {
    return this.http.delete<void>(`${API}/actions/${action.id}`, siVersion(action.version));
  }

  creerDeclinaison(ficheId: string, saisie: DeclinaisonSaisie): Observable<Declinaison> {
    return this.http.post<Declinaison>(`${API}/fiches/${ficheId}/declinaisons`, saisie);
  }

  modifierDeclinaison(
    declinaison: Pick<Declinaison, 'id' | 'version'>,
    saisie: Partial<DeclinaisonSaisie>,
  ): Observable<Declinaison> {
    return this.http.patch<Declinaison>(
      `${API}/declinaisons/${declinaison.id}`,
      saisie,
      siVersion(declinaison.version),
    );
  }

  supprimerDeclinaison(declinaison: Pick<Declinaison, 'id' | 'version'>): Observable<void> {
    return this.http.delete<void>(`${API}/declinaisons/${declinaison.id}`, siVersion(declinaison.version));
  }
}
