import fc from 'fast-check';
import { comparerElements, rejouer, remonter } from './champ';
import { appliquerListe, comparerListes } from './liste';

const element = fc.record({ id: fc.constantFrom(...'abcdefgh'), texte: fc.constantFrom('un', 'deux', 'trois') });
const liste = fc.array(element, { maxLength: 10 });
const contenu = fc.dictionary(
  fc.constantFrom('titre', 'contexte', 'resumePublic', 'titreCourt'),
  fc.constantFrom('un', 'deux', 'trois'),
);

describe('difference of two lists', () => {
  it('applied to the first, gives the second, whatever they are', () => {
    fc.assert(
      fc.property(liste, liste, (avant, apres) => {
        expect(
          appliquerListe(
            avant,
            comparerListes(avant, apres, ({ id }) => id),
          ),
        ).toEqual(apres);
      }),
      { numRuns: 2000 },
    );
  });

  it('says nothing of a list that stays the same, and one move of one entry that moved', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(element, { selector: ({ id }) => id, minLength: 2 }),
        fc.nat(),
        fc.nat(),
        (avant, a, b) => {
          const rien = comparerListes(avant, avant, ({ id }) => id);
          expect(Object.values(rien).flat()).toEqual([]);
          const apres = [...avant];
          const [pris] = apres.splice(a % avant.length, 1);
          if (pris) apres.splice(b % avant.length, 0, pris);
          const { deplaces, ajoutes, retires, changes } = comparerListes(avant, apres, ({ id }) => id);
          expect(deplaces).toHaveLength(a % avant.length === b % avant.length ? 0 : 1);
          expect([ajoutes, retires, changes]).toEqual([[], [], []]);
        },
      ),
    );
  });

  it('follows an entry by its id through a move and a change, and an actor by what it names', () => {
    const avant = [
      { id: 'a', texte: 'Un' },
      { id: 'b', texte: 'Deux' },
      { id: 'c', texte: 'Trois' },
    ];
    const apres = [
      { id: 'c', texte: 'Trois, corrigé' },
      { id: 'a', texte: 'Un' },
      { id: 'd', texte: 'Quatre' },
    ];
    expect(comparerElements(avant, apres)).toEqual({
      retires: [{ rang: 1, element: avant[1] }],
      ajoutes: [{ rang: 2, element: apres[2] }],
      changes: [{ rang: 0, avant: avant[2], apres: apres[0] }],
      deplaces: [{ de: 2, vers: 0, element: apres[0] }],
    });
    const ville = { organisationId: 'v', categorie: null, libelle: 'Ville de Tours' };
    expect(comparerElements([ville], [{ ...ville, libelle: 'Tours' }])).toMatchObject({
      ajoutes: [],
      retires: [],
      changes: [{}],
    });
    expect(comparerElements('un texte', 'un autre')).toBeNull();
  });
});

describe('history of a text', () => {
  it('replayed, gives the text; taken back, gives each text that was', () => {
    fc.assert(
      fc.property(fc.array(contenu, { minLength: 1, maxLength: 8 }), (textes) => {
        const changements = textes.slice(1).flatMap((apres, rang) => {
          const avant = textes[rang] ?? {};
          return [...new Set([...Object.keys(avant), ...Object.keys(apres)])]
            .filter((champ) => avant[champ] !== apres[champ])
            .map((champ) => ({ champ, avant: avant[champ] ?? null, apres: apres[champ] ?? null }));
        });
        const [premier = {}] = textes;
        expect(rejouer(premier, changements)).toEqual(textes.at(-1));
        expect(remonter(textes.at(-1) ?? {}, changements.toReversed())).toEqual(premier);
      }),
    );
  });
});
