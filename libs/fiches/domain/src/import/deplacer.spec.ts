import { deplacer } from './deplacer';
import type { Passage } from './passage';
import { rapporter } from './rapport';

const passage = (id: string, debut: number, reste: Partial<Passage> = {}): Passage => ({
  id,
  debut,
  fin: debut + 10,
  destination: 'contexte',
  section: null,
  niveau: 0,
  confiance: 'faible',
  ...reste,
});
const PASSAGES = [passage('p1', 0), passage('p2', 10, { destination: 'non-place' }), passage('p3', 20)];

describe('deplacer', () => {
  it('moves what it is told to, for sure, and leaves the rest', () => {
    const deplaces = deplacer(PASSAGES, [{ id: 'p2', destination: 'planAction', section: 'x', niveau: 1 }]);
    expect(deplaces).toEqual([
      PASSAGES[0],
      { ...PASSAGES[1], destination: 'planAction', section: null, niveau: 1, confiance: 'forte' },
      PASSAGES[2],
    ]);
  });

  it('names the section that a passage opens', () => {
    expect(deplacer(PASSAGES, [{ id: 'p1', destination: 'section', section: 'Gouvernance' }])[0]).toMatchObject({
      destination: 'section',
      section: 'Gouvernance',
    });
  });

  it('changes nothing when nothing moves, nor for a passage that is not there', () => {
    const memes = PASSAGES.map(({ id, destination, section }) => ({ id, destination, section }));
    expect(deplacer(PASSAGES, [...memes, { id: 'p9', destination: 'titre', section: null }])).toEqual(PASSAGES);
  });

  it('keeps every character counted', () => {
    const texte = 'x'.repeat(30);
    expect(rapporter({ texte }, PASSAGES)).toMatchObject({ caracteres: 30, places: 20, libelles: 0, nonPlaces: 10 });
    const deplaces = deplacer(PASSAGES, [{ id: 'p2', destination: 'libelle', section: null }]);
    expect(rapporter({ texte }, deplaces)).toMatchObject({ caracteres: 30, places: 20, libelles: 10, nonPlaces: 0 });
  });

  it('tells of each place the confidence of its least sure passage', () => {
    const melanges = [passage('p1', 0, { confiance: 'forte' }), passage('p2', 10, { confiance: 'moyenne' })];
    expect(rapporter({ texte: 'x'.repeat(20) }, melanges).parSection).toEqual([
      {
        destination: 'contexte',
        section: null,
        libelle: 'Contexte / diagnostic',
        passages: 2,
        caracteres: 20,
        confiance: 'moyenne',
      },
    ]);
  });
});
