import fc from 'fast-check';
import { ROLES } from '@pleniere/acces/domain';
import {
  arriveEnRetard,
  type Campagne,
  etatCampagne,
  type ExceptionCampagne,
  refusDAnnee,
  refusDeCampagne,
  refusDeJour,
  direEcheance,
} from './campagne';

const jour = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const organisation = fc.constantFrom('ville-a', 'ville-b', 'bailleur');
const fiche = fc.option(fc.constantFrom('f1', 'f2'), { nil: null });
const exception: fc.Arbitrary<ExceptionCampagne> = fc.record({
  id: fc.uuid(),
  version: fc.constant(1),
  organisation: organisation.map((id) => ({ id, nom: id })),
  ficheId: fiche,
  motif: fc.constant('Arrivée d’un nouveau référent'),
  jusquAu: jour,
  accordeePar: fc.constant('Claire'),
  accordeeLe: fc.constant('2026-03-01T08:00:00Z'),
});
const close: fc.Arbitrary<Pick<Campagne, 'annee' | 'closeLe' | 'exceptions'>> = fc.record({
  annee: fc.constant(2025),
  closeLe: fc.constant('2026-02-27T22:30:00Z'),
  exceptions: fc.array(exception, { maxLength: 4 }),
});
const plume = fc.record({ role: fc.constantFrom(...ROLES), organisationId: fc.option(organisation, { nil: null }) });

describe('lock of a campagne', () => {
  it('refuses nothing before it is closed, nor in a year without campagne', () => {
    fc.assert(
      fc.property(close, plume, fiche, jour, (campagne, qui, ficheId, aujourdhui) => {
        expect(refusDeCampagne({ ...campagne, closeLe: null }, qui, ficheId, aujourdhui)).toBeNull();
        expect(refusDeCampagne(null, qui, ficheId, aujourdhui)).toBeNull();
      }),
    );
  });

  it('opens a closed year to the organisation of an exception, on its fiche, until its last day, and to nobody else', () => {
    fc.assert(
      fc.property(close, plume, fiche, jour, (campagne, qui, ficheId, aujourdhui) => {
        const permis = campagne.exceptions.filter(
          (accordee) =>
            accordee.organisation.id === qui.organisationId &&
            (accordee.ficheId === null || accordee.ficheId === ficheId) &&
            accordee.jusquAu >= aujourdhui,
        );
        const refus = refusDeCampagne(campagne, qui, ficheId, aujourdhui);
        expect(refus === null).toBe(qui.role !== 'equipe' && permis.length > 0);
      }),
    );
  });

  it('never opens more when an exception is withdrawn', () => {
    fc.assert(
      fc.property(close, plume, fiche, jour, (campagne, qui, ficheId, aujourdhui) => {
        const sans = { ...campagne, exceptions: campagne.exceptions.slice(1) };
        const ouverteSans = refusDeCampagne(sans, qui, ficheId, aujourdhui) === null;
        expect(ouverteSans && refusDeCampagne(campagne, qui, ficheId, aujourdhui) !== null).toBe(false);
      }),
    );
  });

  it('says the day of the closing in Paris and what to do, to each in their place', () => {
    const campagne = { annee: 2025, closeLe: '2026-02-27T23:30:00Z', exceptions: [] };
    const referent = { role: 'referent', organisationId: 'ville-a' } as const;
    expect(refusDeCampagne(campagne, referent, 'f1', '2026-03-02')).toBe(
      'La campagne 2025 est close depuis le 28 février 2026\u00A0: demandez une exception à l’équipe projet.',
    );
    expect(refusDeCampagne(campagne, { ...referent, role: 'equipe' }, 'f1', '2026-03-02')).toMatch(/rouvrez-la/);
  });
});

describe('due date', () => {
  it('is early or late, never both, and late from the day after on', () => {
    fc.assert(
      fc.property(jour, jour, (echeance, aujourdhui) => {
        expect(arriveEnRetard({ echeance }, aujourdhui)).toBe(aujourdhui > echeance);
        expect(etatCampagne({ echeance, closeLe: null }, aujourdhui)).toBe(aujourdhui > echeance ? 'echue' : 'ouverte');
        expect(arriveEnRetard(null, aujourdhui)).toBe(false);
      }),
    );
    expect(etatCampagne({ echeance: '2026-12-18', closeLe: '2026-12-01T08:00:00Z' }, '2026-12-02')).toBe('close');
  });

  it('is told with the days that remain', () => {
    expect(direEcheance('2026-12-18', '2026-11-22')).toBe('Échéance le 18 décembre 2026, dans 26\u00A0jours');
    expect(direEcheance('2026-12-18', '2026-12-18')).toBe('Échéance le 18 décembre 2026, aujourd’hui');
    expect(direEcheance('2026-12-18', '2026-12-19')).toBe('Échéance le 18 décembre 2026, dépassée de 1\u00A0jour');
  });

  it('is not chosen in the past, and the year is one of the contrat that has begun', () => {
    const periode = { anneeDebut: 2024, anneeFin: 2030 };
    expect(refusDeJour('2026-11-22', '2026-11-22')).toBeNull();
    expect(refusDeJour('2026-11-21', '2026-11-22')).toBe('Choisissez aujourd’hui ou un jour à venir.');
    expect(refusDAnnee(2026, periode, 2026)).toBeNull();
    expect(refusDAnnee(2027, periode, 2026)).toMatch(/n’a pas commencé/);
    expect(refusDAnnee(2023, periode, 2026)).toBe('Choisissez une année du contrat, de 2024 à 2030.');
  });
});
