import { Component, inject, Injectable, output, untracked } from '@angular/core';
import { type MemoireChamp, MemoireLocale } from '../champs/edition/memoire-locale';
import { FicheStore } from '../fiche/fiche-store';

/** What the forms beside the sheet keep on the device until it is saved or given up. */
@Injectable()
export class BrouillonsSuivi {
  private readonly memoire = inject(MemoireLocale);
  private readonly fiche = inject(FicheStore).fiche;

  /** The draft of an action or a déclinaison, `neuve` for the one being added. */
  de(objet: 'action' | 'declinaison', id: string): MemoireChamp {
    // The place of a draft does not move while the form is open, whatever happens to the fiche or the session.
    return untracked(() => this.memoire.pour(this.fiche()?.id ?? '', `${objet}/${id}`));
  }
}

/** Says that the form opened on a text kept on the device, and lets it go. */
@Component({
  selector: 'pl-brouillon-repris',
  host: { role: 'status' },
  template: `
    <p>Votre saisie non enregistrée a été retrouvée sur cet appareil.</p>
    <button class="pl-bouton discret" type="button" (click)="abandonner.emit()">
      Repartir de la version enregistrée
    </button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--pl-e2);
      align-items: center;
      padding: 0.25rem var(--pl-e2);
      border-left: 3px solid var(--pl-attention);
      background: color-mix(in oklab, var(--pl-attention) 7%, var(--pl-papier));
    }
  `,
})
export class BrouillonRepris {
  readonly abandonner = output();
}
