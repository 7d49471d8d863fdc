import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type DemandeAcces, LIBELLES_STATUTS_DEMANDE, type StatutDemandeAcces } from '@pleniere/acteurs/domain';
import { formaterDate, formaterHeure } from '@pleniere/shared/domain';
import {
  Annonce,
  type NomIcone,
  PlErreur,
  PlEtatVide,
  PlPage,
  PlPuceStatut,
  PlSquelette,
  Saisie,
  type Ton,
} from '@pleniere/shared/ui';
import { ActeursClient } from '../acteurs-client';
import { RubriquesContrat } from '../rubriques/rubriques-contrat';
import { saisieAcceptation, saisieRefus } from './saisir-demande';

const SIGNES: Readonly<Record<StatutDemandeAcces, { ton: Ton; icone: NomIcone }>> = {
  'en-attente': { ton: 'attente', icone: 'attente' },
  acceptee: { ton: 'succes', icone: 'fait' },
  declinee: { ton: 'neutre', icone: 'abandon' },
};

/** Who asks to enter: the team lets in, or says why not. */
@Component({
  selector: 'pl-demandes-page',
  imports: [MatButton, PlErreur, PlEtatVide, PlPage, PlPuceStatut, PlSquelette, RubriquesContrat],
  template: `
    <pl-page
      titre="Demandes d’accès"
      lede="Des personnes dont l’identité est vérifiée, et à qui personne n’a encore donné de mandat."
    >
      <pl-rubriques-contrat />
      @if (demandes.error(); as erreur) {
        <pl-erreur [erreur]="erreur" (reessayer)="demandes.reload()" />
      } @else if (demandes.isLoading() && demandes.value().length === 0) {
        <pl-squelette class="pl-papier" [lignes]="4" />
      } @else {
        @for (demande of demandes.value(); track demande.id) {
          @let signe = signes[demande.statut];
          <article class="pl-papier">
            <header>
              <h2>{{ demande.nom }}</h2>
              <pl-puce-statut [libelle]="libelles[demande.statut]" [ton]="signe.ton" [icone]="signe.icone" />
            </header>
            <p>
              {{ demande.organisation }}
              <span class="pl-discret">{{ presenter(demande) }}</span>
            </p>
            <p>
              <a [href]="'mailto:' + demande.email">{{ demande.email }}</a>
            </p>
            @if (demande.message; as message) {
              <p class="message pl-texte">{{ message }}</p>
            }
            @if (demande.traiteePar; as par) {
              <p class="pl-discret">
                {{ direReponse(demande) }}
              </p>
            } @else {
              <div class="pl-rangee pl-ecran">
                <button matButton="filled" type="button" (click)="accepter(demande)">Ouvrir un accès</button>
                <button matButton type="button" (click)="decliner(demande)">Décliner</button>
              </div>
            }
          </article>
        } @empty {
          <pl-etat-vide
            class="pl-papier"
            icone="connexion"
            titre="Aucune demande"
            texte="Quand quelqu’un s’identifie sans avoir de compte ici, sa demande s’affiche sur cette page."
          />
        }
      }
    </pl-page>
  `,
  styles: `
    article {
      display: grid;
      gap: var(--pl-e1);
    }

    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--pl-e1) var(--pl-e2);
    }

    .message {
      padding-left: var(--pl-e2);
      border-left: 2px solid var(--pl-filet);
      white-space: pre-line;
    }
  `,
})
export class DemandesPage {
  private readonly client = inject(ActeursClient);
  private readonly saisie = inject(Saisie);
  private readonly annonce = inject(Annonce);
  private readonly personnes = this.client.personnes();
  private readonly organisations = this.client.organisations();

  protected readonly demandes = this.client.demandes();
  protected readonly signes = SIGNES;
  protected readonly libelles = LIBELLES_STATUTS_DEMANDE;

  /** « SIRET 21370261600013, le 3 mars 2026 à 9 h 12 ». */
  protected presenter({ siret, creeLe }: DemandeAcces): string {
    const quand = `le ${formaterDate(creeLe)} à ${formaterHeure(creeLe)}`;
    return siret === null ? quand : `SIRET ${siret}, ${quand}`;
  }

  /** « Déclinée par Claire Vasseur le 3 mars 2026 : motif ». */
  protected direReponse({ statut, traiteePar, traiteeLe, motif }: DemandeAcces): string {
    const quand = traiteeLe === null ? '' : ` le ${formaterDate(traiteeLe)}`;
    const reponse = `${LIBELLES_STATUTS_DEMANDE[statut]} par ${traiteePar ?? ''}${quand}`;
    return motif === null ? `${reponse}.` : `${reponse}\u00A0: ${motif}`;
  }

  protected async accepter(demande: DemandeAcces): Promise<void> {
    const personnes = this.personnes.hasValue() ? this.personnes.value() : [];
    const organisations = this.organisations.hasValue() ? this.organisations.value() : [];
    const acceptee = await this.saisie.demander(saisieAcceptation(this.client, demande, personnes, organisations));
    if (acceptee) await this.dire(`${demande.nom}\u00A0: accès ouvert.`);
  }

  protected async decliner(demande: DemandeAcces): Promise<void> {
    const declinee = await this.saisie.demander(saisieRefus(this.client, demande));
    if (declinee) await this.dire(`${demande.nom}\u00A0: demande déclinée.`);
  }

  private async dire(texte: string): Promise<void> {
    this.demandes.reload();
    this.personnes.reload();
    await this.annonce.dire(texte);
  }
}
