import fc from 'fast-check';
import { codeAffiche, codeCanonique, comparerCodes, lireCode, type CodeFiche } from './code';

const codes: fc.Arbitrary<CodeFiche> = fc.record({
  lettre: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  enjeu: fc.integer({ min: 1, max: 99 }),
  rang: fc.integer({ min: 1, max: 999 }),
});

describe('code of a fiche', () => {
  it('reads back what it writes, in the canonical and in the shown form', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(lireCode(codeCanonique(code))).toEqual(code);
        expect(lireCode(codeAffiche(codeCanonique(code)))).toEqual(code);
      }),
    );
  });

  it.each(['T 1.1', 'n° : T 1.1', 'N°T 1.1', 'FICHE PROJET N°T 1.1', 't1.1', ' T\u00A01.1 '])(
    'reads « %s »',
    (texte) => {
      expect(lireCode(texte)).toEqual({ lettre: 'T', enjeu: 1, rang: 1 });
    },
  );

  it.each(['', 'T', 'T1', '1.1', 'TT1.1', 'T1.1.1', 'T-1.1', 'T1.1; drop table'])('does not read « %s »', (texte) => {
    expect(lireCode(texte)).toBeNull();
  });

  it('orders transversal before thematic, and T 1.2 before T 1.10', () => {
    const ranges = ['T1.10', 'E2.1', 'T1.2', 'T10.1', 'T2.1'].map((texte) => lireCode(texte) as CodeFiche);
    expect(ranges.sort(comparerCodes).map(codeCanonique)).toEqual(['T1.2', 'T1.10', 'T2.1', 'T10.1', 'E2.1']);
  });

  it('orders totally: antisymmetric, and equal only to itself', () => {
    fc.assert(
      fc.property(codes, codes, (a, b) => {
        expect(Math.sign(comparerCodes(a, b))).toBe(-Math.sign(comparerCodes(b, a)) || 0);
        expect(comparerCodes(a, b) === 0).toBe(codeCanonique(a) === codeCanonique(b));
      }),
    );
  });
});
