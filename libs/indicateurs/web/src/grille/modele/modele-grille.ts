import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';
import {
  alertesDe,
  type AnneeDeSerie,
  type Cellule,
  cibleDe,
  cleDe,
  formaterAvecUnite,
  formaterValeur,
  type IndicateurAvecValeurs,
  LIBELLES_ABSENCES,
  LIBELLES_VENTILATIONS,
  partDesFemmes,
  pourUnTerritoire,
  refusDeCampagne,
  serieRassemblee,
  sommeDesParties,
  type Territoire,
  type Valeur,
} from '@pleniere/indicateurs/domain';
import { formaterDate } from '@pleniere/shared/domain';
import type { DonneesGrille } from './groupe';
import {
  celluleDeLigne,
  cleDeLigne,
  type Ligne,
  type LigneEnsemble,
  lignesDeGrille,
  type LigneSaisie,
  territoiresDe,
} from './lignes';
import { lignesIncompletes } from './manques';
import { NavigationGrille, type Place } from './navigation-grille';
import { SaisieGrille } from '../saisie/saisie-grille';
import { CalculsGrille } from './calculs-grille';
import { VerrousGrille } from './verrous-grille';
import { type ContexteCase, type VueCase, vueCalculee, vueDeSaisie } from './vue-case';

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

const RIEN: DonneesGrille = { groupes: [], annees: [], anneeCourante: 0, manques: false };
const SANS_CONTEXTE: ContexteCase = { alertes: [], femmes: null, somme: null, contestee: null, calcul: null };

/** A value or its absence, in words. */
export function enMots(valeur: Pick<Valeur, 'valeur' | 'absence'>, indicateur: IndicateurAvecValeurs): string {
  return valeur.absence ? LIBELLES_ABSENCES[valeur.absence].long : formaterValeur(valeur.valeur, indicateur);
}

/** Rows and cells of a grid as they stand now: what was read, what has been written since, what is being typed. */
@Injectable()
export class ModeleGrille {
  private readonly saisie = inject(SaisieGrille);
  private readonly navigation = inject(NavigationGrille);
  private readonly verrous = inject(VerrousGrille);
  private readonly calculs = inject(CalculsGrille);
  private readonly session = inject(SessionStore).session;

  readonly donnees = signal<DonneesGrille>(RIEN);
  private readonly indicateurs = computed(() => this.donnees().groupes.flatMap(({ indicateurs }) => indicateurs));
  /** Rows to keep when one looks for what is missing: judged once, so that none goes away while it is filled. */
  private readonly gardees = computed(() => (this.donnees().manques ? lignesIncompletes(this.donnees()) : null));
  /** Opened by hand; a single indicator shows its territories at once, and so does what is missing. */
  private readonly ouverts = linkedSignal<string, ReadonlySet<string>>({
    source: () => [this.donnees().manques, ...this.indicateurs().map(({ id }) => id)].join(),
    computation: (_, avant) => {
      const ids = this.indicateurs().map(({ id }) => id);
      return this.donnees().manques ? new Set(ids) : (avant?.value ?? new Set(ids.length === 1 ? ids : []));
    },
  });

  readonly lignes = computed<Ligne[]>(() =>
    lignesDeGrille({ groupes: this.donnees().groupes, ouverts: this.ouverts(), gardees: this.gardees() }),
  );

  /** Keys of everything that opens: indicators over their territories, totals over their parts. */
  private readonly ouvrables = computed(() => {
    const gardees = this.gardees();
    return this.donnees().groupes.flatMap(({ indicateurs, territoires }) =>
      indicateurs.flatMap((indicateur) => {
        const siens = territoiresDe(indicateur, territoires).map(({ code }) => cleDeLigne(indicateur, code));
        const gardes = siens.filter((cle) => gardees?.has(cle) !== false);
        return [...(siens.length > 1 ? [indicateur.id] : []), ...(indicateur.ventilations.length > 0 ? gardes : [])];
      }),
    );
  });
  /** The person enters values somewhere in this grid. */
  readonly saisissable = computed(() =>
    this.donnees().groupes.some(({ territoiresPermis }) => territoiresPermis === null || territoiresPermis.length > 0),
  );
  /** A single indicator is read by its territories. */
  readonly unique = computed(() => this.indicateurs().length === 1);
  /** More than one row opens: all of them can at once. */
  readonly depliable = computed(() => this.ouvrables().length > 1);
  readonly toutOuvert = computed(() => this.ouvrables().every((cle) => this.ouverts().has(cle)));

