import { Injectable, signal } from '@angular/core';
import { type Cellule, celluleDe, cleDe, type IndicateurAvecValeurs, type Valeur } from '@pleniere/indicateurs/domain';
import type { EtatCase } from './etat-case';

/** How long a cell says that somebody has just written it. */
const ARRIVEE_MS = 15_000;

/** What somebody else wrote in a cell; null when they emptied it. */
export interface Arrivee {
  cellule: Cellule;
  valeur: Valeur | null;
}

/** Cells of a grid: the values that the server is known to have, and where each stands between fingers and server. */
@Injectable()
export class CasesGrille {
  private readonly connues = signal<ReadonlyMap<string, Valeur>>(new Map());
  private readonly courants = signal<ReadonlyMap<string, EtatCase>>(new Map());
  private indicateurs: ReadonlySet<string> = new Set();
  /** What became of the cells since the page was read, with the last version that they are known to have had. */
  private readonly suivies = new Map<string, { version: number; valeur: Valeur | null }>();
  /** The cell in which one types, and what arrived for it meanwhile. */
  private occupee: string | null = null;
  private retenue: Arrivee | null = null;

  readonly valeurs = this.connues.asReadonly();
  readonly etats = this.courants.asReadonly();

  /** Takes the values that the page has read, except where one types or writes, and where this grid knows better. */
  charger(indicateurs: readonly IndicateurAvecValeurs[]): void {
    this.indicateurs = new Set(indicateurs.map(({ id }) => id));
    const avant = this.connues();
    const lues = new Map(indicateurs.flatMap(({ valeurs }) => valeurs.map((valeur) => [cleDe(valeur), valeur])));
    for (const [cle, { version, valeur }] of this.suivies) {
      if ((lues.get(cle)?.version ?? 0) > version || !this.indicateurs.has(celluleDe(cle).indicateurId)) continue;
      if (valeur) lues.set(cle, valeur);
      else lues.delete(cle);
    }
    for (const cle of this.tenues()) {
      const valeur = avant.get(cle);
      if (valeur) lues.set(cle, valeur);
      else lues.delete(cle);
    }
    this.connues.set(lues);
  }

  poser(valeurs: readonly Valeur[], effacees: readonly Cellule[]): void {
    this.connues.update((connues) => {
      const suite = new Map(connues);
      for (const valeur of valeurs) {
        suite.set(cleDe(valeur), valeur);
        this.suivies.set(cleDe(valeur), { version: valeur.version, valeur });
      }
      for (const cle of effacees.map(cleDe)) {
        this.suivies.set(cle, { version: suite.get(cle)?.version ?? 0, valeur: null });
        suite.delete(cle);
      }
      return suite;
    });
  }

  marquer(etats: readonly (readonly [Cellule, EtatCase])[]): void {
    this.courants.update(
      (courants) => new Map([...courants, ...etats.map(([cellule, etat]) => [cleDe(cellule), etat] as const)]),
    );
  }

  oublier(cles: readonly string[]): void {
    this.courants.update((etats) => new Map([...etats].filter(([cle]) => !cles.includes(cle))));
  }

  /** Keeps the value of the cell in which one types as it was read, until one leaves it. */
  occuper(cle: string | null): void {
    this.occupee = cle;
    const { retenue } = this;
    this.retenue = null;
    if (retenue) this.recevoir([retenue]);
  }

  /** True when a cell of this grid stands at another version than the one that is announced. */
  attend(cle: string, version: number | null): boolean {
    if (!this.indicateurs.has(celluleDe(cle).indicateurId) || this.courants().get(cle)?.sorte === 'en-cours')
      return false;
    return (this.connues().get(cle)?.version ?? null) !== version;
  }

  /** Takes what others have written, except where one types: what is kept there is shown beside it, never replaced. */
  recevoir(arrivees: readonly Arrivee[]): void {
    const tenues = this.tenues();
    const prises = arrivees.filter((arrivee) => {
      const cle = cleDe(arrivee.cellule);
      if (cle === this.occupee) this.retenue = arrivee;
      return !tenues.has(cle) && this.connues().get(cle)?.version !== arrivee.valeur?.version;
    });
    if (prises.length === 0) return;
    this.poser(
      prises.flatMap(({ valeur }) => valeur ?? []),
      prises.flatMap(({ cellule, valeur }) => (valeur ? [] : [cellule])),
    );
    this.marquer(prises.map((arrivee) => [arrivee.cellule, this.etatApres(arrivee)]));
    const cles = prises.map(({ cellule }) => cleDe(cellule));
    setTimeout(() => this.oublier(cles.filter((cle) => this.courants().get(cle)?.sorte === 'recue')), ARRIVEE_MS);
  }

  private etatApres({ cellule, valeur }: Arrivee): EtatCase {
    const etat = this.courants().get(cleDe(cellule));
    if (etat && 'texte' in etat) {
      const { texte, ecrit } = etat;
      return ecrit ? { sorte: 'conflit', texte, ecrit, actuel: valeur } : etat;
    }
    return { sorte: 'recue', auteur: valeur?.modifiePar ?? 'une autre personne' };
  }

  /** Cells that nothing may replace at the moment: the one where one types, and those on their way to the server. */
  private tenues(): ReadonlySet<string> {
    const enCours = [...this.courants()].flatMap(([cle, { sorte }]) => (sorte === 'en-cours' ? [cle] : []));
    return new Set(this.occupee === null ? enCours : [...enCours, this.occupee]);
  }
}
