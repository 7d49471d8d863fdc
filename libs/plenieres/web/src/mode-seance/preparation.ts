import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
import type { Organisation } from '@pleniere/acteurs/domain';
import type { Commune, Qpv } from '@pleniere/contrat/domain';
import type { FicheLue } from '@pleniere/fiches/domain';
import { type Decision, estOuverte, type Seance } from '@pleniere/plenieres/domain';
import { lireProbleme } from '@pleniere/shared/ui';
import { pagesGardees, Reserve } from '@pleniere/shared/web';
import { firstValueFrom } from 'rxjs';
import type { MatiereSeance } from './matiere';

const API = '/api/v1';
const GARDEES_MS = 2_000;
const ESSAIS = 60;

/** Reads all that a séance is presented from, keeps it on the device, and says how far it is. */
@Injectable()
export class Preparation {
  private readonly http = inject(HttpClient);
  private readonly reserve = inject(Reserve);
  private readonly duContrat = inject(AdresseContrat);

  private readonly lue = signal<MatiereSeance | null>(null);
  readonly matiere = this.lue.asReadonly();
  readonly avancement = signal({ fait: 0, total: 1 });
  readonly erreur = signal<unknown>(null);
  /** When what is shown was read (ISO), if the server could not be asked. */
  readonly gardeeLe = signal<string | null>(null);
  /** `oui` once a reload without a network would show the same; `onglet` when only this tab would. */
  readonly prete = signal<'non' | 'onglet' | 'oui'>('non');

  async preparer(seanceId: string): Promise<void> {
    this.erreur.set(null);
    try {
      this.lue.set(await this.toutLire(seanceId));
      this.gardeeLe.set(null);
      await this.garder(seanceId);
    } catch (erreur) {
      const gardee = await this.reserve.lire<MatiereSeance>(cle(seanceId));
      if (lireProbleme(erreur).status !== 0 || !gardee) return this.erreur.set(erreur);
      this.lue.set(gardee.valeur);
      this.gardeeLe.set(gardee.le);
      this.prete.set('oui');
    }
  }

  /** The séance has moved: its decisions and presences are read again; without a network what is shown stays. */
  async relire(seanceId: string): Promise<void> {
    const matiere = this.lue();
    if (!matiere) return;
    try {
      const seance = await this.lire<Seance>(`${API}/seances/${seanceId}`);
      this.lue.set({ ...matiere, seance });
      await this.reserve.garder(cle(seanceId), this.lue());
    } catch (erreur) {
      if (lireProbleme(erreur).status !== 0) this.erreur.set(erreur);
    }
  }

  /** A decision that the server has just taken. */
  integrer(decision: Decision): void {
    const matiere = this.lue();
    if (matiere?.seance.id !== decision.seanceId) return;
    const autres = matiere.seance.decisions.filter(({ id }) => id !== decision.id);
    this.lue.set({ ...matiere, seance: { ...matiere.seance, decisions: [...autres, decision] } });
  }

  private async toutLire(seanceId: string): Promise<MatiereSeance> {
    const seance = await this.lire<Seance>(`${API}/seances/${seanceId}`);
    const inscrites = seance.ordreDuJour.flatMap(({ ficheId }) => ficheId ?? []);
    this.avancement.set({ fait: 1, total: inscrites.length + 2 });
    const [decisions, organisations, qpv, communes] = await Promise.all([
      this.lire<Decision[]>(this.duContrat.appel('decisions')),
      this.lire<Organisation[]>(this.duContrat.appel('organisations')),
      this.lire<Qpv[]>(this.duContrat.appel('qpv')),
      this.lire<Commune[]>(this.duContrat.appel('communes')),
    ]);
    this.avancer();
    const fiches: Record<string, FicheLue> = {};
    for (const id of inscrites) {
      const fiche = await this.lireFiche(id);
      if (fiche) fiches[id] = fiche;
      this.avancer();
    }
    return {
      seance,
      fiches,
      attendues: decisions.filter((decision) => decision.seanceId !== seanceId && estOuverte(decision)),
      organisations: organisations.map(({ id, nom }) => ({ id, nom })),
      villes: communes.filter(({ code }) =>
        organisations.some((une) => une.categorie === 'ville' && une.communeCode === code),
      ),
      quartiers: qpv.map(({ code, libelle, libelleEditorial, communes: siennes }) => ({
        code,
        libelle,
        libelleEditorial,
        communes: siennes,
      })),
    };
  }

  /** A fiche that the person may not read keeps its name on the agenda. */
  private async lireFiche(id: string): Promise<FicheLue | null> {
    try {
      return await this.lire<FicheLue>(`${API}/fiches/${id}`);
    } catch (erreur) {
      if (lireProbleme(erreur).status === 404) return null;
      throw erreur;
    }
  }

  private async garder(seanceId: string): Promise<void> {
    try {
      await this.reserve.garder(cle(seanceId), this.lue());
    } catch {
      return this.prete.set('onglet');
    }
    this.prete.set('onglet');
    for (let essai = 0; essai < ESSAIS && this.prete() !== 'oui'; essai++) {
      if (await pagesGardees()) this.prete.set('oui');
      else await new Promise((suite) => setTimeout(suite, GARDEES_MS));
    }
  }

  private avancer(): void {
    this.avancement.update(({ fait, total }) => ({ fait: fait + 1, total }));
  }

  private lire<T>(adresse: string): Promise<T> {
    return firstValueFrom(this.http.get<T>(adresse));
  }
}

const cle = (seanceId: string): string => `seance/${seanceId}`;
