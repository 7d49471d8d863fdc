import fc from 'fast-check';
import { ENCRE } from '../graphique/planche';
import { contraste, palette } from './couleurs';

const couleur = fc.integer({ min: 0, max: 0xffffff }).map((nombre) => `#${nombre.toString(16).padStart(6, '0')}`);

describe('palette of a document', () => {
  it('can be read whatever the hue that was chosen', () => {
    fc.assert(
      fc.property(couleur, (choisie) => {
        const { encre, teinte } = palette(choisie);
        expect(contraste(encre, teinte)).toBeGreaterThanOrEqual(4.5);
        expect(contraste(encre, '#ffffff')).toBeGreaterThanOrEqual(4.5);
        expect(contraste(ENCRE.discret, teinte)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('keeps a hue that can be read as it is', () => {
    expect(palette('#1f4e79').encre).toBe('#1f4e79');
  });

  it('falls back on deep blue for what is not a colour', () => {
    expect(palette('vert').vive).toBe('#1f3a5f');
  });

  it('gives charts inks that can be read on white and on the band of a missing year', () => {
    for (const fond of ['#ffffff', ENCRE.bande]) {
      expect(contraste(ENCRE.texte, fond)).toBeGreaterThanOrEqual(7);
      expect(contraste(ENCRE.discret, fond)).toBeGreaterThanOrEqual(4.5);
      expect(contraste(ENCRE.reference, fond)).toBeGreaterThanOrEqual(3);
    }
  });
});
