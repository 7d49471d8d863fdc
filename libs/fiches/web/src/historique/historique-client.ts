import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
import type {
  ChampEnregistre,
  ChampId,
  FicheLue,
  HistoriqueContrat,
  RetablissementChamp,
  TextePasse,
} from '@pleniere/fiches/domain';
import { firstValueFrom } from 'rxjs';

/** Entries in one page of the history. */
export const TAILLE_PAGE_HISTORIQUE = 100;

/** What part of the history is asked; empty or absent says everything. Days are those of Paris. */
export type FiltreHistorique = Partial<
  Record<'fiche' | 'personne' | 'organisation' | 'objet' | 'depuis' | 'jusqua', string>
>;

const siVersion = (version: number) => ({ headers: { 'If-Match': `"${version}"` } });

/** The API of what changed, of the texts that were, and of how they come back. */
@Injectable({ providedIn: 'root' })
export class HistoriqueClient {
  private readonly http = inject(HttpClient);
  private readonly duContrat = inject(AdresseContrat);

  /** A page of what changed, newest first: the last one, or the one before an entry. */
  lire(filtre: FiltreHistorique, avant: string | null): Promise<HistoriqueContrat> {
    const donnes = Object.entries({ ...filtre, avant: avant ?? '' }).filter(([, valeur]) => valeur);
    const params = Object.fromEntries(donnes) as Record<string, string>;
    return firstValueFrom(this.http.get<HistoriqueContrat>(this.duContrat.appel('historique'), { params }));
  }

  /** The working text of a fiche at an instant; nothing as long as either is not known. */
  texte(cle: () => { ficheId: string; quand: string } | undefined): HttpResourceRef<TextePasse | undefined> {
    return httpResource<TextePasse>(() => {
      const voulu = cle();
      return voulu && { url: `/api/v1/fiches/${voulu.ficheId}/texte`, params: { quand: voulu.quand } };
    });
  }

  retablirChamp(
    ficheId: string,
    champ: ChampId,
    demande: RetablissementChamp,
    version: number,
  ): Promise<ChampEnregistre> {
    const adresse = `/api/v1/fiches/${ficheId}/champs/${champ}/retablissement`;
    return firstValueFrom(this.http.post<ChampEnregistre>(adresse, demande, siVersion(version)));
  }

  reprendreRevision(fiche: Pick<FicheLue, 'id' | 'version'>, numero: number, motif: string): Promise<FicheLue> {
    const adresse = `/api/v1/fiches/${fiche.id}/revisions/${numero}/retablissement`;
    return firstValueFrom(this.http.post<FicheLue>(adresse, { motif }, siVersion(fiche.version)));
  }
}
