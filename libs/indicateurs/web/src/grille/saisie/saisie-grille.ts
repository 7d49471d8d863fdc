import { computed, inject, Injectable, signal } from '@angular/core';
import {
  type CelluleActuelle,
  type IndicateurAvecValeurs,
  lireCellule,
  LIMITES_VALEUR,
  type Cellule,
  celluleDe,
  cleDe,
} from '@pleniere/indicateurs/domain';
import type { ErreurDeChamp, Probleme } from '@pleniere/shared/domain';
import { lireProbleme } from '@pleniere/shared/ui';
import { firstValueFrom, Subject } from 'rxjs';
import { IndicateursClient, type LotEnregistre } from '../../indicateurs-client';
import { type BilanCollage, dresserBilan } from './bilan-collage';
import { CasesGrille } from './cases-grille';
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

/** Rank of the batch on its way, and how many there are. */
export interface Envoi {
  rang: number;
  sur: number;
}

/** Most cells that one transaction takes. */
export const CASES_D_UN_BLOC = LIMITES_VALEUR.lot;

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

function parLots<T>(elements: readonly T[]): T[][] {
  const nombre = Math.ceil(elements.length / CASES_D_UN_BLOC);
  return Array.from({ length: nombre }, (_, rang) =>
    elements.slice(rang * CASES_D_UN_BLOC, (rang + 1) * CASES_D_UN_BLOC),
  );
}

/** What is being written in a grid, and how to undo it: one request per edit or pasted block, in turn. */
@Injectable()
export class SaisieGrille {
  private readonly client = inject(IndicateursClient);
  private readonly cases = inject(CasesGrille);
  private readonly indicateurs = new Map<string, IndicateurAvecValeurs>();
  private readonly pile = signal<readonly Ecriture[][]>([]);
  private readonly envoiCourant = signal<Envoi | null>(null);
  /** Versions that this grid wrote last: what somebody else wrote since is not undone. */
  private readonly miennes = new Map<string, number | null>();
  private anneeCourante = 0;
  private file = Promise.resolve();

  readonly valeurs = this.cases.valeurs;
  readonly etats = this.cases.etats;
  /** How far a block has gone that takes several transactions; null otherwise. */
  readonly envoi = this.envoiCourant.asReadonly();
  /** What became of the last pasted block. */
  readonly bilan = signal<BilanCollage | null>(null);
  readonly annulable = computed(() => this.pile().length > 0);
  /** Cells whose text is not with the server, and that one can send again. */
  readonly enSouffrance = computed(() => [...this.etats()].filter(([, etat]) => aReprendre(etat)).map(([cle]) => cle));
  readonly enregistrements = new Subject<LotEnregistre>();

  /** Takes the values that the page has read; what is being written stays. */
  charger(indicateurs: readonly IndicateurAvecValeurs[], anneeCourante: number): void {
    this.anneeCourante = anneeCourante;
    this.indicateurs.clear();
    for (const indicateur of indicateurs) this.indicateurs.set(indicateur.id, indicateur);
    this.cases.charger(indicateurs);
  }

  /** Writes typed texts, all or none: what cannot be read is said in its cell, and the others wait. */
  async taper(frappes: readonly Frappe[]): Promise<void> {
    return this.ecrireSiToutEstLu(frappes.map((frappe) => ({ ...frappe, ...this.lire(frappe) })));
  }

  /** Writes a pasted block and tells what became of each cell; past the size of a transaction, in several. */
  async coller(frappes: readonly Frappe[]): Promise<void> {
    this.bilan.set(null);
    const avant = this.valeurs();
    await this.taper(frappes);
    this.bilan.set(dresserBilan(frappes, this.etats(), avant, this.valeurs()));
  }

  /** Writes cells; `trace` is false for an undo. */
  async ecrire(ecritures: readonly Ecriture[], trace = true): Promise<void> {
    if (ecritures.length === 0) return;
    this.cases.marquer(ecritures.map(({ cellule, texte, ecrit }) => [cellule, { sorte: 'en-cours', texte, ecrit }]));
    this.file = this.file.then(() => this.envoyerParLots(ecritures, trace));
    return this.file;
  }

