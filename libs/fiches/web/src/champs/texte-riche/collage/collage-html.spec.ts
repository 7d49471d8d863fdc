import { enListe, enTexte, lirePressePapiers } from './collage-html';

describe('clipboard', () => {
  it('reads the lists of Word, their drawn bullets left out', () => {
    const html = `
      <p class="MsoListParagraphCxSpFirst" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">\uF0B7<span>&nbsp;&nbsp;</span></span>Conforter les <b>espaces</b></p>
      <p class="MsoListParagraphCxSpLast" style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">o</span>en les ouvrant</p>`;
    expect(lirePressePapiers(html, '')).toEqual([
      { sorte: 'element', niveau: 1, html: 'Conforter les <strong>espaces</strong>' },
      { sorte: 'element', niveau: 2, html: 'en les ouvrant' },
    ]);
  });

  it('keeps bold, italic and links to the web, and nothing else', () => {
    const html =
      '<p style="color:red">Un <i>mot</i>, <a href="https://exemple.fr">un lien</a>, <a href="javascript:alert(1)">un piège</a><script>x()</script></p>';
    expect(lirePressePapiers(html, '')).toEqual([
      {
        sorte: 'paragraphe',
        niveau: 1,
        html: 'Un <em>mot</em>, <a href="https://exemple.fr">un lien</a>, un piège',
      },
    ]);
  });

  it('does not take the wrapper of some editors for bold', () => {
    const blocs = lirePressePapiers('<b style="font-weight:normal"><p>Simple <strong>gras</strong></p></b>', '');
    expect(blocs.map(({ html }) => html)).toEqual(['Simple <strong>gras</strong>']);
  });

  it('reads the plain text when the rest says nothing more', () => {
    const blocs = lirePressePapiers('<p>Des lignes</p>', '\uF0F0 Un\n\uF0F0 Deux & <trois>');
    expect(blocs.map(({ html }) => html)).toEqual(['Un', 'Deux &amp; &lt;trois&gt;']);
  });

  it('puts the second level under the first', () => {
    const blocs = lirePressePapiers('', '• Un\n   ◦ sous un\n   ◦ encore\n• Deux');
    expect(enListe(blocs)).toBe(
      '<ul><li><p>Un</p><ul><li><p>sous un</p></li><li><p>encore</p></li></ul></li><li><p>Deux</p></li></ul>',
    );
  });

  it('keeps paragraphs around a list', () => {
    expect(enTexte(lirePressePapiers('', 'Avant :\n• Un\n• Deux\nAprès.'))).toBe(
      '<p>Avant :</p><ul><li><p>Un</p></li><li><p>Deux</p></li></ul><p>Après.</p>',
    );
  });
});
