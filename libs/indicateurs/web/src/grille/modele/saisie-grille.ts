import { computed, inject, Injectable, signal } from '@angular/core';
import {
  type CelluleActuelle,
  type IndicateurAvecValeurs,
  lireCellule,
  LIMITES_VALEUR,
  type Valeur,
  type Cellule,
  celluleDe,
  cleDe,
} from '@pleniere/indicateurs/domain';
import type { ErreurDeChamp, Probleme } from '@pleniere/shared/domain';
import { lireProbleme } from '@pleniere/shared/ui';
import { firstValueFrom, Subject } from 'rxjs';
import { IndicateursClient, type LotEnregistre } from '../../indicateurs-client';
import { type Ecrit, type EtatCase, VIDE } from './etat-case';
import { texteDe } from './texte-cellule';

/** A text typed or pasted into a cell; `verrou` says why the cell takes none. */
export interface Frappe {
  cellule: Cellule;
  texte: string;
  verrou: string | null;
}

/** A cell to write, with the text that is kept in it until it is written. */
export interface Ecriture {
  cellule: Cellule;
  texte: string;
  ecrit: Ecrit;
}

interface Lue {
  cellule: Cellule;
  texte: string;
  ecrit: Ecrit | null;
  motif: string | null;
}

type EtatARetenir = Extract<EtatCase, { sorte: 'attente' | 'hors-ligne' | 'refuse' }>;

function aReprendre(etat: EtatCase): etat is EtatARetenir {
  return etat.sorte === 'attente' || etat.sorte === 'refuse' || etat.sorte === 'hors-ligne';
}

function ecritDe({ valeur, absence, qualite, commentaire, source }: Ecrit): Ecrit {
  return { valeur, absence, qualite, commentaire, source };
}

function rangDe({ pointer }: ErreurDeChamp): number {
  return Number(/^\/saisies\/(\d+)/.exec(pointer)?.[1] ?? -1);
}

/** Values of a grid, what is being written, and how to undo it. One request per edit or pasted block, in turn. */
@Injectable()
export class SaisieGrille {
  private readonly client = inject(IndicateursClient);
  private readonly indicateurs = new Map<string, IndicateurAvecValeurs>();
  private readonly connues = signal<ReadonlyMap<string, Valeur>>(new Map());
  private readonly etatsCourants = signal<ReadonlyMap<string, EtatCase>>(new Map());
  private readonly pile = signal<readonly Ecriture[][]>([]);
  private anneeCourante = 0;
  private file = Promise.resolve();

  readonly valeurs = this.connues.asReadonly();
  readonly etats = this.etatsCourants.asReadonly();
  readonly annulable = computed(() => this.pile().length > 0);
  /** Cells whose text is not with the server, and that one can send again. */
  readonly enSouffrance = computed(() => [...this.etats()].filter(([, etat]) => aReprendre(etat)).map(([cle]) => cle));
  readonly enregistrements = new Subject<LotEnregistre>();

  /** Takes the values that the page has read; what is being written stays. */
  charger(indicateurs: readonly IndicateurAvecValeurs[], anneeCourante: number): void {
    this.anneeCourante = anneeCourante;
    this.indicateurs.clear();
    for (const indicateur of indicateurs) this.indicateurs.set(indicateur.id, indicateur);
    this.connues.set(new Map(indicateurs.flatMap(({ valeurs }) => valeurs.map((valeur) => [cleDe(valeur), valeur]))));
  }

  /** Writes typed texts, all or none: what cannot be read is said in its cell, and the others wait. */
  async taper(frappes: readonly Frappe[]): Promise<void> {
    return this.ecrireSiToutEstLu(frappes.map((frappe) => ({ ...frappe, ...this.lire(frappe) })));
  }

  /** Writes cells; `trace` is false for an undo. */
  async ecrire(ecritures: readonly Ecriture[], trace = true): Promise<void> {
    if (ecritures.length === 0) return;
    this.marquer(ecritures.map(({ cellule, texte, ecrit }) => [cellule, { sorte: 'en-cours', texte, ecrit }]));
    this.file = this.file.then(() => this.envoyer(ecritures, trace));
    return this.file;
  }

  /** Writes back what the last edit or pasted block replaced. */
  async annuler(): Promise<void> {
    const derniere = this.pile().at(-1);
    if (!derniere) return;
    this.pile.update((pile) => pile.slice(0, -1));
    return this.ecrire(derniere, false);
  }

  /** Sends again everything that was kept back. */
  async reessayer(): Promise<void> {
    const reprises = [...this.etats()].flatMap(([cle, etat]) => {
      if (!aReprendre(etat)) return [];
      const frappe = { cellule: celluleDe(cle), texte: etat.texte, verrou: null };
      return [{ ...frappe, ...(etat.ecrit ? { ecrit: etat.ecrit, motif: null } : this.lire(frappe)) }];
    });
    return this.ecrireSiToutEstLu(reprises);
  }

  /** Forgets what was typed in these cells and could not be written. */
  abandonner(cles: readonly string[] = this.enSouffrance()): void {
    this.etatsCourants.update((etats) => new Map([...etats].filter(([cle]) => !cles.includes(cle))));
  }