  /** Writes back what the last edit or pasted block replaced. */
  async annuler(): Promise<void> {
    const derniere = this.pile().at(-1);
    if (!derniere) return;
    this.pile.update((pile) => pile.slice(0, -1));
    this.bilan.set(null);
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
    this.cases.oublier(cles);
  }

  /** Answers a conflict: keeps what I typed over what somebody else wrote, or takes theirs. */
  async trancher(cellule: Cellule, choix: 'mienne' | 'sienne'): Promise<void> {
    const cle = cleDe(cellule);
    const etat = this.etats().get(cle);
    if (etat?.sorte !== 'conflit') return;
    this.cases.poser(etat.actuel ? [etat.actuel] : [], etat.actuel ? [] : [cellule]);
    this.abandonner([cle]);
    if (choix === 'mienne') return this.ecrire([{ cellule, texte: etat.texte, ecrit: etat.ecrit }]);
  }

  /** What stands in a cell, or what a first value starts from: a year that is over is final. */
  ecritActuel(cellule: Cellule): Ecrit {
    const valeur = this.valeurs().get(cleDe(cellule));
    return valeur
      ? ecritDe(valeur)
      : { ...VIDE, qualite: cellule.annee < this.anneeCourante ? 'definitive' : 'provisoire' };
  }

  private async ecrireSiToutEstLu(lues: readonly Lue[]): Promise<void> {
    const ecritures = lues.flatMap(({ cellule, texte, ecrit }) => (ecrit ? [{ cellule, texte, ecrit }] : []));
    if (ecritures.length === lues.length) return this.ecrire(ecritures);
    this.cases.marquer(
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

  private async envoyerParLots(ecritures: readonly Ecriture[], trace: boolean): Promise<void> {
    const lots = parLots(ecritures);
    const remplacees: Ecriture[] = [];
    for (const [rang, lot] of lots.entries()) {
      if (lots.length > 1) this.envoiCourant.set({ rang: rang + 1, sur: lots.length });
      remplacees.push(...(await this.envoyer(lot, trace)));
    }
    this.envoiCourant.set(null);
    if (trace && remplacees.length > 0) this.pile.update((pile) => [...pile, remplacees]);
  }

  /** Sends a batch and gives what it replaced; nothing when it is refused. An undo holds only from one's own version. */
  private async envoyer(ecritures: readonly Ecriture[], trace: boolean): Promise<Ecriture[]> {
    const avant = ecritures.map(({ cellule }) => {
      const cle = cleDe(cellule);
      const valeur = this.valeurs().get(cle);
      const indicateur = this.indicateurs.get(cellule.indicateurId);
      const texte = indicateur ? texteDe(valeur, indicateur) : '';
      return { cellule, cle, texte, ecrit: valeur ? ecritDe(valeur) : VIDE, version: valeur?.version ?? null };
    });
    const saisies = ecritures.map(({ cellule, ecrit }, rang) => {
      const version = trace ? avant[rang]?.version : this.miennes.get(cleDe(cellule));
      return { ...cellule, ...ecrit, version: version ?? null };
    });
    try {
      const lot = await firstValueFrom(this.client.enregistrer(saisies));
      this.cases.poser(lot.valeurs, lot.effacees);
      this.cases.marquer(ecritures.map(({ cellule }) => [cellule, { sorte: 'enregistre' }]));
      const changees = avant.filter(({ cle, version }) => this.versionDe(cle) !== version);
      for (const { cle } of changees) this.miennes.set(cle, this.versionDe(cle));
      this.enregistrements.next(lot);
      return changees.map(({ cellule, texte, ecrit }) => ({ cellule, texte, ecrit }));
    } catch (erreur) {
      this.rater(ecritures, lireProbleme(erreur));
      return [];
    }
  }

  private versionDe(cle: string): number | null {
    return this.valeurs().get(cle)?.version ?? null;
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
    this.cases.marquer(ecritures.map((ecriture, rang) => [ecriture.cellule, etatDe(ecriture, rang)]));
  }
}
