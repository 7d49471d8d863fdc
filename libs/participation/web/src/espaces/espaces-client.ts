import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { computed, inject, Injectable, type Signal } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
import type { Organisation } from '@pleniere/acteurs/domain';
import { nomQpv, type Qpv } from '@pleniere/contrat/domain';
import type {
  DemandeEtape,
  Espace,
  EspaceResume,
  EspaceSaisie,
  SeanceDialogue,
  SeanceDialogueResume,
  SeanceDialogueSaisie,
} from '@pleniere/participation/domain';
import { firstValueFrom } from 'rxjs';

/** What is being changed, at the version that was read. */
type Versionne = Pick<Espace, 'id' | 'version'>;

const API = '/api/v1';
const siVersion = (version: number) => ({ headers: { 'If-Match': `"${version}"` } });

/** The API of the espaces de dialogue and of their séances. Call the reads from a field initialiser. */
@Injectable({ providedIn: 'root' })
export class EspacesClient {
  private readonly http = inject(HttpClient);
  private readonly duContrat = inject(AdresseContrat);

  espaces(): HttpResourceRef<EspaceResume[]> {
    return httpResource<EspaceResume[]>(() => this.duContrat.lecture('espaces'), { defaultValue: [] });
  }

  espace(id: () => string): HttpResourceRef<Espace | undefined> {
    return httpResource<Espace>(() => `${API}/espaces/${id()}`);
  }

  seances(): HttpResourceRef<SeanceDialogueResume[]> {
    return httpResource<SeanceDialogueResume[]>(() => this.duContrat.lecture('seances-dialogue'), { defaultValue: [] });
  }

  seance(id: () => string): HttpResourceRef<SeanceDialogue | undefined> {
    return httpResource<SeanceDialogue>(() => `${API}/seances-dialogue/${id()}`);
  }

  organisations(): HttpResourceRef<Organisation[]> {
    return httpResource<Organisation[]>(() => this.duContrat.lecture('organisations'), { defaultValue: [] });
  }

  /** Quartiers of the contrat, by the name that residents use. */
  quartiers(): Signal<{ code: string; nom: string }[]> {
    const lus = httpResource<Qpv[]>(() => this.duContrat.lecture('qpv'), { defaultValue: [] });
    return computed(() =>
      (lus.hasValue() ? lus.value() : [])
        .map((qpv) => ({ code: qpv.code, nom: nomQpv(qpv) }))
        .sort((a, b) => a.nom.localeCompare(b.nom, 'fr')),
    );
  }

  creerEspace(saisie: EspaceSaisie): Promise<Espace> {
    return firstValueFrom(this.http.post<Espace>(this.duContrat.appel('espaces'), saisie));
  }

  modifierEspace({ id, version }: Versionne, saisie: Partial<EspaceSaisie>): Promise<Espace> {
    return firstValueFrom(this.http.patch<Espace>(`${API}/espaces/${id}`, saisie, siVersion(version)));
  }

  supprimerEspace({ id, version }: Versionne): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${API}/espaces/${id}`, siVersion(version)));
  }

  planifier(espaceId: string, saisie: Partial<SeanceDialogueSaisie>): Promise<SeanceDialogue> {
    return firstValueFrom(this.http.post<SeanceDialogue>(`${API}/espaces/${espaceId}/seances`, saisie));
  }

  modifierSeance({ id, version }: Versionne, saisie: Partial<SeanceDialogueSaisie>): Promise<SeanceDialogue> {
    return firstValueFrom(this.http.patch<SeanceDialogue>(`${API}/seances-dialogue/${id}`, saisie, siVersion(version)));
  }

  /** Takes a step of the life of a séance. */
  suivre({ id, version }: Versionne, demande: Partial<DemandeEtape>): Promise<SeanceDialogue> {
    const adresse = `${API}/seances-dialogue/${id}/transitions`;
    return firstValueFrom(this.http.post<SeanceDialogue>(adresse, demande, siVersion(version)));
  }

  supprimerSeance({ id, version }: Versionne): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${API}/seances-dialogue/${id}`, siVersion(version)));
  }

  /** Takes a presence back. */
  retirerPresence(seanceId: string, id: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${API}/seances-dialogue/${seanceId}/presences/${id}`));
  }
}
