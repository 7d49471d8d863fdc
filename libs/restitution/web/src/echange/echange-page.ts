import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { RubriquesContrat } from '@pleniere/acteurs/web';
import { codeAffiche } from '@pleniere/fiches/domain';
import {
  type ApercuEchange,
  type ChoixEchange,
  LIMITES_ECHANGE,
  type RapportEchange,
} from '@pleniere/restitution/domain';
import { accorder } from '@pleniere/shared/domain';
import {
  Annonce,
  Confirmation,
  ErreurApi,
  PlDepot,
  PlErreur,
  PlIcone,
  PlPage,
  PlPuceStatut,
} from '@pleniere/shared/ui';
import { EchangeClient } from './echange-client';
import { direComptes } from './mots-echange';

const REFUS = { type: 'about:blank', status: 422, detail: 'Rien n’a été envoyé.' };

/** A contrat out in a file, and a file in: dropped, seen, then applied whole or not at all. */
@Component({
  selector: 'pl-echange-page',
  imports: [MatButton, PlDepot, PlErreur, PlIcone, PlPage, PlPuceStatut, RouterLink, RubriquesContrat],
  templateUrl: './echange-page.html',
  styleUrl: './echange-page.scss',
})
export class EchangePage {
  private readonly client = inject(EchangeClient);
  private readonly annonce = inject(Annonce);
  private readonly confirmation = inject(Confirmation);

  protected readonly gerer = inject(SessionStore).peut('contrat.gerer');
  protected readonly adresse = this.client.adresseExport();
  protected readonly schema = this.client.adresseSchema;
  protected readonly codeAffiche = codeAffiche;

  protected readonly fichier = signal<File | null>(null);
  protected readonly choix = signal<ChoixEchange>({ conflits: 'refuser', statut: 'brouillon' });
  protected readonly apercu = signal<ApercuEchange | null>(null);
  protected readonly rapport = signal<RapportEchange | null>(null);
  protected readonly occupe = signal(false);
  /** What was seen is being written. */
  protected readonly importe = signal(false);
  protected readonly refus = signal<unknown>(null);

  protected readonly crees = computed(() => direComptes(this.apercu()?.crees ?? this.rapport()?.crees ?? VIDE));
  protected readonly prises = computed(() => this.apercu()?.fiches.filter(({ prise }) => prise).length ?? 0);
  protected readonly motifDuBlocage = computed(() => {
    const prises = this.prises();
    const codes = accorder(prises, 'code de ce fichier est déjà pris', 'codes de ce fichier sont déjà pris');
    return this.apercu()?.bloque ? `${codes}\u00A0: choisissez de renuméroter, ou retirez ces fiches du fichier.` : '';
  });

  protected async changer(choix: Partial<ChoixEchange>): Promise<void> {
    this.choix.update((avant) => ({ ...avant, ...choix }));
    await this.examiner();
  }

  protected async appliquer(): Promise<void> {
    const fichier = this.fichier();
    if (!fichier || !(await this.confirmer())) return;
    this.importe.set(true);
    await this.faire(async () => {
      const rapport = await this.client.importer(fichier, this.choix());
      this.oublier();
      this.rapport.set(rapport);
      await this.annonce.dire(`${accorder(rapport.crees.fiches, 'fiche importée', 'fiches importées')}.`);
    });
    this.importe.set(false);
  }

  protected oublier(): void {
    this.fichier.set(null);
    this.apercu.set(null);
    this.rapport.set(null);
    this.refus.set(null);
  }

  protected async deposer([fichier, autre]: readonly File[]): Promise<void> {
    if (!fichier || this.occupe() || !this.gerer) return;
    this.oublier();
    if (autre) {
      this.refus.set(new ErreurApi({ ...REFUS, title: 'Déposez un seul fichier à la fois.' }));
    } else if (fichier.size > LIMITES_ECHANGE.octets) {
      this.refus.set(new ErreurApi({ ...REFUS, title: `Ce fichier dépasse ${LIMITES_ECHANGE.octets / 1e6}\u00A0Mo.` }));
    } else {
      this.fichier.set(fichier);
      await this.examiner();
    }
  }

  /** An import comes back fiche by fiche only: it is asked once more. */
  private confirmer(): Promise<boolean> {
    return this.confirmation.demander({
      titre: 'Faire entrer ce contrat\u202F?',
      texte: `Seront créés\u00A0: ${this.crees().join(', ') || 'rien'}. Un import ne s’annule pas d’un geste\u00A0: il faudrait retirer ensuite ce qui est entré, élément par élément.`,
      action: 'Importer',
    });
  }

  private async examiner(): Promise<void> {
    const fichier = this.fichier();
    if (!fichier) return;
    await this.faire(async () => this.apercu.set(await this.client.apercu(fichier, this.choix())));
  }

  private async faire(travail: () => Promise<void>): Promise<void> {
    this.occupe.set(true);
    this.refus.set(null);
    try {
      await travail();
    } catch (erreur) {
      this.refus.set(erreur);
    } finally {
      this.occupe.set(false);
    }
  }
}

const VIDE: ApercuEchange['crees'] = {
  ...{ communes: 0, quartiers: 0, enjeux: 0, orientations: 0, organisations: 0 },
  ...{ fiches: 0, actions: 0, declinaisons: 0, indicateurs: 0, valeurs: 0 },
};
