import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';
import { type Idee, type PropositionAModerer } from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import {
  Annonce,
  Confirmation,
  lireProbleme,
  PlErreur,
  PlEtatVide,
  PlIcone,
  PlPage,
  PlSquelette,
  Saisie,
} from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { ConsultationsClient } from '../../client/consultations-client';
import { ModerationClient } from '../../client/moderation-client';
import { SuitesClient } from '../../client/suites-client';
import { RubriquesConsultation } from '../../rubriques-consultation';
import { CarteIdee } from './carte-idee';
import { cadreDesIdees, saisieIdee } from './saisir-idee';
import { type PropositionARanger, PropositionsARanger } from './propositions-a-ranger';

/** Propositions grouped into ideas by hand, and what the contrat decides of each idea; no vote ever moves. */
@Component({
  selector: 'pl-idees-page',
  imports: [CarteIdee, PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette, PropositionsARanger, RubriquesConsultation],
  templateUrl: './idees-page.html',
  styleUrl: './idees-page.scss',
})
export class IdeesPage {
  private readonly client = inject(SuitesClient);
  private readonly annonce = inject(Annonce);
  private readonly confirmation = inject(Confirmation);
  private readonly saisie = inject(Saisie);
  private readonly session = inject(SessionStore);

  readonly id = input.required<string>();
  protected readonly gere = this.session.peut('consultations.gerer');
  protected readonly consultation = inject(ConsultationsClient).consultation(this.id);
  protected readonly idees = this.client.idees(this.id);
  private readonly gelee = computed(() =>
    this.consultation.hasValue() && this.consultation.value().resultat ? this.id() : null,
  );
  private readonly resultats = this.client.resultats(this.gelee);
  // Whoever does not moderate reads the ideas alone.
  private readonly aRanger = computed(() => (this.gere ? this.id() : null));
  private readonly propositions = inject(ModerationClient).propositions(this.aRanger);
  protected readonly cadre = cadreDesIdees(inject(ConsultationsClient));
  protected readonly refus = signal<unknown>(null);

  protected readonly toutes = computed(() => (this.idees.hasValue() ? this.idees.value() : []));
  protected readonly question = computed(() =>
    this.consultation.hasValue() ? this.consultation.value().question : 'Idées et décisions',
  );
  protected readonly figee = computed(
    () => this.consultation.hasValue() && ['archivee', 'annulee'].includes(this.consultation.value().statut),
  );
  protected readonly modifiable = computed(() => this.gere && !this.figee());
  private readonly classes = computed(() => {
    const classees = this.resultats.hasValue() ? this.resultats.value().propositions : [];
    return new Map(classees.map(({ id, resultat }) => [id, resultat]));
  });
  protected readonly libres = computed<PropositionARanger[]>(() => {
    const rangees = new Set(this.toutes().flatMap(({ propositions }) => propositions.map(({ id }) => id)));
    const lues = this.propositions.hasValue() ? this.propositions.value() : [];
    return lues
      .filter(({ id, etat }) => etat === 'acceptee' && !rangees.has(id))
      .map(({ id, numero, texte }) => ({ id, numero, texte, resultat: this.classes().get(id) ?? null }));
  });
  /** Acclaimed propositions of which nothing is decided: they keep the consultation from going on. */
  protected readonly enAttente = computed(() => {
    const decidees = new Set(
      this.toutes().flatMap(({ verdict, propositions }) => (verdict === null ? [] : propositions.map(({ id }) => id))),
    );
    const lues = this.resultats.hasValue() ? this.resultats.value().propositions : [];
    return lues.filter(({ id, resultat }) => resultat.classe === 'plebiscitee' && !decidees.has(id));
  });
  /** Those that residents acclaimed and that wait for a decision come first. */
  protected readonly montrees = computed(() =>
    this.toutes().toSorted((a, b) => Number(this.attendue(b)) - Number(this.attendue(a))),
  );
  protected readonly choix = computed(() => this.toutes().map(({ id, titre }) => ({ id, titre })));
  protected readonly lede = computed(() => {
    const decidees = this.toutes().filter(({ verdict }) => verdict !== null).length;
    return `${accorder(this.toutes().length, 'idée')}, ${accorder(decidees, 'décidée')}. Regrouper ne déplace aucun vote\u00A0: chaque proposition garde les siens.`;
  });

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(`Idées et décisions – ${this.question()}`));
  }

  protected async creer(): Promise<void> {
    const creee = await this.saisie.demander(saisieIdee(this.client, this.cadre(), this.id(), null));
    if (creee) this.relire();
  }

  protected async renommer(idee: Idee): Promise<void> {
    const changee = await this.saisie.demander(saisieIdee(this.client, this.cadre(), this.id(), idee));
    if (changee) this.relire();
  }

  protected async supprimer(idee: Idee): Promise<void> {
    const confirme = await this.confirmation.demander({
      titre: `Supprimer l’idée «\u202F${idee.titre}\u202F»\u202F?`,
      texte: 'Elle ne regroupe aucune proposition. Le journal garde sa trace.',
      action: 'Supprimer',
    });
    if (confirme) await this.essayer(() => this.client.supprimerIdee(idee));
  }

  /** Puts a proposition in an idea, or takes it out; offered to be undone. */
  protected async ranger(propositionId: string, ideeId: string | null, annulable = true): Promise<void> {
    const avant = this.toutes().find(({ propositions }) => propositions.some(({ id }) => id === propositionId));
    if ((avant?.id ?? null) === ideeId) return;
    const proposition = this.lire(propositionId);
    if (!proposition) return;
    const rangee = await this.essayer(() => this.client.ranger(proposition, ideeId));
    if (!rangee || !annulable) return;
    const vers = this.toutes().find(({ id }) => id === ideeId);
    const dit = vers ? `Rangée dans «\u202F${vers.titre}\u202F».` : 'Sortie de l’idée.';
    if (await this.annonce.proposerAnnulation(dit)) await this.ranger(propositionId, avant?.id ?? null, false);
  }

  protected relire(): void {
    this.idees.reload();
    this.propositions.reload();
    this.consultation.reload();
  }

  protected plebiscitee({ propositions }: Idee): boolean {
    return propositions.some(({ id }) => this.classes().get(id)?.classe === 'plebiscitee');
  }

  private attendue(idee: Idee): boolean {
    return idee.verdict === null && this.plebiscitee(idee);
  }

  private lire(id: string): PropositionAModerer | undefined {
    return this.propositions.hasValue() ? this.propositions.value().find((une) => une.id === id) : undefined;
  }

  private async essayer(geste: () => Promise<unknown>): Promise<boolean> {
    try {
      await geste();
      return true;
    } catch (erreur) {
      const { title, detail } = lireProbleme(erreur);
      void this.annonce.dire(detail ?? title);
      return false;
    } finally {
      this.relire();
    }
  }
}
