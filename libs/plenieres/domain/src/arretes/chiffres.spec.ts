import type { CadreFige, IndicateurFige, ValeurFigee } from './arrete';
import { chiffresFiges } from './chiffres';

const quartier = (code: string, libelle: string) => ({
  ...{ code, libelle, libelleEditorial: null, npnru: false, communes: [], populations: [] },
});

const CADRE = {
  figeLe: '2025-12-11T13:00:00.000Z',
  contrat: { anneeDebut: 2024, anneeFin: 2030 },
  communes: [],
  quartiers: [quartier('QN03709M', 'Sanitas'), quartier('QN03710M', 'Maryse Bastié')],
} as unknown as CadreFige;

const valeur = (annee: number, territoire: string, nombre: number) =>
  ({ annee, territoire, ventilation: 'total', valeur: nombre, absence: null, qualite: 'definitive' }) as ValeurFigee;

const indicateur = (reste: Partial<IndicateurFige>): IndicateurFige =>
  ({
    ...{ nature: 'nombre', unite: 'séances', decimales: 0, sens: 'hausse', maille: 'qpv', agregation: 'somme' },
    ...{ periodicite: 'annuelle', anneesPonctuelles: [], ruptures: [], reference: null, cibles: [], modalites: [] },
    ...reste,
  }) as unknown as IndicateurFige;

describe('figures of an arrêté', () => {
  it('stop at its year, and tell the whole before its parts', () => {
    const valeurs = [valeur(2024, 'QN03709M', 12), valeur(2025, 'QN03709M', 20), valeur(2025, 'QN03710M', 1_300)];
    const { phrase, annees, lignes } = chiffresFiges(indicateur({ valeurs }), CADRE);
    expect(annees).toEqual([2024, 2025]);
    expect(phrase).toContain('1\u202F320');
    expect(lignes).toEqual([
      { territoire: 'Ensemble du contrat', valeurs: ['12', '1\u202F320'] },
      { territoire: 'Sanitas', valeurs: ['12', '20'] },
      { territoire: 'Maryse Bastié', valeurs: ['non renseigné', '1\u202F300'] },
    ]);
  });

  it('add nothing that does not add, and say how many answered', () => {
    const valeurs = [valeur(2024, 'QN03709M', 12)];
    const { phrase, lignes } = chiffresFiges(indicateur({ valeurs, agregation: 'aucune' }), CADRE);
    expect(lignes.map(({ territoire }) => territoire)).toEqual(['Sanitas', 'Maryse Bastié']);
    expect(phrase).toBe('Dernier constat en 2024 (1\u00A0QPV sur\u00A02).');
  });

  it('read the contrat alone when it is measured at that level', () => {
    const valeurs = [valeur(2025, 'contrat', 7)];
    const { lignes } = chiffresFiges(indicateur({ valeurs, maille: 'contrat' }), CADRE);
    expect(lignes).toEqual([{ territoire: 'Ensemble du contrat', valeurs: ['non renseigné', '7'] }]);
  });
});
