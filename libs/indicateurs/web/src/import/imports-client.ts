import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
import type {
  AnnulationImport,
  ApercuImport,
  ImportValeurs,
  ModeApplication,
  RoleColonne,
  SortCase,
} from '@pleniere/indicateurs/domain';
import type { FormatTableur } from '@pleniere/shared/domain';
import { firstValueFrom } from 'rxjs';

const API = '/api/v1';

/** Another understanding of a file: its sheet, its headings, what its columns hold; the rest is proposed again. */
export interface ChoixColonnes {
  /** From 0. */
  feuille: number;
  /** Row of the headings, from 1. */
  ligneTitres?: number;
  roles?: (RoleColonne | null)[];
}

/** Cells to show: of one sort or of all, one page at a time. */
export interface FiltreCases {
  sort?: SortCase;
  page?: number;
}

type Version = Pick<ImportValeurs, 'id' | 'version'>;

function siVersion({ version }: Version): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${version}"` } };
}

/** The API of the imports of values. */
@Injectable({ providedIn: 'root' })
export class ImportsClient {
  private readonly http = inject(HttpClient);
  private readonly duContrat = inject(AdresseContrat);

  /** Address of the template, for every fiche or for one. */
  adresseModele(format: FormatTableur, ficheId: string | null): string | undefined {
    return this.duContrat.lecture(`imports-valeurs/modele.${format}${ficheId ? `?fiche=${ficheId}` : ''}`);
  }

  /** Newest first. */
  liste(): HttpResourceRef<ImportValeurs[]> {
    return httpResource<ImportValeurs[]>(() => this.duContrat.lecture('imports-valeurs'), { defaultValue: [] });
  }

  apercu(id: () => string, filtre: () => FiltreCases): HttpResourceRef<ApercuImport | undefined> {
    return httpResource<ApercuImport>(() => ({ url: `${API}/imports-valeurs/${id()}`, params: { ...filtre() } }));
  }

  /** Has a file read; nothing is written yet. */
  deposer(fichier: File): Promise<ApercuImport> {
    const envoi = new FormData();
    envoi.append('fichier', fichier);
    return firstValueFrom(this.http.post<ApercuImport>(this.duContrat.appel('imports-valeurs'), envoi));
  }

  choisirColonnes(apercu: Version, choix: ChoixColonnes): Promise<ApercuImport> {
    const adresse = `${API}/imports-valeurs/${apercu.id}/colonnes`;
    return firstValueFrom(this.http.put<ApercuImport>(adresse, choix, siVersion(apercu)));
  }

  /** Writes what the preview shows, and nothing else. */
  appliquer({ id, empreinte }: ApercuImport, mode: ModeApplication): Promise<ApercuImport> {
    const adresse = `${API}/imports-valeurs/${id}/application`;
    return firstValueFrom(this.http.post<ApercuImport>(adresse, { mode, empreinte }));
  }

  annuler({ id }: Version): Promise<AnnulationImport> {
    return firstValueFrom(this.http.post<AnnulationImport>(`${API}/imports-valeurs/${id}/annulation`, {}));
  }

  /** Forgets a file that was not applied. */
  supprimer(apercu: Version): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${API}/imports-valeurs/${apercu.id}`, siVersion(apercu)));
  }
}
