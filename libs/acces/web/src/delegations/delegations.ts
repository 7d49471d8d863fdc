import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import {
  type Delegation,
  type DelegationSaisie,
  type DelegationsPersonne,
  verifierDelegation,
} from '@pleniere/acces/domain';
import { formaterDate, jourDeParis } from '@pleniere/shared/domain';
import {
  Annonce,
  Confirmation,
  type DemandeSaisie,
  PlErreur,
  PlPuceStatut,
  PlSquelette,
  Saisie,
} from '@pleniere/shared/ui';
import { AccesClient } from '../acces-client';

type Typee = DelegationSaisie & Record<string, string>;

/** Who acts in somebody's place while they are away: one's own delegations, or a person's for the team. */
@Component({
  selector: 'pl-delegations',
  imports: [PlErreur, PlPuceStatut, PlSquelette],
  template: `
    @if (refus(); as erreur) {
      <pl-erreur [erreur]="erreur" [action]="null" />
    }
    @if (lues.error(); as erreur) {
      <pl-erreur [erreur]="erreur" (reessayer)="lues.reload()" />
    } @else if (!lues.hasValue()) {
      <pl-squelette />
    } @else {
      @let toutes = lues.value();
      <p class="pl-discret">
        Une personne de la même organisation agit à la place de l’absente, avec son rôle s’il est plus large. Ce qu’elle
        fait porte son propre nom, «&#8239;par délégation de&#8239;».
      </p>
      <ul class="pl-lignes">
        @for (delegation of toutes.donnees; track delegation.id) {
          <li>
            <span>
              <strong>{{ delegation.delegue.nom }}</strong>
              <span class="pl-discret">{{ periode(delegation) }}</span>
            </span>
            <span class="pl-rangee">
              @if (enCours(delegation)) {
                <pl-puce-statut libelle="En cours" ton="info" icone="en-cours" />
              }
              <button
                class="pl-bouton discret"
                type="button"
                [attr.aria-label]="'Mettre fin à la délégation à ' + delegation.delegue.nom"
                (click)="mettreFin(delegation)"
              >
                Mettre fin
              </button>
            </span>
          </li>
        }
        @for (delegation of toutes.recues; track delegation.id) {
          <li>
            <span>
              À la place de <strong>{{ delegation.personne.nom }}</strong>
              <span class="pl-discret">{{ periode(delegation) }}</span>
            </span>
            @if (enCours(delegation)) {
              <pl-puce-statut libelle="En cours" ton="info" icone="en-cours" />
            }
          </li>
        }
      </ul>
      @if (toutes.collegues.length > 0) {
        <div>
          <button class="pl-bouton" type="button" (click)="deleguer()">Déléguer</button>
        </div>
      } @else {
        <p>Personne d’autre de la même organisation n’a de compte.</p>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e2);
    }

    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0 var(--pl-e2);
      min-height: 3.25rem;
      padding-block: 0.375rem;
    }

    strong + .pl-discret {
      display: block;
    }
  `,
})
export class PlDelegations {
  private readonly client = inject(AccesClient);
  private readonly saisie = inject(Saisie);
  private readonly confirmation = inject(Confirmation);
  private readonly annonce = inject(Annonce);

  /** Address of the delegations of the person. */
  readonly adresse = input.required<string>();

  protected readonly lues = httpResource<DelegationsPersonne>(() => this.adresse());
  protected readonly refus = signal<unknown>(null);
  private readonly collegues = computed(() => (this.lues.hasValue() ? this.lues.value().collegues : []));

  protected periode({ du, au }: Delegation): string {
    return du === au ? `le ${formaterDate(du)}` : `du ${formaterDate(du)} au ${formaterDate(au)}`;
  }

  protected enCours({ du, au }: Delegation): boolean {
    const jour = jourDeParis();
    return du <= jour && jour <= au;
  }

  protected async deleguer(): Promise<void> {
    this.refus.set(null);
    const donnee = await this.saisie.demander(this.formulaire());
    if (donnee) await this.dire(`${donnee.delegue.nom}\u00A0: délégation enregistrée.`);
  }

  protected async mettreFin(delegation: Delegation): Promise<void> {
    this.refus.set(null);
    const { nom } = delegation.delegue;
    const demande = {
      titre: `Mettre fin à la délégation à ${nom}\u202F?`,
      texte: `${nom} retrouve son seul rôle aussitôt. Ce qui a été fait reste fait.`,
      action: 'Mettre fin',
    };
    if (!(await this.confirmation.demander(demande))) return;
    try {
      await this.client.mettreFinDelegation(this.adresse(), delegation);
      await this.dire('Délégation terminée.');
    } catch (erreur) {
      this.refus.set(erreur);
      this.lues.reload();
    }
  }

  private formulaire(): DemandeSaisie<Typee, Delegation> {
    return {
      titre: 'Déléguer pendant une absence',
      action: 'Déléguer',
      champs: [
        {
          cle: 'delegueId',
          type: 'choix',
          libelle: 'À',
          requis: 'Choisissez une personne.',
          options: this.collegues().map(({ id, nom, fonction }) => ({ valeur: id, libelle: `${nom}, ${fonction}` })),
        },
        { cle: 'du', type: 'date', libelle: 'Du', requis: 'Indiquez le premier jour de l’absence.' },
        {
          cle: 'au',
          type: 'date',
          libelle: 'Au',
          requis: 'Indiquez le dernier jour de l’absence.',
          verifier: (saisie) => verifierDelegation(saisie, jourDeParis()),
        },
      ],
      valeur: { delegueId: this.collegues()[0]?.id ?? '', du: jourDeParis(), au: '' },
      enregistrer: ({ delegueId, du, au }) => this.client.deleguer(this.adresse(), { delegueId, du, au }),
    };
  }

  private async dire(texte: string): Promise<void> {
    this.lues.reload();
    await this.annonce.dire(texte);
  }
}
