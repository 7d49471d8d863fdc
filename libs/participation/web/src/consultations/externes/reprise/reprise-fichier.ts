import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { ConsultationExterne, LectureExterne } from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlDepot, PlErreur } from '@pleniere/shared/ui';
import { SuitesClient } from '../../client/suites-client';

/** What a file gave, and the consultation that it completes; null for a new one. */
export interface FichierRepris {
  externe: ConsultationExterne | null;
  lue: LectureExterne;
}

/** A file of a consultation that others held: what is read of it, what is not and why, before anything is recorded. */
@Component({
  selector: 'pl-reprise-fichier',
  imports: [PlDepot, PlErreur],
  templateUrl: './reprise-fichier.html',
  styleUrl: './reprise-fichier.scss',
})
export class RepriseFichier {
  private readonly client = inject(SuitesClient);

  readonly externes = input.required<readonly ConsultationExterne[]>();
  readonly reprise = output<FichierRepris>();

  protected readonly nom = signal('');
  protected readonly lit = signal(false);
  protected readonly refus = signal<unknown>(null);
  protected readonly lue = signal<LectureExterne | null>(null);
  protected readonly choisie = signal('');
  protected readonly bilan = computed(() => {
    const lue = this.lue();
    if (!lue) return '';
    const comptes = Object.keys(lue.chiffres).length;
    return [
      accorder(lue.dates.length, 'date'),
      accorder(lue.agenda.length, 'priorité'),
      accorder(lue.projets.length, 'projet'),
      accorder(comptes, 'compte'),
    ].join(', ');
  });
  protected readonly vide = computed(() => {
    const lue = this.lue();
    if (!lue) return true;
    return [...lue.dates, ...lue.agenda, ...lue.projets, ...Object.keys(lue.chiffres)].length === 0;
  });

  protected async lire([fichier]: File[]): Promise<void> {
    if (!fichier) return;
    this.nom.set(fichier.name);
    this.refus.set(null);
    this.lit.set(true);
    try {
      this.lue.set(await this.client.lireFichierExterne(fichier));
    } catch (erreur) {
      this.lue.set(null);
      this.refus.set(erreur);
    } finally {
      this.lit.set(false);
    }
  }

  protected reprendre(): void {
    const lue = this.lue();
    if (!lue) return;
    const externe = this.externes().find(({ id }) => id === this.choisie()) ?? null;
    this.reprise.emit({ externe, lue });
  }
}
