import { Component, computed, inject } from '@angular/core';
import { type IndicateurLu } from '@pleniere/fiches/domain';
import {
  cibleFinale,
  formaterAvecUnite,
  LIBELLES_ABSENCES,
  LIBELLES_TYPES,
  TYPES_INDICATEUR,
  type Valeur,
} from '@pleniere/indicateurs/domain';
import { accorder, INSECABLE } from '@pleniere/shared/domain';
import { FicheStore } from '../fiche-store';

const CONTRAT = 'contrat';

function derniere(valeurs: readonly Valeur[]): Valeur | undefined {
  return valeurs.reduce<Valeur | undefined>(
    (plus, valeur) => (plus && plus.annee >= valeur.annee ? plus : valeur),
    undefined,
  );
}

/** What is known of an indicator in a few words: its last value, or how many territories answered the last year. */
export function derniereNouvelle(indicateur: IndicateurLu): string {
  const valeur = derniere(indicateur.valeurs);
  if (!valeur) return 'Aucune valeur';
  if (valeur.territoire === CONTRAT) {
    const mots = valeur.absence ? LIBELLES_ABSENCES[valeur.absence].long : formaterAvecUnite(valeur.valeur, indicateur);
    return `${mots} en ${valeur.annee}`;
  }
  const lAnnee = indicateur.valeurs.filter(({ annee, absence }) => annee === valeur.annee && !absence);
  const territoire = indicateur.maille === 'qpv' ? 'quartier renseigné' : 'ville renseignée';
  return `${accorder(lAnnee.length, territoire, territoire.replace(/(\S+) (\S+)/, '$1s $2s'))} en ${valeur.annee}`;
}

/** The indicators of the sheet by type, as on the paper, each with where it stands. */
@Component({
  selector: 'pl-indicateurs-lus',
  template: `
    @for (groupe of groupes(); track groupe.type) {
      <div class="groupe" [id]="'champ-' + groupe.ancre">
        <h3>{{ groupe.libelle }}</h3>
        @if (groupe.indicateurs.length > 0) {
          <ul>
            @for (indicateur of groupe.indicateurs; track indicateur.id) {
              <li>
                {{ indicateur.libelle }}
                <span class="pl-discret">{{ indicateur.nouvelle }}</span>
              </li>
            }
          </ul>
        } @else {
          <p class="vide">Aucun indicateur de ce type</p>
        }
      </div>
    }
  `,
  styles: `
    :host,
    .groupe {
      display: grid;
      gap: 0.25rem;
    }

    :host {
      gap: var(--pl-e2);
      max-width: var(--pl-mesure);
    }

    h3 {
      font-size: 1rem;
    }

    ul {
      display: grid;
      gap: 0.5rem;
      padding: 0;
      list-style: none;
    }

    li span {
      display: block;
      font-variant-numeric: tabular-nums;
    }

    .vide {
      color: var(--pl-encre-douce);
      font-style: italic;
    }
  `,
})
export class IndicateursLus {
  private readonly fiche = inject(FicheStore).fiche;

  protected readonly groupes = computed(() => {
    const indicateurs = this.fiche()?.indicateurs ?? [];
    return TYPES_INDICATEUR.filter((type) => type !== 'contexte').map((type) => ({
      type,
      ancre: `indicateurs${type.charAt(0).toUpperCase()}${type.slice(1)}`,
      libelle: LIBELLES_TYPES[type],
      indicateurs: indicateurs
        .filter((indicateur) => indicateur.type === type)
        .map((indicateur) => ({ id: indicateur.id, libelle: indicateur.libelle, nouvelle: this.enBref(indicateur) })),
    }));
  });

  private enBref(indicateur: IndicateurLu): string {
    const cible = cibleFinale(indicateur);
    const visee = cible ? ` · cible ${formaterAvecUnite(cible.valeur, indicateur)} en ${cible.annee}` : '';
    return derniereNouvelle(indicateur) + visee.replace(/ · /, `${INSECABLE}· `);
  }
}
