import fc from 'fast-check';
import { imprimer, imprimerTout } from './impression';

const toutCouvert = () => true;
const latin = (codePoint: number) => codePoint < 0x2100;
const sansEspaces = (texte: string) => texte.replace(/[\s\u00A0\u200B\u202F]/g, '');

describe('text made ready to print', () => {
  it.each([
    ['Que faire ?', 'Que faire\u202F?'],
    ['Quand : de 2024 à 2030 ; où ?', 'Quand\u00A0: de 2024 à 2030\u202F; où\u202F?'],
    ['Un « mot » dit', 'Un «\u202Fmot\u202F» dit'],
    ['57 % et 1 060 119 €', '57\u202F% et 1\u202F060\u202F119\u202F€'],
    ['Fiche n° 12', 'Fiche n°\u00A012'],
    ['à  deux   espaces', 'à deux espaces'],
  ])('puts the no-break spaces of French in « %s »', (ecrit, imprime) => {
    expect(imprimer(ecrit, toutCouvert)).toBe(imprime);
  });

  it('adds no space where the author put none', () => {
    expect(imprimer('https://exemple.fr/?a=1;b à 14:30', toutCouvert)).toBe('https://exemple.fr/?a=1;b à 14:30');
  });

  it('shows a square for what no font has, and nothing for what draws nothing', () => {
    expect(imprimer('a城b👩‍👧c\u200Dd\uFE0F', latin)).toBe('a□b□□cd');
  });

  it('lets a word longer than a line be cut, after its punctuation first', () => {
    const coupe = imprimer(`https://exemple.fr/${'a'.repeat(40)}`, toutCouvert);
    expect(coupe.split('\u200B').slice(0, 4)).toEqual(['https:', '/', '/', 'exemple.']);
    expect(Math.max(...coupe.split('\u200B').map(({ length }) => length))).toBeLessThanOrEqual(31);
  });

  it('changes no word of a text that the fonts cover', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~À-ÿœ’–•→\n]*$/), (texte) => {
        expect(sansEspaces(imprimer(texte, toutCouvert))).toBe(sansEspaces(texte.normalize('NFC')));
      }),
    );
  });

  it('leaves nothing that the fonts lack, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (texte) => {
        const signes = [...imprimer(texte, latin)].filter((signe) => !/[\n□\u200B]/.test(signe));
        expect(signes.every((signe) => latin(signe.codePointAt(0) ?? 0))).toBe(true);
      }),
    );
  });

  it('prints every text of a document but addresses', () => {
    const lien = 'https://exemple.fr/?';
    expect(imprimerTout({ titre: 'Quoi ?', runs: [{ texte: 'Ici !', lien }], annee: 2024 }, toutCouvert)).toEqual({
      titre: 'Quoi\u202F?',
      runs: [{ texte: 'Ici\u202F!', lien }],
      annee: 2024,
    });
  });
});
