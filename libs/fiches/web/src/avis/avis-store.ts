import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';
import {
  type Avis,
  avisComplet,
  type AvisSaisi,
  type BrouillonAvis,
  type ChampId,
  type PointAvis,
} from '@pleniere/fiches/domain';
import { type Enregistrement, lireProbleme } from '@pleniere/shared/ui';
import { firstValueFrom } from 'rxjs';
import { nouvelId } from '../champs/nouvel-id';
import { FicheStore } from '../fiche/fiche-store';
import { FichesClient } from '../fiches-client';

/** Pause after the last key before the draft is saved, in milliseconds. */
const PAUSE = 800;

/** The avis of the State on the fiche of the page: those that were given, and the one that the person is writing. */
@Injectable()
export class AvisStore {
  private readonly client = inject(FichesClient);
  private readonly fiches = inject(FicheStore);
  private readonly redige = inject(SessionStore).peut('avis.rendre');
  readonly peutLever = inject(SessionStore).peut('avis.lever');

  readonly brouillon = signal<BrouillonAvis | null>(null);
  readonly etat = signal<Enregistrement>('inactif');
  readonly le = signal<string | null>(null);
  readonly motif = signal<string | null>(null);
  /** Avis on the revision that the page shows, newest first. */
  readonly rendus = computed(() => {
    const fiche = this.fiches.fiche();
    return fiche?.avis.filter(({ revision }) => revision === fiche.revision) ?? [];
  });

  private minuterie: ReturnType<typeof setTimeout> | undefined;
  private envoi = Promise.resolve();
  private aEnvoyer = false;

  constructor() {
    const attendu = computed(() => {
      const fiche = this.fiches.fiche();
      return this.redige && fiche?.statut === 'avis' ? `${fiche.id}/${fiche.avis.length}` : null;
    });
    effect(() => {
      const cle = attendu();
      untracked(() => (cle ? void this.ouvrir() : this.brouillon.set(null)));
    });
    const renvoyer = (): void => void this.enregistrer();
    addEventListener('online', renvoyer);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('online', renvoyer);
      void this.enregistrer();
    });
  }

  /** Changes what is being written; saved by itself after a pause. */
  changer(changement: Partial<AvisSaisi>): void {
    this.brouillon.update((brouillon) => brouillon && { ...brouillon, ...changement });
    this.aEnvoyer = true;
    clearTimeout(this.minuterie);
    this.minuterie = setTimeout(() => void this.enregistrer(), PAUSE);
  }

  /** Adds an empty point on a field, or on the whole sheet; answers its id. */
  ajouter(champ: ChampId | null): string {
    const id = nouvelId();
    this.changer({ points: [...(this.brouillon()?.points ?? []), { id, champ, texte: '' }] });
    return id;
  }

  ecrire(id: string, texte: string): void {
    this.changer({
      points: (this.brouillon()?.points ?? []).map((point) => (point.id === id ? { ...point, texte } : point)),
    });
  }

  retirer(id: string): void {
    this.changer({ points: (this.brouillon()?.points ?? []).filter((point) => point.id !== id) });
  }

  /** Saves what waits; one saving at a time. */
  enregistrer(): Promise<void> {
    clearTimeout(this.minuterie);
    this.envoi = this.envoi.then(() => this.envoyer());
    return this.envoi;
  }

  /** Keeps what stands here when the same avis was saved from another window. */
  async garder(): Promise<void> {
    const ficheId = this.fiches.fiche()?.id;
    if (!ficheId) return;
    const { version } = await firstValueFrom(this.client.lireBrouillonAvis(ficheId));
    this.brouillon.update((brouillon) => brouillon && { ...brouillon, version });
    this.aEnvoyer = true;
    await this.enregistrer();
  }

  /** Says how a point was answered, or opens it again; throws what the API refuses. */
  async suivre(avis: Avis, point: PointAvis, suivi: Pick<PointAvis, 'statut' | 'reponse'>): Promise<void> {
    this.fiches.fiche.set(await firstValueFrom(this.client.suivrePoint(avis, point.id, suivi)));
  }

  private async ouvrir(): Promise<void> {
    const ficheId = this.fiches.fiche()?.id;
    if (ficheId) this.brouillon.set(await firstValueFrom(this.client.lireBrouillonAvis(ficheId)));
  }

  private async envoyer(): Promise<void> {
    const [brouillon, ficheId] = [this.brouillon(), this.fiches.fiche()?.id];
    if (!brouillon || !ficheId || !this.aEnvoyer) return;
    this.aEnvoyer = false;
    this.etat.set('en-cours');
    const { version, ...saisi } = brouillon;
    try {
      const enregistre = await firstValueFrom(this.client.ecrireBrouillonAvis(ficheId, saisi, version));
      this.brouillon.update((actuel) => actuel && { ...actuel, version: enregistre.version });
      this.fiches.modifier(({ situation }) => ({ situation: { ...situation, avisRedige: avisComplet(enregistre) } }));
      this.le.set(new Date().toISOString());
      this.etat.set('enregistre');
    } catch (erreur) {
      this.aEnvoyer = true;
      this.echouer(erreur);
    }
  }

  private echouer(erreur: unknown): void {
    const { status, title, detail = title } = lireProbleme(erreur);
    if (status === 412) this.etat.set('conflit');
    else this.etat.set(status === 0 ? 'hors-ligne' : 'refuse');
    this.motif.set(detail);
  }
}
