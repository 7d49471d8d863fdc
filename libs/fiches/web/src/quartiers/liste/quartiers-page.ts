import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { nomQpv, SOURCE_QPV } from '@pleniere/contrat/domain';
import type { QuartierResume } from '@pleniere/fiches/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlErreur, PlEtatVide, PlPage, PlPuceStatut, PlSquelette } from '@pleniere/shared/ui';
import { PilotageClient } from '../../pilotage/pilotage-client';
import { anneeCourante } from '../annee-courante';
import { BarreValeurs } from '../barre-valeurs';
import { CarteQuartiers } from '../carte/carte-quartiers';

function parCommune(quartiers: readonly QuartierResume[]): { commune: string; quartiers: QuartierResume[] }[] {
  const groupes = Map.groupBy(quartiers, ({ communes }) => communes.map(({ nom }) => nom).join(', '));
  return [...groupes]
    .map(([commune, groupe]) => ({ commune, quartiers: groupe }))
    .sort((a, b) => b.quartiers.length - a.quartiers.length || a.commune.localeCompare(b.commune, 'fr'));
}

/** The quartiers prioritaires on a map and in a list: where the year's values stand. */
@Component({
  selector: 'pl-quartiers-page',
  imports: [BarreValeurs, CarteQuartiers, PlErreur, PlEtatVide, PlPage, PlPuceStatut, PlSquelette, RouterLink],
  templateUrl: './quartiers-page.html',
  styleUrl: './quartiers-page.scss',
})
export class QuartiersPage {
  protected readonly quartiers = inject(PilotageClient).quartiers();
  protected readonly annee = anneeCourante();
  protected readonly nomQpv = nomQpv;
  protected readonly source = SOURCE_QPV;

  private readonly lus = computed(() => (this.quartiers.hasValue() ? this.quartiers.value() : []));
  protected readonly groupes = computed(() => parCommune(this.lus()));
  protected readonly avecCarte = computed(() => this.lus().some(({ contour }) => contour !== null));
  protected readonly lede = computed(() => {
    if (this.lus().length === 0) return undefined;
    const total = (lire: (quartier: QuartierResume) => number) =>
      this.lus().reduce((somme, quartier) => somme + lire(quartier), 0);
    const renseignees = total(({ valeursRenseignees }) => valeursRenseignees);
    const attendues = accorder(
      total(({ valeursAttendues }) => valeursAttendues),
      'valeur attendue',
      'valeurs attendues',
    );
    return `${accorder(this.lus().length, 'quartier')}. En ${this.annee}, ${renseignees} des ${attendues} sont saisies.`;
  });

  protected fiches({ fiches }: QuartierResume): string {
    return accorder(fiches, 'fiche');
  }
}
