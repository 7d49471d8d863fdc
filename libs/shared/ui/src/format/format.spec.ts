import { DateFr } from './date-fr';
import { NombreFr } from './nombre-fr';

describe('nombreFr', () => {
  const pipe = new NombreFr();

  it.each([
    [1_060_119.5, null, undefined, '1\u202F060\u202F119,5'],
    [12.5, '%', undefined, '12,5\u202F%'],
    [987, 'habitants', undefined, '987\u00A0habitants'],
    [4, null, 1, '4,0'],
    [0, null, undefined, '0'],
    [null, '%', undefined, ''],
  ])('%p %p %p → « %s »', (nombre, unite, decimales, texte) => {
    expect(pipe.transform(nombre, unite, decimales)).toBe(texte);
  });
});

describe('dateFr', () => {
  const pipe = new DateFr();

  it('writes days and hours in full, in Paris time', () => {
    expect(pipe.transform('2026-01-12')).toBe('12 janvier 2026');
    expect(pipe.transform('2026-03-01')).toBe('1er mars 2026');
    expect(pipe.transform('2026-01-12T13:32:00Z', 'heure')).toBe('12 janvier 2026 à 14\u00A0h\u00A032');
    expect(pipe.transform(null)).toBe('');
  });
});
