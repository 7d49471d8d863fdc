import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  estNumerique,
  type FicheDeGrille,
  type IndicateurAvecValeurs,
  libelleProgression,
  LIBELLES_TYPES,
  mailleDe,
  progressionDeSerie,
  serieDuTerritoire,
  serieRassemblee,
  TYPES_INDICATEUR,
  type TypeIndicateur,
} from '@pleniere/indicateurs/domain';
import { accorder, sansAccents } from '@pleniere/shared/domain';
import { PlErreur, PlEtatVide, PlIcone, PlPage, PlProgression, PlPuceEnjeu, PlSquelette } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { Etincelle } from '../../graphique/territoires/etincelle';
import { codeLisible, IndicateursClient } from '../../indicateurs-client';
import { CadreIndicateurs } from '../cadre-indicateurs';

const TYPES_DITS: Readonly<Record<TypeIndicateur, string>> = {
  realisation: 'Réalisation',
  resultat: 'Résultat',
  impact: 'Impact',
  contexte: 'Contexte',
};

/** The indicators of the contrat to read, fiche by fiche: a sparkline, the last value and the way made of each. */
@Component({
  selector: 'pl-lecture-page',
  imports: [Etincelle, PlErreur, PlEtatVide, PlIcone, PlPage, PlProgression, PlPuceEnjeu, PlSquelette, RouterLink],
  providers: [CadreIndicateurs],
  templateUrl: './lecture-page.html',
  styleUrl: './lecture-page.scss',
})
export class LecturePage {
  private readonly router = inject(Router);
  private readonly cadre = inject(CadreIndicateurs);

  /** Slug of the only type to show. */
  readonly type = input<string>();
  /** Words looked for in the wording. */
  readonly q = input<string>();

  protected readonly lecture = inject(IndicateursClient).grille(() => undefined);
  protected readonly types = TYPES_INDICATEUR.filter((type) => type !== 'contexte').map((slug) => ({
    slug,
    libelle: LIBELLES_TYPES[slug],
  }));
  private readonly fiches = computed(() => (this.lecture.hasValue() ? this.lecture.value() : []));
  protected readonly groupes = computed(() =>
    this.fiches()
      .map((fiche) => ({
        code: fiche.code,
        codeDit: codeLisible(fiche.code),
        titre: fiche.titreCourt || fiche.titre,
        couleur: fiche.enjeu.couleur,
        lignes: (fiche.indicateurs ?? []).filter((ind) => this.retenu(ind)).map((ind) => this.ligneDe(ind, fiche)),
      }))
      .filter(({ lignes }) => lignes.length > 0),
  );
  protected readonly compte = computed(() => {
    const nombre = this.groupes().reduce((somme, { lignes }) => somme + lignes.length, 0);
    return `${accorder(nombre, 'indicateur')} dans ${accorder(this.groupes().length, 'fiche')}`;
  });

  constructor() {
    inject(TitreFenetre).nommer('Lire les indicateurs');
  }

  protected filtrer(filtres: { type?: TypeIndicateur | null; q?: string | null }): void {
    void this.router.navigate([], { queryParams: filtres, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected imprimer(): void {
    window.print();
  }

  private retenu({ type, libelle }: IndicateurAvecValeurs): boolean {
    if (this.type() !== undefined && type !== this.type()) return false;
    return sansAccents(libelle).includes(sansAccents(this.q() ?? ''));
  }

  private ligneDe(indicateur: IndicateurAvecValeurs, fiche: FicheDeGrille) {
    const annees = this.cadre.annees();
    const codes = this.cadre
      .territoiresDe(fiche)
      .map(({ code }) => code)
      .filter((code) => mailleDe(code) === indicateur.maille);
    const serie =
      indicateur.maille === 'contrat'
        ? serieDuTerritoire(indicateur, 'contrat', annees, this.cadre.anneeCourante)
        : serieRassemblee(indicateur, codes, annees, this.cadre.anneeCourante);
    const chiffre = estNumerique(indicateur.nature) && indicateur.nature !== 'echelle';
    const resultat = progressionDeSerie(indicateur, serie);
    return {
      indicateur,
      type: TYPES_DITS[indicateur.type],
      serie,
      taux: chiffre && 'taux' in resultat ? resultat.taux : null,
      sansTaux: chiffre && 'nonCalculable' in resultat ? libelleProgression(resultat) : '',
    };
  }
}
