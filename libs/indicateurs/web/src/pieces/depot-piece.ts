import { Component, type ElementRef, input, output, signal, viewChild } from '@angular/core';
import { EXTENSIONS_PIECE, LIMITES_PIECE } from '@pleniere/indicateurs/domain';
import { INSECABLE } from '@pleniere/shared/domain';
import { PlIcone } from '@pleniere/shared/ui';

const MEGAOCTETS = LIMITES_PIECE.octets / 1024 / 1024;

/** A file and what the person answered of it. */
export interface PieceDeposee {
  fichier: File;
  donneesPersonnelles: boolean;
}

/** Where a file is dropped or chosen, then the question about the people in it: it leaves once it is answered. */
@Component({
  selector: 'pl-depot-piece',
  imports: [PlIcone],
  host: {
    '(dragover)': 'survoler($event)',
    '(dragleave)': 'survole.set(false)',
    '(drop)': 'lacher($event)',
  },
  templateUrl: './depot-piece.html',
  styleUrl: './depot-piece.scss',
})
export class DepotPiece {
  private readonly champ = viewChild<ElementRef<HTMLInputElement>>('champ');

  /** Share that is sent, in percent; null when nothing is. */
  readonly avancee = input<number | null>(null);
  readonly depose = output<PieceDeposee>();

  protected readonly survole = signal(false);
  protected readonly fichier = signal<File | null>(null);
  /** Nothing is presumed: the person answers. */
  protected readonly reponse = signal<boolean | null>(null);
  protected readonly sansReponse = signal(false);

  protected readonly formats = EXTENSIONS_PIECE.map((extension) => `.${extension}`).join(',');
  protected readonly limites = `PDF, image, document bureautique sans macro, texte ou CSV. ${MEGAOCTETS}${INSECABLE}Mo et ${LIMITES_PIECE.parCase} pièces au plus par valeur.`;

  protected survoler(evenement: DragEvent): void {
    if (!evenement.dataTransfer?.types.includes('Files')) return;
    evenement.preventDefault();
    this.survole.set(true);
  }

  protected lacher(evenement: DragEvent): void {
    this.survole.set(false);
    const fichier = evenement.dataTransfer?.files[0];
    if (!fichier) return;
    evenement.preventDefault();
    this.retenir(fichier);
  }

  protected choisir(): void {
    const champ = this.champ()?.nativeElement;
    const fichier = champ?.files?.[0];
    // The same file, put right, can then be chosen again.
    if (champ) champ.value = '';
    if (fichier) this.retenir(fichier);
  }

  protected envoyer(fichier: File): void {
    const donneesPersonnelles = this.reponse();
    this.sansReponse.set(donneesPersonnelles === null);
    if (donneesPersonnelles === null) return;
    this.depose.emit({ fichier, donneesPersonnelles });
    this.fichier.set(null);
  }

  protected retenir(fichier: File | null): void {
    this.fichier.set(fichier);
    this.reponse.set(null);
    this.sansReponse.set(false);
  }
}
