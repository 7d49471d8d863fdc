import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { SessionStore } from '@pleniere/acces/web';
import { CATEGORIES, LIBELLES_CATEGORIES, type Organisation } from '@pleniere/acteurs/domain';
import { accorder } from '@pleniere/shared/domain';
import {
  Annonce,
  Confirmation,
  PlErreur,
  PlEtatVide,
  PlGestes,
  PlIcone,
  PlPage,
  PlPuceStatut,
  PlSquelette,
  Saisie,
} from '@pleniere/shared/ui';
import { ActeursClient } from '../acteurs-client';
import { RubriquesContrat } from '../rubriques/rubriques-contrat';
import { saisieOrganisation } from './saisir-organisation';

/** Organisations of the contrat, by category: signatories first in mind, pilotes and partners. */
@Component({
  selector: 'pl-organisations-page',
  imports: [MatButton, PlErreur, PlEtatVide, PlGestes, PlIcone, PlPage, PlPuceStatut, PlSquelette, RubriquesContrat],
  templateUrl: './organisations-page.html',
  styleUrl: './organisations-page.scss',
})
export class OrganisationsPage {
  private readonly client = inject(ActeursClient);
  private readonly saisie = inject(Saisie);
  private readonly confirmation = inject(Confirmation);
  private readonly annonce = inject(Annonce);

  protected readonly organisations = this.client.organisations();
  private readonly communes = this.client.communes();
  protected readonly gerer = inject(SessionStore).peut('acteurs.gerer');
  /** Refusal of a deletion, shown beside what could not be deleted. */
  protected readonly refus = signal<{ id: string; erreur: unknown } | null>(null);

  protected readonly groupes = computed(() =>
    this.organisations.hasValue()
      ? CATEGORIES.map((categorie) => ({
          libelle: LIBELLES_CATEGORIES[categorie],
          organisations: this.organisations.value().filter((organisation) => organisation.categorie === categorie),
        })).filter(({ organisations }) => organisations.length > 0)
      : [],
  );
  protected readonly lede = computed(() => {
    if (!this.organisations.hasValue()) return undefined;
    const toutes = this.organisations.value();
    const signataires = toutes.filter(({ signataire }) => signataire).length;
    return `${accorder(toutes.length, 'organisation')}, dont ${accorder(signataires, 'signataire')}.`;
  });

  protected commune({ communeCode }: Organisation): string | null {
    if (communeCode === null || !this.communes.hasValue()) return communeCode;
    return this.communes.value().find(({ code }) => code === communeCode)?.nom ?? communeCode;
  }

  protected async saisir(connue?: Organisation): Promise<void> {
    this.refus.set(null);
    const communes = this.communes.hasValue() ? this.communes.value() : [];
    const enregistree = await this.saisie.demander(saisieOrganisation(this.client, communes, connue));
    if (!enregistree) return;
    this.organisations.reload();
    await this.annonce.dire(`${enregistree.nom}\u00A0: enregistré.`);
  }

  protected async supprimer(organisation: Organisation): Promise<void> {
    this.refus.set(null);
    const confirme = await this.confirmation.demander({
      titre: `Supprimer ${organisation.nom}\u202F?`,
      texte: 'Une organisation qu’une fiche, un mandat ou un indicateur nomme ne peut pas être supprimée.',
      action: 'Supprimer',
    });
    if (!confirme) return;
    try {
      await this.client.supprimerOrganisation(organisation);
      this.organisations.reload();
      await this.annonce.dire(`${organisation.nom}\u00A0: supprimé.`);
    } catch (erreur) {
      this.refus.set({ id: organisation.id, erreur });
      this.organisations.reload();
    }
  }
}
