import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ChampId, type ContenuFiche, valeurVide } from '@pleniere/fiches/domain';
import { PlErreur, PlIcone, PlSquelette } from '@pleniere/shared/ui';
import { LectureChamp } from '../champs/lecture/lecture-champ';
import { TypoFr } from '../champs/typo-fr';
import { FicheStore } from '../fiche/fiche-store';
import { FichesClient } from '../fiches-client';
import { LIGNES_GARDEES } from './lignes-lues';
import { direCause, etatDe } from './mots-revision';

/** The text of one revision, as the sheet told it then. */
@Component({
  selector: 'pl-revision-page',
  imports: [LectureChamp, PlErreur, PlIcone, PlSquelette, RouterLink, TypoFr],
  templateUrl: './revision-page.html',
  styleUrl: './revision-page.scss',
})
export class RevisionPage {
  private readonly store = inject(FicheStore);

  readonly numero = input.required({ transform: numberAttribute });

  protected readonly lecture = inject(FichesClient).revision(() => {
    const fiche = this.store.fiche();
    return fiche && { ficheId: fiche.id, numero: this.numero() };
  });
  protected readonly revision = computed(() => {
    const lue = this.lecture.hasValue() ? this.lecture.value() : undefined;
    return lue && { ...lue, etat: etatDe(lue), pourquoi: direCause(lue) };
  });
  protected readonly lignes = computed(() => {
    const contenu: Partial<ContenuFiche> = this.revision()?.contenu ?? {};
    return LIGNES_GARDEES.map((ligne) => ({
      ...ligne,
      champs: ligne.champs.map((champ) => ({ ...champ, valeur: valeurDe(contenu, champ.id) })),
    }));
  });
}

function valeurDe<C extends ChampId>(contenu: Partial<ContenuFiche>, champ: C): ContenuFiche[C] | null {
  const valeur = contenu[champ];
  return valeur === undefined || JSON.stringify(valeur) === JSON.stringify(valeurVide(champ)) ? null : valeur;
}
