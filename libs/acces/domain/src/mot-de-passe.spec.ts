import { MOT_DE_PASSE_MAX, verifierMotDePasse } from './mot-de-passe';

describe('password rule of the CNIL', () => {
  it.each([
    ['12 characters of four classes', 'Lilas-2026-ab'],
    ['14 characters of three classes', 'LilasDuPrintemps26'],
    ['seven words', 'le lilas du jardin fleurit au printemps ici'],
    ['letters with accents', 'Été-à-Noël-26'],
  ])('accepts %s', (_, motDePasse) => {
    expect(verifierMotDePasse(motDePasse)).toBeNull();
  });

  it.each([
    ['11 characters', 'Lilas-2026a'],
    ['12 characters of three classes', 'LilasJardin26'],
    ['14 characters of two classes', 'lilasdujardin26'],
    ['six words', 'le lilas du jardin fleurit ici'],
    ['seven single letters', 'a b c d e f g h'],
    ['one character repeated', 'A1-A1-A1-A1-A1-'],
    ['nothing', ''],
  ])('refuses %s', (_, motDePasse) => {
    expect(verifierMotDePasse(motDePasse)).toMatch(/mot/);
  });

  it('refuses what would only exhaust the hash', () => {
    expect(verifierMotDePasse('Lilas-2026-'.repeat(20))).toBe(
      `Le mot de passe dépasse ${MOT_DE_PASSE_MAX} caractères.`,
    );
  });
});