  /** Answers a conflict: keeps what I typed over what somebody else wrote, or takes theirs. */
  async trancher(cellule: Cellule, choix: 'mienne' | 'sienne'): Promise<void> {
    const cle = cleDe(cellule);
    const etat = this.etats().get(cle);
    if (etat?.sorte !== 'conflit') return;
    this.poser(etat.actuel ? [etat.actuel] : [], etat.actuel ? [] : [cellule]);
    this.abandonner([cle]);
    if (choix === 'mienne') return this.ecrire([{ cellule, texte: etat.texte, ecrit: etat.ecrit }]);
  }

  /** What stands in a cell, or what a first value starts from: a year that is over is final. */
  ecritActuel(cellule: Cellule): Ecrit {
    const valeur = this.connues().get(cleDe(cellule));
    return valeur
      ? ecritDe(valeur)
      : { ...VIDE, qualite: cellule.annee < this.anneeCourante ? 'definitive' : 'provisoire' };
  }

  private async ecrireSiToutEstLu(lues: readonly Lue[]): Promise<void> {
    const ecritures = lues.flatMap(({ cellule, texte, ecrit }) => (ecrit ? [{ cellule, texte, ecrit }] : []));
    if (ecritures.length === lues.length) return this.ecrire(ecritures);
    this.marquer(
      lues.map(({ cellule, texte, ecrit, motif }) => [
        cellule,
        ecrit ? { sorte: 'attente', texte, ecrit } : { sorte: 'refuse', texte, ecrit, motif: motif ?? '' },
      ]),
    );
  }

  private lire({ cellule, texte, verrou }: Frappe): { ecrit: Ecrit | null; motif: string | null } {
    const indicateur = this.indicateurs.get(cellule.indicateurId);
    if (!indicateur || verrou !== null) return { ecrit: null, motif: verrou };
    const lue = lireCellule(texte, indicateur);
    if (lue.sorte === 'refus') return { ecrit: null, motif: lue.detail };
    if (lue.sorte === 'vide') return { ecrit: VIDE, motif: null };
    const valeur = lue.sorte === 'valeur' ? lue.valeur : null;
    const absence = lue.sorte === 'absence' ? lue.absence : null;
    return { ecrit: { ...this.ecritActuel(cellule), valeur, absence }, motif: null };
  }

  private async envoyer(ecritures: readonly Ecriture[], trace: boolean): Promise<void> {
    const avant = ecritures.map(({ cellule }) => {
      const valeur = this.connues().get(cleDe(cellule));
      const indicateur = this.indicateurs.get(cellule.indicateurId);
      const texte = indicateur ? texteDe(valeur, indicateur) : '';
      return { cellule, texte, ecrit: valeur ? ecritDe(valeur) : VIDE, version: valeur?.version ?? null };
    });
    const saisies = ecritures.map(({ cellule, ecrit }, rang) => ({
      ...cellule,
      ...ecrit,
      version: avant[rang]?.version ?? null,
    }));
    try {
      const lot = await firstValueFrom(this.client.enregistrer(saisies));
      this.poser(lot.valeurs, lot.effacees);
      this.marquer(ecritures.map(({ cellule }) => [cellule, { sorte: 'enregistre' }]));
      if (trace)
        this.pile.update((pile) => [...pile, avant.map(({ cellule, texte, ecrit }) => ({ cellule, texte, ecrit }))]);
      this.enregistrements.next(lot);
    } catch (erreur) {
      this.rater(ecritures, lireProbleme(erreur));
    }
  }

  private rater(ecritures: readonly Ecriture[], { status, errors = [], actuel, title, detail }: Probleme): void {
    const actuelles = new Map(
      (Array.isArray(actuel) ? (actuel as CelluleActuelle[]) : []).map((cellule) => [cleDe(cellule), cellule] as const),
    );
    const motifs = new Map(errors.map((erreur) => [rangDe(erreur), erreur.detail]));
    const etatDe = ({ cellule, texte, ecrit }: Ecriture, rang: number): EtatCase => {
      if (status === 0) return { sorte: 'hors-ligne', texte, ecrit, motif: title };
      const actuelle = actuelles.get(cleDe(cellule));
      if (actuelle) return { sorte: 'conflit', texte, ecrit, actuel: actuelle.version === null ? null : actuelle };
      const motif = motifs.get(rang) ?? (motifs.size + actuelles.size === 0 ? (detail ?? title) : null);
      return motif === null ? { sorte: 'attente', texte, ecrit } : { sorte: 'refuse', texte, ecrit, motif };
    };
    this.marquer(ecritures.map((ecriture, rang) => [ecriture.cellule, etatDe(ecriture, rang)]));
  }

  private poser(valeurs: readonly Valeur[], effacees: readonly Cellule[]): void {
    this.connues.update((connues) => {
      const suite = new Map(connues);
      for (const valeur of valeurs) suite.set(cleDe(valeur), valeur);
      for (const cellule of effacees) suite.delete(cleDe(cellule));
      return suite;
    });
  }

  private marquer(etats: readonly (readonly [Cellule, EtatCase])[]): void {
    this.etatsCourants.update(
      (courants) => new Map([...courants, ...etats.map(([cellule, etat]) => [cleDe(cellule), etat] as const)]),
    );
  }
}

/** Most cells that one block may hold. */
export const CASES_D_UN_BLOC = LIMITES_VALEUR.lot;
