import { Component, computed, effect, ElementRef, inject, output } from '@angular/core';
import type { Passage } from '@pleniere/fiches/domain';
import { PlIcone } from '@pleniere/shared/ui';
import { libellePlace, TYPE_PASSAGE, tourDe } from '../../places';
import { RelectureFichier } from '../relecture-fichier';

/** The document as it was given, each passage marked with where it goes. */
@Component({
  selector: 'pl-document-source',
  imports: [PlIcone],
  templateUrl: './document-source.html',
  styleUrl: './document-source.scss',
})
export class DocumentSource {
  private readonly hote = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly relecture = inject(RelectureFichier);

  /** The person asks to move the chosen passage. */
  readonly deplacer = output();

  protected readonly passages = computed(() => {
    let derniere = '';
    return this.relecture.passages().map((passage) => {
      const place = libellePlace(passage);
      const suite = passage.destination === 'libelle' || place === derniere;
      if (!suite) derniere = place;
      return { passage, place, suite, texte: this.relecture.texte(passage), tour: tourDe(passage.destination) };
    });
  });
  /** The one passage that Tab reaches. */
  protected readonly atteint = computed(() => this.relecture.choisi() ?? this.relecture.passages()[0]?.id ?? null);

  constructor() {
    effect(() => {
      const choisi = this.relecture.choisi();
      if (choisi) this.element(choisi)?.scrollIntoView({ block: 'nearest' });
    });
  }

  /** Puts the keyboard on a passage. */
  viser(id: string): void {
    this.element(id)?.focus();
  }

  protected taper(evenement: KeyboardEvent, { id }: Passage): void {
    if (evenement.ctrlKey || evenement.metaKey || evenement.altKey) return;
    const ids = this.relecture.passages().map((passage) => passage.id);
    const rang = ids.indexOf(id);
    const vers: Record<string, number> = { ArrowDown: rang + 1, ArrowUp: rang - 1, Home: 0, End: ids.length - 1 };
    const but = ids[vers[evenement.key] ?? -1];
    if (but !== undefined) this.viser(but);
    else if (evenement.key === 'Enter' || evenement.key === ' ') this.relecture.choisi.set(id);
    else if (evenement.key.toLowerCase() === 'm' && this.relecture.ouvert()) {
      this.relecture.choisi.set(id);
      this.deplacer.emit();
    } else return;
    evenement.preventDefault();
  }

  protected emporter(evenement: DragEvent, { id }: Passage): void {
    evenement.dataTransfer?.setData(TYPE_PASSAGE, id);
  }

  private element(id: string): HTMLElement | null {
    return this.hote.nativeElement.querySelector(`#passage-${id}`);
  }
}
