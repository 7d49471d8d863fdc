import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
import type { Organisation } from '@pleniere/acteurs/domain';
import type { TableauDeBord } from '@pleniere/fiches/domain';
import type {
  Arrete,
  ArreteResume,
  ArreteSaisie,
  Decision,
  DecisionSaisie,
  FicheDuPoint,
  Instance,
  InstanceSaisie,
  PointOrdreDuJour,
  Seance,
  SeanceResume,
  SeanceSaisie,
} from '@pleniere/plenieres/domain';
import { firstValueFrom } from 'rxjs';

/** What is being changed, at the version that was read. */
type Versionne = Pick<Decision, 'id' | 'version'>;

/** A point of the agenda as it is typed. */
export type PointSaisi = Omit<PointOrdreDuJour, 'id'>;

const API = '/api/v1';
const siVersion = (version: number) => ({ headers: { 'If-Match': `"${version}"` } });

/** The API of instances, séances, decisions and arrêtés. Call the reads from a field initialiser. */
@Injectable({ providedIn: 'root' })
export class PlenieresClient {
  private readonly http = inject(HttpClient);
  private readonly duContrat = inject(AdresseContrat);

  instances(): HttpResourceRef<Instance[]> {
    return httpResource<Instance[]>(() => this.duContrat.lecture('instances'), { defaultValue: [] });
  }

  seances(): HttpResourceRef<SeanceResume[]> {
    return httpResource<SeanceResume[]>(() => this.duContrat.lecture('seances'), { defaultValue: [] });
  }

  seance(id: () => string): HttpResourceRef<Seance | undefined> {
    return httpResource<Seance>(() => `${API}/seances/${id()}`);
  }

  decisions(): HttpResourceRef<Decision[]> {
    return httpResource<Decision[]>(() => this.duContrat.lecture('decisions'), { defaultValue: [] });
  }

  organisations(): HttpResourceRef<Organisation[]> {
    return httpResource<Organisation[]>(() => this.duContrat.lecture('organisations'), { defaultValue: [] });
  }

  /** Every fiche that the person sees, by enjeu. */
  fiches(): HttpResourceRef<TableauDeBord | undefined> {
    return httpResource<TableauDeBord>(() => this.duContrat.lecture('tableau-de-bord'));
  }

  arretes(): HttpResourceRef<ArreteResume[]> {
    return httpResource<ArreteResume[]>(() => this.duContrat.lecture('arretes'), { defaultValue: [] });
  }

  /** One arrêté; nothing is read as long as its id is not known. */
  arrete(id: () => string | null): HttpResourceRef<Arrete | undefined> {
    return httpResource<Arrete>(() => (id() === null ? undefined : `${API}/arretes/${id()}`));
  }

  /** Fiches that have a text in force, even while another one is being written. */
  fichesEnVigueur(): HttpResourceRef<FicheDuPoint[]> {
    return httpResource<FicheDuPoint[]>(() => this.duContrat.lecture('arretes/fiches'), { defaultValue: [] });
  }

  /** Freezes the chosen fiches as they stand now. */
  figer(saisie: ArreteSaisie): Promise<Arrete> {
    return firstValueFrom(this.http.post<Arrete>(this.duContrat.appel('arretes'), saisie));
  }

  /** Where the canonical JSON of an arrêté is downloaded from. */
  adresseArrete(id: string): string {
    return `${API}/arretes/${id}/contenu.json`;
  }

  /** Where the JSON Schema of an arrêté is read. */
  readonly adresseSchemaArrete = `${API}/schemas/arrete.json`;

  creerInstance(saisie: InstanceSaisie): Promise<Instance> {
    return firstValueFrom(this.http.post<Instance>(this.duContrat.appel('instances'), saisie));
  }

  modifierInstance({ id, version }: Versionne, saisie: InstanceSaisie): Promise<Instance> {
    return firstValueFrom(this.http.patch<Instance>(`${API}/instances/${id}`, saisie, siVersion(version)));
  }

  supprimerInstance({ id, version }: Versionne): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${API}/instances/${id}`, siVersion(version)));
  }

  creerSeance(saisie: Partial<SeanceSaisie>): Promise<Seance> {
    return firstValueFrom(this.http.post<Seance>(this.duContrat.appel('seances'), saisie));
  }

  modifierSeance({ id, version }: Versionne, saisie: Partial<SeanceSaisie>): Promise<Seance> {
    return firstValueFrom(this.http.patch<Seance>(`${API}/seances/${id}`, saisie, siVersion(version)));
  }

  supprimerSeance({ id, version }: Versionne): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${API}/seances/${id}`, siVersion(version)));
  }

  /** Writes the whole agenda, in the order given. */
  ordonner({ id, version }: Versionne, points: readonly PointSaisi[]): Promise<Seance> {
    const adresse = `${API}/seances/${id}/ordre-du-jour`;
    return firstValueFrom(this.http.put<Seance>(adresse, { points }, siVersion(version)));
  }

  creerDecision(seanceId: string, saisie: DecisionSaisie): Promise<Decision> {
    return firstValueFrom(this.http.post<Decision>(`${API}/seances/${seanceId}/decisions`, saisie));
  }

  modifierDecision({ id, version }: Versionne, saisie: Partial<DecisionSaisie>): Promise<Decision> {
    return firstValueFrom(this.http.patch<Decision>(`${API}/decisions/${id}`, saisie, siVersion(version)));
  }

  supprimerDecision({ id, version }: Versionne): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${API}/decisions/${id}`, siVersion(version)));
  }
}
