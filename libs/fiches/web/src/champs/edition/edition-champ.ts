import { computed, signal, type WritableSignal } from '@angular/core';
import type { ChampEnConflit, ChampEnregistre, ChampId, ContenuFiche } from '@pleniere/fiches/domain';
import type { ErreurDeChamp } from '@pleniere/shared/domain';
import { type Enregistrement, lireProbleme } from '@pleniere/shared/ui';
import type { MemoireChamp } from './memoire-locale';

/** Silence after which what is typed is sent. */
export const PAUSE_AVANT_ENVOI = 800;
/** Time before a text kept offline is sent again, when the browser has not said that the network is back. */
export const PAUSE_HORS_LIGNE = 10_000;

/** What a field holds on the server, as this page knows it. */
export interface BaseChamp<C extends ChampId> {
  valeur: ContenuFiche[C];
  version: number;
}

/** How an edition reaches the server, and tells the page what the server holds. */
export interface ServeurChamp<C extends ChampId> {
  envoyer(valeur: ContenuFiche[C], version: number): Promise<ChampEnregistre<C>>;
  retenir(tenu: ChampEnConflit<C>): void;
}

function identiques(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * What one person types in one field: saved by itself, kept on the device until the server has acknowledged it, never
 * written over somebody else's text without a choice.
 */
export class EditionChamp<C extends ChampId = ChampId> {
  private readonly courante = signal<{ valeur: ContenuFiche[C] } | null>(null);
  private readonly suivi = signal<Enregistrement>('inactif');
  private readonly acquise: WritableSignal<BaseChamp<C>>;
  private readonly avant: WritableSignal<ContenuFiche[C]>;
  private minuterie: ReturnType<typeof setTimeout> | undefined;
  private enVol = false;

  readonly etat = this.suivi.asReadonly();
  /** Moment of the last save, ISO. */
  readonly le = signal<string | null>(null);
  readonly motif = signal<string | null>(null);
  readonly erreurs = signal<readonly ErreurDeChamp[]>([]);
  /** The text that somebody else saved meanwhile. */
  readonly conflit = signal<ChampEnConflit<C> | null>(null);
  readonly valeur = computed(() => (this.courante() ?? this.acquise()).valeur);
  /** True while the server has not acknowledged what is shown. */
  readonly enAttente = computed(() => this.courante() !== null);

  /** True when the text differs from that of before this edition, so that it can be undone. */
  readonly modifiee = computed(() => !identiques(this.valeur(), this.avant()));

  constructor(
    base: BaseChamp<C>,
    private readonly serveur: ServeurChamp<C>,
    private readonly memoire: MemoireChamp,
  ) {
    this.acquise = signal(base);
    this.avant = signal(base.valeur);
  }

  /** Starts from what the server holds, unless an unsaved text is waiting. */
  ouvrir(base: BaseChamp<C>): void {
    if (this.enAttente()) return;
    this.acquise.set(base);
    this.avant.set(base.valeur);
    this.suivi.set('inactif');
  }

  /** Somebody else has saved the field: taken as it is when nothing is typed here, else both texts are shown at once. */
  recevoir(tenu: ChampEnConflit<C>): void {
    const connue = this.conflit()?.etat.version ?? this.acquise().version;
    // An answer on its way will tell by itself whether the text was taken.
    if (this.enVol || tenu.etat.version <= connue) return;
    if (this.enAttente()) this.heurter(tenu);
    else this.ouvrir({ valeur: tenu.valeur, version: tenu.etat.version });
  }

  /** Takes up a text that was kept on the device. */
  reprendre(): void {
    const garde = this.memoire.lire();
    if (!garde) return;
    this.acquise.update((acquise) => ({ ...acquise, version: garde.version }));
    this.courante.set({ valeur: garde.valeur as ContenuFiche[C] });
    void this.enregistrer();
  }

  ecrire(valeur: ContenuFiche[C]): void {
    this.courante.set({ valeur });
    this.memoire.garder({ valeur, version: this.acquise().version });
    if (this.conflit()) return;
    if (this.suivi() !== 'hors-ligne') this.suivi.set('en-cours');
    this.programmer(PAUSE_AVANT_ENVOI);
  }

  /** Back to the text of before this edition. */
  annuler(): void {
    this.ecrire(this.avant());
    void this.enregistrer();
  }

  /** Sends at once what waits. */
  async enregistrer(): Promise<void> {
    clearTimeout(this.minuterie);
    const courante = this.courante();
    if (this.enVol || this.conflit() || !courante) return;
    const { valeur } = courante;
    if (identiques(valeur, this.acquise().valeur)) return this.acquitter();
    this.enVol = true;
    if (this.suivi() !== 'hors-ligne') this.suivi.set('en-cours');
    try {
      const ecrit = await this.serveur.envoyer(valeur, this.acquise().version);
      this.serveur.retenir(ecrit);
      this.acquise.set({ valeur, version: ecrit.etat.version });
      this.le.set(ecrit.etat.modifieLe);
      this.enVol = false;
      await this.enregistrer();
    } catch (erreur) {
      this.enVol = false;
      this.echouer(erreur);
    }
  }

  garderLeMien(): void {
    this.trancher();
    void this.enregistrer();
  }

  prendreLeLeur(): void {
    this.trancher();
    this.le.set(null);
    this.acquitter();
  }

  private trancher(): void {
    const conflit = this.conflit();
    if (conflit) this.acquise.set({ valeur: conflit.valeur, version: conflit.etat.version });
    this.conflit.set(null);
  }

  /** The version stays the one that was written upon until the person chooses, even if the page is left meanwhile. */
  private heurter(actuel: ChampEnConflit<C>): void {
    clearTimeout(this.minuterie);
    this.serveur.retenir(actuel);
    this.conflit.set(actuel);
    this.suivi.set('conflit');
    // The same text on both sides: an answer was lost on the way, nobody has to choose.
    if (identiques(actuel.valeur, this.valeur())) this.garderLeMien();
  }

  private acquitter(): void {
    this.memoire.oublier();
    this.courante.set(null);
    this.motif.set(null);
    this.erreurs.set([]);
    this.suivi.set(this.le() ? 'enregistre' : 'inactif');
  }

  private programmer(pause: number): void {
    clearTimeout(this.minuterie);
    this.minuterie = setTimeout(() => void this.enregistrer(), pause);
  }

  private echouer(erreur: unknown): void {
    const probleme = lireProbleme(erreur);
    if (probleme.status === 412 && probleme.actuel) {
      this.heurter(probleme.actuel as ChampEnConflit<C>);
    } else if (probleme.status === 0 || probleme.status >= 500) {
      this.suivi.set('hors-ligne');
      this.programmer(PAUSE_HORS_LIGNE);
    } else {
      this.motif.set(probleme.detail ?? probleme.title);
      this.erreurs.set(probleme.errors ?? []);
      this.suivi.set('refuse');
    }
  }
}
