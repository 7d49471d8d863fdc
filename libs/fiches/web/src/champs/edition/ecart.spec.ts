import { ecarter } from './ecart';

describe('two versions of a text', () => {
  it('are cut where they differ, word by word', () => {
    expect(ecarter('Un lieu ouvert le samedi.', 'Un lieu fermé le samedi.')).toEqual([
      { avant: 'Un lieu ', ecart: 'ouvert ', apres: 'le samedi.' },
      { avant: 'Un lieu ', ecart: 'fermé ', apres: 'le samedi.' },
    ]);
  });

  it('share their start when one goes on', () => {
    expect(ecarter('Un lieu', 'Un lieu ouvert')).toEqual([
      { avant: 'Un ', ecart: 'lieu', apres: '' },
      { avant: 'Un ', ecart: 'lieu ouvert', apres: '' },
    ]);
  });

  it('have nothing to show when they are the same, or share nothing', () => {
    expect(ecarter('le le', 'le le')[0]).toEqual({ avant: 'le le', ecart: '', apres: '' });
    expect(ecarter('', 'Un lieu')).toEqual([
      { avant: '', ecart: '', apres: '' },
      { avant: '', ecart: 'Un lieu', apres: '' },
    ]);
  });
});
