import * as fc from 'fast-check';
import { enTexteRiche, nettoyerTexte, sansAccents, texteBrut } from './texte';

const MOTS = /[\p{L}\p{N}]+/gu;

describe('cleaning of a text', () => {
  it.each([
    ['glyphs of Word', '\uF0B7 un \uF0F0 deux \uF0E8 trois', '• un • deux → trois'],
    ['soft hyphens and invisible marks', 'co\u00ADhé\u200Bsion\uFEFF', 'cohésion'],
    ['accents typed apart', 'E\u0301cole', 'École'],
    ['accents apart around an invisible mark', 'e\u200B\u0301cole', 'école'],
    ['ends of lines and tabs', 'a\r\nb\rc\td', 'a\nb\nc d'],
    ['characters that turn the text around', 'pdf\u202Efdp', 'pdffdp'],
    ['unknown glyphs and controls', 'a\uF123b\u0000c', 'abc'],
  ])('repairs %s', (_, texte, attendu) => {
    expect(nettoyerTexte(texte)).toBe(attendu);
  });

  it('keeps French typography', () => {
    const texte = 'Où\u202F? Ici\u00A0: «\u202F1\u202F060,5\u202F%\u202F» — l’œuvre…';
    expect(nettoyerTexte(texte)).toBe(texte);
  });

  it('changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (texte) => {
        const propre = nettoyerTexte(texte);
        expect(nettoyerTexte(propre)).toBe(propre);
      }),
    );
  });

  it('changes no word', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zàâçéèêëîïôûùüÿœæ0-9]{1,12}$/)), (mots) => {
        expect(nettoyerTexte(mots.join('\t\u200B')).match(MOTS) ?? []).toEqual(mots);
      }),
    );
  });
});

describe('rich text', () => {
  it('reads as plain text, block by block', () => {
    expect(texteBrut('<p>Un &amp; <strong>deux</strong></p><ul><li>trois</li><li>&lt;quatre&gt;</li></ul>')).toBe(
      'Un & deux\ntrois\n<quatre>',
    );
  });

  it('gives a plain text back as it was', () => {
    const lignes = fc.array(fc.stringMatching(/^[a-zé&<>"';]{1,20}$/), { minLength: 1 });
    fc.assert(
      fc.property(lignes, (textes) => {
        expect(texteBrut(enTexteRiche(textes.join('\n')))).toBe(textes.join('\n'));
      }),
    );
  });
});

describe('comparison of names', () => {
  it('ignores accents, ligatures and capitals', () => {
    expect(sansAccents('Cœur de Noël, ÉTÉ')).toBe('coeur de noel, ete');
    expect(sansAccents('CŒUR')).toBe('coeur');
  });
});
