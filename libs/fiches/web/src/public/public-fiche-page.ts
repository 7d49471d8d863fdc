import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { codeAffiche, METEOS } from '@pleniere/fiches/domain';
import type { TypeIndicateur } from '@pleniere/indicateurs/domain';
import { PlErreur, PlIcone, PlMeteo, PlPage, PlPuceEnjeu, PlSquelette } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { TypoFr } from '../champs/typo-fr';
import { PublicClient } from './public-client';

/** Kinds of indicators, in the order of the sheet and in the words of a resident. */
const MESURES: readonly { type: TypeIndicateur; titre: string }[] = [
  { type: 'realisation', titre: 'Ce qui a été fait' },
  { type: 'resultat', titre: 'Ce que cela a donné' },
  { type: 'impact', titre: 'Ce que cela change dans les quartiers' },
  { type: 'contexte', titre: 'La situation des quartiers' },
];

/** One fiche in force in plain words: two sentences first, then each part of the sheet, then what is measured. */
@Component({
  selector: 'pl-public-fiche-page',
  imports: [PlErreur, PlIcone, PlMeteo, PlPage, PlPuceEnjeu, PlSquelette, RouterLink, TypoFr],
  templateUrl: './public-fiche-page.html',
  styleUrl: './public-fiche-page.scss',
})
export class PublicFichePage {
  readonly contratId = input.required<string>();
  readonly code = input.required<string>();

  protected readonly fiche = inject(PublicClient).fiche(this.contratId, this.code);
  protected readonly codeLu = computed(() => codeAffiche(this.code()));
  protected readonly titre = computed(() => (this.fiche.hasValue() ? this.fiche.value().titre : 'Fiche'));
  protected readonly meteo = computed(() =>
    this.fiche.hasValue() ? (METEOS.find((meteo) => meteo === this.fiche.value()?.meteo) ?? null) : null,
  );
  protected readonly mesures = computed(() => {
    const indicateurs = this.fiche.hasValue() ? this.fiche.value().indicateurs : [];
    return MESURES.map(({ type, titre }) => ({
      titre,
      indicateurs: indicateurs.filter((indicateur) => indicateur.type === type),
    })).filter((mesure) => mesure.indicateurs.length > 0);
  });

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(`${this.codeLu()} ${this.titre()}`));
  }

  protected imprimer(): void {
    window.print();
  }
}
