import { Component, computed, input } from '@angular/core';
import type { GarantieDeReponse } from '@pleniere/participation/domain';
import { accorder, FINE, formaterNombre } from '@pleniere/shared/domain';
import { type Chiffre, Chiffres } from '../../chiffres/chiffres';

function part(nombre: number, total: number): string {
  return total === 0 ? '–' : `${formaterNombre((100 * nombre) / total, 0)}${FINE}%`;
}

/** How the guarantee of an answer is kept, in figures that say what they count. */
@Component({
  selector: 'pl-chiffres-garantie',
  imports: [Chiffres],
  template: `<pl-chiffres titre="La garantie de réponse" nom="garantie" [chiffres]="chiffres()" />`,
  styles: ':host { display: block; }',
})
export class ChiffresGarantie {
  readonly garantie = input.required<GarantieDeReponse>();

  protected readonly chiffres = computed<Chiffre[]>(() => {
    const { recevables, repondues, dansLesDelais, enRetard, delaiMedian, retours, moderees, modereesVite } =
      this.garantie();
    const avis = retours.oui + retours.non;
    return [
      {
        quoi: 'Questions répondues',
        valeur: part(repondues, recevables),
        precision: `${repondues} sur ${accorder(recevables, 'recevable')}`,
      },
      {
        quoi: 'Répondues à temps',
        valeur: part(dansLesDelais, repondues),
        precision: `${dansLesDelais} sur ${accorder(repondues, 'réponse')}`,
      },
      {
        quoi: 'En retard aujourd’hui',
        valeur: formaterNombre(enRetard),
        precision: 'réponse attendue, échéance passée',
      },
      {
        quoi: 'Délai médian',
        valeur: delaiMedian === null ? '–' : accorder(delaiMedian, 'jour'),
        precision: 'celles qui attendent encore comptent aussi',
      },
      {
        quoi: 'Jugées utiles',
        valeur: part(retours.oui, avis),
        precision: `${accorder(avis, 'avis', 'avis')} d’habitants`,
      },
      {
        quoi: 'Modérées en 48 h',
        valeur: part(modereesVite, moderees),
        precision: `${modereesVite} sur ${moderees}`,
      },
    ];
  });
}
