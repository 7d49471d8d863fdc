import { TestBed } from '@angular/core/testing';
import { ThemeStore } from './theme-store';

const racine = document.documentElement;

beforeEach(() => localStorage.clear());

describe('ThemeStore', () => {
  it('follows the device until a look is chosen', () => {
    expect(TestBed.inject(ThemeStore).theme()).toBe('appareil');
    expect(racine.dataset['theme']).toBe('appareil');
  });

  it('keeps the chosen look for the next visit', () => {
    TestBed.inject(ThemeStore).choisir('contraste');
    expect(racine.dataset['theme']).toBe('contraste');

    TestBed.resetTestingModule();
    expect(TestBed.inject(ThemeStore).theme()).toBe('contraste');
  });

  it('ignores a look that does not exist', () => {
    localStorage.setItem('pleniere.theme', 'fluo');
    expect(TestBed.inject(ThemeStore).theme()).toBe('appareil');
  });

  it('works where the browser forbids storage', () => {
    const refus = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    TestBed.inject(ThemeStore).choisir('sombre');
    expect(racine.dataset['theme']).toBe('sombre');
    refus.mockRestore();
  });

  it('takes the colour of the contrat and gives it back', () => {
    const theme = TestBed.inject(ThemeStore);
    theme.teinter('#7a1f4b');
    expect(racine.style.getPropertyValue('--pl-couleur-contrat')).toBe('#7a1f4b');
    theme.teinter(null);
    expect(racine.style.getPropertyValue('--pl-couleur-contrat')).toBe('');
  });
});
