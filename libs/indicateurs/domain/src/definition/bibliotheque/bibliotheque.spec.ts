import { TYPES_INDICATEUR } from '../indicateur';
import { verifierDefinition } from '../regles-definition';
import { BIBLIOTHEQUE } from './bibliotheque';
import { THEMES } from './modele';

const CONTRAT = { anneeDebut: 2024, anneeFin: 2030 };

describe('the library of definitions', () => {
  it.each(BIBLIOTHEQUE.map((modele) => [modele.cle, modele] as const))(
    '%s holds together once in a fiche',
    (_, modele) => {
      const ficheId = modele.type === 'contexte' ? null : '6f0f9c2e-0000-4000-8000-000000000001';
      const reste = {
        responsableId: null,
        reference: null,
        cibles: [],
        resultatsLies: [],
        visibilite: 'public',
      } as const;
      expect(verifierDefinition({ ...modele, ...reste, cibles: [], resultatsLies: [], ficheId }, CONTRAT)).toEqual([]);
      expect(modele.definition).toMatch(/\.$/);
      expect(modele.source).not.toBe('');
    },
  );

  it('covers every subject and every type, each definition under a name of its own', () => {
    expect(new Set(BIBLIOTHEQUE.map(({ theme }) => theme))).toEqual(new Set(THEMES));
    expect(new Set(BIBLIOTHEQUE.map(({ type }) => type))).toEqual(new Set(TYPES_INDICATEUR));
    expect(new Set(BIBLIOTHEQUE.map(({ cle }) => cle)).size).toBe(BIBLIOTHEQUE.length);
    expect(BIBLIOTHEQUE.length).toBeGreaterThanOrEqual(24);
  });
});
