import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
import type { Organisation } from '@pleniere/acteurs/domain';
import type { Qpv } from '@pleniere/contrat/domain';
import type {
  ClassementQuestion,
  FicheDeQuestion,
  FiltreQuestions,
  GarantieDeReponse,
  ListeQuestions,
  Question,
  QuestionProche,
  QuestionSaisie,
  ReponseSaisie,
  TraitementQuestion,
  TransitionReponse,
} from '@pleniere/participation/domain';
import { firstValueFrom } from 'rxjs';

/** What is being changed, at the version that was read. */
export type QuestionVersionnee = Pick<Question, 'id' | 'version'>;

/** What the area reads of the board of the contrat: its fiches, by enjeu. */
interface FichesDuTableau {
  enjeux: { fiches: FicheDeQuestion[] }[];
}

/** What the area reads of a fiche: its actions. */
interface ActionsDeLaFiche {
  actions: { id: string; titre: string }[];
}

const API = '/api/v1';
const siVersion = (version: number) => ({ headers: { 'If-Match': `"${version}"` } });

/** The API of the questions of residents. Call the reads from a field initialiser. */
@Injectable({ providedIn: 'root' })
export class QuestionsClient {
  private readonly http = inject(HttpClient);
  private readonly duContrat = inject(AdresseContrat);

  questions(filtre: () => FiltreQuestions): HttpResourceRef<ListeQuestions | undefined> {
    return httpResource<ListeQuestions>(() => {
      const url = this.duContrat.lecture('questions');
      return url ? { url, params: { ...filtre() } } : undefined;
    });
  }

  garantie(): HttpResourceRef<GarantieDeReponse | undefined> {
    return httpResource<GarantieDeReponse>(() => this.duContrat.lecture('questions/garantie'));
  }

  question(id: () => string): HttpResourceRef<Question | undefined> {
    return httpResource<Question>(() => `${API}/questions/${id()}`);
  }

  similaires(id: () => string): HttpResourceRef<QuestionProche[]> {
    return httpResource<QuestionProche[]>(() => `${API}/questions/${id()}/similaires`, { defaultValue: [] });
  }

  organisations(): HttpResourceRef<Organisation[]> {
    return httpResource<Organisation[]>(() => this.duContrat.lecture('organisations'), { defaultValue: [] });
  }

  quartiers(): HttpResourceRef<Qpv[]> {
    return httpResource<Qpv[]>(() => this.duContrat.lecture('qpv'), { defaultValue: [] });
  }

  fiches(): HttpResourceRef<FichesDuTableau> {
    return httpResource<FichesDuTableau>(() => this.duContrat.lecture('tableau-de-bord'), {
      defaultValue: { enjeux: [] },
    });
  }

  /** Actions of a fiche by its code; nothing is asked while none is chosen. */
  actions(code: () => string | null): HttpResourceRef<ActionsDeLaFiche> {
    return httpResource<ActionsDeLaFiche>(() => (code() === null ? undefined : `${API}/fiches/${code()}`), {
      defaultValue: { actions: [] },
    });
  }

  /** Takes down a question that was heard; sent again under the same id, it is kept once. */
  saisir(id: string, saisie: QuestionSaisie): Promise<Question> {
    return firstValueFrom(this.http.put<Question>(this.duContrat.appel(`questions/${id}`), saisie));
  }

  classer({ id, version }: QuestionVersionnee, classement: ClassementQuestion): Promise<Question> {
    return firstValueFrom(this.http.patch<Question>(`${API}/questions/${id}`, classement, siVersion(version)));
  }

  /** Follows a step of whoever sorts; what it does not need is left out. */
  traiter({ id, version }: QuestionVersionnee, traitement: Partial<TraitementQuestion>): Promise<Question> {
    const adresse = `${API}/questions/${id}/traitement`;
    return firstValueFrom(this.http.post<Question>(adresse, traitement, siVersion(version)));
  }

  ecrire({ id, version }: QuestionVersionnee, saisie: ReponseSaisie): Promise<Question> {
    return firstValueFrom(this.http.put<Question>(`${API}/questions/${id}/reponse`, saisie, siVersion(version)));
  }

  avancer({ id, version }: QuestionVersionnee, transition: TransitionReponse): Promise<Question> {
    const adresse = `${API}/questions/${id}/reponse/etapes`;
    return firstValueFrom(this.http.post<Question>(adresse, { transition }, siVersion(version)));
  }
}
