import { MOT_DE_PASSE_MAX, verifierMotDePasse } from './mot-de-passe';
import { MOTS_ATTENDUS } from './mots-attendus';

describe('password rule of the CNIL', () => {
  it.each([
    ['12 characters of four kinds', 'Lilas-26-rose'],
    ['14 characters of three kinds', 'LilasDuBalcon26'],
    ['17 characters of one kind', 'lilasdubalconbleu'],
    ['a sentence', 'le lilas du jardin fleurit au balcon'],
    ['letters with accents', 'Été-à-Noël-86'],
    ['a common word among others', 'bonjour le lilas du balcon'],
  ])('accepts %s', (_, motDePasse) => {
    expect(verifierMotDePasse(motDePasse)).toBeNull();
  });

  it.each([
    ['11 characters', 'Lilas-26-ab'],
    ['13 characters of three kinds', 'LilasJardin26'],
    ['16 characters of two kinds', 'lilasdujardin268'],
    ['nothing but seven letters', 'a b c d e f g h'],
    ['one character repeated', 'A1-A1-A1-A1-A1-'],
    ['nothing', ''],
  ])('refuses %s', (_, motDePasse) => {
    expect(verifierMotDePasse(motDePasse)).toMatch(/trop court|répète/);
  });

  it('refuses what would only exhaust the hash', () => {
    expect(verifierMotDePasse('Lilas-2026-'.repeat(20))).toBe(
      `Le mot de passe dépasse ${MOT_DE_PASSE_MAX} caractères.`,
    );
  });
});

describe('passwords that one guesses', () => {
  it.each([
    ['a common password, drawn out', 'password password 123456'],
    ['figures for letters', 'P4$$w0rd-P4ssw0rd-2026!'],
    ['rows of keys', 'azertyuiop-qsdfghjklm-123'],
    ['the product and a year', 'Plénière-2026-Plénière'],
    ['words of the trade', 'Contrat-de-ville-2024-2030!'],
    ['cut in pieces', 'm-o-t-d-e-p-a-s-s-e-1234!A'],
  ])('are refused: %s', (_, motDePasse) => {
    expect(verifierMotDePasse(motDePasse)).toMatch(/se devine/);
  });

  it.each([
    ['a town', 'Saint-Pierre-des-Corps-37!'],
    ['an organisation', 'Ville-de-Joué-lès-Tours-26'],
    ['one’s own name', 'samira.belkacem-2026!A'],
  ])('are refused where they name %s', (_, motDePasse) => {
    expect(verifierMotDePasse(motDePasse)).toBeNull();
    const lieu = ['Saint-Pierre-des-Corps', 'Ville de Joué-lès-Tours', 'Samira Belkacem'];
    expect(verifierMotDePasse(motDePasse, lieu)).toMatch(/se devine/);
  });

  it('are looked for by words that are written as they are compared, each once', () => {
    expect(MOTS_ATTENDUS.filter((mot) => !/^[a-z0-9]{3,}$/.test(mot))).toEqual([]);
    expect(new Set(MOTS_ATTENDUS).size).toBe(MOTS_ATTENDUS.length);
  });
});
