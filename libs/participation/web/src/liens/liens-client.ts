import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
import type {
  DecisionSaisie,
  FiltreLiens,
  LienContribution,
  LienSaisi,
  ListeQuestions,
  NiveauxDits,
  SeanceDialogueResume,
  SuggestionFiche,
} from '@pleniere/participation/domain';
import { firstValueFrom } from 'rxjs';

/** A fiche to link to, as the board of the contrat names it. */
interface FichesDuTableau {
  enjeux: { fiches: { id: string; code: string; titre: string }[] }[];
}

/** What a decision may name of a fiche: its actions. */
interface ActionsDeLaFiche {
  actions: { id: string; titre: string }[];
}

/** An indicator to link to. */
export interface IndicateurALier {
  id: string;
  libelle: string;
  ficheId: string | null;
}

const API = '/api/v1';
const siVersion = ({ version }: Pick<LienContribution, 'version'>) => ({ headers: { 'If-Match': `"${version}"` } });

/** The API of the links of contributions. Call the reads from a field initialiser. */
@Injectable({ providedIn: 'root' })
export class LiensClient {
  private readonly http = inject(HttpClient);
  private readonly duContrat = inject(AdresseContrat);

  /** Those that the filter keeps; nothing is asked for none. */
  liens(filtre: () => FiltreLiens | null): HttpResourceRef<LienContribution[]> {
    return httpResource<LienContribution[]>(
      () => {
        const url = this.duContrat.lecture('liens');
        const choix = filtre();
        return url && choix ? { url, params: { ...choix } } : undefined;
      },
      { defaultValue: [] },
    );
  }

  /** Fiches that a text seems to be about; nothing is asked for no text. */
  suggestions(texte: () => string): HttpResourceRef<SuggestionFiche[]> {
    return httpResource<SuggestionFiche[]>(
      () => {
        const url = this.duContrat.lecture('liens/suggestions');
        return url && texte() !== '' ? { url, method: 'POST', body: { texte: texte().slice(0, 2400) } } : undefined;
      },
      { defaultValue: [] },
    );
  }

  fiches(): HttpResourceRef<FichesDuTableau> {
    return httpResource<FichesDuTableau>(() => this.duContrat.lecture('tableau-de-bord'), {
      defaultValue: { enjeux: [] },
    });
  }

  /** Those of a fiche or of a quartier; nothing is asked for neither. */
  questions(filtre: () => { fiche?: string; quartier?: string } | null): HttpResourceRef<ListeQuestions | undefined> {
    return httpResource<ListeQuestions>(() => {
      const [url, params] = [this.duContrat.lecture('questions'), filtre()];
      return url && params ? { url, params: { ...params } } : undefined;
    });
  }

  seances(voulues: () => boolean): HttpResourceRef<SeanceDialogueResume[]> {
    return httpResource<SeanceDialogueResume[]>(
      () => (voulues() ? this.duContrat.lecture('seances-dialogue') : undefined),
      { defaultValue: [] },
    );
  }

  /** Levels of participation that were told, with what each rests on. */
  niveaux(): HttpResourceRef<NiveauxDits | undefined> {
    return httpResource<NiveauxDits>(() => this.duContrat.lecture('niveaux-participation'));
  }

  /** Actions of a fiche, by its code. */
  async actions(code: string): Promise<{ id: string; titre: string }[]> {
    return (await firstValueFrom(this.http.get<ActionsDeLaFiche>(`${API}/fiches/${code}`))).actions;
  }

  /** Indicators of the contrat. */
  indicateurs(): Promise<IndicateurALier[]> {
    return firstValueFrom(this.http.get<IndicateurALier[]>(this.duContrat.appel('indicateurs')));
  }

  lier(saisie: LienSaisi): Promise<LienContribution> {
    return firstValueFrom(this.http.post<LienContribution>(this.duContrat.appel('liens'), saisie));
  }

  delier(lien: LienContribution): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${API}/liens/${lien.id}`, siVersion(lien)));
  }

  decider(id: string, version: number, saisie: DecisionSaisie): Promise<LienContribution> {
    const adresse = `${API}/liens/${id}/decision`;
    return firstValueFrom(this.http.put<LienContribution>(adresse, saisie, siVersion({ version })));
  }
}
