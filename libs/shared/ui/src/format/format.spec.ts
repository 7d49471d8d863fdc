import { DateFr } from './date-fr';

describe('dateFr', () => {
  const pipe = new DateFr();

  it('writes days and hours in full, in Paris time', () => {
    expect(pipe.transform('2026-01-12')).toBe('12 janvier 2026');
    expect(pipe.transform('2026-03-01')).toBe('1er mars 2026');
    expect(pipe.transform('2026-01-12T13:32:00Z', 'heure')).toBe('12 janvier 2026 à 14\u00A0h\u00A032');
    expect(pipe.transform(null)).toBe('');
  });
});
