import fc from 'fast-check';
import { type Avancement, etatAvancement, faites, resteAFaire } from './avancement';

const ECHEANCE = { echeance: '2026-12-18' };
const AVANT = '2026-12-18';
const APRES = '2026-12-19';

/** A place made cell by cell, as the database counts it. */
const place: fc.Arbitrary<Avancement> = fc
  .array(
    fc.record({
      rempli: fc.constantFrom('vide', 'valeur', 'absence'),
      statut: fc.constantFrom('brouillon', 'proposee', 'validee'),
    }),
    { maxLength: 20 },
  )
  .map((cases) => {
    const compter = (...juste: ((une: (typeof cases)[number]) => boolean)[]) =>
      cases.filter((une) => juste.every((regle) => regle(une))).length;
    const remplie = ({ rempli }: (typeof cases)[number]) => rempli !== 'vide';
    return {
      attendues: cases.length,
      saisies: compter(({ rempli }) => rempli === 'valeur'),
      expliquees: compter(({ rempli }) => rempli === 'absence'),
      retournees: compter(remplie, ({ statut }) => statut === 'brouillon'),
      validees: compter(remplie, ({ statut }) => statut === 'validee'),
      tardives: 0,
    };
  });

describe('progress of a collection', () => {
  it('leaves what is empty or returned to be done, and never more than is expected', () => {
    fc.assert(
      fc.property(place, (avancement) => {
        expect(resteAFaire(avancement)).toBeGreaterThanOrEqual(0);
        expect(resteAFaire(avancement) + faites(avancement)).toBe(avancement.attendues);
        expect(avancement.validees).toBeLessThanOrEqual(faites(avancement));
      }),
    );
  });

  it('is complete exactly when nothing is left, the same before and after the due date', () => {
    fc.assert(
      fc.property(place, (avancement) => {
        const etats = [AVANT, APRES].map((jour) => etatAvancement(avancement, ECHEANCE, jour));
        const complet = avancement.attendues > 0 && resteAFaire(avancement) === 0;
        expect(etats.map((etat) => etat === 'complet')).toEqual([complet, complet]);
        expect(etats.includes('sans-objet')).toBe(avancement.attendues === 0);
      }),
    );
  });

  it('is late after the due date only, and silent when nothing at all came in', () => {
    const entamee = { attendues: 4, saisies: 1, expliquees: 1, retournees: 0, validees: 0, tardives: 0 };
    expect(etatAvancement(entamee, ECHEANCE, AVANT)).toBe('en-cours');
    expect(etatAvancement(entamee, ECHEANCE, APRES)).toBe('en-retard');
    expect(etatAvancement({ ...entamee, saisies: 0, expliquees: 0 }, ECHEANCE, APRES)).toBe('aucune-reponse');
    expect(etatAvancement({ ...entamee, saisies: 3, retournees: 1 }, ECHEANCE, AVANT)).toBe('en-cours');
  });
});
