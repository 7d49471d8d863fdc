import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ErreurApi, lireProbleme } from './erreur-api';
import { PlErreur } from './erreur';
import { PlEtatVide } from './etat-vide';
import { PlPage } from './page';
import { PlSquelette } from './squelette';

@Component({
  selector: 'pl-essai-exemple',
  imports: [PlEtatVide, PlPage, PlSquelette],
  template: `
    <pl-page titre="Fiches" lede="Les engagements du contrat.">
      <button actions type="button">Nouvelle fiche</button>
      <pl-etat-vide titre="Aucune fiche." texte="Retirez un filtre." />
      <pl-squelette [lignes]="2" />
    </pl-page>
  `,
})
class Exemple {}

describe('pl-page', () => {
  it('has one focusable title, its lede, its actions and its content', () => {
    const page = TestBed.createComponent(Exemple);
    page.detectChanges();
    const element: HTMLElement = page.nativeElement;

    expect(element.querySelectorAll('h1')).toHaveLength(1);
    expect(element.querySelector('h1')?.textContent).toBe('Fiches');
    expect(element.querySelector('h1')?.tabIndex).toBe(-1);
    expect(element.querySelector('.lede')?.textContent).toBe('Les engagements du contrat.');
    expect(element.querySelector('.actions button')?.textContent).toBe('Nouvelle fiche');
    expect(element.querySelector('pl-etat-vide')?.textContent).toContain('Retirez un filtre.');
  });

  it('announces what is loading', () => {
    const page = TestBed.createComponent(Exemple);
    page.detectChanges();
    const squelette: HTMLElement | null = page.nativeElement.querySelector('pl-squelette');

    expect(squelette?.getAttribute('role')).toBe('status');
    expect(squelette?.textContent).toContain('Chargement…');
    expect(squelette?.querySelectorAll('.ligne')).toHaveLength(2);
  });
});

describe('pl-erreur', () => {
  const horsLigne = new ErreurApi({
    type: 'about:blank',
    status: 0,
    title: 'Le serveur ne répond pas.',
    detail: 'Rien n’est perdu.',
  });

  it('says what happened and what was kept, and offers to try again', () => {
    const composant = TestBed.createComponent(PlErreur);
    const essais: string[] = [];
    composant.componentRef.setInput('erreur', horsLigne);
    composant.componentInstance.reessayer.subscribe(() => essais.push('encore'));
    composant.detectChanges();
    const element: HTMLElement = composant.nativeElement;

    expect(element.getAttribute('role')).toBe('alert');
    expect(element.textContent).toContain('Le serveur ne répond pas.');
    expect(element.textContent).toContain('Rien n’est perdu.');
    element.querySelector('button')?.click();
    expect(essais).toEqual(['encore']);
  });

  it('lists the refused fields and has no button when trying again makes no sense', () => {
    const composant = TestBed.createComponent(PlErreur);
    composant.componentRef.setInput(
      'erreur',
      new ErreurApi({
        type: 'about:blank',
        status: 422,
        title: 'Saisie incomplète.',
        errors: [{ pointer: '/titre', detail: 'Le titre est vide.' }],
      }),
    );
    composant.componentRef.setInput('action', null);
    composant.detectChanges();
    const element: HTMLElement = composant.nativeElement;

    expect(element.querySelector('li')?.textContent).toBe('Le titre est vide.');
    expect(element.querySelector('button')).toBeNull();
  });

  it('has French words for an error that is not a problem document', () => {
    expect(lireProbleme(new TypeError('x is undefined')).title).toBe('Cette page n’a pas pu s’afficher.');
    expect(lireProbleme(new Error('Resource', { cause: horsLigne })).status).toBe(0);
  });

  it('does not offer to try again for what is not there', () => {
    const composant = TestBed.createComponent(PlErreur);
    const absente = { type: 'about:blank', status: 404, title: 'Cette fiche est introuvable.' };
    composant.componentRef.setInput('erreur', new ErreurApi(absente));
    composant.detectChanges();

    expect(composant.nativeElement.textContent).toContain('Cette fiche est introuvable.');
    expect(composant.nativeElement.querySelector('button')).toBeNull();
  });
});
