import { HttpEventType } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { type Cellule, LIMITES_PIECE, type Piece, verifierDepotDePiece } from '@pleniere/indicateurs/domain';
import { formaterNombre, INSECABLE } from '@pleniere/shared/domain';
import { Annonce, Confirmation, DateFr, ErreurApi, PlErreur, PlIcone, PlPuceStatut } from '@pleniere/shared/ui';
import { lastValueFrom, tap } from 'rxjs';
import { QualiteClient } from '../qualite/qualite-client';
import { DepotPiece, type PieceDeposee } from './depot-piece';

/** Files that support a value: those that are joined, and where to drop another. */
@Component({
  selector: 'pl-pieces-de-valeur',
  imports: [DateFr, DepotPiece, PlErreur, PlIcone, PlPuceStatut],
  templateUrl: './pieces-de-valeur.html',
  styleUrl: './pieces-de-valeur.scss',
})
export class PiecesDeValeur {
  private readonly client = inject(QualiteClient);
  private readonly confirmation = inject(Confirmation);
  private readonly annonce = inject(Annonce);

  readonly indicateurId = input.required<string>();
  /** The value; null lists those of the whole indicator. */
  readonly cellule = input<Omit<Cellule, 'indicateurId' | 'ventilation'> | null>(null);
  /** True where the person enters the value, and so joins its evidence. */
  readonly saisissable = input(false);
  /** Name of a territory, when the pieces of several are listed. */
  readonly nommer = input<((code: string) => string) | null>(null);

  protected readonly lecture = this.client.pieces(() => this.indicateurId());
  protected readonly pieces = computed(() => {
    const cellule = this.cellule();
    const toutes = this.lecture.hasValue() ? this.lecture.value() : [];
    return toutes.filter(
      ({ annee, territoire }) => !cellule || (annee === cellule.annee && territoire === cellule.territoire),
    );
  });
  protected readonly depotOuvert = computed(
    () => this.saisissable() && this.cellule() !== null && this.pieces().length < LIMITES_PIECE.parCase,
  );
  /** Share of the file that is sent, in percent; null when none is. */
  protected readonly avancee = signal<number | null>(null);
  protected readonly refus = signal<unknown>(null);

  protected adresse(piece: Piece): string {
    return this.client.adressePiece(piece);
  }

  protected poids({ taille }: Piece): string {
    const [nombre, unite] = taille < 1024 * 1024 ? [taille / 1024, 'Ko'] : [taille / 1024 / 1024, 'Mo'];
    return `${formaterNombre(Math.max(Math.round(nombre * 10) / 10, 0.1))}${INSECABLE}${unite}`;
  }

  protected lieu({ annee, territoire }: Piece): string {
    const nommer = this.nommer();
    return nommer ? `${nommer(territoire)}, ${annee} · ` : '';
  }

  protected async joindre({ fichier, donneesPersonnelles }: PieceDeposee): Promise<void> {
    const cellule = this.cellule();
    if (!cellule || this.avancee() !== null) return;
    const refus = verifierDepotDePiece(fichier, this.pieces().length);
    const probleme = { type: 'about:blank', status: 422, title: 'Ce fichier n’a pas été envoyé.', detail: refus ?? '' };
    this.refus.set(refus === null ? null : new ErreurApi(probleme));
    if (refus !== null) return;
    this.avancee.set(0);
    try {
      const { annee, territoire } = cellule;
      const piece = { fichier, donneesPersonnelles, indicateurId: this.indicateurId(), annee, territoire };
      await lastValueFrom(
        this.client.joindre(piece).pipe(
          tap((evenement) => {
            if (evenement.type !== HttpEventType.UploadProgress || !evenement.total) return;
            this.avancee.set(Math.round((evenement.loaded / evenement.total) * 100));
          }),
        ),
      );
      void this.annonce.dire(`${fichier.name} est joint.`);
      this.lecture.reload();
    } catch (erreur) {
      this.refus.set(erreur);
    } finally {
      this.avancee.set(null);
    }
  }

  protected async retirer(piece: Piece): Promise<void> {
    const confirme = await this.confirmation.demander({
      titre: `Retirer ${piece.nom}\u202F?`,
      texte: 'Le fichier est effacé. Le journal garde son nom, et qui l’a retiré.',
      action: 'Retirer',
    });
    if (!confirme) return;
    this.refus.set(null);
    try {
      await this.client.retirerPiece(piece);
      void this.annonce.dire(`${piece.nom} est retiré.`);
    } catch (erreur) {
      this.refus.set(erreur);
    }
    this.lecture.reload();
  }
}
