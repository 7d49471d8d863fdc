import { Injectable } from '@nestjs/common';
import { type Acteur, decider } from '@pleniere/acces/domain';
import {
  type CaseComparee,
  type CaseLue,
  comparerCases,
  lireCases,
  manquesDesRoles,
  Reperage,
  SORTS_CASE,
  type SortCase,
  cleDe,
} from '@pleniere/indicateurs/domain';
import type { Refus } from '@pleniere/shared/domain';
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { FICHE_ARCHIVEE } from '../fiche-archivee';
import { Horloge } from '../horloge';
import { ValeursService } from '../valeurs/valeurs.service';
import { type ImportStocke, ImportsRepository, type IndicateurVise, type ValeurSituee } from './imports.repository';

/** Cells that an import writes in one statement: few statements, of a size that no memory feels. */
export const CASES_D_UN_LOT = 9_000;

const CASES_D_UN_TRAIT = 1_000;

/** A file sorted out: its cells, and the values that stood when it was. */
export interface FichierTrie {
  cases: CaseComparee[];
  actuelles: ReadonlyMap<string, ValeurSituee>;
  indicateurs: ReadonlyMap<string, IndicateurVise>;
}

/** Sorts the cells of an open import out for a person: against what stands, the rules, and what they may write. */
@Injectable()
export class AnalyseImport {
  constructor(
    private readonly repository: ImportsRepository,
    private readonly valeurs: ValeursService,
    private readonly horloge: Horloge,
  ) {}

  async trier(tx: EntityManager, acteur: Acteur, stocke: ImportStocke): Promise<FichierTrie> {
    const { feuilles, feuille, titres, roles } = stocke;
    const lue = feuilles?.[feuille];
    if (!lue || manquesDesRoles(roles).length > 0) return { cases: [], actuelles: new Map(), indicateurs: new Map() };

    const cadre = await this.repository.cadre(tx, acteur.contratId);
    const indicateurs = new Map(cadre.indicateurs.map((indicateur) => [indicateur.id, indicateur]));
    const reperage = new Reperage({ ...cadre, anneeCourante: this.horloge.annee() });
    const lues: CaseLue[] = [];
    for (const lecture of lireCases(lue, titres, roles, reperage)) {
      // A long file lets the other requests through.
      if (lues.push(lecture) % CASES_D_UN_TRAIT === 0) await setImmediate();
    }
    const vises = new Set(lues.flatMap(({ indicateur }) => indicateur?.id ?? []));
    const valeurs = await this.repository.valeurs(tx, acteur.contratId, [...vises]);
    const actuelles = new Map(valeurs.map((valeur) => [cleDe(valeur), valeur]));
    const comparees = comparerCases(lues, actuelles);
    return { cases: await this.juger(tx, acteur, comparees, indicateurs), actuelles, indicateurs };
  }

  /** Refuses what the person may not write; what changes nothing needs no right. */
  private async juger(
    tx: EntityManager,
    acteur: Acteur,
    comparees: readonly CaseComparee[],
    indicateurs: ReadonlyMap<string, IndicateurVise>,
  ): Promise<CaseComparee[]> {
    const aEcrire = comparees.filter(({ sort }) => sort === 'nouvelle' || sort === 'changee');
    const saisies = aEcrire.flatMap(({ saisie }) => saisie ?? []);
    const jugements = await this.valeurs.juger(tx, acteur, saisies);
    const refus = new Map(saisies.map((saisie, rang) => [saisie, jugements[rang] ?? null]));
    return comparees.map((comparee) => {
      const { sort, saisie, repere, indicateur } = comparee;
      if (sort !== 'nouvelle' && sort !== 'changee') return comparee;
      const motif = saisie
        ? (refus.get(saisie) ?? null)
        : jugerRepere(acteur, repere && indicateurs.get(indicateur?.id ?? ''));
      return motif === null ? comparee : { ...comparee, sort: 'refusee', motif };
    });
  }
}

/** Why the person may not change a baseline or a target: it takes the pen of the fiche. */
export function jugerRepere(acteur: Acteur, indicateur: IndicateurVise | null | undefined): Refus {
  if (!indicateur) return 'Cet indicateur n’existe plus.';
  if (indicateur.archivee) return FICHE_ARCHIVEE;
  const { contratId } = acteur;
  return decider(acteur, 'indicateurs.gerer', { contratId, organisationIds: indicateur.perimetre });
}

/** How many cells of each sort. */
export function resumer(cases: readonly CaseComparee[]): Record<SortCase, number> {
  const resume = Object.fromEntries(SORTS_CASE.map((sort) => [sort, 0])) as Record<SortCase, number>;
  for (const { sort } of cases) resume[sort]++;
  return resume;
}

/** Fingerprint of what a preview says: the same as long as the file and what stands beneath it are the same. */
export function empreinteDe(cases: readonly CaseComparee[]): string {
  const hachage = createHash('sha256');
  for (const { ligne, colonne, sort, saisie, avant } of cases) {
    hachage.update(JSON.stringify([ligne, colonne, sort, saisie ? saisie.version : avant]));
  }
  return hachage.digest('base64url');
}
