import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import { type ApercuImport, type CaseComparee, decrireColonnes } from '@pleniere/indicateurs/domain';
import type { CelluleTableur } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { empreinteDe, resumer } from './analyse';
import type { ImportStocke } from './imports.repository';

/** A preview but for its page. */
export interface VueImport extends Pick<ApercuImport, 'feuilles' | 'colonnes' | 'resume' | 'empreinte'> {
  titres: readonly CelluleTableur[];
  cases: readonly CaseComparee[];
}

const GARDES = 4;
// All that a preview depends on is told in the journal.
const DERNIERE_ENTREE = `select max(id) as entree from journal where contrat_id = $1`;

/** What a preview shows of an open import, from its sorted cells. */
export function vueDe({ feuilles, feuille, titres, roles }: ImportStocke, cases: readonly CaseComparee[]): VueImport {
  const lue = feuilles?.[feuille] ?? { nom: '', lignes: [] };
  return {
    feuilles: (feuilles ?? []).map(({ nom, lignes }) => ({ nom, lignes: lignes.length })),
    colonnes: decrireColonnes(lue, titres, roles),
    resume: resumer(cases),
    empreinte: empreinteDe(cases),
    titres: lue.lignes[titres] ?? [],
    cases,
  };
}

/**
 * The last previews, so that turning a page does not read and sort the whole file again; one is good as long as nothing
 * was written in the contrat. What is applied is always sorted anew.
 */
@Injectable()
export class ApercusGardes {
  private readonly vues = new Map<string, VueImport>();

  /** Names what a person sees of an import, as things stand now. */
  async nommer(tx: EntityManager, acteur: Acteur, { id, version }: ImportStocke, annee: number): Promise<string> {
    const { contratId, personneId, role, organisationId } = acteur;
    const [ligne] = await tx.query<{ entree: string | null }[]>(DERNIERE_ENTREE, [contratId]);
    return [id, version, personneId, role, organisationId, annee, ligne?.entree].join('/');
  }

  trouver(nom: string): VueImport | undefined {
    return this.vues.get(nom);
  }

  garder(nom: string, vue: VueImport): void {
    const [ancienne] = this.vues.keys();
    if (ancienne !== undefined && this.vues.size >= GARDES) this.vues.delete(ancienne);
    this.vues.set(nom, vue);
  }
}
