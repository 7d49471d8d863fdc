import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { LIBELLES_ROLES } from '@pleniere/acces/domain';
import {
  AccesClient,
  JournalConnexions,
  PlDelegations,
  PrendreDonnees,
  RgpdClient,
  SessionStore,
} from '@pleniere/acces/web';
import { accorder, formaterDate, formaterHeure } from '@pleniere/shared/domain';
import {
  Annonce,
  Confirmation,
  type DemandeConfirmation,
  lireProbleme,
  PlErreur,
  PlEtatVide,
  PlIcone,
  PlPage,
  PlSquelette,
} from '@pleniere/shared/ui';
import { ActeursClient } from '../../acteurs-client';
import { DialogueInvitation } from '../dialogue-invitation';
import { direPeriode, estEnCours } from '../periode';

const direMoment = (iso: string) => `${formaterDate(iso)} à ${formaterHeure(iso)}`;

/** The account of one person, for the team: how it opens, until when, and what happened on it. */
@Component({
  selector: 'pl-personne-page',
  imports: [
    JournalConnexions,
    MatButton,
    PlDelegations,
    PlErreur,
    PlEtatVide,
    PlIcone,
    PlPage,
    PlSquelette,
    PrendreDonnees,
    RouterLink,
  ],
  templateUrl: './personne-page.html',
  styleUrl: './personne-page.scss',
})
export class PersonnePage {
  private readonly client = inject(ActeursClient);
  private readonly acces = inject(AccesClient);
  private readonly rgpd = inject(RgpdClient);
  private readonly confirmation = inject(Confirmation);
  private readonly annonce = inject(Annonce);
  private readonly dialogue = inject(MatDialog);
  private readonly session = inject(SessionStore).session;

  /** Identifier of the person, from the address. */
  readonly id = input.required<string>();

  protected readonly personnes = this.client.personnes();
  protected readonly compte = this.client.compte(() => this.id());
  protected readonly refus = signal<unknown>(null);
  protected readonly adresseDelegations = computed(() => `/api/v1/personnes/${this.id()}/delegations`);
  protected readonly adresseConnexions = computed(() => `/api/v1/personnes/${this.id()}/connexions`);
  protected readonly adresseDonnees = computed(() => `/api/v1/personnes/${this.id()}/donnees`);
  protected readonly personne = computed(() =>
    this.personnes.hasValue() ? this.personnes.value().find(({ id }) => id === this.id()) : undefined,
  );
  protected readonly moi = computed(() => this.session()?.personne.id === this.id());
  protected readonly sansCompte = computed(() => lireProbleme(this.compte.error()).status === 404);
  protected readonly mandats = computed(() =>
    (this.personne()?.mandats ?? [])
      .filter((mandat) => estEnCours(mandat))
      .map((mandat) => `${mandat.organisation.nom}, ${LIBELLES_ROLES[mandat.role]}, ${direPeriode(mandat)}`),
  );
  /** What there is to know of the account, in words. */
  protected readonly faits = computed(() => {
    if (!this.compte.hasValue()) return [];
    const { motDePasse, fournisseurLie, secondFacteur, invitationExpire, sessions, derniereConnexion } =
      this.compte.value();
    const moyens = [motDePasse && 'mot de passe', fournisseurLie && 'fournisseur d’identité'].filter(Boolean);
    return [
      { quoi: 'S’ouvre par', dit: moyens.join(' ou ') || 'rien encore\u00A0: l’invitation attend' },
      ...(invitationExpire === null ? [] : [{ quoi: 'Lien d’activation', dit: direLien(invitationExpire) }]),
      {
        quoi: 'Second facteur',
        dit: secondFacteur.actifLe ? `actif depuis le ${formaterDate(secondFacteur.actifLe)}` : 'aucun',
      },
      { quoi: 'Sessions ouvertes', dit: accorder(sessions, 'session') },
      { quoi: 'Dernière connexion', dit: derniereConnexion ? `le ${direMoment(derniereConnexion)}` : 'jamais' },
    ];
  });
  protected readonly secondFacteur = computed(
    () => this.compte.hasValue() && this.compte.value().secondFacteur.actifLe !== null,
  );

  protected async inviter(): Promise<void> {
    const personne = this.personne();
    if (!personne) return;
    await this.tenter(async () => {
      const lien = await this.client.inviter(personne.id);
      this.dialogue.open(DialogueInvitation, { data: { personne, lien }, width: '36rem', maxWidth: '95vw' });
    });
  }

  protected async reinitialiser(nom: string): Promise<void> {
    const demande = {
      titre: `Retirer le second facteur de ${nom}\u202F?`,
      texte:
        'À faire quand son téléphone est perdu. Ses sessions prennent fin\u202F; le mot de passe suffira pour entrer.',
      action: 'Retirer le second facteur',
    };
    await this.apresConfirmation(demande, 'Second facteur retiré.', () =>
      this.acces.reinitialiserSecondFacteur(this.id()),
    );
  }

  protected async fermer(nom: string): Promise<void> {
    const demande = {
      titre: `Fermer le compte de ${nom}\u202F?`,
      texte: 'Ses sessions ouvertes prennent fin aussitôt. Ce que cette personne a écrit reste signé de son nom.',
      action: 'Fermer le compte',
    };
    await this.apresConfirmation(demande, 'Compte fermé.', () => this.client.fermerCompte(this.id()));
  }

  protected async effacer(nom: string): Promise<void> {
    const demande = {
      titre: `Effacer ${nom}\u202F?`,
      texte:
        'Son nom disparaît partout\u202F; sa fonction et son organisation signent à sa place. Son compte, ses connexions et ses courriels sont supprimés. On ne revient pas en arrière\u00A0: téléchargez d’abord ses données si elle les demande.',
      action: 'Effacer définitivement',
    };
    await this.apresConfirmation(demande, 'C’est fait\u00A0: son nom n’est plus affiché.', async () => {
      await this.rgpd.effacer(this.id());
      this.personnes.reload();
    });
  }

  private async apresConfirmation(
    demande: DemandeConfirmation,
    fait: string,
    geste: () => Promise<void>,
  ): Promise<void> {
    if (!(await this.confirmation.demander(demande))) return;
    await this.tenter(async () => {
      await geste();
      await this.annonce.dire(fait);
    });
  }

  private async tenter(geste: () => Promise<void>): Promise<void> {
    this.refus.set(null);
    try {
      await geste();
    } catch (erreur) {
      this.refus.set(erreur);
    }
    this.compte.reload();
  }
}

function direLien(expire: string): string {
  return new Date(expire) < new Date() ? `expiré le ${direMoment(expire)}` : `bon jusqu’au ${direMoment(expire)}`;
}
