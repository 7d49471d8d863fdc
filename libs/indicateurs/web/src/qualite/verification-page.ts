import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type BilanDecision,
  cleDe,
  type DecisionValeur,
  LIMITES_DECISION,
  type ValeurAVerifier,
  type Verification,
} from '@pleniere/indicateurs/domain';
import { accorder } from '@pleniere/shared/domain';
import { Annonce, Confirmation, PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette, Saisie } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { codeLisible } from '../indicateurs-client';
import { CadreIndicateurs } from '../pages/cadre-indicateurs';
import { direDecision, direReste, LIBELLES_VUES, vueDe, VUES_VERIFICATION } from './mots-verification';
import { QualiteClient } from './qualite-client';
import { TableVerification } from './table-verification';

/** The team looks at what came in: doubtful values first, decided one by one or together. Filters live in the address. */
@Component({
  selector: 'pl-verification-page',
  imports: [PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette, RouterLink, TableVerification],
  providers: [CadreIndicateurs],
  templateUrl: './verification-page.html',
  styleUrl: './verification-page.scss',
})
export class VerificationPage {
  private readonly client = inject(QualiteClient);
  private readonly saisie = inject(Saisie);
  private readonly confirmation = inject(Confirmation);
  private readonly annonce = inject(Annonce);
  private readonly router = inject(Router);
  protected readonly cadre = inject(CadreIndicateurs);

  readonly annee = input<string>();
  /** INSEE code of the only ville to look at. */
  readonly ville = input<string>();
  /** Code of the only fiche to look at. */
  readonly fiche = input<string>();
  readonly vue = input<string>();

  protected readonly anneeChoisie = computed(() => Number(this.annee()) || this.cadre.anneeCourante);
  protected readonly lecture = this.client.verification(this.anneeChoisie);
  /** What was shown stays in view while it is read again. */
  protected readonly verification = linkedSignal<Verification | undefined, Verification | undefined>({
    source: () => (this.lecture.hasValue() ? this.lecture.value() : undefined),
    computation: (lue, precedente) => lue ?? precedente?.value,
  });
  protected readonly indicateurs = computed(
    () => new Map(this.verification()?.indicateurs.map((indicateur) => [indicateur.id, indicateur])),
  );
  protected readonly fiches = computed(() => [
    ...new Set([...this.indicateurs().values()].flatMap(({ ficheCode }) => ficheCode ?? [])),
  ]);

  private readonly filtrees = computed(() => {
    const [ville, fiche] = [this.ville(), this.fiche()];
    const choisie = this.cadre.villes().find(({ code }) => code === ville);
    const codes = choisie && new Set([choisie.code, ...choisie.quartiers.map(({ code }) => code)]);
    return (this.verification()?.valeurs ?? []).filter(
      ({ territoire, indicateurId }) =>
        (!codes || codes.has(territoire)) && (!fiche || this.indicateurs().get(indicateurId)?.ficheCode === fiche),
    );
  });
  protected readonly vueChoisie = computed(() => VUES_VERIFICATION.find((slug) => slug === this.vue()) ?? 'alerte');
  protected readonly vues = computed(() =>
    VUES_VERIFICATION.map((slug) => ({
      slug,
      libelle: `${LIBELLES_VUES[slug]} (${this.filtrees().filter((valeur) => vueDe(valeur) === slug).length})`,
    })),
  );
  protected readonly valeurs = computed(() => this.filtrees().filter((valeur) => vueDe(valeur) === this.vueChoisie()));
  protected readonly sansAlerte = computed(() => this.filtrees().filter((valeur) => vueDe(valeur) === 'sans-alerte'));

  /** Names of the ticked cells; those that are no longer shown are forgotten. */
  protected readonly coches = linkedSignal<ValeurAVerifier[], ReadonlySet<string>>({
    source: this.valeurs,
    computation: (valeurs, precedent) => {
      const presentes = new Set(valeurs.map(cleDe));
      return new Set([...(precedent?.value ?? [])].filter((cle) => presentes.has(cle)));
    },
  });
  protected readonly retenues = computed(() => this.valeurs().filter((valeur) => this.coches().has(cleDe(valeur))));

  protected readonly occupe = signal(false);
  protected readonly refus = signal<unknown>(null);
  /** Values that a decision left, each with its reason. */
  protected readonly reste = signal<string[]>([]);
  protected readonly codeLisible = codeLisible;
  protected readonly accorder = accorder;
  protected readonly nommer = (code: string): string => this.cadre.nommer(code);

  constructor() {
    inject(TitreFenetre).nommer('Valeurs à vérifier');
  }

  protected filtrer(filtre: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams: filtre, queryParamsHandling: 'merge', scroll: 'manual' });
  }

  protected valider(valeurs: readonly ValeurAVerifier[]): Promise<void> {
    return this.decider(valeurs, 'valider', '');
  }

  protected async validerSansAlerte(): Promise<void> {
    const valeurs = this.sansAlerte();
    const compte = accorder(valeurs.length, 'valeur');
    const confirme = await this.confirmation.demander({
      titre: `Valider ${compte} sans alerte\u202F?`,
      texte: `Elles ne seront plus à vérifier. Une valeur validée peut encore être retournée à son auteur, une par une.`,
      action: `Valider ${compte}`,
    });
    if (confirme) await this.valider(valeurs);
  }

  protected async retourner(valeurs: readonly ValeurAVerifier[]): Promise<void> {
    await this.saisie.demander({
      titre: `Retourner ${accorder(valeurs.length, 'valeur')}`,
      texte: 'Les auteurs lisent ce motif dans la grille, à côté de leur valeur.',
      champs: [
        {
          cle: 'motif',
          libelle: 'Ce qui est à reprendre',
          type: 'texte',
          lignes: 4,
          max: LIMITES_DECISION.motif,
          requis: 'Dites à l’auteur ce qui est à reprendre.',
        },
      ],
      valeur: { motif: '' },
      action: 'Retourner',
      enregistrer: async ({ motif }) => this.conclure(await this.envoyer(valeurs, 'retourner', motif), 'retourner'),
    });
  }

  private async decider(valeurs: readonly ValeurAVerifier[], decision: DecisionValeur, motif: string): Promise<void> {
    if (this.occupe() || valeurs.length === 0) return;
    this.occupe.set(true);
    this.refus.set(null);
    try {
      this.conclure(await this.envoyer(valeurs, decision, motif), decision);
    } catch (erreur) {
      this.refus.set(erreur);
    } finally {
      this.occupe.set(false);
    }
  }

  private envoyer(
    valeurs: readonly ValeurAVerifier[],
    decision: DecisionValeur,
    motif: string,
  ): Promise<BilanDecision> {
    const cellules = valeurs.map(({ indicateurId, annee, territoire, ventilation, version }) => {
      return { indicateurId, annee, territoire, ventilation, version };
    });
    return this.client.decider({ cellules, decision, motif });
  }

  private conclure(bilan: BilanDecision, decision: DecisionValeur): true {
    this.reste.set(direReste(bilan, this.indicateurs(), this.nommer));
    void this.annonce.dire(`${direDecision(bilan, decision)}.`);
    this.lecture.reload();
    return true;
  }
}
