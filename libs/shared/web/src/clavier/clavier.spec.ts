import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { DialogueClavier } from './dialogue-clavier';
import { montrerRaccourcis, Raccourcis } from './raccourcis';

@Component({ selector: 'pl-essai-grille', template: '' })
class Grille {
  constructor() {
    montrerRaccourcis('Grille', [{ touches: 'F2', effet: 'Modifier la cellule' }]);
  }
}

beforeEach(() => {
  localStorage.clear();
  // jsdom knows the element but not its opening.
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
});

describe('keyboard map', () => {
  it('shows what the page adds for as long as the page lives', () => {
    const page = TestBed.createComponent(Grille);
    const dialogue = TestBed.createComponent(DialogueClavier);
    dialogue.detectChanges();
    expect(dialogue.nativeElement.querySelector('dialog').open).toBe(true);
    expect(dialogue.nativeElement.textContent).toContain('Modifier la cellule');
    expect(dialogue.nativeElement.textContent).toContain('Chercher une fiche');

    page.destroy();
    dialogue.detectChanges();
    expect(dialogue.nativeElement.textContent).not.toContain('Modifier la cellule');
  });

  it('lets single keys be switched off for good', () => {
    const dialogue = TestBed.createComponent(DialogueClavier);
    dialogue.detectChanges();
    dialogue.nativeElement.querySelector('input').click();
    expect(TestBed.inject(Raccourcis).uneTouche()).toBe(false);

    TestBed.resetTestingModule();
    expect(TestBed.inject(Raccourcis).uneTouche()).toBe(false);
  });
});
