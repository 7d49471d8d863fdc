import { contenuVide } from './contenu-vide';
import type { ChampId } from './contenu';
import { referencesDe } from './references';

describe('referencesDe', () => {
  it('finds nothing in a sheet that nobody has written', () => {
    const vide = contenuVide();
    const champs = Object.keys(vide) as ChampId[];

    expect(champs.flatMap((champ) => referencesDe(champ, vide[champ]))).toEqual([]);
  });

  it('names the organisations, categories and people of the référents', () => {
    const referents = [
      { organisationId: null, categorie: 'ville' as const, libelle: 'Villes', personneId: null, fonction: 'Référents' },
      { organisationId: 'o1', categorie: null, libelle: 'Ville A', personneId: 'p1', fonction: 'Cheffe de projet' },
    ];

    expect(referencesDe('referents', referents)).toEqual([
      { categorie: 'ville' },
      { organisationId: 'o1' },
      { personneId: 'p1' },
    ]);
  });

  it('names the territories of « Où ? » and the orientation', () => {
    const cadreOu = { texte: '', portee: 'selection' as const, qpv: ['QN03709M'], communes: ['37233'] };

    expect(referencesDe('cadreOu', cadreOu)).toEqual([{ qpvCode: 'QN03709M' }, { communeCode: '37233' }]);
    expect(referencesDe('orientation', 'or1')).toEqual([{ orientationId: 'or1' }]);
  });

  it('ignores a wording that is attached to no organisation', () => {
    expect(referencesDe('partenaires', [{ organisationId: null, categorie: null, libelle: 'Collectifs' }])).toEqual([]);
  });
});
