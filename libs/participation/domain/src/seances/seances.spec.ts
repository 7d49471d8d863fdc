import { PARTIES } from '@pleniere/indicateurs/domain';
import {
  CIRCUIT_SEANCE,
  compteRenduEnRetard,
  etapesSeance,
  type EtapeSeance,
  estTenue,
  LIBELLES_STATUTS_SEANCE,
  refusEtapeSeance,
  type SituationSeance,
  STATUTS_SEANCE,
} from './circuit-seance';
import * as mots from './mots-seance';
import { intervalles, mediane, rythme } from './rythme';

const RIEN: SituationSeance = {
  aujourdhui: '2026-11-22',
  date: '2026-11-20',
  lieu: 'Centre social',
  motif: '',
  compteRendu: '',
  presencesSaisies: false,
  niveauParticipation: null,
};

describe('words of a séance', () => {
  it('all have a French label', () => {
    expect(Object.keys(mots.LIBELLES_FORMES)).toEqual([...mots.FORMES_ESPACE]);
    expect(Object.keys(mots.LIBELLES_SOLLICITATIONS)).toEqual([...mots.SOLLICITATIONS]);
    expect(Object.keys(mots.LIBELLES_NIVEAUX_PARTICIPATION)).toEqual([...mots.NIVEAUX_PARTICIPATION]);
    expect(Object.keys(LIBELLES_STATUTS_SEANCE)).toEqual([...STATUTS_SEANCE]);
  });

  it('cut ages where the indicators do', () => {
    expect([...mots.TRANCHES_AGE]).toEqual([...PARTIES.age[0]]);
  });
});

describe('the life of a séance', () => {
  it('reaches every statut from the first', () => {
    const table: readonly EtapeSeance[] = CIRCUIT_SEANCE;
    const atteints = new Set<string>(['planifiee']);
    for (let avant = 0; avant < atteints.size;) {
      avant = atteints.size;
      for (const { de, vers } of table) if (de.some((statut) => atteints.has(statut))) atteints.add(vers);
    }
    expect([...atteints].sort()).toEqual([...STATUTS_SEANCE].sort());
  });

  it('is held on its day or after, never before', () => {
    expect(refusEtapeSeance('tenir', 'annoncee', { ...RIEN, date: '2026-11-22' })).toBeNull();
    expect(refusEtapeSeance('tenir', 'annoncee', { ...RIEN, date: '2026-11-23' })).toContain('pas encore');
  });

  it('is postponed or cancelled with a reason, announced with a place', () => {
    expect(refusEtapeSeance('annuler', 'planifiee', RIEN)).toContain('pourquoi');
    expect(refusEtapeSeance('reporter', 'annoncee', { ...RIEN, motif: 'Salle inondée' })).toBeNull();
    expect(refusEtapeSeance('annoncer', 'planifiee', { ...RIEN, lieu: '' })).toContain('où');
    expect(refusEtapeSeance('annuler', 'tenue', { ...RIEN, motif: 'Erreur' })).toContain('rechargez');
  });

  it('is closed when it was counted, told and placed on the scale', () => {
    const { presencesSaisies, ...reste } = { ...RIEN, presencesSaisies: true };
    expect(refusEtapeSeance('publier-compte-rendu', 'tenue', RIEN)).toContain('écrit');
    expect(refusEtapeSeance('clore', 'compte-rendu-publie', RIEN)).toContain('compté');
    expect(refusEtapeSeance('clore', 'compte-rendu-publie', { ...reste, presencesSaisies })).toContain('niveau');
    expect(
      refusEtapeSeance('clore', 'compte-rendu-publie', {
        ...reste,
        presencesSaisies,
        niveauParticipation: 'concertation',
      }),
    ).toBeNull();
    expect(etapesSeance('close')).toEqual([]);
  });

  it('owes its compte rendu for twenty-one days', () => {
    expect(compteRenduEnRetard({ statut: 'tenue', date: '2026-11-01' }, '2026-11-22')).toBe(false);
    expect(compteRenduEnRetard({ statut: 'tenue', date: '2026-10-31' }, '2026-11-22')).toBe(true);
    expect(compteRenduEnRetard({ statut: 'close', date: '2026-10-01' }, '2026-11-22')).toBe(false);
  });
});

describe('the rhythm of an espace', () => {
  const tenue = (date: string, compteRenduPublieLe: string | null = null) =>
    ({ date, statut: compteRenduPublieLe ? 'compte-rendu-publie' : 'tenue', compteRenduPublieLe }) as const;
  const PERIODE = { debut: '2026-01-01', fin: '2026-12-31' };

  it('is the median of the days between two, and the longest silence up to the end', () => {
    const seances = [tenue('2026-03-12'), tenue('2026-01-10', '2026-01-31'), tenue('2026-02-10', '2026-03-04')];
    expect(rythme(seances, PERIODE)).toEqual({
      tenues: 3,
      annulees: 0,
      parMois: expect.closeTo(0.25, 3) as number,
      intervalleMedian: 30.5,
      plusLongSilence: 294,
      tauxTenue: 1,
      tauxCompteRendu: 1 / 3,
    });
  });

  it('moves nothing but the share of held ones when one is cancelled', () => {
    const seances = [tenue('2026-03-12'), tenue('2026-04-12')];
    const avant = rythme(seances, PERIODE);
    const apres = rythme(
      [...seances, { date: '2026-05-12', statut: 'annulee', compteRenduPublieLe: null } as const],
      PERIODE,
    );
    expect(apres).toEqual({ ...avant, annulees: 1, tauxTenue: 2 / 3 });
  });

  it('counts neither what is planned nor what is outside the period, and owes nothing yet for yesterday', () => {
    expect(estTenue('planifiee')).toBe(false);
    const { tenues, tauxCompteRendu, plusLongSilence } = rythme(
      [tenue('2025-12-31'), { date: '2026-06-01', statut: 'annoncee', compteRenduPublieLe: null }],
      PERIODE,
    );
    expect([tenues, tauxCompteRendu, plusLongSilence]).toEqual([0, null, null]);
    expect(rythme([tenue('2026-12-30')], PERIODE).tauxCompteRendu).toBeNull();
  });

  it('takes the middle one, or the mean of both', () => {
    expect(mediane([])).toBeNull();
    expect(mediane([7, 1, 3])).toBe(3);
    expect(mediane([1, 2, 3, 10])).toBe(2.5);
    expect(intervalles(['2026-03-30', '2026-03-28'])).toEqual([2]);
  });
});
