import { DROITS, type Permission } from '@pleniere/acces/domain';
import fc from 'fast-check';
import { CIRCUIT, refusDeTransition, refusEcriture, STATUTS_FICHE, transitionsDisponibles } from './circuit';
import { statutsVisibles } from './visibilite';

const COMPLETE = { manquesObligatoires: 0, motif: '' };
const tout = () => null;
const enReferent = (permission: Permission) => (permission in DROITS.referent ? null : 'Refusé.');

describe('circuit of a fiche', () => {
  it('leads from brouillon to every statut', () => {
    const atteints = new Set<string>(['brouillon']);
    for (let avant = 0; avant < atteints.size;) {
      avant = atteints.size;
      CIRCUIT.filter(({ de }) => atteints.has(de)).forEach(({ vers }) => atteints.add(vers));
    }
    expect([...atteints].sort()).toEqual([...STATUTS_FICHE].sort());
  });

  it('never leaves a statut twice by the same transition', () => {
    const fleches = CIRCUIT.map(({ transition, de }) => `${de}/${transition}`);
    expect(new Set(fleches).size).toBe(fleches.length);
  });

  it('offers a référent to submit, and the team to decide', () => {
    const noms = (statut: 'brouillon' | 'relecture', peut: typeof enReferent) =>
      transitionsDisponibles(statut, COMPLETE, peut).map(({ transition }) => transition);
    expect(noms('brouillon', enReferent)).toEqual(['soumettre']);
    expect(noms('relecture', enReferent)).toEqual([]);
    expect(noms('relecture', tout)).toEqual(['demander-correction', 'valider']);
  });

  it('shows why a transition must wait, and asks for the motif only when it is followed', () => {
    expect(transitionsDisponibles('brouillon', { manquesObligatoires: 2, motif: '' }, tout)).toEqual([
      {
        transition: 'soumettre',
        libelle: 'Soumettre à la relecture',
        refus: 'Il reste à remplir les champs obligatoires (2).',
        motifRequis: false,
      },
    ]);
    expect(transitionsDisponibles('en-vigueur', COMPLETE, tout)).toMatchObject([{ refus: null, motifRequis: true }]);
    const archiver = CIRCUIT[3];
    expect(refusDeTransition(archiver, { ...COMPLETE, motif: '  ' })).toBe('Donnez un motif.');
    expect(refusDeTransition(archiver, { ...COMPLETE, motif: 'Terminé' })).toBeNull();
  });

  it('never puts an incomplete fiche in force', () => {
    const versLaVigueur = CIRCUIT.filter(({ vers }) => vers === 'en-vigueur' || vers === 'relecture');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 27 }),
        fc.string(),
        fc.constantFrom(...versLaVigueur),
        (manques, motif, etape) => {
          expect(refusDeTransition(etape, { manquesObligatoires: manques, motif })).not.toBeNull();
        },
      ),
    );
  });

  it('closes the text during the relecture to those who do not decide, and to all once archived', () => {
    expect(STATUTS_FICHE.map((statut) => refusEcriture(statut, false) === null)).toEqual([true, false, true, false]);
    expect(STATUTS_FICHE.map((statut) => refusEcriture(statut, true) === null)).toEqual([true, true, true, false]);
  });

  it('shows a lecteur what is in force only', () => {
    expect(statutsVisibles('lecteur')).toEqual(['en-vigueur']);
    expect(statutsVisibles('contributeur')).toEqual(STATUTS_FICHE);
  });
});
