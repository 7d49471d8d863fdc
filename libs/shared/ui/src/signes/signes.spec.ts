import { type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PlCompletude } from './completude';
import { PlEtatEnregistrement } from './etat-enregistrement';
import { PlMeteo } from './meteo';
import { PlProgression } from './progression';
import { PlPuceEnjeu } from './puce-enjeu';
import { PlPuceStatut } from './puce-statut';

function afficher(composant: Type<unknown>, entrees: Record<string, unknown>): HTMLElement {
  const fixture = TestBed.createComponent(composant);
  for (const [nom, valeur] of Object.entries(entrees)) fixture.componentRef.setInput(nom, valeur);
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

const mots = (element: HTMLElement) => element.textContent?.trim();

describe('signs', () => {
  it.each([
    ['soleil', 'Tout va bien'],
    ['couvert', 'À surveiller'],
    ['nuage', 'En difficulté'],
    ['orage', 'Bloqué'],
  ])('météo %s is an icon with the word « %s »', (meteo, libelle) => {
    const element = afficher(PlMeteo, { meteo });
    expect(mots(element)).toBe(libelle);
    expect(element.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('météo says that nobody has given it yet', () => {
    const element = afficher(PlMeteo, { meteo: null });
    expect(mots(element)).toBe('Non renseignée');
    expect(element.querySelector('svg')).toBeNull();
  });

  it('a statut carries its word, its icon and its tone', () => {
    const element = afficher(PlPuceStatut, { libelle: 'En vigueur', ton: 'succes', icone: 'en-vigueur' });
    expect(mots(element)).toBe('En vigueur');
    expect(element.classList).toContain('succes');
    expect(element.querySelector('path')?.getAttribute('d')).toMatch(/^[Mm]/);
  });

  it('the code of an enjeu stands on its hue', () => {
    const element = afficher(PlPuceEnjeu, { code: 'T 1.1', couleur: '#c05a00' });
    expect(mots(element)).toBe('T 1.1');
    expect(element.style.getPropertyValue('--pl-teinte')).toBe('#c05a00');
  });

  it.each([
    [18, 22, '18 sur 22\u00A0champs'],
    [0, 1, '0 sur 1\u00A0champ'],
  ])('completeness %i of %i reads « %s »', (renseignes, total, texte) => {
    expect(mots(afficher(PlCompletude, { renseignes, total }))).toBe(texte);
  });

  it.each([
    [0.62, '62\u202F% du chemin'],
    [1.2, '120\u202F% du chemin'],
    [-0.1, '−10\u202F% du chemin'],
    [null, 'Non calculable'],
  ])('progress %p reads « %s »', (taux, texte) => {
    expect(mots(afficher(PlProgression, { taux }))).toBe(texte);
  });

  it('progress that cannot be calculated says why', () => {
    const element = afficher(PlProgression, { taux: null, raison: 'il manque la cible' });
    expect(mots(element)).toBe('Progression non calculable\u00A0: il manque la cible');
  });

  it('progress beyond the target never overflows its bar', () => {
    const barre = afficher(PlProgression, { taux: 1.2 }).querySelector<HTMLElement>('.barre span');
    expect(barre?.style.width).toBe('100%');
  });

  it.each([
    [{ etat: 'inactif' }, ''],
    [{ etat: 'en-cours' }, 'Enregistrement…'],
    [{ etat: 'enregistre', le: '2026-01-12T13:32:00Z' }, 'Enregistré à 14\u00A0h\u00A032'],
    [{ etat: 'hors-ligne' }, 'Hors ligne, rien n’est perdu'],
    [{ etat: 'refuse', motif: 'Le titre est vide.' }, 'Le titre est vide.'],
  ])('saving %p reads « %s »', (entrees, texte) => {
    const element = afficher(PlEtatEnregistrement, entrees);
    expect(mots(element)).toBe(texte);
    expect(element.getAttribute('role')).toBe('status');
  });
});
