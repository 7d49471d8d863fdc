import { lireTexteRiche } from './texte-riche';

describe('reading a stored rich text as blocks', () => {
  it('keeps paragraphs, styles, links and line breaks', () => {
    expect(
      lireTexteRiche(
        '<p>Un <strong>mot <em>fort</em></strong><br>et <a href="https://exemple.fr">un lien</a></p><p>B</p>',
      ),
    ).toEqual([
      {
        type: 'paragraphe',
        runs: [
          { texte: 'Un ' },
          { texte: 'mot ', gras: true },
          { texte: 'fort', gras: true, italique: true },
          { texte: '\net ' },
          { texte: 'un lien', lien: 'https://exemple.fr/' },
        ],
      },
      { type: 'paragraphe', runs: [{ texte: 'B' }] },
    ]);
  });

  it('keeps one sub-level and brings deeper ones back to it', () => {
    const html = '<ul><li><p>a</p><ul><li>b<ol><li>c</li></ol></li></ul></li><li><p>d</p><p>e</p></li></ul><p>f</p>';
    expect(lireTexteRiche(html)).toEqual([
      {
        type: 'liste',
        ordonnee: false,
        items: [
          { runs: [{ texte: 'a' }], sousItems: [[{ texte: 'b' }], [{ texte: 'c' }]] },
          { runs: [{ texte: 'd\ne' }], sousItems: [] },
        ],
      },
      { type: 'paragraphe', runs: [{ texte: 'f' }] },
    ]);
  });

  it('gives an ordered list as ordered', () => {
    expect(lireTexteRiche('<ol><li>un</li></ol>')).toEqual([
      { type: 'liste', ordonnee: true, items: [{ runs: [{ texte: 'un' }], sousItems: [] }] },
    ]);
  });

  it('reads plain text, entities and collapsed white space', () => {
    expect(lireTexteRiche('  Villes &amp; bailleurs \n  &lt;sociaux&gt; ')).toEqual([
      { type: 'paragraphe', runs: [{ texte: 'Villes & bailleurs <sociaux>' }] },
    ]);
  });

  it('drops empty blocks, scripts and dangerous addresses, keeps the words of unknown tags', () => {
    const html = '<p> </p><ul><li></li></ul><script>alert(1)</script><p><a href="javascript:x">ici</a> <u>là</u></p>';
    expect(lireTexteRiche(html)).toEqual([{ type: 'paragraphe', runs: [{ texte: 'ici là' }] }]);
  });
});
