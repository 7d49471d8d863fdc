import { lireMontant } from './editeur-budget';

describe('amount typed in euros', () => {
  it('is read as people write it, in cents', () => {
    expect(['12 500', '12\u202F500,5', '0', '1,99 €'].map(lireMontant)).toEqual([1_250_000, 1_250_050, 0, 199]);
  });

  it('is unknown when empty, and refused when it is no amount', () => {
    expect(lireMontant(' ')).toBeNull();
    expect(['douze', '-3', '1,234'].map(lireMontant)).toEqual([undefined, undefined, undefined]);
  });
});
