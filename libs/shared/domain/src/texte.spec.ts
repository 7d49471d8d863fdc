import * as fc from 'fast-check';
import { chercherIndesirable, enTexteRiche, nettoyerCorps, nettoyerTexte, sansAccents, texteBrut } from './texte';

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

describe('a text that would not be kept whole', () => {
  it('is one of which cleaning takes more than white space and the form of accents', () => {
    const blancs = (texte: string) => texte.normalize('NFC').replace(/\s+/g, ' ');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (texte) => {
        const entier = blancs(nettoyerTexte(texte)) === blancs(texte);
        expect(chercherIndesirable(texte) === null).toBe(entier);
      }),
    );
  });

  it('says which character, and where a reader would count it', () => {
    expect(chercherIndesirable('🏙️ co\u00ADhésion')).toEqual({ code: 'U+00AD', rang: 6 });
    expect(chercherIndesirable('a\r\n\tb')).toBeNull();
  });

  it('is cleaned wherever it stands in a body, but for passwords and files', () => {
    const fichier = new Blob(['a\u0000']);
    const corps = { nom: 'a\u00ADb', listes: [{ texte: '\uF0B7 un' }, 3, null], motDePasse: '\u00ADsecret', fichier };
    const propre = { nom: 'ab', listes: [{ texte: '• un' }, 3, null], motDePasse: '\u00ADsecret', fichier };
    expect(nettoyerCorps(corps)).toEqual(propre);
    expect(nettoyerCorps(fichier)).toBe(fichier);
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