  private readonly parTerritoire = computed(() =>
    Map.groupBy(this.saisie.valeurs().values(), ({ indicateurId, territoire }) =>
      cleDeLigne({ id: indicateurId }, territoire),
    ),
  );

  /** Cells of a row, computed when they come on screen. */
  readonly vues = computed<(rang: number) => readonly VueCase[]>(() => {
    const lignes = this.lignes();
    const dessiner = this.dessin();
    const faites = new Map<number, VueCase[]>();
    return (rang) => {
      const connues = faites.get(rang);
      if (connues) return connues;
      const ligne = lignes[rang];
      const vues = ligne ? dessiner(ligne) : [];
      faites.set(rang, vues);
      return vues;
    };
  });

  readonly courante = computed<CaseCourante | null>(() => this.caseA(this.navigation.foyer()));

  /** What a computed cell stands for, when one stands in it. */
  readonly total = computed(() => {
    const { ligne: rang, colonne } = this.navigation.foyer();
    const ligne = this.lignes()[rang];
    const vue = this.vues()(rang)[colonne - 1];
    if (ligne?.sorte !== 'ensemble' || !vue) return null;
    const texte = [vue.enClair, vue.calcul?.mots].filter(Boolean).join('. ');
    return { titre: `Ensemble, ${vue.annee}`, texte, verrou: vue.verrou ?? '' };
  });

  /** When the campagne of a year was closed, in words; null when it is open. */
  close(annee: number): string | null {
    const le = this.verrous.campagnes().get(annee)?.closeLe;
    return le ? `Campagne close le ${formaterDate(le)}` : null;
  }

  /** « Séances tenues, Le Sanitas, femmes, 2025 ». */
  nommer({ indicateurId, annee, territoire, ventilation }: Cellule): string {
    const indicateur = this.indicateurs().find(({ id }) => id === indicateurId);
    const lieux = this.donnees().groupes.flatMap(({ territoires }) => territoires);
    const lieu = lieux.find(({ code }) => code === territoire)?.nom;
    const part = ventilation === 'total' ? '' : LIBELLES_VENTILATIONS[ventilation].toLowerCase();
    return [indicateur?.libelle, lieu, part, annee].filter(Boolean).join(', ');
  }

  /** Place of a cell, whose row is opened if need be; null when the grid does not hold it. */
  montrer({ indicateurId, annee, territoire, ventilation }: Cellule): Place | null {
    const cle = cleDeLigne({ id: indicateurId }, territoire);
    this.ouverts.update((ouverts) => new Set([...ouverts, indicateurId, ...(ventilation === 'total' ? [] : [cle])]));
    const ligne = this.lignes().findIndex(
      (autre) =>
        autre.sorte === 'saisie' &&
        cleDe(celluleDeLigne(autre, annee)) === cleDe({ indicateurId, annee, territoire, ventilation }),
    );
    return ligne < 0 ? null : { ligne, colonne: this.donnees().annees.indexOf(annee) + 1 };
  }

  basculer({ cle, ouverte }: Pick<LigneEnsemble | LigneSaisie, 'cle' | 'ouverte'>): void {
    this.ouverts.update(
      (ouverts) => new Set(ouverte ? [...ouverts].filter((autre) => autre !== cle) : [...ouverts, cle]),
    );
  }

  basculerTout(): void {
    this.ouverts.set(new Set(this.toutOuvert() ? [] : this.ouvrables()));
  }

  /** Figures of an indicator over its territories, from the values as they stand. */
  serie({ indicateur, territoires }: LigneEnsemble): AnneeDeSerie[] {
    const { annees, anneeCourante } = this.donnees();
    const valeurs = territoires.flatMap((territoire) => this.valeursDe(indicateur, territoire));
    return serieRassemblee({ ...indicateur, valeurs }, territoires, annees, anneeCourante);
  }

  /** The cell of a place where values are typed; null elsewhere. */
  caseA({ ligne: rang, colonne }: Place): CaseCourante | null {
    const ligne = this.lignes()[rang];
    const vue = this.vues()(rang)[colonne - 1];
    if (ligne?.sorte !== 'saisie' || !vue) return null;
    const { annee } = vue;
    const cellule = celluleDeLigne(ligne, annee);
    const titre = `${ligne.lieu}, ${annee}`;
    const cle = cleDe(cellule);
    const reperes = this.reperesDe(ligne, annee);
    return { ligne, annee, cellule, cle, vue, valeur: this.saisie.valeurs().get(cle), titre, reperes };
  }

