import { Component, computed, DestroyRef, effect, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { SessionStore } from '@pleniere/acces/web';
import type { DecisionModeration, PropositionAModerer, PropositionOuverte } from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import { Annonce, lireProbleme, PlErreur, PlEtatVide, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { FilDirect, montrerRaccourcis, TitreFenetre } from '@pleniere/shared/web';
import { debounceTime, interval, merge } from 'rxjs';
import { ConsultationsClient } from '../client/consultations-client';
import { ModerationClient } from '../client/moderation-client';
import { direAge } from '../../attente/age';
import { RubriquesConsultation } from '../rubriques-consultation';
import { DejaDecidees } from './deja-decidees';
import { ExamenProposition } from './examen/examen-proposition';
import { FileModeration } from './file-moderation';

const REGROUPEMENT_MS = 500;
const RELECTURE_MS = 20_000;
// A lock lasts ten minutes: renewed well before, as long as the proposition is on screen.
const RENOUVELLEMENT_MS = 4 * 60_000;
const FAITES = { accepter: 'Publiée.', refuser: 'Refusée, avec son motif.', reporter: 'Mise de côté.' } as const;

/** What residents propose, read one at a time before everybody: made for the keyboard, and for two moderators at once. */
@Component({
  selector: 'pl-moderation-page',
  imports: [
    DejaDecidees,
    ExamenProposition,
    FileModeration,
    PlErreur,
    PlEtatVide,
    PlPage,
    PlSquelette,
    RubriquesConsultation,
  ],
  templateUrl: './moderation-page.html',
  styleUrl: './moderation-page.scss',
})
export class ModerationPage {
  private readonly client = inject(ModerationClient);
  private readonly annonce = inject(Annonce);

  readonly id = input.required<string>();
  protected readonly consultation = inject(ConsultationsClient).consultation(this.id);
  protected readonly file = this.client.file(this.id);
  protected readonly peut = inject(SessionStore).peut('propositions.moderer');

  /** The proposition that this person holds, with its near duplicates. */
  protected readonly ouverte = signal<PropositionOuverte | null>(null);
  protected readonly refus = signal<unknown>(null);
  protected readonly occupe = signal(false);
  protected readonly faites = signal(0);
  private quittee: string | null = null;

  protected readonly attendent = computed(() => (this.file.hasValue() ? this.file.value() : []));
  protected readonly question = computed(() =>
    this.consultation.hasValue() ? this.consultation.value().question : '',
  );
  protected readonly lede = computed(() => {
    const [plusAncienne] = this.attendent();
    if (!plusAncienne) return 'Chaque proposition est lue avant d’être publiée, sous 48\u00A0heures.';
    const combien = accorder(this.attendent().length, 'proposition attend', 'propositions attendent');
    return `${combien}, la plus ancienne ${direAge(plusAncienne.proposeeLe).texte}\u202F; chacune est lue sous 48\u00A0heures.`;
  });

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(`Modération – ${this.question()}`));
    montrerRaccourcis('Modération', [
      { touches: 'a', effet: 'Publier la proposition' },
      { touches: 'r', effet: 'La refuser, puis choisir le motif' },
      { touches: 'p', effet: 'La mettre de côté' },
      { touches: 'c', effet: 'Corriger l’orthographe' },
      { touches: '→', effet: 'Passer à la suivante' },
    ]);
    const direct = inject(FilDirect);
    merge(
      direct.evenements('proposition.changee').pipe(debounceTime(REGROUPEMENT_MS)),
      direct.reprises,
      interval(RELECTURE_MS),
    )
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.file.reload());
    interval(RENOUVELLEMENT_MS)
      .pipe(takeUntilDestroyed())
      .subscribe(() => void this.renouveler());
    inject(DestroyRef).onDestroy(() => void this.lacher());
  }

  protected async ouvrir({ id }: Pick<PropositionAModerer, 'id'>): Promise<void> {
    this.occupe.set(true);
    this.refus.set(null);
    try {
      const avant = this.ouverte();
      this.ouverte.set(await this.client.ouvrir(id));
      if (avant && avant.id !== id && avant.id !== this.quittee) await this.client.liberer(avant.id);
    } catch (erreur) {
      this.refus.set(erreur);
    } finally {
      this.occupe.set(false);
      this.file.reload();
    }
  }

  /** Opens the next one that nobody holds, after the one that is open; the first of the queue at its end. */
  protected async suivante(): Promise<void> {
    const file = this.attendent();
    const rang = file.findIndex(({ id }) => id === this.ouverte()?.id);
    const tour = [...file.slice(rang + 1), ...file.slice(0, Math.max(rang, 0))];
    const libre = tour.find(({ verrou }) => verrou === null || verrou.mien);
    if (libre) await this.ouvrir(libre);
    else await this.annonce.dire('Aucune autre proposition n’est libre.');
  }

  protected async decider(proposition: PropositionOuverte, decision: DecisionModeration): Promise<void> {
    if (this.occupe()) return;
    this.occupe.set(true);
    this.refus.set(null);
    try {
      await this.client.decider(proposition, decision);
    } catch (erreur) {
      this.occupe.set(false);
      await this.contredire(proposition, erreur);
      return;
    }
    this.occupe.set(false);
    this.faites.update((faites) => faites + 1);
    const reste = this.attendent().filter(({ id }) => id !== proposition.id);
    const rang = this.attendent().findIndex(({ id }) => id === proposition.id);
    const prochaine = [...reste.slice(rang), ...reste.slice(0, rang)].find(
      ({ verrou }) => verrou === null || verrou.mien,
    );
    // Decided, so let go already; it stays on screen until the next one is there, and with it the place of the keyboard.
    this.quittee = proposition.id;
    void this.annonce.dire(FAITES[decision.decision]);
    if (prochaine) await this.ouvrir(prochaine);
    if (this.ouverte()?.id === proposition.id) this.ouverte.set(null);
    this.file.reload();
  }

  /** What was typed stays; what somebody else did meanwhile is shown. */
  private async contredire(proposition: PropositionOuverte, erreur: unknown): Promise<void> {
    this.refus.set(erreur);
    this.file.reload();
    if (lireProbleme(erreur).status !== 412) return;
    try {
      this.ouverte.set(await this.client.ouvrir(proposition.id));
    } catch (suite) {
      this.refus.set(suite);
    }
  }

  private async renouveler(): Promise<void> {
    const tenue = this.ouverte();
    if (!tenue) return;
    try {
      await this.client.ouvrir(tenue.id);
    } catch (erreur) {
      this.refus.set(erreur);
    }
  }

  private async lacher(): Promise<void> {
    const tenue = this.ouverte();
    // Held for ten minutes at most anyway: a failure costs nobody more than that.
    if (tenue) await this.client.liberer(tenue.id).catch(() => undefined);
  }
}
