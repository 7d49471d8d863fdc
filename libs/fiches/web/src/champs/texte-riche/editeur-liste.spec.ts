import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Editor } from '@tiptap/core';
import type { EntreeListe } from './schema/elements';
import { type ComplementEntree, EditeurListe } from './editeur-liste';

@Component({
  imports: [EditeurListe],
  template: `<pl-editeur-liste
    libelle="Résultats"
    [prendreLeCurseur]="false"
    [complement]="complement()"
    [(valeur)]="valeur"
  />`,
})
class Essai {
  readonly complement = signal<ComplementEntree>('aucun');
  readonly valeur = signal<readonly EntreeListe[]>([
    { id: 'a', texte: '<p>Un</p>' },
    { id: 'b', texte: '<p>Deux</p>' },
    { id: 'c', texte: '<p>Trois</p>' },
  ]);
}

let page: ComponentFixture<Essai>;

function surface(): HTMLElement {
  return page.nativeElement.querySelector('.ProseMirror') as HTMLElement;
}

/** Puts the cursor at the end of an entry, as a click would. */
async function aller(rang: number): Promise<void> {
  const { editor } = surface() as HTMLElement & { editor: Editor };
  const fins: number[] = [];
  editor.state.doc.descendants((noeud, debut) => {
    if (noeud.type.name === 'paragraph') fins.push(debut + 1 + noeud.content.size);
  });
  editor.commands.setTextSelection(fins[rang] ?? 0);
  await page.whenStable();
}

async function touche(key: string, options: KeyboardEventInit = {}): Promise<void> {
  surface().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }));
  await page.whenStable();
}

async function coller(texte: string): Promise<void> {
  const evenement = new Event('paste', { bubbles: true, cancelable: true });
  const presse = { getData: (type: string) => (type === 'text/plain' ? texte : ''), files: [] };
  surface().dispatchEvent(Object.assign(evenement, { clipboardData: presse }));
  await page.whenStable();
}

async function outil(nom: string): Promise<void> {
  const boutons = [...page.nativeElement.querySelectorAll('button')] as HTMLButtonElement[];
  boutons.find((bouton) => bouton.title === nom)?.click();
  await page.whenStable();
}

const textes = (): string[] => page.componentInstance.valeur().map(({ texte }) => texte);
const ids = (): string[] => page.componentInstance.valeur().map(({ id }) => id);

beforeEach(async () => {
  // jsdom has no layout: the editor only asks where the cursor is in order to scroll to it.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => document.body.getBoundingClientRect();
  page = TestBed.createComponent(Essai);
  document.body.append(page.nativeElement);
  await page.whenStable();
});

afterEach(() => page.destroy());

describe('list editor', () => {
  it('adds an entry on Enter, with an identity of its own', async () => {
    await aller(2);
    await touche('Enter');
    await coller('Quatre');
    expect(textes()).toEqual(['<p>Un</p>', '<p>Deux</p>', '<p>Trois</p>', '<p>Quatre</p>']);
    expect(ids().slice(0, 3)).toEqual(['a', 'b', 'c']);
    expect(new Set(ids()).size).toBe(4);
  });

  it('indents one level on Tab, no deeper, and comes back on Shift-Tab', async () => {
    await aller(1);
    await touche('Tab');
    expect(textes()).toEqual(['<p>Un</p><ul><li><p>Deux</p></li></ul>', '<p>Trois</p>']);
    await touche('Tab');
    expect(textes()).toEqual(['<p>Un</p><ul><li><p>Deux</p></li></ul>', '<p>Trois</p>']);
    await touche('Tab', { shiftKey: true });
    expect(textes()).toEqual(['<p>Un</p>', '<p>Deux</p>', '<p>Trois</p>']);
  });

  it('moves an entry with Alt and an arrow, its identity with it', async () => {
    await aller(2);
    await touche('ArrowUp', { altKey: true });
    expect(ids()).toEqual(['a', 'c', 'b']);
    await touche('ArrowDown', { altKey: true });
    await touche('ArrowDown', { altKey: true });
    expect(ids()).toEqual(['a', 'b', 'c']);
  });

  it('does the same with named buttons', async () => {
    await aller(0);
    await outil('Descendre');
    expect(ids()).toEqual(['b', 'a', 'c']);
    await outil('Retirer');
    expect(ids()).toEqual(['b', 'c']);
    await outil('Défaire');
    expect(ids()).toEqual(['b', 'a', 'c']);
  });

  it('turns a pasted list of Word into entries after the current one', async () => {
    await aller(0);
    await coller('\uF0F0 Soit conforter \uF0E8 ouvrir\n\uF0B7 Soit créer');
    expect(textes()).toEqual([
      '<p>Un</p>',
      '<p>Soit conforter → ouvrir</p>',
      '<p>Soit créer</p>',
      '<p>Deux</p>',
      '<p>Trois</p>',
    ]);
  });

  it('leaves empty entries out', async () => {
    await aller(0);
    await touche('Enter');
    expect(textes()).toEqual(['<p>Un</p>', '<p>Deux</p>', '<p>Trois</p>']);
  });

  it('shows a value that comes from elsewhere', async () => {
    page.componentInstance.valeur.set([{ id: 'z', texte: '<p>D’ailleurs</p>' }]);
    await page.whenStable();
    expect(surface().textContent).toBe('D’ailleurs');
  });

  it('gives a kind to the entry that holds the cursor', async () => {
    page.componentInstance.complement.set('genre');
    await page.whenStable();
    await aller(1);
    const genre = page.nativeElement.querySelector('select') as HTMLSelectElement;
    genre.value = 'etape';
    genre.dispatchEvent(new Event('change'));
    await page.whenStable();
    expect(page.componentInstance.valeur().map((entree) => entree.genre)).toEqual(['action', 'etape', 'action']);
  });
});
