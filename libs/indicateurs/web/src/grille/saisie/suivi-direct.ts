import { inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { celluleDe, cleDe, lireCellules, LIMITES_VALEUR } from '@pleniere/indicateurs/domain';
import { FilDirect } from '@pleniere/shared/web';
import { buffer, catchError, concatMap, debounceTime, EMPTY, filter, from, map, mergeMap, share } from 'rxjs';
import { IndicateursClient } from '../../indicateurs-client';
import { CasesGrille } from './cases-grille';

/** Events that come close together are read in one go. */
const REGROUPEMENT_MS = 200;

/** Brings into the grid what others write in its cells: only those cells are read again, and only when they moved on. */
@Injectable()
export class SuiviDirect {
  private readonly fil = inject(FilDirect);
  private readonly client = inject(IndicateursClient);
  private readonly cases = inject(CasesGrille);

  /** Some events may have been missed: the page is to be read again. */
  readonly reprises = this.fil.reprises;

  constructor() {
    const annoncees = this.fil.evenements('valeurs').pipe(
      mergeMap(({ donnees }) => from(lireCellules(String(donnees?.['cellules'] ?? '')))),
      filter(({ cle, version }) => this.cases.attend(cle, version)),
      share(),
    );
    annoncees
      .pipe(
        buffer(annoncees.pipe(debounceTime(REGROUPEMENT_MS))),
        mergeMap((cases) => from(parLectures([...new Set(cases.map(({ cle }) => cle))]))),
        concatMap((cles) =>
          this.client.cellules(cles).pipe(
            map((valeurs) => ({ cles, valeurs })),
            catchError(() => EMPTY),
          ),
        ),
        takeUntilDestroyed(),
      )
      .subscribe(({ cles, valeurs }) => {
        const lues = new Map(valeurs.map((valeur) => [cleDe(valeur), valeur]));
        this.cases.recevoir(cles.map((cle) => ({ cellule: celluleDe(cle), valeur: lues.get(cle) ?? null })));
      });
  }
}

function parLectures(cles: readonly string[]): string[][] {
  const nombre = Math.ceil(cles.length / LIMITES_VALEUR.relecture);
  return Array.from({ length: nombre }, (_, rang) =>
    cles.slice(rang * LIMITES_VALEUR.relecture, (rang + 1) * LIMITES_VALEUR.relecture),
  );
}
