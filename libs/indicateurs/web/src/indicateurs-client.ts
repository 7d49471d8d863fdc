import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
import type { Organisation } from '@pleniere/acteurs/domain';
import type { Qpv } from '@pleniere/contrat/domain';
import {
  type Campagne,
  type Cellule,
  type ContestationSituee,
  type DefinitionModele,
  deplierGrille,
  type FicheDeGrille,
  type FicheSerree,
  type HistoriqueValeur,
  type Indicateur,
  type IndicateurAvecValeurs,
  type IndicateurSaisie,
  type RuptureSaisie,
  type SaisieValeur,
  type Valeur,
  type ValeurCalculeeLue,
  type ValeurCalculeeResumee,
} from '@pleniere/indicateurs/domain';
import { EMPTY, expand, firstValueFrom, type Observable, reduce } from 'rxjs';

const API = '/api/v1';

/** Answer to written cells: their new states, and those that are empty now. */
export interface LotEnregistre {
  valeurs: Valeur[];
  effacees: Cellule[];
}

/** What these pages read of a fiche, which belongs to a higher area: its name, its quarters, its indicators, one's rights. */
export interface FicheDesIndicateurs {
  id: string;
  code: string;
  enjeu: { couleur: string };
  contenu: {
    titre?: string;
    titreCourt?: string;
    cadreOu?: { portee: string; qpv: string[]; communes: string[] } | null;
    resultatsAttendus?: { id: string; texte: string }[];
  };
  indicateurs: IndicateurAvecValeurs[];
  droits: { indicateurs: boolean; territoires: string[] | null };
}

/** What narrows the history of an indicator. */
export interface FiltresHistorique {
  annee?: number;
  territoire?: string;
}

/** A fiche to choose from. */
export interface FicheAChoisir {
  id: string;
  code: string;
  titre: string;
  titreCourt: string;
  enjeu: { couleur: string };
}

interface PageDeFiches {
  total: number;
  page: number;
  taillePage: number;
  fiches: FicheAChoisir[];
}

/** « T 1.1 », with a no-break space. */
export function codeLisible(code: string): string {
  return code.replace(/^([A-Z])(\d)/, '$1\u00A0$2');
}

function siVersion({ version }: Pick<Indicateur, 'version'>): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${version}"` } };
}

/** The API of indicators and values: reads are resources (call them from a field initialiser), writes give the new state. */
@Injectable({ providedIn: 'root' })
export class IndicateursClient {
  private readonly http = inject(HttpClient);
  private readonly duContrat = inject(AdresseContrat);

  /** One definition with all its values; nothing is read without an id. */
  indicateur(id: () => string | undefined): HttpResourceRef<IndicateurAvecValeurs | undefined> {
    return httpResource<IndicateurAvecValeurs>(() => (id() ? `${API}/indicateurs/${id()}` : undefined));
  }

  /** Past states of the values of an indicator, of one year or territory when named, newest first. */
  historique(
    id: () => string | undefined,
    filtres: () => FiltresHistorique = () => ({}),
  ): HttpResourceRef<HistoriqueValeur[]> {
    return httpResource<HistoriqueValeur[]>(
      () => (id() ? { url: `${API}/indicateurs/${id()}/historique`, params: { ...filtres() } } : undefined),
      { defaultValue: [] },
    );
  }

  /** All that was computed of an indicator from facts, the newest year first. */
  calculs(id: () => string): HttpResourceRef<ValeurCalculeeLue[]> {
    return httpResource<ValeurCalculeeLue[]>(() => `${API}/indicateurs/${id()}/calculs`, { defaultValue: [] });
  }

  /** Computed values that stand, of every indicator; read when asked for. */
  calculsCourants(voulus: () => boolean): HttpResourceRef<ValeurCalculeeResumee[]> {
    const adresse = (): string | undefined => (voulus() ? this.duContrat.lecture('calculs') : undefined);
    return httpResource<ValeurCalculeeResumee[]>(adresse, { defaultValue: [] });
  }

  /** Computes an indicator from the facts of now. */
  recalculer(id: string): Promise<ValeurCalculeeLue[]> {
    return firstValueFrom(this.http.post<ValeurCalculeeLue[]>(`${API}/indicateurs/${id}/calculs`, {}));
  }

  qpv(): HttpResourceRef<Qpv[]> {
    return httpResource<Qpv[]>(() => this.duContrat.lecture('qpv'), { defaultValue: [] });
  }

  organisations(): HttpResourceRef<Organisation[]> {
    return httpResource<Organisation[]>(() => this.duContrat.lecture('organisations'), { defaultValue: [] });
  }

