import { Component, inject, input } from '@angular/core';
import { type Avis, LIMITES_AVIS, type PointAvis } from '@pleniere/fiches/domain';
import { DateFr, PlPuceStatut, Saisie } from '@pleniere/shared/ui';
import { TypoFr } from '../champs/typo-fr';
import { AvisStore } from './avis-store';

/** One point of an avis with what became of it; the team and the délégués say how it was answered. */
@Component({
  selector: 'pl-point-rendu',
  imports: [DateFr, PlPuceStatut, TypoFr],
  template: `
    <p class="tete">
      @if (point().statut === 'leve') {
        <pl-puce-statut libelle="Point levé" icone="fait" ton="succes" />
      } @else {
        <pl-puce-statut libelle="Point ouvert" icone="avis" ton="attention" />
      }
      <span class="pl-discret">{{ avis().auteur }}, {{ avis().renduLe | dateFr }}</span>
    </p>
    <p>{{ point().texte | typoFr }}</p>
    @if (point().statut === 'leve') {
      <p class="reponse">
        {{ point().reponse | typoFr }}
        <span class="pl-discret">{{ point().levePar }}, {{ point().leveLe | dateFr }}</span>
      </p>
    }
    @if (store.peutLever) {
      <p class="pl-ecran">
        @if (point().statut === 'ouvert') {
          <button class="pl-bouton discret" type="button" (click)="lever()">
            Lever ce point<span class="pl-hors-ecran">: {{ point().texte }}</span>
          </button>
        } @else {
          <button class="pl-bouton discret" type="button" (click)="rouvrir()">
            Rouvrir ce point<span class="pl-hors-ecran">: {{ point().texte }}</span>
          </button>
        }
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.25rem;
      padding: 0.5rem 0.75rem;
      border-left: 3px solid var(--pl-attention);
      background: var(--pl-papier-doux);
      font-size: 0.9375rem;
      white-space: pre-line;
    }

    :host(.leve) {
      border-left-color: var(--pl-succes);
    }

    .tete {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.75rem;
      align-items: center;
    }

    .reponse {
      padding-left: 0.75rem;
      border-left: 1px solid var(--pl-filet);
    }

    .reponse .pl-discret {
      display: block;
    }
  `,
  host: { '[class.leve]': 'point().statut === "leve"' },
})
export class PointRendu {
  protected readonly store = inject(AvisStore);
  private readonly saisie = inject(Saisie);

  readonly avis = input.required<Avis>();
  readonly point = input.required<PointAvis>();

  protected async lever(): Promise<void> {
    await this.saisie.demander<{ reponse: string }, void>({
      titre: 'Lever ce point',
      texte: this.point().texte,
      action: 'Lever ce point',
      champs: [
        {
          cle: 'reponse',
          libelle: 'Ce qui y répond',
          type: 'texte',
          lignes: 3,
          max: LIMITES_AVIS.reponse,
          requis: 'Dites en une phrase ce qui y répond.',
        },
      ],
      valeur: { reponse: '' },
      enregistrer: ({ reponse }) => this.store.suivre(this.avis(), this.point(), { statut: 'leve', reponse }),
    });
  }

  protected rouvrir(): void {
    void this.store.suivre(this.avis(), this.point(), { statut: 'ouvert', reponse: '' });
  }
}
