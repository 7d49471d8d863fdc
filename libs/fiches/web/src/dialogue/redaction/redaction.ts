import { Component, computed, type ElementRef, input, model, output, signal, viewChild } from '@angular/core';
import { type Interlocuteur, LIMITES_DIALOGUE } from '@pleniere/fiches/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlSaisie } from '../../champs/saisie/saisie';
import { type AppelEnCours, appelEnCours, proposer } from './mentions';

/** Where a message is typed: « @ » proposes the people who would read it, Ctrl+Enter sends. */
@Component({
  selector: 'pl-redaction',
  imports: [PlSaisie],
  templateUrl: './redaction.html',
  styleUrl: './redaction.scss',
})
export class Redaction {
  private static nombre = 0;
  private readonly zone = viewChild.required<ElementRef<HTMLTextAreaElement>>('zone');

  readonly libelle = input.required<string>();
  readonly texte = model.required<string>();
  /** People who read where this will be written. */
  readonly lecteurs = input.required<readonly Interlocuteur[]>();
  readonly erreur = input<string | null>(null);
  readonly envoyer = output();

  protected readonly max = LIMITES_DIALOGUE.message;
  protected readonly id = `propositions-${Redaction.nombre++}`;
  protected readonly choix = signal(0);
  protected readonly appel = signal<AppelEnCours | null>(null);
  protected readonly propositions = computed(() => {
    const appel = this.appel();
    return appel === null ? [] : proposer(this.lecteurs(), appel);
  });
  protected readonly annonce = computed(() => {
    if (this.appel() === null) return '';
    return accorder(this.propositions().length, 'personne proposée', 'personnes proposées');
  });

  /** Puts the keyboard in the text. */
  viser(): void {
    this.zone().nativeElement.focus();
  }

  protected ecrire(): void {
    const { value, selectionStart } = this.zone().nativeElement;
    this.texte.set(value);
    this.appel.set(appelEnCours(value, selectionStart));
    this.choix.set(0);
  }

  protected touche(evenement: KeyboardEvent): void {
    const { key, ctrlKey, metaKey } = evenement;
    const nombre = this.propositions().length;
    if (key === 'Enter' && (ctrlKey || metaKey)) this.envoyer.emit();
    else if (nombre === 0) return;
    else if (key === 'ArrowDown') this.choix.update((rang) => (rang + 1) % nombre);
    else if (key === 'ArrowUp') this.choix.update((rang) => (rang + nombre - 1) % nombre);
    else if (key === 'Enter' || key === 'Tab') this.mentionner(this.propositions()[this.choix()]);
    else if (key === 'Escape') this.appel.set(null);
    else return;
    evenement.preventDefault();
    evenement.stopPropagation();
  }

  protected mentionner(personne: Interlocuteur | undefined): void {
    const appel = this.appel();
    if (!personne || !appel) return;
    const zone = this.zone().nativeElement;
    zone.setRangeText(`@${personne.nom} `, appel.debut, appel.debut + appel.nom.length + 1, 'end');
    this.texte.set(zone.value);
    this.appel.set(null);
    zone.focus();
  }
}
