import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { SessionStore } from '@pleniere/acces/web';
import {
  cerclesDe,
  type ChampId,
  type DemandePrecision,
  type DialogueFiche,
  estDe,
  type Fil,
  type Interlocuteur,
  joursDeRetard,
  type NoteTerrain,
  refusDeClore,
  refusDeRepondre,
  type VisibiliteFil,
} from '@pleniere/fiches/domain';
import { Annonce, lireProbleme } from '@pleniere/shared/ui';
import { FilDirect } from '@pleniere/shared/web';
import { firstValueFrom, type Observable } from 'rxjs';
import { FicheStore } from '../fiche/fiche-store';
import { DialogueClient } from './dialogue-client';

const RIEN: DialogueFiche = { fils: [], demandes: [], interlocuteurs: [] };

/** What is said about the fiche of the page; one for the sheet and its tabs. */
@Injectable()
export class DialogueStore {
  readonly client = inject(DialogueClient);
  private readonly fiches = inject(FicheStore);
  private readonly session = inject(SessionStore);
  private readonly annonce = inject(Annonce);

  readonly participe = this.session.peut('dialogue.participer');
  readonly demande = this.session.peut('precisions.demander');
  readonly note = this.session.peut('notes.tenir');
  readonly cercles = cerclesDe(this.session.role() ?? 'lecteur');
  readonly personneId = this.session.session()?.personne.id ?? '';

  readonly ficheId = computed(() => this.fiches.fiche()?.id);
  readonly lecture = this.client.dialogue(() => (this.participe ? this.ficheId() : undefined));
  private readonly lectureNotes = this.client.notes(() => (this.note ? this.ficheId() : undefined));

  /** Stays on screen while it is read again, even when that fails. */
  private readonly dialogue = linkedSignal<DialogueFiche | undefined, DialogueFiche>({
    source: () => (this.lecture.hasValue() ? this.lecture.value() : undefined),
    computation: (lu, avant) => lu ?? avant?.value ?? RIEN,
  });
  readonly notes = linkedSignal<NoteTerrain[] | undefined, NoteTerrain[]>({
    source: () => (this.lectureNotes.hasValue() ? this.lectureNotes.value() : undefined),
    computation: (lues, avant) => lues ?? avant?.value ?? [],
  });

  readonly fils = computed(() => this.dialogue().fils);
  readonly demandes = computed(() => this.dialogue().demandes);
  readonly interlocuteurs = computed(() => this.dialogue().interlocuteurs);
  /** How many threads and questions are open on each field; the whole fiche under the empty name. */
  readonly ouvertsParChamp = computed(() => {
    const champs = [
      ...this.fils().filter(({ statut }) => statut === 'ouvert'),
      ...this.demandes().filter(({ statut }) => statut !== 'close'),
    ].map(({ champ }) => champ ?? '');
    return new Map(champs.map((champ) => [champ, champs.filter((autre) => autre === champ).length]));
  });
  readonly ouverts = computed(() => [...this.ouvertsParChamp().values()].reduce((somme, nombre) => somme + nombre, 0));
  /** What waits for the person here: threads that mention them, questions that they may answer. */
  readonly enAttente = computed(
    () =>
      this.fils().filter(({ meMentionne }) => meMentionne).length +
      this.demandes().filter((demande) => demande.statut === 'ouverte' && this.peutRepondre(demande)).length,
  );

  /** Whether the panel is open, and the field that it is narrowed to. */
  readonly ouvert = signal(false);
  readonly champ = signal<ChampId | null>(null);
  /** Whether a new thread is being written. */
  readonly redige = signal(false);
  /** What somebody else has just said, for those who do not see it come. */
  readonly nouvelle = signal('');

  constructor() {
    if (!this.participe) return;
    const direct = inject(FilDirect);
    direct
      .evenements('dialogue.parole')
      .pipe(takeUntilDestroyed())
      .subscribe(({ ficheId, auteurId }) => {
        if (ficheId !== this.ficheId() || auteurId === this.personneId) return;
        this.relire();
        this.nouvelle.set('Du nouveau dans les échanges de cette fiche.');
      });
    direct.reprises.pipe(takeUntilDestroyed()).subscribe(() => this.relire());
  }

  /** Opens the panel, narrowed to a field when one is named. */
  montrer(champ: ChampId | null = null): void {
    this.champ.set(champ);
    // Nothing is said of this field yet: what one comes for is to write.
    this.redige.set(champ !== null && !this.ouvertsParChamp().has(champ));
    this.ouvert.set(true);
  }

  relire(): void {
    this.lecture.reload();
    this.lectureNotes.reload();
  }

  /** Day of the server, by which lateness is counted. */
  retard(demande: DemandePrecision): number {
    return joursDeRetard(demande, this.fiches.fiche()?.situation.aujourdhui ?? '');
  }

  aujourdhui(): string {
    return this.fiches.fiche()?.situation.aujourdhui ?? new Date().toISOString().slice(0, 10);
  }

  peutRepondre(demande: DemandePrecision): boolean {
    const organisationId = this.session.session()?.organisation?.id ?? null;
    return refusDeRepondre(demande, { personneId: this.personneId, organisationId }) === null;
  }

  peutClore(demande: DemandePrecision): boolean {
    const role = this.session.role() ?? 'lecteur';
    return refusDeClore(demande, { personneId: this.personneId, role }) === null;
  }

  estMien(fil: Fil): boolean {
    return estDe(fil, this.personneId);
  }

  /** People who read a circle. */
  lecteursDe(visibilite: VisibiliteFil): Interlocuteur[] {
    return this.interlocuteurs().filter(({ role }) => cerclesDe(role).includes(visibilite));
  }

  /** Tries an act of one click; a refusal is said, and what stands on the server is shown again. */
  async tenter<T>(acte: () => Promise<T>): Promise<T | null> {
    try {
      return await acte();
    } catch (erreur) {
      const { title, detail = title } = lireProbleme(erreur);
      await this.annonce.dire(detail);
      this.relire();
      return null;
    }
  }

  /** Does an act on a thread and shows what came of it; throws what the API refuses. */
  async suivreFil(acte: Observable<Fil>): Promise<Fil> {
    const fil = await firstValueFrom(acte);
    this.dialogue.update((dialogue) => ({ ...dialogue, fils: avec(dialogue.fils, fil) }));
    return fil;
  }

  /** The same on a demande de précision. */
  async suivreDemande(acte: Observable<DemandePrecision>): Promise<DemandePrecision> {
    const demande = await firstValueFrom(acte);
    this.dialogue.update((dialogue) => ({ ...dialogue, demandes: avec(dialogue.demandes, demande) }));
    return demande;
  }

  /** The same on a note of the State. */
  async suivreNote(acte: Observable<NoteTerrain>): Promise<NoteTerrain> {
    const note = await firstValueFrom(acte);
    this.notes.update((notes) => avec(notes, note));
    return note;
  }
}

function avec<T extends { id: string }>(liste: readonly T[], recu: T): T[] {
  return liste.some(({ id }) => id === recu.id)
    ? liste.map((autre) => (autre.id === recu.id ? recu : autre))
    : [...liste, recu];
}
