import { computed, inject, Injectable, signal } from '@angular/core';
import {
  direCalcul,
  type IndicateurAvecValeurs,
  nombreCalculDit,
  type Territoire,
  type ValeurCalculeeResumee,
} from '@pleniere/indicateurs/domain';
import { INSECABLE } from '@pleniere/shared/domain';
import { IndicateursClient } from '../../indicateurs-client';

/** A value computed from facts, as a cell shows it beside the one that is declared: the number, and all of it in words. */
export interface CalculDeCase {
  texte: string;
  mots: string;
}

const cleDuCalcul = (indicateurId: string, territoire: string, annee: number) =>
  `${indicateurId}/${territoire}/${annee}`;

/** Values computed from facts that stand beside those of a grid: one read for all of them, none when nothing is computed. */
@Injectable()
export class CalculsGrille {
  private readonly voulus = signal(false);
  private readonly lecture = inject(IndicateursClient).calculsCourants(this.voulus);
  private readonly parCase = computed(() => {
    const lues: readonly ValeurCalculeeResumee[] = this.lecture.hasValue() ? this.lecture.value() : [];
    return new Map(lues.map((lue) => [cleDuCalcul(lue.indicateurId, lue.territoire, lue.annee), lue]));
  });

  /** Asks for them, when one of these indicators is computed. */
  charger(indicateurs: readonly IndicateurAvecValeurs[]): void {
    this.voulus.set(indicateurs.some(({ calcul }) => calcul !== null));
  }

  /** Draws the computed value of a cell from what is known at the moment; null when there is none, or nothing to tell. */
  dessin(): (indicateur: IndicateurAvecValeurs, territoire: Territoire, annee: number) => CalculDeCase | null {
    const parCase = this.parCase();
    return ({ id, calcul }, territoire, annee) => {
      const lue = calcul === null ? undefined : parCase.get(cleDuCalcul(id, territoire, annee));
      if (!lue || calcul === null || lue.valeur === null) return null;
      const mots = `Calculé d’après les faits${INSECABLE}: ${direCalcul({ ...lue, calcul })}. ${lue.phrase}`;
      return { texte: nombreCalculDit(calcul, lue.valeur), mots };
    };
  }
}
