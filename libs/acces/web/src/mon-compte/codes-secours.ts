import { Component, inject, input, output, signal } from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { MatButton } from '@angular/material/button';
import { PlIcone } from '@pleniere/shared/ui';

/** Recovery codes, shown this once: to copy, or to keep as a file. */
@Component({
  selector: 'pl-codes-secours',
  imports: [MatButton, PlIcone],
  template: `
    <p>
      Voici vos codes de secours. Chacun ouvre votre compte une fois, si votre téléphone n’est pas là. Rangez-les
      maintenant&nbsp;: ils ne seront plus affichés.
    </p>
    <ol>
      @for (code of codes(); track code) {
        <li>
          <code>{{ code }}</code>
        </li>
      }
    </ol>
    <div class="pl-rangee">
      <button matButton="outlined" type="button" (click)="copier()">
        <pl-icone matButtonIcon nom="copier" [taille]="18" />Copier
      </button>
      <button matButton="outlined" type="button" (click)="telecharger()">
        <pl-icone matButtonIcon nom="telecharger" [taille]="18" />Télécharger
      </button>
      <button matButton="filled" type="button" (click)="ranges.emit()">Je les ai rangés</button>
      <span role="status">{{ dit() }}</span>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e2);
    }

    ol {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
      gap: 0.25rem var(--pl-e2);
      padding-left: 1.75rem;
    }

    code {
      font-size: 1rem;
    }
  `,
})
export class CodesSecours {
  private readonly document = inject(DOCUMENT);

  readonly codes = input.required<readonly string[]>();
  readonly ranges = output();

  protected readonly dit = signal('');

  protected async copier(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.codes().join('\n'));
      this.dit.set('Codes copiés.');
    } catch {
      // The clipboard is refused outside a secure page.
      this.dit.set('La copie est refusée par le navigateur\u00A0: téléchargez-les, ou recopiez-les.');
    }
  }

  protected telecharger(): void {
    const texte = `Codes de secours pour ${this.document.location.host}\n\n${this.codes().join('\n')}\n`;
    const lien = this.document.createElement('a');
    lien.href = URL.createObjectURL(new Blob([texte], { type: 'text/plain' }));
    lien.download = 'codes-de-secours.txt';
    lien.click();
    URL.revokeObjectURL(lien.href);
  }
}
