import fc from 'fast-check';
import { STATUTS_SEANCE } from '../seances/circuit-seance';
import { NIVEAUX_PARTICIPATION } from '../seances/mots-seance';
import { aCompleter, joursPourLeCompteRendu } from './a-completer';
import { frequentationParAnnee } from './frequentation-par-annee';
import { niveauxParAnnee } from './niveaux-par-annee';
import { emargementOuvert, refusComptage } from './regles-presences';

const SEANCE = {
  date: '2026-11-01',
  statut: 'tenue',
  presents: null as number | null,
  compteRenduPublieLe: null as string | null,
  niveauParticipation: null,
} as const;

describe('what a séance still owes', () => {
  it('is whether it took place, once its day is past', () => {
    expect(aCompleter({ ...SEANCE, statut: 'annoncee' }, '2026-11-01')).toEqual([]);
    expect(aCompleter({ ...SEANCE, statut: 'annoncee' }, '2026-11-02')).toEqual(['issue']);
    expect(aCompleter({ ...SEANCE, statut: 'annulee' }, '2026-12-01')).toEqual([]);
  });

  it('is a count, a compte rendu and a level, until it is closed', () => {
    expect(aCompleter(SEANCE, '2026-11-02')).toEqual(['presences', 'compte-rendu', 'niveau']);
    const racontee = {
      ...SEANCE,
      presents: 12,
      compteRenduPublieLe: '2026-11-10',
      statut: 'compte-rendu-publie',
    } as const;
    expect(aCompleter(racontee, '2026-11-12')).toEqual(['niveau']);
    expect(aCompleter({ ...racontee, statut: 'close' }, '2026-11-12')).toEqual([]);
  });

  it('counts down twenty-one days to the compte rendu, then up', () => {
    expect(joursPourLeCompteRendu(SEANCE, '2026-11-20')).toBe(2);
    expect(joursPourLeCompteRendu(SEANCE, '2026-11-22')).toBe(0);
    expect(joursPourLeCompteRendu(SEANCE, '2026-11-25')).toBe(-3);
    expect(joursPourLeCompteRendu({ ...SEANCE, compteRenduPublieLe: '2026-11-10' }, '2026-11-25')).toBeNull();
  });
});

describe('who may be counted', () => {
  it('is nobody where no séance took place, nor once it is closed', () => {
    const refusees = STATUTS_SEANCE.filter((statut) => refusComptage({ statut }) !== null);
    expect(refusees).toEqual(['reportee', 'annulee', 'close']);
  });

  it('is a phone in the room, from the day of the séance until its compte rendu is published', () => {
    const ouverts = STATUTS_SEANCE.filter((statut) => emargementOuvert({ statut, date: '2026-11-22' }, '2026-11-22'));
    expect(ouverts).toEqual(['planifiee', 'annoncee', 'tenue']);
    expect(emargementOuvert({ statut: 'annoncee', date: '2026-11-23' }, '2026-11-22')).toBe(false);
  });
});

describe('levels of participation', () => {
  it('count each séance held once, in its year', () => {
    const seance = fc.record({
      date: fc.constantFrom('2024-03-01', '2025-03-01', '2026-03-01'),
      statut: fc.constantFrom(...STATUTS_SEANCE),
      niveauParticipation: fc.option(fc.constantFrom(...NIVEAUX_PARTICIPATION)),
    });
    fc.assert(
      fc.property(fc.array(seance), (seances) => {
        const annees = niveauxParAnnee(seances);
        const tenues = seances.filter(({ statut }) => ['tenue', 'compte-rendu-publie', 'close'].includes(statut));
        expect(annees.reduce((somme, { total }) => somme + total, 0)).toBe(tenues.length);
        for (const { total, niveaux, sans } of annees)
          expect(Object.values(niveaux).reduce((somme, n) => somme + n, sans)).toBe(total);
      }),
    );
  });
});

describe('attendance by year', () => {
  it('does not call a first time the face seen the year before', () => {
    const seances = [
      { seanceId: 's1', date: '2025-05-01', comptes: 3, anonymes: 0, cles: ['a', 'b'] },
      { seanceId: 's2', date: '2026-05-01', comptes: null, anonymes: 1, cles: ['a', 'c'] },
    ];
    expect(frequentationParAnnee(seances)).toEqual([
      { annee: 2026, seances: 1, participations: 3, distinctes: 2, min: 3, max: 3, premieresFois: 1, retours: 0 },
      { annee: 2025, seances: 1, participations: 3, distinctes: 2, min: 3, max: 3, premieresFois: 2, retours: 0 },
    ]);
  });
});
