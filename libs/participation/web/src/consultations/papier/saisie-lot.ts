import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { LignePapier, LotPapier, PropositionAModerer } from '@pleniere/participation/domain';
import { lireProbleme, PlErreur } from '@pleniere/shared/ui';
import { ModerationClient } from '../client/moderation-client';

const VOTES = ['pour', 'contre', 'neutre'] as const;
const NOMS = { pour: 'D’accord', contre: 'Pas d’accord', neutre: 'Neutre' } as const;

type Vote = (typeof VOTES)[number];
type Tapes = Record<string, Partial<Record<Vote, string>>>;

const entier = (texte: string | undefined) => Math.max(0, Number.parseInt(texte ?? '', 10) || 0);

/** Counts of a lot of ballots: typed a first time, or typed again blindly by somebody else. */
@Component({
  selector: 'pl-saisie-lot',
  imports: [PlErreur],
  templateUrl: './saisie-lot.html',
  styleUrl: './saisie-lot.scss',
})
export class SaisieLot {
  private readonly client = inject(ModerationClient);
  // Made here, so that a lot sent twice is kept once.
  private readonly nouvelId = crypto.randomUUID();

  readonly consultationId = input.required<string>();
  readonly propositions = input.required<readonly PropositionAModerer[]>();
  /** The lot to type again; null for a new one. */
  readonly lot = input<LotPapier | null>(null);
  readonly enregistre = output();
  readonly abandonne = output();

  protected readonly votes = VOTES;
  protected readonly noms = NOMS;
  protected readonly canal = signal<LotPapier['canal']>('papier');
  protected readonly libelle = signal('');
  protected readonly bulletins = signal('');
  private readonly tapes = signal<Tapes>({});
  protected readonly refus = signal<unknown>(null);
  protected readonly occupe = signal(false);
  /** Rows that differ from the first typing. */
  protected readonly ecarts = signal<ReadonlySet<string>>(new Set());

  /** Propositions of the lot alone when it is typed again: their numbers stay hidden. */
  protected readonly lignes = computed(() => {
    const lot = this.lot();
    const gardees = lot && new Set(lot.lignes.map(({ propositionId }) => propositionId));
    return this.propositions().filter(({ id }) => gardees === null || gardees.has(id));
  });
  protected readonly remplies = computed<LignePapier[]>(() => {
    const tapes = this.tapes();
    return this.lignes().flatMap(({ id }) => {
      const siens = tapes[id] ?? {};
      if (VOTES.every((vote) => (siens[vote] ?? '') === '') && this.lot() === null) return [];
      return [
        { propositionId: id, pour: entier(siens.pour), contre: entier(siens.contre), neutre: entier(siens.neutre) },
      ];
    });
  });
  protected readonly trop = computed(() => {
    const bulletins = entier(this.bulletins());
    return new Set(
      this.remplies().flatMap(({ propositionId, pour, contre, neutre }) =>
        bulletins > 0 && pour + contre + neutre > bulletins ? [propositionId] : [],
      ),
    );
  });
  protected readonly manque = computed(() => {
    if (this.lot() === null && this.libelle().trim() === '') return 'Nommez le lot.';
    if (entier(this.bulletins()) === 0) return 'Comptez les bulletins du lot.';
    if (this.remplies().length === 0) return 'Saisissez les votes d’une proposition au moins.';
    return this.trop().size > 0 ? 'Une proposition a plus de votes que de bulletins.' : null;
  });

  protected ecrire(id: string, vote: Vote, texte: string): void {
    this.tapes.update((tapes) => ({ ...tapes, [id]: { ...tapes[id], [vote]: texte } }));
    if (this.ecarts().has(id)) this.ecarts.update((ecarts) => new Set([...ecarts].filter((un) => un !== id)));
  }

  protected tape(id: string, vote: Vote): string {
    return this.tapes()[id]?.[vote] ?? '';
  }

  protected async enregistrer(): Promise<void> {
    if (this.manque() !== null || this.occupe()) return;
    const [lot, bulletins, lignes] = [this.lot(), entier(this.bulletins()), this.remplies()];
    this.occupe.set(true);
    this.refus.set(null);
    try {
      if (lot) await this.client.controlerLot(lot, bulletins, lignes);
      else {
        const saisi = { id: this.nouvelId, canal: this.canal(), libelle: this.libelle().trim(), bulletins, lignes };
        await this.client.saisirLot(this.consultationId(), saisi);
      }
      this.enregistre.emit();
    } catch (erreur) {
      this.refus.set(erreur);
      const pointes = (lireProbleme(erreur).errors ?? []).map(({ pointer }) => /^\/lignes\/(\d+)/.exec(pointer)?.[1]);
      this.ecarts.set(new Set(pointes.flatMap((rang) => lignes[Number(rang)]?.propositionId ?? [])));
    } finally {
      this.occupe.set(false);
    }
  }
}
