import { inject, Injectable, Injector } from '@angular/core';
import type { MatSnackBar } from '@angular/material/snack-bar';
import { firstValueFrom } from 'rxjs';

/** Short message at the foot of the window, read out politely. */
@Injectable({ providedIn: 'root' })
export class Annonce {
  private readonly injector = inject(Injector);

  /** Says what has been done. */
  async dire(texte: string): Promise<void> {
    (await this.barre()).open(texte, undefined, { duration: 5000 });
  }

  /** Says what has been done and offers to undo it for ten seconds; true when the person asked to. */
  async proposerAnnulation(texte: string): Promise<boolean> {
    const ouverte = (await this.barre()).open(texte, 'Annuler', { duration: 10_000 });
    const { dismissedByAction } = await firstValueFrom(ouverte.afterDismissed());
    return dismissedByAction;
  }

  private async barre(): Promise<MatSnackBar> {
    const { MatSnackBar } = await import('@angular/material/snack-bar');
    return this.injector.get(MatSnackBar);
  }
}
