import { HttpClient } from '@angular/common/http';
import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { SessionStore } from '@pleniere/acces/web';
import type {
  Comptage,
  NoteSeance,
  Presence,
  PresenceDite,
  Question,
  Ressenti,
  RolePresence,
  SeanceDialogue,
} from '@pleniere/participation/domain';
import { LIBELLES_ROLES_PRESENCE } from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import { lireProbleme } from '@pleniere/shared/ui';
import { type EnvoiRecu, FileDEnvoi, pagesGardees, Reserve } from '@pleniere/shared/web';
import { firstValueFrom } from 'rxjs';
import { EspacesClient } from '../espaces-client';

const API = '/api/v1';

/** Something typed in the room, and whether the server has it. */
export type Tenu<T> = T & { id: string; envoye: boolean };

/** What is typed in the room: shown at once, kept on the phone, sent when there is a network, never twice. */
@Injectable()
export class Terrain {
  private readonly http = inject(HttpClient);
  private readonly client = inject(EspacesClient);
  private readonly reserve = inject(Reserve);
  private readonly file = inject(FileDEnvoi);
  private readonly contratId = inject(SessionStore).session()?.contrat.id ?? '';
  private readonly lue = signal<SeanceDialogue | null>(null);

  private readonly pointees = signal<ReadonlySet<string>>(new Set());

  readonly seance = this.lue.asReadonly();
  readonly erreur = signal<unknown>(null);
  /** When what is shown was read (ISO), if the server could not be asked. */
  readonly gardeeLe = signal<string | null>(null);
  /** True once a reload without a network would show the same. */
  readonly prete = signal(false);

  /** Writes about this séance that the phone still holds. */
  readonly attente = computed(() => {
    const id = this.lue()?.id;
    return this.file
      .attente()
      .filter(({ corps, adresse }) => adresse.includes(`/seances-dialogue/${id}/`) || vise(corps, id));
  });
  readonly presences = computed(() =>
    this.avec<PresenceDite>(this.lue()?.presences ?? [], (adresse) => adresse.includes('/presences/')),
  );
  /** Presences ticked on this phone since the page was opened, or that it still holds. */
  readonly dernieres = computed(() => this.presences().filter(({ id, envoye }) => !envoye || this.pointees().has(id)));
  readonly notes = computed(() =>
    this.avec<Omit<NoteSeance, 'id'>>(this.lue()?.notes ?? [], (adresse) => adresse.includes('/notes/')),
  );
  readonly questions = computed(() =>
    this.avec<{ texte: string }>(this.lue()?.questions ?? [], (adresse) => adresse.includes('/questions/')),
  );
  readonly comptages = computed(() => {
    const typees = this.attente().filter(({ adresse }) => adresse.includes('/comptages/'));
    const lus = new Map((this.lue()?.comptages ?? []).map(({ role, n }) => [role, n]));
    for (const { adresse, corps } of typees) lus.set(adresse.split('/').at(-1) as RolePresence, (corps as Comptage).n);
    return lus;
  });
  readonly ressenti = computed(() => {
    const type = this.attente().find(({ adresse }) => adresse.endsWith('/ressenti'));
    return type ? (type.corps as Ressenti).notes : (this.lue()?.ressenti.notes ?? []);
  });

  constructor() {
    const finDeVie = takeUntilDestroyed<EnvoiRecu>(inject(DestroyRef));
    this.file.recus.pipe(finDeVie).subscribe((recu) => void this.integrer(recu));
  }

  /** Reads the séance, or what this phone kept of it. */
  async ouvrir(id: string): Promise<void> {
    this.erreur.set(null);
    try {
      this.lue.set(await firstValueFrom(this.http.get<SeanceDialogue>(`${API}/seances-dialogue/${id}`)));
      this.gardeeLe.set(null);
      await this.garder();
      this.prete.set(await pagesGardees());
    } catch (erreur) {
      const gardee = await this.reserve.lire<SeanceDialogue>(cle(id));
      if (lireProbleme(erreur).status !== 0 || !gardee) return this.erreur.set(erreur);
      this.lue.set(gardee.valeur);
      this.gardeeLe.set(gardee.le);
      this.prete.set(true);
    }
  }

  /** One more person in the room. */
  async pointer(presence: PresenceDite): Promise<void> {
    const id = await this.poser('presences', presence, `Présence\u00A0: ${LIBELLES_ROLES_PRESENCE[presence.role]}`);
    this.pointees.update((connues) => new Set(connues).add(id));
  }

  /** Keeps a note. */
  async noter(texte: string): Promise<void> {
    await this.poser('notes', { texte, priseLe: new Date().toISOString() }, `Note\u00A0: ${texte}`);
  }

