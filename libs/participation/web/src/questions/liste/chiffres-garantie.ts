import { Component, computed, input } from '@angular/core';
import type { GarantieDeReponse } from '@pleniere/participation/domain';
import { accorder, FINE, formaterNombre } from '@pleniere/shared/domain';

interface Chiffre {
  valeur: string;
  quoi: string;
  precision: string;
}

function part(nombre: number, total: number): string {
  return total === 0 ? '–' : `${formaterNombre((100 * nombre) / total, 0)}${FINE}%`;
}

/** How the guarantee of an answer is kept, in figures that say what they count. */
@Component({
  selector: 'pl-chiffres-garantie',
  template: `
    <h2 id="garantie">La garantie de réponse</h2>
    <dl aria-labelledby="garantie">
      @for (chiffre of chiffres(); track chiffre.quoi) {
        <div>
          <dt>{{ chiffre.quoi }}</dt>
          <dd>
            <strong>{{ chiffre.valeur }}</strong>
            <span class="pl-discret">{{ chiffre.precision }}</span>
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e2);
    }

    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
      gap: var(--pl-e2) var(--pl-e3);
    }

    dt {
      font-size: 0.9375rem;
    }

    dd {
      display: grid;
      margin: 0;
    }

    strong {
      font-size: 1.5rem;
      font-variant-numeric: tabular-nums;
      line-height: 1.3;
    }
  `,
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
