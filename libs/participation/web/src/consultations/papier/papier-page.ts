import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type { LotPapier } from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import {
  Confirmation,
  DateFr,
  PlErreur,
  PlEtatVide,
  PlIcone,
  PlPage,
  PlPuceStatut,
  PlSquelette,
} from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { ConsultationsClient } from '../client/consultations-client';
import { ModerationClient } from '../client/moderation-client';
import { RubriquesConsultation } from '../rubriques-consultation';
import { SaisieLot } from './saisie-lot';

const SAISISSABLES = ['ouverte', 'vote-seul', 'suspendue', 'close'];
const CANAUX = { papier: 'Bulletins papier', mediateur: 'Relevés par un médiateur' } as const;

/** Votes on paper and those that a mediator took down: typed once, typed again by somebody else, counted apart. */
@Component({
  selector: 'pl-papier-page',
  imports: [
    DateFr,
    PlErreur,
    PlEtatVide,
    PlIcone,
    PlPage,
    PlPuceStatut,
    PlSquelette,
    RouterLink,
    RubriquesConsultation,
    SaisieLot,
  ],
  host: { '(window:beforeunload)': 'retenir($event)' },
  templateUrl: './papier-page.html',
  styleUrl: './papier-page.scss',
})
export class PapierPage {
  private readonly client = inject(ModerationClient);
  private readonly confirmation = inject(Confirmation);
  private readonly session = inject(SessionStore);

  readonly id = input.required<string>();
  protected readonly consultation = inject(ConsultationsClient).consultation(this.id);
  protected readonly lots = this.client.lots(this.id);
  protected readonly propositions = this.client.propositions(this.id, () => 'acceptee');
  protected readonly canaux = CANAUX;

  /** What is being typed: a new lot, or the second typing of one. */
  protected readonly enCours = signal<'nouveau' | LotPapier | null>(null);
  protected readonly aControler = computed(() => {
    const enCours = this.enCours();
    return enCours === 'nouveau' ? null : enCours;
  });
  protected readonly tous = computed(() => (this.lots.hasValue() ? this.lots.value() : []));
  protected readonly votables = computed(() => (this.propositions.hasValue() ? this.propositions.value() : []));
  protected readonly question = computed(() =>
    this.consultation.hasValue() ? this.consultation.value().question : 'Bulletins papier',
  );
  protected readonly saisissable = computed(
    () => this.consultation.hasValue() && SAISISSABLES.includes(this.consultation.value().statut),
  );
  protected readonly lede = computed(() => {
    const controles = this.tous().filter(({ controleLe }) => controleLe !== null);
    const bulletins = controles.reduce((somme, lot) => somme + lot.bulletins, 0);
    return `${accorder(bulletins, 'bulletin compté', 'bulletins comptés')}, ${accorder(this.tous().length - controles.length, 'lot', 'lots')} à contrôler.`;
  });

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(`Bulletins papier – ${this.question()}`));
  }

  /** Whether the page may be left: at once, or once the person accepts to lose what is typed. */
  async peutQuitter(): Promise<boolean> {
    return (
      this.enCours() === null ||
      (await this.confirmation.demander({
        titre: 'Abandonner la saisie\u202F?',
        texte: 'Les nombres tapés pour ce lot seront perdus.',
        action: 'Abandonner',
      }))
    );
  }

  protected retenir(depart: BeforeUnloadEvent): void {
    if (this.enCours() !== null) depart.preventDefault();
  }

  protected mien({ saisiPar }: LotPapier): boolean {
    return saisiPar === this.session.session()?.personne.nom;
  }

  protected async abandonner(): Promise<void> {
    if (await this.peutQuitter()) this.enCours.set(null);
  }

  protected finir(): void {
    this.enCours.set(null);
    this.lots.reload();
  }
}
