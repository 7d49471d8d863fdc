import { computed, effect, inject, Injectable, linkedSignal, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { ChoixRelecture, DecisionImport, FichierARelire, ModeIndicateur, Passage } from '@pleniere/fiches/domain';
import { Annonce, type Enregistrement, lireProbleme } from '@pleniere/shared/ui';
import { ImportsFichesClient } from '../imports-client';
import { libellePlace, memePlace, type Place } from '../places';

const PERIMEE = 412;

/** The file being read again: its passages, the one that is chosen, and what the person confirms. */
@Injectable()
export class RelectureFichier {
  private readonly client = inject(ImportsFichesClient);
  private readonly annonce = inject(Annonce);
  private readonly adresse = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });
  private derniere: Promise<unknown> = Promise.resolve();
  private readonly faits = signal<{ passage: string; place: Place }[]>([]);

  readonly lot = computed(() => this.adresse().get('lot') ?? '');
  private readonly id = computed(() => this.adresse().get('fichier') ?? '');

  readonly lecture = this.client.fichier(this.lot, this.id);
  readonly leLot = this.client.lot(this.lot);
  /** What the page shows: stays while it is read again, goes when the address names another file. */
  readonly fichier = linkedSignal<FichierARelire | undefined, FichierARelire | undefined>({
    source: () => (this.lecture.hasValue() ? this.lecture.value() : undefined),
    computation: (lu, avant) => lu ?? (avant?.value?.id === untracked(this.id) ? avant.value : undefined),
  });

  /** Passages may be moved and a decision taken. */
  readonly ouvert = computed(() => {
    const annule = this.leLot.hasValue() && this.leLot.value()?.annuleLe;
    return !annule && ['a-relire', 'ignoree'].includes(this.fichier()?.statut ?? '');
  });
  readonly passages = computed(() => this.fichier()?.passages ?? []);
  readonly nonPlaces = computed(() => this.passages().filter(({ destination }) => destination === 'non-place'));
  /** Headings of the supplementary sections that exist. */
  readonly sections = computed(() => [...new Set(this.passages().flatMap(({ section }) => section ?? []))]);

  readonly choisi = signal<string | null>(null);
  readonly passage = computed(() => this.passages().find(({ id }) => id === this.choisi()) ?? null);

  private readonly choixLus = computed(() => (this.lecture.hasValue() ? this.lecture.value()?.choix : undefined));
  readonly confirmees = linkedSignal<ReadonlySet<string>>(() => new Set(this.choixLus()?.confirmations));
  /** What becomes of the lines of indicators, by passage; one definition each when nothing is said. */
  readonly modes = linkedSignal<ReadonlyMap<string, ModeIndicateur>>(
    () => new Map(this.choixLus()?.indicateurs.map(({ passage, mode }) => [passage, mode])),
  );
  readonly choix = computed<ChoixRelecture>(() => ({
    confirmations: [...this.confirmees()],
    indicateurs: [...this.modes()].map(([passage, mode]) => ({ passage, mode })),
  }));

  readonly etat = signal<Enregistrement>('inactif');
  readonly le = signal<string | null>(null);
  readonly motif = signal<string | null>(null);
  readonly annulable = computed(() => this.faits().length > 0 && this.etat() !== 'en-cours');

  constructor() {
    effect(() => {
      this.id();
      untracked(() => this.recommencer());
    });
  }

  /** Words of a passage, as the document has them. */
  texte({ debut, fin }: Passage): string {
    return this.fichier()?.document.texte.slice(debut, fin).trim() ?? '';
  }

  async deplacer(id: string, place: Place): Promise<void> {
    const passage = this.passages().find((candidat) => candidat.id === id);
    if (!passage || !this.ouvert()) return;
    if (memePlace(passage, place)) return;
    const { destination, section } = passage;
    if (!(await this.enregistrer(id, place))) return;
    this.faits.update((faits) => [...faits, { passage: id, place: { destination, section } }]);
    void this.annonce.dire(`Passage déplacé\u00A0: ${libellePlace(place)}`);
  }

  /** Puts back the last passage moved. */
  async annuler(): Promise<void> {
    const dernier = this.faits().at(-1);
    if (!dernier || !(await this.enregistrer(dernier.passage, dernier.place))) return;
    this.faits.update((faits) => faits.slice(0, -1));
    this.choisi.set(dernier.passage);
  }

  /** Ticks or unticks proposed links; they are kept at once, for who comes back later. */
  confirmer(propositions: readonly string[], oui: boolean): Promise<boolean> {
    this.confirmees.update(
      (avant) => new Set([...avant].filter((autre) => !propositions.includes(autre)).concat(oui ? propositions : [])),
    );
    return this.retenir();
  }

  traiter(passage: string, mode: ModeIndicateur): Promise<boolean> {
    this.modes.update((avant) => new Map([...avant, [passage, mode]]));
    return this.retenir();
  }

  /** Closes the file, or takes it up again; a refusal or a conflict is thrown for the screen to say. */
  async decider(decision: DecisionImport): Promise<void> {
    await this.derniere;
    const fichier = this.fichier();
    if (!fichier) return;
    try {
      const lot = await this.client.decider(this.lot(), fichier, decision);
      this.leLot.set(lot);
      const decide = lot.fichiers.find(({ id }) => id === fichier.id);
      this.fichier.set({ ...fichier, ...decide });
    } catch (erreur) {
      if (lireProbleme(erreur).status === PERIMEE) this.lecture.reload();
      throw erreur;
    }
  }

  private recommencer(): void {
    this.choisi.set(null);
    this.faits.set([]);
    this.etat.set('inactif');
  }

  private retenir(): Promise<boolean> {
    return this.ecrire((lot, fichier) => this.client.retenir(lot, fichier, this.choix()));
  }

  private enregistrer(id: string, place: Place): Promise<boolean> {
    return this.ecrire(async (lot, fichier) => {
      const { confirmations } = this.choix();
      const fait = await this.client.placer(lot, fichier, [{ id, ...place }]);
      // A link whose words moved away is no longer the one that was ticked.
      const perdues = confirmations.filter((autre) => !fait.choix.confirmations.includes(autre));
      this.confirmees.update((avant) => new Set([...avant].filter((autre) => !perdues.includes(autre))));
      return fait;
    });
  }

  /** One write after the other: each one names the version that the one before left. */
  private ecrire(travail: (lot: string, fichier: FichierARelire) => Promise<FichierARelire>): Promise<boolean> {
    const suite = this.derniere.then(() => this.ecrireSeul(travail));
    this.derniere = suite;
    return suite;
  }

  private async ecrireSeul(
    travail: (lot: string, fichier: FichierARelire) => Promise<FichierARelire>,
  ): Promise<boolean> {
    const fichier = this.fichier();
    if (!fichier) return false;
    this.etat.set('en-cours');
    try {
      const ecrit = await travail(this.lot(), fichier);
      if (this.fichier()?.id === ecrit.id) this.fichier.set(ecrit);
      this.etat.set('enregistre');
      this.le.set(new Date().toISOString());
      return true;
    } catch (erreur) {
      this.refuser(erreur);
      return false;
    }
  }

  private refuser(erreur: unknown): void {
    const { status, title, detail } = lireProbleme(erreur);
    this.etat.set(status === PERIMEE ? 'conflit' : status === 0 ? 'hors-ligne' : 'refuse');
    this.motif.set(detail ?? title);
    if (status !== PERIMEE) return;
    // Somebody else has moved passages: theirs are shown, the undo list no longer means anything.
    this.faits.set([]);
    this.lecture.reload();
  }
}
