import { BreakpointObserver } from '@angular/cdk/layout';
import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import {
  type CaseImport,
  LIBELLES_SORTS,
  LIBELLES_TYPES_VALEUR,
  LIBELLES_VENTILATIONS,
} from '@pleniere/indicateurs/domain';
import { INSECABLE } from '@pleniere/shared/domain';
import { PlPuceStatut } from '@pleniere/shared/ui';
import { map } from 'rxjs';
import { codeLisible } from '../../indicateurs-client';
import { type Signe, SIGNES_SORTS } from '../mots-import';

const ETROIT = '(max-width: 760px)';
const CONSERVEE: VueCase['effet'] = { libelle: 'Conservée', ton: 'attention', icone: 'verrou' };
const ANNULEE: VueCase['effet'] = { libelle: 'Annulée', ton: 'neutre', icone: 'annuler' };

/** A cell of the file in words. */
interface VueCase extends Pick<CaseImport, 'cellule' | 'avant' | 'details' | 'motif'> {
  indicateur: string;
  /** « Cible », « Référence », « Femmes »; empty for a plain value. */
  type: string;
  territoire: string;
  annee: string;
  /** What the file says, when it is refused. */
  lu: string;
  apres: string;
  effet: Signe & { libelle: string };
}

function nommer(indicateur: CaseImport['indicateur']): string {
  if (!indicateur) return '';
  return indicateur.fiche ? `${codeLisible(indicateur.fiche)} ${indicateur.libelle}` : indicateur.libelle;
}

function effetDe({ sort, motif }: CaseImport, annulees: boolean): VueCase['effet'] {
  if (annulees && sort !== 'refusee') return motif === null ? ANNULEE : CONSERVEE;
  return { libelle: LIBELLES_SORTS[sort], ...SIGNES_SORTS[sort] };
}

function direType({ type, ventilation }: CaseImport): string {
  if (type !== 'va') return LIBELLES_TYPES_VALEUR[type];
  return ventilation === 'total' ? '' : LIBELLES_VENTILATIONS[ventilation];
}

function montrer(lue: CaseImport, annulees: boolean): VueCase {
  const { sort, lu } = lue;
  return {
    ...lue,
    indicateur: nommer(lue.indicateur),
    type: direType(lue),
    territoire: lue.territoire?.nom ?? '',
    annee: String(lue.annee ?? ''),
    lu: sort === 'refusee' && lu !== '' ? `«${INSECABLE}${lu}${INSECABLE}»` : '',
    apres: sort === 'nouvelle' || sort === 'changee' ? lue.apres : '',
    effet: effetDe(lue, annulees),
  };
}

/** Cells of a file: a table, or on a phone a list. */
@Component({
  selector: 'pl-cases-import',
  imports: [NgTemplateOutlet, PlPuceStatut],
  templateUrl: './cases-import.html',
  styleUrl: './cases-import.scss',
})
export class CasesImport {
  readonly cases = input.required<readonly CaseImport[]>();
  /** What the table is called when it is read out. */
  readonly nom = input.required<string>();
  /** The import was undone: its cells went back, but for those that it kept. */
  readonly annulees = input(false);

  protected readonly vues = computed(() => this.cases().map((lue) => montrer(lue, this.annulees())));
  protected readonly etroit = toSignal(
    inject(BreakpointObserver)
      .observe(ETROIT)
      .pipe(map(({ matches }) => matches)),
    { initialValue: false },
  );
}
