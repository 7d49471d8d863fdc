import { contenuVide } from './contenu-vide';
import { CHAMPS_ECRITS, champDe, estChampEcrit, LIGNES, REGISTRE } from './registre';

describe('field registry', () => {
  it('holds the 27 fields of the official sheet, each once', () => {
    expect(REGISTRE.filter(({ officiel }) => officiel)).toHaveLength(27);
    expect(new Set(REGISTRE.map(({ id }) => id)).size).toBe(REGISTRE.length);
  });

  it('names exactly the fields that the content of a fiche holds', () => {
    expect(CHAMPS_ECRITS.map(({ id }) => id).sort()).toEqual(Object.keys(contenuVide()).sort());
  });

  it('follows the rows of the sheet in their order, and leaves none empty', () => {
    const ordre = LIGNES.map(({ id }) => id);
    const rangs = REGISTRE.map(({ ligne }) => ordre.indexOf(ligne));
    expect(rangs).toEqual([...rangs].sort((a, b) => a - b));
    expect(new Set(rangs).size).toBe(ordre.length);
  });

  it('keeps budget and programme 147 to the people at work', () => {
    expect(REGISTRE.filter(({ visibilite }) => visibilite === 'interne').map(({ id }) => id)).toEqual([
      'lignesBudget',
      'p147',
    ]);
  });

  it('knows a field that can be written from one that the sheet only shows', () => {
    expect([estChampEcrit('contexte'), estChampEcrit('enjeu'), estChampEcrit('constructor')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(champDe('enjeu').libelle).toBe('Enjeu');
  });
});
