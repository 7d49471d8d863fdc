import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import {
  cibleDe,
  formaterAvecUnite,
  formaterValeur,
  type IndicateurAvecValeurs,
  LIBELLES_ABSENCES,
  pourUnTerritoire,
  type Valeur,
  type Cellule,
  cleDe,
} from '@pleniere/indicateurs/domain';
import { type Ligne, type LigneEnsemble, lignesDeGrille, type LigneSaisie } from './lignes';
import { NavigationGrille, type Place } from './navigation-grille';
import { SaisieGrille } from './saisie-grille';
import type { TerritoireNomme } from './territoire-nomme';
import { type VueCase, vueCalculee, vueDeSaisie } from './vue-case';

/** What a page gives to its grid. */
export interface DonneesGrille {
  indicateurs: readonly IndicateurAvecValeurs[];
  annees: readonly number[];
  territoires: readonly TerritoireNomme[];
  territoiresPermis: readonly string[] | null;
  anneeCourante: number;
}

/** A figure that helps to judge the focused cell: « Cible 2026 » « 1 700 ». */
export interface RepereDeCase {
  libelle: string;
  texte: string;
}

/** The cell in which one stands, with what surrounds it. */
export interface CaseCourante {
  ligne: LigneSaisie;
  annee: number;
  cellule: Cellule;
  cle: string;
  vue: VueCase;
  valeur: Valeur | undefined;
  titre: string;
  reperes: RepereDeCase[];
}

const RIEN: DonneesGrille = { indicateurs: [], annees: [], territoires: [], territoiresPermis: null, anneeCourante: 0 };

/** A value or its absence, in words. */
export function enMots(valeur: Valeur, indicateur: IndicateurAvecValeurs): string {
  return valeur.absence ? LIBELLES_ABSENCES[valeur.absence].long : formaterValeur(valeur.valeur, indicateur);
}

/** Rows and cells of a grid as they stand now: what was read, what has been written since, what is being typed. */
@Injectable()
export class ModeleGrille {
  private readonly saisie = inject(SaisieGrille);
  private readonly navigation = inject(NavigationGrille);

  readonly donnees = signal<DonneesGrille>(RIEN);
  /** Opened by hand; a single indicator shows its territories at once. */
  readonly ouverts = linkedSignal<string, ReadonlySet<string>>({
    source: () =>
      this.donnees()
        .indicateurs.map(({ id }) => id)
        .join(),
    computation: (ids, avant) => avant?.value ?? new Set(ids.includes(',') ? [] : [ids]),
  });

  readonly indicateurs = computed(() => {
    const valeurs = Map.groupBy(this.saisie.valeurs().values(), ({ indicateurId }) => indicateurId);
    return this.donnees().indicateurs.map((indicateur) => ({
      ...indicateur,
      valeurs: valeurs.get(indicateur.id) ?? [],
    }));
  });

  readonly lignes = computed<Ligne[]>(() =>
    lignesDeGrille(this.indicateurs(), { ...this.donnees(), ouverts: this.ouverts() }),
  );

  readonly vues = computed<VueCase[][]>(() => this.lignes().map((ligne) => this.vuesDe(ligne)));

  readonly courante = computed<CaseCourante | null>(() => this.caseA(this.navigation.foyer()));

  readonly toutOuvert = computed(() => this.ensembles().every(({ ouverte }) => ouverte));
  readonly ensembles = computed(() =>
    this.lignes().filter((ligne): ligne is LigneEnsemble => ligne.sorte === 'ensemble'),
  );

  /** What a computed cell stands for, when one stands in it. */
  readonly total = computed(() => {
    const { ligne: rang, colonne } = this.navigation.foyer();
    const ligne = this.lignes()[rang];
    const vue = this.vues()[rang]?.[colonne - 1];
    if (ligne?.sorte !== 'ensemble' || !vue) return null;
    return { titre: `Ensemble, ${vue.annee}`, texte: vue.enClair, verrou: vue.verrou ?? '' };
  });

  basculer({ indicateur: { id }, ouverte }: LigneEnsemble): void {
    this.ouverts.update(
      (ouverts) => new Set(ouverte ? [...ouverts].filter((autre) => autre !== id) : [...ouverts, id]),
    );
  }

  basculerTout(): void {
    this.ouverts.set(new Set(this.toutOuvert() ? [] : this.ensembles().map(({ indicateur }) => indicateur.id)));
  }

  celluleDe(ligne: LigneSaisie, annee: number): Cellule {
    return { indicateurId: ligne.indicateur.id, annee, territoire: ligne.territoire, ventilation: 'total' };
  }

  /** The cell of a place where values are typed; null elsewhere. */
  caseA({ ligne: rang, colonne }: Place): CaseCourante | null {
    const ligne = this.lignes()[rang];
    const vue = this.vues()[rang]?.[colonne - 1];
    if (ligne?.sorte !== 'saisie' || !vue) return null;
    const { annee } = vue;
    const cellule = this.celluleDe(ligne, annee);
    const titre = `${ligne.lieu}, ${annee}`;
    const cle = cleDe(cellule);
    const reperes = this.reperesDe(ligne, annee);
    return { ligne, annee, cellule, cle, vue, valeur: this.saisie.valeurs().get(cle), titre, reperes };
  }

  private reperesDe(ligne: LigneSaisie, annee: number): RepereDeCase[] {
    const { indicateur } = ligne;
    const cible = cibleDe(indicateur, annee);
    const avant = this.saisie.valeurs().get(cleDe(this.celluleDe(ligne, annee - 1)));
    const ensemble = cible && pourUnTerritoire(indicateur).cibles.length === 0 ? ' (ensemble)' : '';
    return [
      ...(avant ? [{ libelle: String(annee - 1), texte: enMots(avant, indicateur) }] : []),
      ...(cible ? [{ libelle: `Cible ${annee}${ensemble}`, texte: formaterAvecUnite(cible.valeur, indicateur) }] : []),
    ];
  }

  private vuesDe(ligne: Ligne): VueCase[] {
    if (ligne.sorte === 'titre') return [];
    if (ligne.sorte === 'ensemble') return ligne.annees.map((annee) => vueCalculee(ligne, annee));
    const donnees = this.donnees();
    const [valeurs, etats] = [this.saisie.valeurs(), this.saisie.etats()];
    return donnees.annees.map((annee) => {
      const cle = cleDe(this.celluleDe(ligne, annee));
      return vueDeSaisie(ligne, annee, valeurs.get(cle), etats.get(cle), donnees);
    });
  }
}
