import fc from 'fast-check';
import { nettoyerCollage } from './collage';

const textes = (colle: string): string[] => nettoyerCollage(colle).map((bloc) => bloc.texte);

describe('nettoyerCollage', () => {
  it('turns the private-use bullets of Word into items', () => {
    expect(nettoyerCollage('\uF0F0 Soit conforter les espaces\n\uF0B7\tSoit en créer')).toEqual([
      { sorte: 'element', niveau: 1, texte: 'Soit conforter les espaces' },
      { sorte: 'element', niveau: 1, texte: 'Soit en créer' },
    ]);
  });

  it('turns lines that open with a dash or a bullet into items', () => {
    expect(nettoyerCollage('- un atelier\n• une marche\n– un café')).toHaveLength(3);
    expect(textes('- un atelier\n• une marche\n– un café')).toEqual(['un atelier', 'une marche', 'un café']);
  });

  it('writes the private-use arrow as a real one', () => {
    expect(textes('Écouter \uF0E8 répondre')).toEqual(['Écouter → répondre']);
  });

  it('drops soft hyphens, also at the end of a line', () => {
    expect(textes('La mobili\u00ADsation des habi\u00AD\ntants')).toEqual(['La mobilisation des habitants']);
  });

  it('joins lines broken in mid-sentence, even when blank lines stand between them', () => {
    const colle = '- Conforter ou créer des espaces de dialogue destinés aux \n\nhabitants, favorisant des échanges';
    expect(textes(colle)).toEqual([
      'Conforter ou créer des espaces de dialogue destinés aux habitants, favorisant des échanges',
    ]);
  });

  it('joins a full line that goes on with a capital', () => {
    const colle = 'Une gouvernance qui intègre les habitants dans les coordinations et dans l’Assemblée\nPlénière.';
    expect(textes(colle)).toEqual([
      'Une gouvernance qui intègre les habitants dans les coordinations et dans l’Assemblée Plénière.',
    ]);
  });

  it('keeps sentences and short lines apart', () => {
    expect(textes('Une phrase.\nUne autre.\nTitre\nTexte')).toEqual(['Une phrase.', 'Une autre.', 'Titre', 'Texte']);
  });

  it('does not take a hyphenated word or a negative number for a bullet', () => {
    expect(nettoyerCollage('-2 degrés').map((bloc) => bloc.sorte)).toEqual(['paragraphe']);
    expect(textes('peut-\nêtre')).toEqual(['peut-être']);
  });

  it('puts deeper bullets one level down, never two', () => {
    const niveaux = nettoyerCollage('• Un\n   ◦ sous un\n       ▪ plus bas\n• Deux').map((bloc) => bloc.niveau);
    expect(niveaux).toEqual([1, 2, 2, 1]);
  });

  it('never loses a letter or a digit', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[ a-zA-Zé0-9.,\n•→'-]{0,60}$/), { maxLength: 6 }), (parties) => {
        const colle = parties.join('\n');
        const lettres = (texte: string): string => texte.replace(/[^a-zA-Zé0-9→]/g, '');
        // A lone « o » followed by spaces is Word's hollow bullet.
        fc.pre(!/(^|\n)\s*o\s{2,}/.test(colle));
        expect(lettres(textes(colle).join(''))).toBe(lettres(colle));
      }),
    );
  });
});
