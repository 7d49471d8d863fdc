import { Component, computed, input, model, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { cleDe, type IndicateurAVerifier, type ValeurAVerifier } from '@pleniere/indicateurs/domain';
import { accorder } from '@pleniere/shared/domain';
import { DateFr, PlPuceStatut } from '@pleniere/shared/ui';
import { codeLisible } from '../indicateurs-client';
import { AlertesDeValeur } from './alertes-de-valeur';
import { direLieu, direValeur } from './mots-verification';

/** Rows shown before one asks for the rest. */
const PREMIERES = 100;

/** Values to decide, to tick one by one or all together. */
@Component({
  selector: 'pl-table-verification',
  imports: [AlertesDeValeur, DateFr, PlPuceStatut, RouterLink],
  templateUrl: './table-verification.html',
  styleUrl: './table-verification.scss',
})
export class TableVerification {
  readonly valeurs = input.required<readonly ValeurAVerifier[]>();
  readonly indicateurs = input.required<ReadonlyMap<string, IndicateurAVerifier>>();
  /** Name of a territory, by its code. */
  readonly nommer = input.required<(code: string) => string>();
  /** Names of the ticked cells. */
  readonly coches = model.required<ReadonlySet<string>>();

  protected readonly montrees = signal(PREMIERES);
  protected readonly lignes = computed(() =>
    this.valeurs()
      .slice(0, this.montrees())
      .flatMap((valeur) => {
        const indicateur = this.indicateurs().get(valeur.indicateurId);
        if (!indicateur) return [];
        const { precedente } = valeur;
        return {
          valeur,
          cle: cleDe(valeur),
          libelle: indicateur.libelle,
          fiche: indicateur.ficheCode && codeLisible(indicateur.ficheCode),
          lieu: direLieu(valeur, this.nommer()(valeur.territoire)),
          figure: direValeur(valeur, indicateur),
          avant: precedente && { annee: precedente.annee, figure: direValeur(precedente, indicateur) },
        };
      }),
  );
  protected readonly toutes = computed(() => this.lignes().every(({ cle }) => this.coches().has(cle)));
  protected readonly suite = computed(() => accorder(this.valeurs().length, 'valeur'));

  protected cocher(cle: string, coche: boolean): void {
    const coches = new Set(this.coches());
    if (coche) coches.add(cle);
    else coches.delete(cle);
    this.coches.set(coches);
  }

  protected cocherTout(coche: boolean): void {
    this.coches.set(new Set(coche ? this.lignes().map(({ cle }) => cle) : []));
  }

  protected toutMontrer(): void {
    this.montrees.set(this.valeurs().length);
  }
}
