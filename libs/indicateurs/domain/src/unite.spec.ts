import { accorderUnite } from './unite';

describe('unit in agreement with its number', () => {
  it.each([
    [1, 'séances', 'séance'],
    [0, 'personnes accompagnées', 'personne accompagnée'],
    [1.5, 'séances par an', 'séance par an'],
    [1, 'mois', 'mois'],
    [1, 'arbres plantés dans les cours', 'arbre planté dans les cours'],
    [2, 'séances', 'séances'],
    [-12, 'places', 'places'],
  ])('%s, %s → %s', (nombre, unite, attendu) => {
    expect(accorderUnite(unite, nombre)).toBe(attendu);
  });
});
