import { httpResource } from '@angular/common/http';
import { Component, computed, input, signal } from '@angular/core';
import {
  type Connexion,
  CONSERVATION_CONNEXIONS,
  LIBELLES_MOYENS_CONNEXION,
  LIBELLES_RESULTATS_CONNEXION,
  type ResultatConnexion,
} from '@pleniere/acces/domain';
import { DateFr, type NomIcone, PlErreur, PlEtatVide, PlPuceStatut, PlSquelette, type Ton } from '@pleniere/shared/ui';

const PREMIERES = 10;

const SIGNES: Readonly<Record<ResultatConnexion, { ton: Ton; icone: NomIcone }>> = {
  reussie: { ton: 'succes', icone: 'fait' },
  'mot-de-passe-refuse': { ton: 'alerte', icone: 'erreur' },
  'second-facteur-refuse': { ton: 'alerte', icone: 'erreur' },
  'sans-mandat': { ton: 'attention', icone: 'alerte' },
  revoquee: { ton: 'neutre', icone: 'verrou' },
  deconnexion: { ton: 'neutre', icone: 'deconnexion' },
};

/** The log of connexions of an account: one's own, or a person's for the team. */
@Component({
  selector: 'pl-journal-connexions',
  imports: [DateFr, PlErreur, PlEtatVide, PlPuceStatut, PlSquelette],
  template: `
    <p class="pl-discret">
      Gardé {{ duree }} mois. Ni adresse ni modèle d’appareil&nbsp;: le réseau est tronqué, l’appareil dit en mots.
    </p>
    @if (connexions.error(); as erreur) {
      <pl-erreur [erreur]="erreur" (reessayer)="connexions.reload()" />
    } @else if (!connexions.hasValue()) {
      <pl-squelette [lignes]="5" />
    } @else {
      <ul class="pl-lignes">
        @for (connexion of visibles(); track connexion.id) {
          @let signe = signes[connexion.resultat];
          <li>
            <span>
              {{ connexion.quand | dateFr: 'heure' }}
              <span class="pl-discret">{{ dire(connexion) }}</span>
            </span>
            <pl-puce-statut [libelle]="resultats[connexion.resultat]" [ton]="signe.ton" [icone]="signe.icone" />
          </li>
        } @empty {
          <li>
            <pl-etat-vide
              icone="connexion"
              titre="Aucune connexion"
              texte="Les connexions de ce compte s’affichent ici."
            />
          </li>
        }
      </ul>
      @if (visibles().length < connexions.value().length) {
        <div>
          <button class="pl-bouton" type="button" (click)="toutes.set(true)">Voir les plus anciennes</button>
        </div>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e1);
    }

    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.25rem var(--pl-e2);
      padding-block: 0.5rem;
    }

    li > span:first-child {
      display: grid;
    }

    pl-etat-vide {
      width: 100%;
    }
  `,
})
export class JournalConnexions {
  /** Address of the log. */
  readonly adresse = input.required<string>();

  protected readonly connexions = httpResource<Connexion[]>(() => this.adresse());
  protected readonly toutes = signal(false);
  protected readonly visibles = computed(() => {
    const lues = this.connexions.hasValue() ? this.connexions.value() : [];
    return this.toutes() ? lues : lues.slice(0, PREMIERES);
  });
  protected readonly duree = CONSERVATION_CONNEXIONS;
  protected readonly resultats = LIBELLES_RESULTATS_CONNEXION;
  protected readonly signes = SIGNES;

  /** « Firefox sur Windows, par mot de passe, réseau 192.0.2.0/24 ». */
  protected dire({ appareil, moyen, reseau }: Connexion): string {
    const par = moyen && `par ${LIBELLES_MOYENS_CONNEXION[moyen]}`;
    return [appareil, par, reseau && `réseau ${reseau}`].filter(Boolean).join(', ');
  }

  /** Reads it again. */
  relire(): void {
    this.connexions.reload();
  }
}
