import { HttpClient, HttpContext } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { lireProbleme } from '@pleniere/shared/ui';
import { firstValueFrom, type Observable, Subject, timeout } from 'rxjs';
import { Armoire } from './armoire';
import { type Envoi, type EnvoiGarde, ENTETE_AUTEUR, SANS_RENVOI, suiteDe } from './envoi';
import { Proprietaire } from './proprietaire';
import { Reseau } from './reseau';

/** Where the queue stands: nothing to do, sending, or waiting for the network or for a login. */
export type EtatFile = 'repos' | 'envoi' | 'attend-reseau' | 'attend-connexion';

/** A write that the server has just taken, and its answer. */
export interface EnvoiRecu {
  envoi: EnvoiGarde;
  reponse: unknown;
}

const REPONSE_MS = 20_000;
const PLUS_TARD_MS = 15_000;
const VERROU = 'pleniere.envois';

/**
 * Writes typed on this device, sent in order when the server can be reached. They survive a reload and a logout, are
 * only sent by whoever typed them, and one that is refused stays, with what was typed, until that person decides.
 * A page deposits (`deposer`) and shows the row at once from `attente()`; `recus` tells when the server has it.
 */
@Injectable({ providedIn: 'root' })
export class FileDEnvoi {
  private readonly http = inject(HttpClient);
  private readonly reseau = inject(Reseau);
  private readonly proprietaire = inject(Proprietaire).courant;
  private readonly armoire = new Armoire<EnvoiGarde>('envois');
  private readonly gardes = signal<readonly EnvoiGarde[]>([]);
  private readonly envoi = signal(false);
  private readonly sansSession = signal(false);
  private readonly pris = new Subject<EnvoiRecu>();
  private voyage: Promise<void> | null = null;
  private encore = false;
  private rappel: ReturnType<typeof setTimeout> | undefined;

  private readonly siens = computed(() => {
    const qui = this.proprietaire();
    return this.gardes().filter(
      ({ personneId, contratId }) => personneId === qui?.personneId && contratId === qui.contratId,
    );
  });
  /** Writes of the person that the server does not have yet, in order. */
  readonly attente = computed(() => this.siens().filter(({ refus }) => refus === null));
  /** Writes of the person that the server refused. */
  readonly refuses = computed(() => this.siens().filter(({ refus }) => refus !== null));
  /** How many writes of other people, or of anybody while nobody is logged in, wait on this device. */
  readonly autres = computed(() => this.gardes().length - this.siens().length);
  /** False when a reload would lose the queue, because the browser forbids to keep anything. */
  readonly dure = signal(true);
  readonly recus: Observable<EnvoiRecu> = this.pris.asObservable();

  readonly etat = computed<EtatFile>(() => {
    if (this.attente().length === 0) return 'repos';
    if (!this.reseau.enLigne()) return 'attend-reseau';
    if (this.sansSession()) return 'attend-connexion';
    return this.envoi() ? 'envoi' : 'repos';
  });

  constructor() {
    effect(() => {
      this.proprietaire();
      if (this.reseau.enLigne()) untracked(() => this.repartir());
    });
    void this.relire();
    inject(DestroyRef).onDestroy(() => clearTimeout(this.rappel));
  }

  /** Puts a write in the queue; once this returns it survives a reload. Throws when the device cannot keep it. */
  async deposer(envoi: Envoi): Promise<void> {
    const qui = this.proprietaire();
    if (qui === null) throw new Error('Personne n’est connecté.');
    const { personneId, contratId } = qui;
    const quand = new Date();
    const ordre = Math.max(quand.getTime(), 1 + Math.max(0, ...this.gardes().map(({ ordre: rang }) => rang)));
    await this.ranger({ ...envoi, personneId, contratId, quand: quand.toISOString(), ordre, refus: null });
    void this.partir();
  }

  /** Sends a refused write again, corrected or not. */
  async remettre(envoi: EnvoiGarde, corps = envoi.corps): Promise<void> {
    await this.ranger({ ...envoi, corps, refus: null });
    void this.partir();
  }

  /** Gives a write up, because the person said so. */
  async abandonner(envoi: EnvoiGarde): Promise<void> {
    await this.oublier(envoi);
    void this.partir();
  }

  /** Sends what may be sent; asked while sending, it goes round once more. */
  partir(): Promise<void> {
    this.encore = true;
    this.voyage ??= this.voyager().finally(() => (this.voyage = null));
    return this.voyage;
  }

  private repartir(): void {
    this.sansSession.set(false);
    void this.partir();
  }

  private async voyager(): Promise<void> {
    while (this.encore) {
      this.encore = false;
      await seul(async () => {
        await this.relire();
        this.envoi.set(true);
        while (await this.envoyerLePremier());
      }).finally(() => this.envoi.set(false));
    }
  }

  /** True when the next one may follow. A refused row holds back what follows for the same address only. */
  private async envoyerLePremier(): Promise<boolean> {
    const bloquees = new Set(this.refuses().map(({ adresse }) => adresse));
    const premier = this.attente().find(({ adresse }) => !bloquees.has(adresse));
    if (!premier || !this.reseau.enLigne()) return false;
    try {
      const reponse = await this.envoyer(premier);
      await this.oublier(premier);
      this.pris.next({ envoi: premier, reponse });
      return true;
    } catch (erreur) {
      return this.suivre(premier, erreur);
    }
  }

  private async suivre(premier: EnvoiGarde, erreur: unknown): Promise<boolean> {
    const suite = suiteDe(erreur);
    if (suite === 'refus') {
      await this.ranger({ ...premier, refus: lireProbleme(erreur) });
      return true;
    }
    if (suite === 'connexion') this.sansSession.set(true);
    if (suite === 'reseau') this.reseau.constater(false);
    if (suite === 'plus-tard') {
      clearTimeout(this.rappel);
      this.rappel = setTimeout(() => void this.partir(), PLUS_TARD_MS);
    }
    return false;
  }

  private envoyer({ methode, adresse, corps, version, personneId }: EnvoiGarde): Promise<unknown> {
    const headers = { [ENTETE_AUTEUR]: personneId, ...(version !== null && { 'If-Match': `"${version}"` }) };
    const context = new HttpContext().set(SANS_RENVOI, true);
    const demande = this.http.request(methode, adresse, { body: corps, headers, context });
    return firstValueFrom(demande.pipe(timeout(REPONSE_MS)));
  }

  private async ranger(envoi: EnvoiGarde): Promise<void> {
    await this.armoire.poser(place(envoi), envoi);
    await this.relire();
  }

  // What was typed again while this one was on its way stays.
  private async oublier(envoi: EnvoiGarde): Promise<void> {
    const garde = await this.armoire.lire(place(envoi));
    if (garde?.ordre === envoi.ordre) await this.armoire.retirer(place(envoi));
    await this.relire();
  }

  private async relire(): Promise<void> {
    this.gardes.set((await this.armoire.tout()).sort((a, b) => a.ordre - b.ordre));
    this.dure.set(await this.armoire.dure());
  }
}

/** A new row and a change of it are two writes; a second change of it takes the place of the first. */
const place = ({ methode, cle }: Envoi): string => `${methode}/${cle}`;

/** Two tabs of a browser send one after the other; both would only repeat the same idempotent writes. */
async function seul(envoyer: () => Promise<void>): Promise<void> {
  // Absent without a secure address, and there only.
  const verrous = navigator.locks as LockManager | undefined;
  if (verrous) await verrous.request(VERROU, envoyer);
  else await envoyer();
}