  /** Keeps a question; it goes to those who answer. */
  async demander(texte: string): Promise<void> {
    const seance = this.lue();
    if (!seance) return;
    const [id, adresse] = [crypto.randomUUID(), `${API}/contrats/${this.contratId}/questions/`];
    const corps = { texte, seanceId: seance.id, qpvCode: seance.qpvCode, ficheId: null, email: null };
    const quoi = `Question\u00A0: ${texte}`;
    await this.file.deposer({ cle: id, methode: 'PUT', adresse: `${adresse}${id}`, corps, version: null, quoi });
  }

  /** Keeps a headcount; counting again takes the place of what has not left yet. */
  compter(role: RolePresence, n: number): Promise<void> {
    const version = this.lue()?.comptages.find((compte) => compte.role === role)?.version ?? 0;
    const quoi = `Comptage\u00A0: ${accorder(n, LIBELLES_ROLES_PRESENCE[role].toLowerCase())}`;
    return this.remplacer(`comptages/${role}`, { n, methode: 'comptage', version }, quoi);
  }

  /** Keeps how many gave each note. */
  ressentir(notes: readonly number[]): Promise<void> {
    const version = this.lue()?.ressenti.version ?? 0;
    return this.remplacer('ressenti', { notes, version }, `Réponses de 1 à 5\u00A0: ${notes.join(', ')}`);
  }

  /** True while that write is on its way: another one would start from a version that is about to change. */
  part(suite: string): boolean {
    return this.file.etat() === 'envoi' && this.attente().some(({ adresse }) => adresse.endsWith(suite));
  }

  /** Takes a presence back: from the phone when it has not left, from the server otherwise. */
  async retirer({ id, envoye }: Tenu<PresenceDite>): Promise<void> {
    const garde = this.attente().find((envoi) => envoi.cle === id);
    if (garde) return this.file.abandonner(garde);
    const seance = this.lue();
    if (!seance || !envoye) return;
    await this.client.retirerPresence(seance.id, id);
    this.lue.set({ ...seance, presences: seance.presences.filter((presence) => presence.id !== id) });
    await this.garder();
  }

  private async poser(suite: string, corps: object, quoi: string): Promise<string> {
    const id = crypto.randomUUID();
    const adresse = `${API}/seances-dialogue/${this.lue()?.id}/${suite}/${id}`;
    await this.file.deposer({ cle: id, methode: 'PUT', adresse, corps, version: null, quoi });
    return id;
  }

  private async remplacer(suite: string, corps: object, quoi: string): Promise<void> {
    const adresse = `${API}/seances-dialogue/${this.lue()?.id}/${suite}`;
    await this.file.deposer({ cle: adresse, methode: 'PUT', adresse, corps, version: null, quoi });
  }

  private avec<T>(lus: readonly (T & { id: string })[], vise: (adresse: string) => boolean): Tenu<T>[] {
    const connus = new Set(lus.map(({ id }) => id));
    const typees = this.attente().filter(({ adresse, cle: id }) => vise(adresse) && !connus.has(id));
    return [
      ...lus.map((lu) => ({ ...lu, envoye: true })),
      ...typees.map(({ cle: id, corps }) => ({ ...(corps as T), id, envoye: false })),
    ];
  }

  /** What the server has just taken joins what was read. */
  private async integrer({ envoi: { adresse, corps }, reponse }: EnvoiRecu): Promise<void> {
    const seance = this.lue();
    if (!seance || !(adresse.includes(`/seances-dialogue/${seance.id}/`) || vise(corps, seance.id))) return;
    if (adresse.includes('/presences/'))
      this.lue.set({ ...seance, presences: ajoute(seance.presences, reponse as Presence) });
    else if (adresse.includes('/notes/'))
      this.lue.set({ ...seance, notes: ajoute(seance.notes, reponse as NoteSeance) });
    else if (adresse.includes('/questions/')) {
      this.lue.set({ ...seance, questions: ajoute(seance.questions, reponse as Question) });
    } else if (adresse.endsWith('/ressenti')) this.lue.set({ ...seance, ressenti: reponse as Ressenti });
    else {
      const comptage = reponse as Comptage;
      const autres = seance.comptages.filter(({ role }) => role !== comptage.role);
      this.lue.set({ ...seance, comptages: [...autres, comptage] });
    }
    await this.garder();
  }

  private async garder(): Promise<void> {
    const seance = this.lue();
    if (seance) await this.reserve.garder(cle(seance.id), seance);
  }
}

const cle = (id: string): string => `terrain/${id}`;
const ajoute = <T extends { id: string }>(liste: readonly T[], neuf: T): T[] => [
  ...liste.filter(({ id }) => id !== neuf.id),
  neuf,
];
const vise = (corps: unknown, seanceId: string | undefined): boolean =>
  seanceId !== undefined && (corps as { seanceId?: string } | null)?.seanceId === seanceId;
