import { NgComponentOutlet } from '@angular/common';
import { Component, computed, effect, inject, input, linkedSignal, signal, type Type } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import {
  estNumerique,
  type Indicateur,
  type IndicateurAvecValeurs,
  LIBELLES_TYPES,
  mailleDe,
  cleDe,
} from '@pleniere/indicateurs/domain';
import { Confirmation, PlErreur, PlIcone, PlPage, PlPuceEnjeu, PlSquelette } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { firstValueFrom } from 'rxjs';
import { ValeursCalculees } from '../../calculs/valeurs-calculees';
import { ContestationDeValeur } from '../../contestations/contestation-de-valeur';
import { DefinitionLue } from '../../definition/definition-lue';
import { GraphiqueIndicateur } from '../../graphique/graphique-indicateur';
import { GrilleValeurs } from '../../grille/grille-valeurs';
import type { GroupeGrille } from '../../grille/modele/groupe';
import { codeLisible, IndicateursClient, type LotEnregistre } from '../../indicateurs-client';
import { PiecesDeValeur } from '../../pieces/pieces-de-valeur';
import { RepartitionIndicateur } from '../../graphique/repartition/repartition-indicateur';
import { TableTerritoires } from '../../graphique/tables/table-territoires';
import { QualiteClient } from '../../qualite/qualite-client';
import { CadreIndicateurs } from '../cadre-indicateurs';
import { PetitsMultiples } from '../../graphique/territoires/petits-multiples';
import { HistoriqueIndicateur } from './historique-indicateur';
import { PAROLES_DE_L_INDICATEUR } from './paroles';

/** Everything of one indicator: sentence, chart, quarters, values, definition, history. */
@Component({
  selector: 'pl-indicateur-page',
  imports: [
    ContestationDeValeur,
    DefinitionLue,
    GraphiqueIndicateur,
    GrilleValeurs,
    HistoriqueIndicateur,
    NgComponentOutlet,
    PetitsMultiples,
    PiecesDeValeur,
    PlErreur,
    PlIcone,
    PlPage,
    PlPuceEnjeu,
    PlSquelette,
    RepartitionIndicateur,
    RouterLink,
    TableTerritoires,
    ValeursCalculees,
  ],
  providers: [CadreIndicateurs],
  templateUrl: './indicateur-page.html',
  styleUrl: './indicateur-page.scss',
})
export class IndicateurPage {
  private readonly client = inject(IndicateursClient);
  private readonly session = inject(SessionStore);
  private readonly confirmation = inject(Confirmation);
  private readonly router = inject(Router);
  protected readonly cadre = inject(CadreIndicateurs);

  readonly id = input.required<string>();
  /** Code of the only territory to show. */
  readonly territoire = input<string>();

  protected readonly lecture = this.client.indicateur(() => this.id());
  protected readonly contestations = inject(QualiteClient).contestations(this.id);
  protected readonly indicateur = linkedSignal<IndicateurAvecValeurs | undefined>(() =>
    this.lecture.hasValue() ? this.lecture.value() : undefined,
  );
  private readonly ficheId = computed(() => this.indicateur()?.ficheId);
  private readonly lectureFiche = this.client.fiche(this.ficheId);
  protected readonly fiche = computed(() => (this.lectureFiche.hasValue() ? this.lectureFiche.value() : undefined));
  protected readonly refus = signal<unknown>(null);

  protected readonly titreType = computed(() => {
    const type = this.indicateur()?.type;
    return type ? LIBELLES_TYPES[type] : '';
  });
  protected readonly code = computed(() => codeLisible(this.fiche()?.code ?? ''));
  protected readonly territoires = computed(() => this.cadre.territoiresDe(this.fiche()));
  protected readonly deLaMaille = computed(() =>
    this.territoires().filter(({ code }) => mailleDe(code) === this.indicateur()?.maille),
  );
  protected readonly choisi = computed(
    () => this.deLaMaille().find(({ code }) => code === this.territoire())?.code ?? null,
  );
  /** A context indicator belongs to no fiche: the team keeps it. */
  protected readonly territoiresPermis = computed(() => {
    if (this.ficheId() === null) return this.session.role() === 'equipe' ? null : [];
    const droits = this.fiche()?.droits;
    return droits ? droits.territoires : [];
  });
  protected readonly grille = computed<GroupeGrille[]>(() => {
    const [indicateur, territoires, territoiresPermis] = [
      this.indicateur(),
      this.territoires(),
      this.territoiresPermis(),
    ];
    return indicateur ? [{ fiche: null, indicateurs: [indicateur], territoires, territoiresPermis }] : [];
  });
  protected readonly modifiable = computed(
    () => this.fiche()?.droits.indicateurs ?? (this.ficheId() === null && this.session.role() === 'equipe'),
  );
  protected readonly contestees = computed(() => (this.contestations.hasValue() ? this.contestations.value() : []));
  /** What is read together: one territory, or all those of the indicator. */
  protected readonly lus = computed(() => {
    const choisi = this.choisi();
    if (choisi !== null) return [choisi];
    return this.indicateur()?.maille === 'contrat' ? ['contrat'] : this.deLaMaille().map(({ code }) => code);
  });
  protected readonly lignesDeTable = computed(() => this.lus().map((code) => ({ code, nom: this.cadre.nommer(code) })));
  protected readonly ecritures = signal(0);
  protected readonly territoireDit = (code: string): string => this.cadre.nommer(code);

  protected readonly paroles = signal<Type<unknown> | null>(null);

  constructor() {
    void inject(PAROLES_DE_L_INDICATEUR)?.().then((composant) => this.paroles.set(composant));
    const titre = inject(TitreFenetre);
    effect(() => titre.nommer(this.indicateur()?.libelle ?? 'Indicateur'));
  }

  /** Degrees are compared in the ribbon above, figures on a common scale. */
  protected chiffre({ nature }: Indicateur): boolean {
    return estNumerique(nature) && nature !== 'echelle';
  }

  /** A decision may have written the value. */
  protected relire(): void {
    this.contestations.reload();
    this.lecture.reload();
  }

  protected imprimer(): void {
    window.print();
  }

  protected retenir({ valeurs, effacees }: LotEnregistre): void {
    const remplacees = new Set([...valeurs, ...effacees].map(cleDe));
    this.indicateur.update(
      (indicateur) =>
        indicateur && {
          ...indicateur,
          valeurs: [...indicateur.valeurs.filter((valeur) => !remplacees.has(cleDe(valeur))), ...valeurs],
        },
    );
    this.ecritures.update((nombre) => nombre + 1);
  }

  protected async supprimer(indicateur: IndicateurAvecValeurs): Promise<void> {
    this.refus.set(null);
    const confirme = await this.confirmation.demander({
      titre: 'Supprimer cet indicateur\u202F?',
      texte: `«\u00A0${indicateur.libelle}\u00A0» quitte la fiche. Un indicateur qui porte des valeurs ne se supprime pas.`,
      action: 'Supprimer',
    });
    if (!confirme) return;
    try {
      await firstValueFrom(this.client.supprimer(indicateur));
      await this.router.navigate(['/indicateurs'], { queryParams: { fiche: this.fiche()?.code } });
    } catch (erreur) {
      this.refus.set(erreur);
    }
  }
}
