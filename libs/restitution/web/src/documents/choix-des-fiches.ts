import { CdkDrag, CdkDragDrop, CdkDragHandle, CdkDropList, moveItemInArray } from '@angular/cdk/drag-drop';
import { Component, computed, inject, input, linkedSignal, model } from '@angular/core';
import { codeAffiche } from '@pleniere/fiches/domain';
import type { FicheDuPoint } from '@pleniere/plenieres/domain';
import { accorder } from '@pleniere/shared/domain';
import { Annonce, PlIcone, PlRang } from '@pleniere/shared/ui';

/** Which fiches a document holds, and in what order: by the keyboard, by the buttons or by dragging. */
@Component({
  selector: 'pl-choix-des-fiches',
  imports: [CdkDrag, CdkDragHandle, CdkDropList, PlIcone, PlRang],
  templateUrl: './choix-des-fiches.html',
  styleUrl: './choix-des-fiches.scss',
})
export class ChoixDesFiches {
  private readonly annonce = inject(Annonce);

  readonly fiches = input.required<readonly FicheDuPoint[]>();
  /** Ids of the fiches that are kept, in their order. */
  readonly choisies = model.required<readonly string[]>();

  protected readonly codeAffiche = codeAffiche;
  /** Every fiche in the order that was given to them; those left out keep their place. */
  protected readonly ordre = linkedSignal<readonly FicheDuPoint[]>(() => this.fiches());
  protected readonly toutes = computed(() => this.choisies().length === this.fiches().length);
  protected readonly compte = computed(
    () => `${accorder(this.choisies().length, 'fiche choisie', 'fiches choisies')} sur ${this.fiches().length}`,
  );

  protected cocher(id: string, coche: boolean): void {
    const avant = this.choisies();
    this.choisir(coche ? [...avant, id] : avant.filter((autre) => autre !== id));
  }

  protected cocherTout(): void {
    this.choisir(this.toutes() ? [] : this.fiches().map(({ id }) => id));
  }

  protected deposer({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    this.placer(previousIndex, currentIndex);
  }

  protected placer(de: number, a: number): void {
    const fiche = this.ordre()[de];
    if (!fiche || a < 0 || a >= this.ordre().length || de === a) return;
    const apres = [...this.ordre()];
    moveItemInArray(apres, de, a);
    this.ordre.set(apres);
    this.choisir(this.choisies());
    void this.annonce.dire(`${codeAffiche(fiche.code)}\u00A0: place ${a + 1} sur ${apres.length}.`);
  }

  private choisir(ids: readonly string[]): void {
    this.choisies.set(this.ordre().flatMap(({ id }) => (ids.includes(id) ? [id] : [])));
  }
}
