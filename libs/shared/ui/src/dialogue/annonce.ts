import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { firstValueFrom } from 'rxjs';

/** Short message at the foot of the window, read out politely. */
@Injectable({ providedIn: 'root' })
export class Annonce {
  private readonly barre = inject(MatSnackBar);

  /** Says what has been done. */
  dire(texte: string): void {
    this.barre.open(texte, undefined, { duration: 5000 });
  }

  /** Says what has been done and offers to undo it for ten seconds; true when the person asked to. */
  async proposerAnnulation(texte: string): Promise<boolean> {
    const ouverte = this.barre.open(texte, 'Annuler', { duration: 10_000 });
    const { dismissedByAction } = await firstValueFrom(ouverte.afterDismissed());
    return dismissedByAction;
  }
}
