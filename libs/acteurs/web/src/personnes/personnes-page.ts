import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { LIBELLES_ROLES, ROLES } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import type { Mandat, Personne } from '@pleniere/acteurs/domain';
import { accorder } from '@pleniere/shared/domain';
import {
  Annonce,
  Confirmation,
  type DemandeConfirmation,
  PlErreur,
  PlEtatVide,
  PlIcone,
  PlPage,
  PlSquelette,
  Saisie,
} from '@pleniere/shared/ui';
import { ActeursClient } from '../acteurs-client';
import { RubriquesContrat } from '../rubriques/rubriques-contrat';
import { DialogueInvitation } from './dialogue-invitation';
import { LignePersonne } from './ligne-personne';
import { estEnCours } from './periode';
import { saisieMandat, saisiePersonne } from './saisir-personne';

interface Groupe {
  libelle: string;
  personnes: Personne[];
}

function parRole(personnes: readonly Personne[]): Groupe[] {
  const enCours = (personne: Personne) => personne.mandats.filter((mandat) => estEnCours(mandat));
  const groupes = ROLES.map((role) => ({
    libelle: LIBELLES_ROLES[role],
    personnes: personnes.filter((personne) => enCours(personne)[0]?.role === role),
  }));
  const autres = personnes.filter((personne) => enCours(personne).length === 0);
  return [...groupes, { libelle: 'Sans mandat en cours', personnes: autres }].filter(
    (groupe) => groupe.personnes.length > 0,
  );
}

/** People of the contrat, by role, with their mandats and the state of their account. */
@Component({
  selector: 'pl-personnes-page',
  imports: [LignePersonne, MatButton, PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette, RubriquesContrat],
  templateUrl: './personnes-page.html',
  styles: `
    section {
      display: grid;
      gap: var(--pl-e1);
    }
  `,
})
export class PersonnesPage {
  private readonly client = inject(ActeursClient);
  private readonly saisie = inject(Saisie);
  private readonly confirmation = inject(Confirmation);
  private readonly annonce = inject(Annonce);
  private readonly dialogue = inject(MatDialog);

  protected readonly personnes = this.client.personnes();
  private readonly organisations = this.client.organisations();
  protected readonly gerer = inject(SessionStore).peut('acteurs.gerer');
  /** Refusal of the last gesture, shown beside the person that it was about. */
  protected readonly refus = signal<{ id: string; erreur: unknown } | null>(null);

  protected readonly groupes = computed(() => (this.personnes.hasValue() ? parRole(this.personnes.value()) : []));
  protected readonly lede = computed(() =>
    this.personnes.hasValue()
      ? `${accorder(this.personnes.value().length, 'personne')}. Un mandat donne un rôle, pour une organisation et une période.`
      : undefined,
  );

  protected async ajouter(): Promise<void> {
    const ajoutee = await this.saisie.demander(saisiePersonne(this.client));
    if (ajoutee) await this.dire(`${ajoutee.nom}\u00A0: ajouté. Donnez-lui un mandat pour qu’il ou elle ait un rôle.`);
  }

  protected async modifier(personne: Personne): Promise<void> {
    this.refus.set(null);
    const enregistree = await this.saisie.demander(saisiePersonne(this.client, personne));
    if (enregistree) await this.dire(`${enregistree.nom}\u00A0: enregistré.`);
  }

  protected async saisirMandat(personne: Personne, mandat?: Mandat): Promise<void> {
    this.refus.set(null);
    const organisations = this.organisations.hasValue() ? this.organisations.value() : [];
    const enregistre = await this.saisie.demander(saisieMandat(this.client, organisations, personne, mandat));
    if (enregistre) await this.dire(`Mandat de ${personne.nom}\u00A0: enregistré.`);
  }

  protected async inviter(personne: Personne): Promise<void> {
    await this.tenter(personne, async () => {
      const lien = await this.client.inviter(personne.id);
      this.dialogue.open(DialogueInvitation, { data: { personne, lien }, width: '36rem', maxWidth: '95vw' });
      this.personnes.reload();
    });
  }

  protected async supprimerMandat(personne: Personne, mandat: Mandat): Promise<void> {
    const demande = {
      titre: `Supprimer ce mandat de ${personne.nom}\u202F?`,
      texte: 'À faire seulement s’il a été donné par erreur. Pour un départ, donnez-lui plutôt une date de fin.',
      action: 'Supprimer le mandat',
    };
    await this.apresConfirmation(personne, demande, 'Mandat supprimé.', () => this.client.supprimerMandat(mandat));
  }

  protected async fermerCompte(personne: Personne): Promise<void> {
    const demande = {
      titre: `Fermer le compte de ${personne.nom}\u202F?`,
      texte: 'Ses sessions ouvertes prennent fin aussitôt. Ce que cette personne a écrit reste signé de son nom.',
      action: 'Fermer le compte',
    };
    await this.apresConfirmation(personne, demande, 'Compte fermé.', () => this.client.fermerCompte(personne.id));
  }

  protected async supprimer(personne: Personne): Promise<void> {
    const demande = {
      titre: `Supprimer ${personne.nom}\u202F?`,
      texte: 'Une personne qui a un mandat, un compte ou qu’une fiche nomme ne peut pas être supprimée.',
      action: 'Supprimer',
    };
    await this.apresConfirmation(personne, demande, `${personne.nom}\u00A0: supprimé.`, () =>
      this.client.supprimerPersonne(personne),
    );
  }

  private async apresConfirmation(
    personne: Personne,
    demande: DemandeConfirmation,
    fait: string,
    geste: () => Promise<void>,
  ): Promise<void> {
    this.refus.set(null);
    if (!(await this.confirmation.demander(demande))) return;
    await this.tenter(personne, async () => {
      await geste();
      await this.dire(fait);
    });
  }

  private async tenter(personne: Personne, geste: () => Promise<void>): Promise<void> {
    this.refus.set(null);
    try {
      await geste();
    } catch (erreur) {
      this.refus.set({ id: personne.id, erreur });
      this.personnes.reload();
    }
  }

  private async dire(texte: string): Promise<void> {
    this.personnes.reload();
    await this.annonce.dire(texte);
  }
}
