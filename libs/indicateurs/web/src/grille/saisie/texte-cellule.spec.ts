import { lireCellule, type Valeur } from '@pleniere/indicateurs/domain';
import fc from 'fast-check';
import { LIEN, MANIERES, SEANCES } from '../../essai/exemples';
import { ecrireTsv, lireTsv, texteDe } from './texte-cellule';

function relire(contenu: Pick<Valeur, 'valeur' | 'absence'>, indicateur: typeof SEANCES): unknown {
  return lireCellule(texteDe(contenu, indicateur), indicateur);
}

describe('text of a cell', () => {
  it('is read back as the value that it writes', () => {
    expect(relire({ valeur: 1060, absence: null }, SEANCES)).toEqual({ sorte: 'valeur', valeur: 1060 });
    expect(relire({ valeur: 12.5, absence: null }, { ...SEANCES, decimales: 1 })).toEqual({
      sorte: 'valeur',
      valeur: 12.5,
    });
    expect(relire({ valeur: -1, absence: null }, LIEN)).toEqual({ sorte: 'valeur', valeur: -1 });
    const valeur = ['reunion', 'marche'];
    expect(relire({ valeur, absence: null }, MANIERES)).toEqual({ sorte: 'valeur', valeur });
    for (const absence of ['nd', 'non-concerne', 'secret'] as const) {
      expect(relire({ valeur: null, absence }, SEANCES)).toEqual({ sorte: 'absence', absence });
    }
  });

  it('writes numbers as Excel takes them in French', () => {
    expect(texteDe({ valeur: 1060119.5, absence: null }, SEANCES)).toBe('1060119,5');
    expect(texteDe(undefined, SEANCES)).toBe('');
  });
});

describe('a block of a spreadsheet', () => {
  it('reads Windows line ends, empty cells, and a cell on several lines', () => {
    expect(lireTsv('1\t2\r\n\t"deux\nlignes ""dites"""\r\n')).toEqual([
      ['1', '2'],
      ['', 'deux\nlignes "dites"'],
    ]);
    expect(lireTsv('seul')).toEqual([['seul']]);
  });

  it('is read back whatever its cells hold', () => {
    const cellule = fc.string({ maxLength: 8 }).map((texte) => texte.replace(/\r/g, ''));
    const bloc = fc
      .integer({ min: 1, max: 4 })
      .chain((largeur) =>
        fc.array(fc.array(cellule, { minLength: largeur, maxLength: largeur }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(bloc, (lignes) => {
        fc.pre(lignes.at(-1)?.join('') !== '');
        expect(lireTsv(ecrireTsv(lignes))).toEqual(lignes);
      }),
    );
  });
});
