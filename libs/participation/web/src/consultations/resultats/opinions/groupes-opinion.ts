import { Component, computed, input } from '@angular/core';
import { CONDITIONS_OPINIONS, leGroupe, nomDuGroupe, type ResultatsConsultation } from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import { PartDesAvis } from './part-des-avis';

/** People who vote alike, without anything of who they are: what each group holds to, and what gathers them all. */
@Component({
  selector: 'pl-groupes-opinion',
  imports: [PartDesAvis],
  templateUrl: './groupes-opinion.html',
  styleUrl: './groupes-opinion.scss',
})
export class GroupesOpinion {
  readonly resultats = input.required<Pick<ResultatsConsultation, 'opinions' | 'propositions'>>();

  protected readonly conditions = CONDITIONS_OPINIONS;
  private readonly textes = computed(
    () => new Map(this.resultats().propositions.map(({ numero, texte }) => [numero, `${numero}. ${texte}`])),
  );
  protected readonly groupes = computed(() => {
    const groupes = this.resultats().opinions?.groupes ?? [];
    const tous = groupes.reduce((somme, { taille }) => somme + taille, 0);
    return groupes.map(({ taille, propres }, rang) => ({
      nom: nomDuGroupe(rang),
      commun: leGroupe(rang),
      combien: accorder(taille, 'personne'),
      part: (100 * taille) / tous,
      propres: this.connues(propres),
    }));
  });
  protected readonly partagees = computed(() => this.connues(this.resultats().opinions?.partagees ?? []));

  // What was refused since is not in the report.
  private connues<T extends { numero: number }>(propositions: readonly T[]): (T & { texte: string })[] {
    return propositions.flatMap((une) => {
      const texte = this.textes().get(une.numero);
      return texte === undefined ? [] : [{ ...une, texte }];
    });
  }
}
