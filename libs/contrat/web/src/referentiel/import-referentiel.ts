import { Component, inject, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  type AnnulationReferentiel,
  type ApercuReferentiel,
  type ImportReferentiel,
  LIBELLES_GENRES_REFERENTIEL,
  LIBELLES_STATUTS_REFERENTIEL,
  type LectureReferentiel,
  LIMITES_REFERENTIEL,
} from '@pleniere/contrat/domain';
import { accorder } from '@pleniere/shared/domain';
import { Annonce, Confirmation, DateFr, ErreurApi, PlDepot, PlErreur, PlPuceStatut } from '@pleniere/shared/ui';
import { ApercuDuReferentiel } from './apercu-referentiel';
import { type PageReferentiel, ReferentielClient } from './referentiel-client';

function refuser(title: string): ErreurApi {
  return new ErreurApi({ type: 'about:blank', status: 422, title, detail: 'Rien n’a été envoyé.' });
}

/** Reference files on the page of the quartiers: sent, checked line by line, applied, undone. */
@Component({
  selector: 'pl-import-referentiel',
  imports: [ApercuDuReferentiel, DateFr, MatButton, PlDepot, PlErreur, PlPuceStatut],
  templateUrl: './import-referentiel.html',
  styleUrl: './import-referentiel.scss',
})
export class ImportDuReferentiel {
  private readonly client = inject(ReferentielClient);
  private readonly confirmation = inject(Confirmation);
  private readonly annonce = inject(Annonce);

  /** The quartiers of the contrat are no longer what they were. */
  readonly changement = output();

  protected readonly imports = this.client.liste();
  protected readonly apercu = signal<ApercuReferentiel | null>(null);
  protected readonly annulation = signal<AnnulationReferentiel | null>(null);
  protected readonly occupe = signal(false);
  protected readonly refus = signal<unknown>(null);

  protected readonly genres = LIBELLES_GENRES_REFERENTIEL;
  protected readonly statuts = LIBELLES_STATUTS_REFERENTIEL;
  protected readonly tons = { ouvert: 'attention', applique: 'succes', annule: 'neutre' } as const;
  protected readonly accorder = accorder;

  protected async deposer([fichier, autre]: readonly File[]): Promise<void> {
    if (!fichier || this.occupe()) return;
    if (autre) {
      this.refus.set(refuser('Déposez un seul fichier à la fois.'));
      return;
    }
    if (fichier.size > LIMITES_REFERENTIEL.octets) {
      this.refus.set(refuser(`Ce fichier dépasse ${LIMITES_REFERENTIEL.octets / 1e6}\u00A0Mo.`));
      return;
    }
    await this.faire(async () => this.montrer(await this.client.deposer(fichier)));
  }

  protected ouvrir({ id }: ImportReferentiel): Promise<void> {
    return this.faire(async () => this.montrer(await this.client.lire(id)));
  }

  protected tourner({ id }: ApercuReferentiel, page: PageReferentiel): Promise<void> {
    return this.faire(async () => this.montrer(await this.client.lire(id, page)));
  }

  protected relire(apercu: ApercuReferentiel, lecture: LectureReferentiel): Promise<void> {
    return this.faire(async () => this.montrer(await this.client.choisirLecture(apercu, lecture)));
  }

  protected appliquer(apercu: ApercuReferentiel): Promise<void> {
    return this.faire(async () => {
      const fait = await this.client.appliquer(apercu);
      this.montrer(fait);
      this.changement.emit();
      await this.annonce.dire(`${fait.fichier}\u00A0: ${accorder(fait.ecrites, 'élément écrit', 'éléments écrits')}.`);
    });
  }

  protected async annuler(fait: ImportReferentiel): Promise<void> {
    const confirme = await this.confirmation.demander({
      titre: `Annuler l’import de ${fait.fichier}\u202F?`,
      texte: 'Tout revient à ce qui était écrit avant, sauf ce que quelqu’un a changé ou cité depuis.',
      action: 'Annuler cet import',
    });
    if (!confirme) return;
    await this.faire(async () => {
      this.annulation.set(await this.client.annuler(fait));
      this.apercu.set(null);
      this.changement.emit();
    });
  }

  protected oublier(apercu: ApercuReferentiel): Promise<void> {
    return this.faire(async () => {
      await this.client.supprimer(apercu);
      this.apercu.set(null);
    });
  }

  private montrer(apercu: ApercuReferentiel): void {
    this.annulation.set(null);
    this.apercu.set(apercu);
  }

  private async faire(travail: () => Promise<void> | void): Promise<void> {
    this.occupe.set(true);
    this.refus.set(null);
    try {
      await travail();
    } catch (erreur) {
      this.refus.set(erreur);
    } finally {
      this.occupe.set(false);
      this.imports.reload();
    }
  }
}
