import { Component, computed, inject } from '@angular/core';
import type { EntreeJournal } from '@pleniere/acces/domain';
import { formaterDate, formaterHeure } from '@pleniere/shared/domain';
import { PlErreur, PlEtatVide, PlSquelette } from '@pleniere/shared/ui';
import { TypoFr } from '../../champs/typo-fr';
import { FicheStore } from '../../fiche/fiche-store';
import { FichesClient } from '../../fiches-client';
import { raconter, type EntreeRacontee } from './raconter';

interface Jour {
  date: string;
  entrees: EntreeRacontee[];
}

/** Who changed what, when, from what to what. */
@Component({
  selector: 'pl-historique-page',
  imports: [PlErreur, PlEtatVide, PlSquelette, TypoFr],
  templateUrl: './historique-page.html',
  styleUrls: ['../suivi.scss', './historique-page.scss'],
})
export class HistoriquePage {
  private readonly fiche = inject(FicheStore).fiche;
  protected readonly lecture = inject(FichesClient).historique(() => this.fiche()?.id);

  protected readonly jours = computed(() => {
    const jours: Jour[] = [];
    const entrees = this.lecture.hasValue() ? this.lecture.value() : [];
    for (const entree of entrees) {
      const date = formaterDate(entree.quand);
      if (jours.at(-1)?.date !== date) jours.push({ date, entrees: [] });
      jours.at(-1)?.entrees.push(raconter(entree));
    }
    return jours;
  });

  protected heure(entree: Pick<EntreeJournal, 'quand'>): string {
    return formaterHeure(entree.quand);
  }
}