  /** Every fiche that the person may read, in the order of their codes. */
  fiches(): Observable<FicheAChoisir[]> {
    const lire = (page: number): Observable<PageDeFiches> =>
      this.http.get<PageDeFiches>(this.duContrat.appel('fiches'), { params: { page } });
    return lire(1).pipe(
      expand(({ page, taillePage, total }) => (page * taillePage < total ? lire(page + 1) : EMPTY)),
      reduce<PageDeFiches, FicheAChoisir[]>((toutes, { fiches }) => [...toutes, ...fiches], []),
    );
  }

  /** One fiche by its id or code, with its indicators. */
  fiche(reference: () => string | null | undefined): HttpResourceRef<FicheDesIndicateurs | undefined> {
    const adresse = (): string | undefined => {
      const demandee = reference();
      return demandee ? `${API}/fiches/${encodeURIComponent(demandee)}` : undefined;
    };
    return httpResource<FicheDesIndicateurs>(adresse);
  }

  /** Every fiche with its indicators and values in one read; of one fiche when it is named by its code. */
  grille(fiche: () => string | undefined): HttpResourceRef<FicheDeGrille[] | undefined> {
    return httpResource(
      () => {
        const [url, code] = [this.duContrat.lecture('grille'), fiche()];
        return url ? { url, ...(code && { params: { fiche: code } }) } : undefined;
      },
      { parse: (fiches) => deplierGrille(fiches as FicheSerree[]) },
    );
  }

  /** What stands in these cells now; those that are empty are left out. */
  cellules(cles: readonly string[]): Observable<Valeur[]> {
    return this.http.get<Valeur[]>(this.duContrat.appel('valeurs'), { params: { cellules: cles.join() } });
  }

  /** Campagnes of every year: a closed one locks its values. */
  campagnes(): HttpResourceRef<Campagne[]> {
    return httpResource<Campagne[]>(() => this.duContrat.lecture('campagnes'), { defaultValue: [] });
  }

  /** Figures that the State contests, decided or not. */
  contestations(): HttpResourceRef<ContestationSituee[]> {
    return httpResource<ContestationSituee[]>(() => this.duContrat.lecture('contestations'), { defaultValue: [] });
  }

  /** One cell or a pasted block: all or nothing. */
  enregistrer(saisies: readonly SaisieValeur[]): Observable<LotEnregistre> {
    return this.http.post<LotEnregistre>(this.duContrat.appel('valeurs'), { saisies });
  }

  /** Every definition of the contrat, to copy or to weigh with; read when asked for. */
  definitions(voulues: () => boolean): HttpResourceRef<Indicateur[]> {
    const adresse = (): string | undefined => (voulues() ? this.duContrat.lecture('indicateurs') : undefined);
    return httpResource<Indicateur[]>(adresse, { defaultValue: [] });
  }

  /** Definitions to start from; read when asked for. */
  bibliotheque(voulue: () => boolean): HttpResourceRef<DefinitionModele[]> {
    const adresse = (): string | undefined => (voulue() ? `${API}/bibliotheque` : undefined);
    return httpResource<DefinitionModele[]>(adresse, { defaultValue: [] });
  }

  /** Context indicators with their values. */
  contexte(): HttpResourceRef<IndicateurAvecValeurs[] | undefined> {
    return httpResource<IndicateurAvecValeurs[]>(() => this.duContrat.lecture('indicateurs/contexte'));
  }

  /** `origine` names the definition of the library or the indicator that it was copied from. */
  creer(saisie: IndicateurSaisie, origine?: string): Observable<Indicateur> {
    return this.http.post<Indicateur>(this.duContrat.appel('indicateurs'), { ...saisie, ...(origine && { origine }) });
  }

  /** `correction` tells that the recorded values already had the meaning that is written now. */
  modifier(
    indicateur: Pick<Indicateur, 'id' | 'version'>,
    saisie: Partial<IndicateurSaisie>,
    correction = false,
  ): Observable<Indicateur> {
    const corps = { ...saisie, ...(correction && { correction }) };
    return this.http.patch<Indicateur>(`${API}/indicateurs/${indicateur.id}`, corps, siVersion(indicateur));
  }

  /** A new definition from a year on. */
  rompre(indicateur: Pick<Indicateur, 'id' | 'version'>, rupture: RuptureSaisie): Observable<Indicateur> {
    const adresse = `${API}/indicateurs/${indicateur.id}/ruptures`;
    return this.http.post<Indicateur>(adresse, rupture, siVersion(indicateur));
  }

  supprimer(indicateur: Pick<Indicateur, 'id' | 'version'>): Observable<void> {
    return this.http.delete<void>(`${API}/indicateurs/${indicateur.id}`, siVersion(indicateur));
  }

  ordonner(ficheId: string | null, ids: readonly string[]): Observable<Indicateur[]> {
    return this.http.put<Indicateur[]>(this.duContrat.appel('indicateurs/ordre'), { ficheId, ids });
  }
}
