import { Component, computed, input } from '@angular/core';
import { type AnneeDeSerie, cibleDe, type IndicateurAvecValeurs, raisonDuVide } from '@pleniere/indicateurs/domain';
import { PlIcone } from '@pleniere/shared/ui';
import { reponsesDe } from '../../grille/saisie/texte-cellule';

/** Calendar of answers: one row per answer or degree, one column per year, a dot where it was given, a flag where it is aimed at. */
@Component({
  selector: 'pl-bande-reponses',
  imports: [PlIcone],
  templateUrl: './bande-reponses.html',
  styleUrl: './bande-reponses.scss',
})
export class BandeReponses {
  readonly indicateur = input.required<IndicateurAvecValeurs>();
  readonly serie = input.required<readonly AnneeDeSerie[]>();

  /** Degrees read from the best, at the top, to the worst. */
  private readonly reponses = computed(() => {
    const indicateur = this.indicateur();
    const reponses = [...reponsesDe(indicateur)];
    return indicateur.nature === 'echelle' ? reponses.sort((a, b) => Number(b.valeur) - Number(a.valeur)) : reponses;
  });

  protected readonly lignes = computed(() =>
    this.reponses().map(({ valeur, libelle }) => ({
      libelle,
      cases: this.serie().map((annee) => ({
        annee: annee.annee,
        donnee: donnees(annee).includes(valeur),
        incertaine: annee.qualite !== 'definitive',
        visee: String(cibleDe(this.indicateur(), annee.annee)?.valeur) === valeur,
      })),
    })),
  );

  protected readonly raisons = computed(() =>
    this.serie().map(({ annee, absence }) => ({ annee, raison: raisonDuVide(absence) })),
  );
  protected readonly incomplete = computed(() => this.serie().some(({ absence }) => absence !== null));
}

function donnees({ valeur }: AnneeDeSerie): string[] {
  return Array.isArray(valeur) ? valeur : [String(valeur)];
}
