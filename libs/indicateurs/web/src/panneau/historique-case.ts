import { Component, computed, input, linkedSignal } from '@angular/core';
import {
  formaterValeur,
  type HistoriqueValeur,
  type Indicateur,
  LIBELLES_ABSENCES,
  LIBELLES_QUALITES,
} from '@pleniere/indicateurs/domain';
import { DateFr } from '@pleniere/shared/ui';

type EtatPasse = HistoriqueValeur['apres'];

function enMots(etat: EtatPasse, indicateur: Indicateur): string {
  if (!etat) return 'vide';
  return etat.absence ? LIBELLES_ABSENCES[etat.absence].long : formaterValeur(etat.valeur, indicateur);
}

function nouveau(avant: EtatPasse, apres: EtatPasse, champ: 'commentaire' | 'source'): string {
  return apres && apres[champ] !== avant?.[champ] ? apres[champ] : '';
}

/** What differs between two states of a cell, part by part. */
function changement({ avant, apres }: HistoriqueValeur, indicateur: Indicateur): string[] {
  const [de, vers] = [enMots(avant, indicateur), enMots(apres, indicateur)];
  const qualite = avant && apres?.qualite !== avant.qualite ? apres?.qualite : undefined;
  const commentaire = nouveau(avant, apres, 'commentaire');
  const source = nouveau(avant, apres, 'source');
  return [
    ...(de === vers ? [] : [avant ? `${de} → ${vers}` : vers]),
    ...(qualite ? [LIBELLES_QUALITES[qualite].toLowerCase()] : []),
    ...(commentaire ? [`«\u00A0${commentaire}\u00A0»`] : []),
    ...(source ? [`source\u00A0: ${source}`] : []),
  ];
}

/** Who changed a cell, when, from what to what; the newest first. */
@Component({
  selector: 'pl-historique-case',
  imports: [DateFr],
  template: `
    <ol class="pl-lignes">
      @for (passe of passes(); track $index) {
        <li>
          @if (passe.lieu) {
            <span class="lieu">{{ passe.lieu }}</span>
          }
          @for (partie of passe.parties; track $index) {
            <span>{{ partie }}</span>
          }
          <span class="pl-discret"
            >{{ passe.auteur }}, {{ passe.quand | dateFr: 'heure' }}{{ passe.motif ? ' · ' + passe.motif : '' }}</span
          >
        </li>
      }
    </ol>
    @if (changements().length > montres()) {
      <button class="pl-bouton discret" type="button" (click)="montres.set(changements().length)">
        Voir les {{ changements().length }} changements
      </button>
    }
  `,
  styles: `
    li {
      display: grid;
      padding-block: 0.375rem;
      font-variant-numeric: tabular-nums;
    }

    .lieu {
      font-weight: 600;
    }

    .pl-discret {
      font-size: 0.875rem;
    }

    .pl-bouton {
      margin-left: -0.875rem;
    }
  `,
})
export class HistoriqueCase {
  readonly changements = input.required<readonly HistoriqueValeur[]>();
  readonly indicateur = input.required<Indicateur>();
  /** Names the year and territory of a change, when the list mixes several. */
  readonly nommer = input<((changement: HistoriqueValeur) => string) | null>(null);

  /** Changes shown before one asks for the rest. */
  readonly premiers = input(8);

  protected readonly montres = linkedSignal(() => this.premiers());
  protected readonly passes = computed(() =>
    this.changements()
      .slice(0, this.montres())
      .map((passe) => ({
        quand: passe.quand,
        auteur: passe.auteur,
        motif: passe.motif,
        parties: changement(passe, this.indicateur()),
        lieu: this.nommer()?.(passe) ?? '',
      })),
  );
}
