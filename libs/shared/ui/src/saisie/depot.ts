import { Component, input, output, signal } from '@angular/core';
import { PlIcone } from '../icone/icone';

/**
 * Where files are dropped or chosen; they may be dropped anywhere on the page. What is projected says what is taken; what
 * bears `enCours` stands in its place while a file is read.
 */
@Component({
  selector: 'pl-depot',
  imports: [PlIcone],
  host: {
    '(document:dragenter)': 'survoler($event)',
    '(document:dragover)': 'survoler($event)',
    '(document:dragleave)': 'quitter($event)',
    '(document:drop)': 'lacher($event)',
    '[class.survolee]': 'survole()',
  },
  template: `
    @if (occupe()) {
      <ng-content select="[enCours]" />
    } @else {
      <pl-icone nom="envoyer" [taille]="32" />
      <p class="invite">{{ invite() }}</p>
      <button class="pl-bouton plein" type="button" (click)="champ.click()">{{ bouton() }}</button>
      <ng-content />
    }
    <input
      #champ
      hidden
      type="file"
      [multiple]="plusieurs()"
      [accept]="formats()"
      [attr.aria-label]="libelle()"
      (change)="choisir(champ)"
    />
  `,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      align-content: center;
      gap: var(--pl-e1);
      padding: var(--pl-e3) var(--pl-e2);
      border: 2px dashed var(--pl-filet-fort);
      border-radius: var(--pl-rayon);
      text-align: center;
      text-wrap: balance;
      overflow-wrap: anywhere;
      transition: background-color var(--pl-mouvement);
    }

    :host(.survolee) {
      border-color: var(--pl-primaire);
      background: var(--pl-primaire-voile);
    }

    pl-icone {
      color: var(--pl-encre-douce);
    }

    .invite {
      font-size: 1.0625rem;
      font-weight: 600;
    }
  `,
})
export class PlDepot {
  readonly invite = input('Glissez le fichier ici');
  readonly bouton = input('Choisir un fichier');
  /** Name of the field for whoever does not see it. */
  readonly libelle = input.required<string>();
  /** Extensions that the chooser offers: `.xlsx,.csv`. */
  readonly formats = input.required<string>();
  readonly plusieurs = input(false);
  readonly occupe = input(false);
  readonly fichiers = output<File[]>();

  protected readonly survole = signal(false);

  protected choisir(champ: HTMLInputElement): void {
    const fichiers = [...(champ.files ?? [])];
    // The same file, put right, can then be chosen again.
    champ.value = '';
    this.donner(fichiers);
  }

  // Without this, a file dropped beside the zone would replace the page.
  protected survoler(evenement: DragEvent): void {
    if (!evenement.dataTransfer?.types.includes('Files')) return;
    evenement.preventDefault();
    this.survole.set(true);
  }

  protected quitter({ relatedTarget }: DragEvent): void {
    if (relatedTarget === null) this.survole.set(false);
  }

  protected lacher(evenement: DragEvent): void {
    this.survole.set(false);
    const fichiers = [...(evenement.dataTransfer?.files ?? [])];
    if (fichiers.length > 0) evenement.preventDefault();
    this.donner(fichiers);
  }

  private donner(fichiers: File[]): void {
    if (fichiers.length > 0 && !this.occupe()) this.fichiers.emit(fichiers);
  }
}