  /** Total that the parts of a cell make; null when they do not make one. */
  somme(ligne: LigneSaisie, annee: number): number | null {
    if (ligne.ventilation !== 'total') return null;
    return sommeDesParties(ligne.indicateur, (ventilation) => {
      const part = this.saisie.valeurs().get(cleDe({ ...celluleDeLigne(ligne, annee), ventilation }));
      return typeof part?.valeur === 'number' ? part.valeur : null;
    });
  }

  private reperesDe(ligne: LigneSaisie, annee: number): RepereDeCase[] {
    const { indicateur } = ligne;
    const cible = ligne.ventilation === 'total' ? cibleDe(indicateur, annee) : null;
    const avant = this.saisie.valeurs().get(cleDe(celluleDeLigne(ligne, annee - 1)));
    const ensemble = cible && pourUnTerritoire(indicateur).cibles.length === 0 ? ' (ensemble)' : '';
    return [
      ...(avant ? [{ libelle: String(annee - 1), texte: enMots(avant, indicateur) }] : []),
      ...(cible ? [{ libelle: `Cible ${annee}${ensemble}`, texte: formaterAvecUnite(cible.valeur, indicateur) }] : []),
    ];
  }

  private valeursDe({ id }: Pick<IndicateurAvecValeurs, 'id'>, territoire: Territoire): readonly Valeur[] {
    return this.parTerritoire().get(cleDeLigne({ id }, territoire)) ?? [];
  }

  /** Draws the cells of a row from what is known at the moment; read once for all the rows on screen. */
  private dessin(): (ligne: Ligne) => VueCase[] {
    const { annees, anneeCourante } = this.donnees();
    const [valeurs, etats, contestees] = [this.saisie.valeurs(), this.saisie.etats(), this.verrous.contestees()];
    const plume = { role: this.session()?.role ?? 'lecteur', organisationId: this.session()?.organisation?.id ?? null };
    const campagnes = this.verrous.campagnes();
    const calculDe = this.calculs.dessin();
    const jour = this.verrous.jour;
    const cadre = {
      anneeCourante,
      refusDeCampagne: (annee: number, ficheId: string | null) =>
        refusDeCampagne(campagnes.get(annee) ?? null, plume, ficheId, jour),
    };
    return (ligne) => {
      if (ligne.sorte === 'titre') return [];
      const { indicateur } = ligne;
      const parSexe = indicateur.ventilations.includes('sexe');
      if (ligne.sorte === 'ensemble') {
        const siennes = ligne.territoires.flatMap((territoire) => this.valeursDe(indicateur, territoire));
        const parAnnee = Map.groupBy(siennes, ({ annee }) => annee);
        return this.serie(ligne).map((serie) => {
          const { annee } = serie;
          const part = partDesFemmes(parAnnee.get(annee) ?? [], annee, ligne.territoires);
          return vueCalculee(ligne, serie, parSexe ? { part } : null, calculDe(indicateur, 'contrat', annee));
        });
      }
      const voisines = this.valeursDe(indicateur, ligne.territoire);
      return annees.map((annee) => {
        const cle = cleDe(celluleDeLigne(ligne, annee));
        const valeur = valeurs.get(cle);
        const total = ligne.ventilation === 'total' && indicateur.ventilations.length > 0;
        const proposee = contestees.get(cle);
        const contexte: ContexteCase = {
          ...SANS_CONTEXTE,
          ...(valeur && { alertes: alertesDe(valeur, indicateur, voisines) }),
          ...(total && { somme: this.somme(ligne, annee) }),
          ...(total &&
            parSexe &&
            typeof valeur?.valeur === 'number' && {
              femmes: { part: partDesFemmes(voisines, annee, [ligne.territoire]) },
            }),
          ...(ligne.ventilation === 'total' && { calcul: calculDe(indicateur, ligne.territoire, annee) }),
          ...(proposee !== undefined && { contestee: formaterValeur(proposee, indicateur) }),
        };
        return vueDeSaisie(ligne, annee, valeur, etats.get(cle), cadre, contexte);
      });
    };
  }
}
