import { type IndicateurAvecValeurs, definitionNeuve, type Valeur } from '@pleniere/indicateurs/domain';
import { lireAvancement } from './avancement';

const ANNEES = [2024, 2025, 2026, 2027, 2028, 2029, 2030];
const QUARTIER = 'QN03709M';

const INDICATEUR: IndicateurAvecValeurs = {
  ...definitionNeuve('f1'),
  id: 'i1',
  version: 1,
  ordre: 1,
  libelle: 'Rythme des temps d’échange',
  nature: 'frequence',
  unite: 'séances',
  agregation: 'moyenne',
  ruptures: [],
  reference: { annee: 2024, valeur: 4 },
  cibles: [
    { annee: 2026, valeur: 6 },
    { annee: 2030, valeur: 10 },
  ],
  valeurs: [],
};

const valeur = (annee: number, nombre: number | null, territoire = QUARTIER): Valeur => ({
  indicateurId: 'i1',
  annee,
  territoire,
  version: 1,
  valeur: nombre,
  absence: nombre === null ? 'nd' : null,
  qualite: 'definitive',
  commentaire: '',
  source: '',
  modifieLe: '2026-11-01T10:00:00Z',
  modifiePar: 'Samira Lahlou',
  ventilation: 'total',
  statut: 'proposee',
  enRetard: false,
  retour: '',
});

const lire = (valeurs: Valeur[], autres: Partial<IndicateurAvecValeurs> = {}) =>
  lireAvancement({ ...INDICATEUR, ...autres, valeurs }, QUARTIER, ANNEES, 2026);

describe('where an indicator stands in a quartier', () => {
  it('has reached the target of the year, or the last one ahead of time', () => {
    expect(lire([valeur(2024, 4), valeur(2025, 5), valeur(2026, 6)])).toMatchObject({
      position: 'atteinte',
      manquee: null,
      manquantes: [],
    });
    expect(lire([valeur(2025, 11)]).position).toBe('atteinte');
  });

  it('is late when a target that is due was missed, or when it goes the wrong way', () => {
    expect(lire([valeur(2026, 5)])).toMatchObject({ position: 'en-retard', manquee: { annee: 2026, valeur: 6 } });
    expect(lire([valeur(2025, 2)]).position).toBe('en-retard');
    expect(lire([valeur(2026, 5)], { sens: 'baisse', cibles: [{ annee: 2026, valeur: 4 }] }).position).toBe(
      'en-retard',
    );
  });

  it('is on its way before the first target is due', () => {
    const lu = lire([valeur(2025, 7)]);
    expect(lu.position).toBe('en-chemin');
    expect(lu.taux).toBeCloseTo(0.5);
  });

  it('never measures one quartier against a target set for all of them together', () => {
    const lu = lire([valeur(2026, 5)], { agregation: 'somme', nature: 'nombre' });
    expect(lu).toMatchObject({ position: 'sans-cible', taux: null, manquee: null });
    expect(lu.phrase).not.toContain('cible');
    expect(lu.cibleCommune).toMatch(/Cible commune à tous les quartiers\s: 10 en 2030\./);
  });

  it('tells the years that wait for a value; an absence is an answer, a year to come is not awaited', () => {
    expect(lire([valeur(2024, 4), valeur(2025, null)]).manquantes).toEqual([2026]);
    expect(lire([], { periodicite: 'ponctuelle', anneesPonctuelles: [2025, 2030] })).toMatchObject({
      position: 'sans-valeur',
      manquantes: [2025],
    });
  });

  it('reads the values of its own quartier alone', () => {
    expect(lire([valeur(2026, 9, 'QN03708M')]).position).toBe('sans-valeur');
  });
});
