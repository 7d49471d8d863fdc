import { HttpEventType } from '@angular/common/http';
import { Component, inject, output, signal } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';
import type { LotImport } from '@pleniere/fiches/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlDepot, PlErreur, PlIcone } from '@pleniere/shared/ui';
import { lastValueFrom, tap } from 'rxjs';
import { ImportsFichesClient } from '../imports-client';
import { EXTENSIONS_FICHES, trierDepot, type TriDepot } from './tri-depot';

/** What is being sent, and how far it is, out of a hundred. */
interface Envoi {
  mots: string;
  part: number;
}

/** Where documents are dropped or chosen, one or many; they may be dropped anywhere on the page. */
@Component({
  selector: 'pl-depot-fiches',
  imports: [MatProgressBar, PlDepot, PlErreur, PlIcone],
  templateUrl: './depot-fiches.html',
  styleUrl: './depot-fiches.scss',
})
export class DepotFiches {
  private readonly client = inject(ImportsFichesClient);

  /** The files have been received; they are being read. */
  readonly depose = output<LotImport>();

  protected readonly envoi = signal<Envoi | null>(null);
  protected readonly refus = signal<TriDepot['refus']>([]);
  protected readonly erreur = signal<unknown>(null);
  protected readonly formats = [...EXTENSIONS_FICHES, '.docm'].join(',');

  protected async envoyer(fichiers: readonly File[]): Promise<void> {
    if (this.envoi() !== null || fichiers.length === 0) return;
    const { aEnvoyer, refus } = trierDepot(fichiers);
    this.refus.set(refus);
    this.erreur.set(null);
    if (aEnvoyer.length === 0) return;
    const mots = aEnvoyer.length === 1 ? (aEnvoyer[0]?.name ?? '') : accorder(aEnvoyer.length, 'fichier');
    this.envoi.set({ mots, part: 0 });
    try {
      const reponse = await lastValueFrom(
        this.client.deposer(aEnvoyer).pipe(
          tap((avance) => {
            if (avance.type !== HttpEventType.UploadProgress || !avance.total) return;
            this.envoi.set({ mots, part: Math.round((100 * avance.loaded) / avance.total) });
          }),
        ),
      );
      if (reponse.type === HttpEventType.Response && reponse.body) this.depose.emit(reponse.body);
    } catch (erreur) {
      this.erreur.set(erreur);
    } finally {
      this.envoi.set(null);
    }
  }
}
