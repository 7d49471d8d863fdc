import { BreakpointObserver } from '@angular/cdk/layout';
import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { type CaseImport, LIBELLES_SORTS, LIBELLES_TYPES_VALEUR } from '@pleniere/indicateurs/domain';
import { INSECABLE } from '@pleniere/shared/domain';
import { PlPuceStatut } from '@pleniere/shared/ui';
import { map } from 'rxjs';
import { codeLisible } from '../../indicateurs-client';
import { type Signe, SIGNES_SORTS } from '../mots-import';

const ETROIT = '(max-width: 760px)';
const CONSERVEE: Signe = { ton: 'attention', icone: 'verrou' };

/** A cell of the file in words. */
interface VueCase {
  cle: string;
  cellule: string;
  indicateur: string;
  /** « Cible », « Référence »; empty for a plain value. */
  type: string;
  territoire: string;
  annee: string;
  /** What the file says, when it is refused. */
  lu: string;
  avant: string;
  apres: string;
  details: readonly string[];
  effet: Signe & { libelle: string };
  motif: string | null;
}

function montrer(lue: CaseImport, rang: number): VueCase {
  const { ligne, cellule, sort, type, indicateur, territoire, annee, lu, avant, apres, details, motif } = lue;
  const conservee = motif !== null && sort !== 'refusee';
  const fiche = indicateur?.fiche ? `${codeLisible(indicateur.fiche)} ` : '';
  return {
    cle: `${cellule}/${ligne}/${rang}`,
    cellule,
    indicateur: indicateur ? fiche + indicateur.libelle : '',
    type: type === 'va' ? '' : LIBELLES_TYPES_VALEUR[type],
    territoire: territoire?.nom ?? '',
    annee: annee === null ? '' : String(annee),
    lu: sort === 'refusee' && lu !== '' ? `«${INSECABLE}${lu}${INSECABLE}»` : '',
    avant,
    apres: sort === 'nouvelle' || sort === 'changee' ? apres : '',
    details,
    effet: conservee
      ? { libelle: 'Conservée', ...CONSERVEE }
      : { libelle: LIBELLES_SORTS[sort], ...SIGNES_SORTS[sort] },
    motif,
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

  protected readonly vues = computed(() => this.cases().map(montrer));
  protected readonly etroit = toSignal(
    inject(BreakpointObserver)
      .observe(ETROIT)
      .pipe(map(({ matches }) => matches)),
    { initialValue: false },
  );
}
