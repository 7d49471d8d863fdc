import { Component, computed, input } from '@angular/core';
import {
  direNombre,
  LIBELLES_GENRES,
  LIBELLES_TRANCHES_AGE,
  type ProfilMesure,
  type QuartierConsulte,
} from '@pleniere/participation/domain';
import { FINE, formaterNombre } from '@pleniere/shared/domain';

const DIMENSIONS: Readonly<Record<ProfilMesure['dimension'], string>> = {
  trancheAge: 'Âge',
  genre: 'Genre',
  qpvCode: 'Quartier',
  premiereFois: 'Première participation',
};
const PARTS: Readonly<Record<string, string>> = {
  ...LIBELLES_TRANCHES_AGE,
  ...LIBELLES_GENRES,
  true: 'Première fois',
  false: 'Déjà venu',
};

/** Who took part, for what was said of oneself: small numbers are hidden, and with them what would betray them. */
@Component({
  selector: 'pl-profils-participants',
  template: `
    <h2>Qui a participé</h2>
    <p class="pl-discret">Dire qui l’on est était facultatif&#8239;; un nombre inférieur à 11 n’est jamais montré.</p>
    <div class="grille">
      @for (profil of tables(); track profil.dimension) {
        <section [attr.aria-label]="profil.nom">
          <h3>{{ profil.nom }}</h3>
          @if (profil.montrable) {
            <p class="pl-discret">{{ profil.declare }}</p>
            <ul>
              @for (part of profil.parts; track part.nom) {
                <li>
                  <span>{{ part.nom }}</span> <span class="pl-chiffre">{{ part.dit }}</span>
                </li>
              }
            </ul>
          } @else {
            <p class="pl-discret">Trop peu de participants l’ont dit pour le montrer.</p>
          }
        </section>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e1);
    }

    .grille {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
      gap: var(--pl-e2) var(--pl-e3);
    }

    ul {
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      gap: var(--pl-e2);
      justify-content: space-between;
      padding-block: 0.125rem;
    }
  `,
})
export class ProfilsParticipants {
  readonly profils = input.required<readonly ProfilMesure[]>();
  readonly quartiers = input<readonly QuartierConsulte[]>([]);

  private readonly noms = computed<Readonly<Record<string, string>>>(() => ({
    ...PARTS,
    ...Object.fromEntries(this.quartiers().map(({ code, libelle }) => [code, libelle])),
  }));
  protected readonly tables = computed(() =>
    this.profils().map(({ dimension, montrable, tauxDeclaration, parts }) => ({
      dimension,
      nom: DIMENSIONS[dimension],
      montrable,
      declare:
        tauxDeclaration === null
          ? 'Part de ceux qui l’ont dit\u00A0: masquée.'
          : `${formaterNombre(100 * tauxDeclaration, 0)}${FINE}% l’ont dit.`,
      parts: parts.map((part) => ({ nom: this.noms()[part.part] ?? part.part, dit: direNombre(part) })),
    })),
  );
}
