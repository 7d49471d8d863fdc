import { Component, computed, inject, type Injector, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { ArreteResume } from '@pleniere/plenieres/domain';
import {
  ANNEES_RAPPORT,
  CHOIX_DES_SORTES,
  type DocumentProduit,
  FICHES_APERCU,
  LIBELLES_DOCUMENTS,
  LIBELLES_SECTIONS,
  type OptionsDeDocument,
  type SectionDuLivre,
  SECTIONS_DU_LIVRE,
  type SorteDeDocument,
  SORTES_DOCUMENT,
} from '@pleniere/restitution/domain';
import { DateFr, PlErreur } from '@pleniere/shared/ui';
import { firstValueFrom } from 'rxjs';
import { DocumentsClient } from '../documents-client';
import { ChoixDesFiches } from './choix-des-fiches';

/** The arrêté that a document is made from, and those before it. */
export interface CadreDeLaDemande {
  arrete: ArreteResume;
  anterieurs: ArreteResume[];
}

/** What document to make: its kind, then what differs from the whole. */
@Component({
  selector: 'pl-dialogue-document',
  imports: [
    ChoixDesFiches,
    DateFr,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    PlErreur,
  ],
  templateUrl: './dialogue-document.html',
  styleUrl: './dialogue-document.scss',
})
export class DialogueDocument {
  private readonly client = inject(DocumentsClient);
  private readonly fenetre = inject<MatDialogRef<DialogueDocument, DocumentProduit>>(MatDialogRef);
  protected readonly cadre = inject<CadreDeLaDemande>(MAT_DIALOG_DATA);

  protected readonly libelles = LIBELLES_DOCUMENTS;
  protected readonly libellesSections = LIBELLES_SECTIONS;
  protected readonly toutesLesSections = SECTIONS_DU_LIVRE;
  protected readonly annees = ANNEES_RAPPORT;
  /** Nothing is compared with nothing. */
  protected readonly sortes = SORTES_DOCUMENT.filter(
    (sorte) => !CHOIX_DES_SORTES[sorte].includes('depuis') || this.cadre.anterieurs.length > 0,
  );

  protected readonly sorte = signal<SorteDeDocument>('livre-pdf');
  protected readonly ficheIds = signal<readonly string[]>(this.cadre.arrete.perimetre.map(({ id }) => id));
  protected readonly sections = signal<ReadonlySet<SectionDuLivre>>(new Set(SECTIONS_DU_LIVRE));
  protected readonly depuis = signal(this.cadre.anterieurs[0]?.id ?? '');
  protected readonly annee = signal(Number(this.cadre.arrete.figeLe.slice(0, 4)));
  protected readonly refus = signal<unknown>(null);
  protected readonly enCours = signal(false);

  protected readonly choix = computed(() => CHOIX_DES_SORTES[this.sorte()]);
  protected readonly pret = computed(() => {
    const [choix, { min, max }] = [this.choix(), ANNEES_RAPPORT];
    const fiches = !choix.includes('fiches') || this.ficheIds().length > 0;
    const sections = !choix.includes('sections') || this.sections().size > 0;
    const annee = !choix.includes('annee') || (this.annee() >= min && this.annee() <= max);
    return fiches && sections && annee;
  });
  protected readonly apercu = computed(() => {
    const ficheIds = this.ficheIds().slice(0, FICHES_APERCU);
    if (this.sorte() !== 'livre-pdf' || ficheIds.length === 0 || this.sections().size === 0) return null;
    return this.client.adresseApercu(this.cadre.arrete.id, { ficheIds, sections: this.sectionsChoisies() });
  });

  protected cocher(section: SectionDuLivre, coche: boolean): void {
    this.sections.update((avant) => {
      const apres = new Set(avant);
      if (coche) apres.add(section);
      else apres.delete(section);
      return apres;
    });
  }

  protected async demander(): Promise<void> {
    if (!this.pret()) return;
    this.refus.set(null);
    this.enCours.set(true);
    try {
      const demande = { sorte: this.sorte(), options: this.options() };
      this.fenetre.close(await this.client.demander(this.cadre.arrete.id, demande));
    } catch (erreur) {
      this.refus.set(erreur);
    } finally {
      this.enCours.set(false);
    }
  }

  /** What differs from the whole, for this kind of document alone. */
  private options(): OptionsDeDocument {
    const choix = this.choix();
    const entier = this.cadre.arrete.perimetre.map(({ id }) => id).join() === this.ficheIds().join();
    return {
      ficheIds: choix.includes('fiches') && !entier ? [...this.ficheIds()] : [],
      sections: choix.includes('sections') ? this.sectionsChoisies() : [],
      ...(choix.includes('depuis') && { arreteDepuisId: this.depuis() }),
      ...(choix.includes('annee') && { annee: this.annee() }),
    };
  }

  private sectionsChoisies(): SectionDuLivre[] {
    const choisies = SECTIONS_DU_LIVRE.filter((section) => this.sections().has(section));
    return choisies.length === SECTIONS_DU_LIVRE.length ? [] : choisies;
  }
}

/** Opens the dialog and waits for what was asked; null when the person gave up. */
export async function ouvrirDemande(injector: Injector, data: CadreDeLaDemande): Promise<DocumentProduit | null> {
  const ouvert = injector.get(MatDialog).open<DialogueDocument, CadreDeLaDemande, DocumentProduit>(DialogueDocument, {
    data,
    width: '46rem',
    maxWidth: 'calc(100vw - 2rem)',
    // A click beside must not lose what was chosen.
    disableClose: true,
  });
  return (await firstValueFrom(ouvert.afterClosed())) ?? null;
}
