import { type IndicateurSaisie, definitionNeuve } from './indicateur';
import { valeursEcartees, verifierDefinition } from './regles-definition';
import { verifierContenu, verifierSaisie } from '../saisie/regles-valeur';

const CONTRAT = { anneeDebut: 2024, anneeFin: 2030 };
const DEFINITION: IndicateurSaisie = {
  ...definitionNeuve('6f0f9c2e-0000-4000-8000-000000000001'),
  libelle: 'Nombre d’habitants mobilisés',
  type: 'resultat',
  unite: 'habitants',
  reference: { annee: 2023, valeur: 120 },
  cibles: [{ annee: 2030, valeur: 400 }],
};
const DEGRES = [
  { valeur: '-1', libelle: 'Dégradé' },
  { valeur: '1', libelle: 'Amélioré' },
];

const pointeurs = (changement: Partial<IndicateurSaisie>) =>
  verifierDefinition({ ...DEFINITION, ...changement }, CONTRAT).map(({ pointer }) => pointer);

describe('definition of an indicator', () => {
  it('accepts a definition that holds together', () => {
    expect(pointeurs({})).toEqual([]);
    expect(
      pointeurs({ nature: 'echelle', agregation: 'aucune', modalites: DEGRES, reference: null, cibles: [] }),
    ).toEqual([]);
    expect(pointeurs({ type: 'contexte', ficheId: null })).toEqual([]);
  });

  it.each<[string, Partial<IndicateurSaisie>, string[]]>([
    ['an indicator without fiche that is not of context', { ficheId: null }, ['/ficheId']],
    ['a context indicator with a fiche', { type: 'contexte' }, ['/ficheId']],
    ['a sum of percentages', { nature: 'pourcentage' }, ['/agregation']],
    [
      'a scale of one degree',
      { nature: 'echelle', agregation: 'aucune', modalites: DEGRES.slice(0, 1), reference: null, cibles: [] },
      ['/modalites'],
    ],
    [
      'two answers of the same value',
      { nature: 'liste', agregation: 'aucune', modalites: [...DEGRES, ...DEGRES], reference: null, cibles: [] },
      ['/modalites'],
    ],
    ['answers for a count', { modalites: DEGRES }, ['/modalites']],
    ['no year for a measure at given years', { periodicite: 'ponctuelle' }, ['/anneesPonctuelles']],
    [
      'a year of measure outside the contrat',
      { periodicite: 'ponctuelle', anneesPonctuelles: [2031] },
      ['/anneesPonctuelles'],
    ],
    ['a target outside the contrat', { cibles: [{ annee: 2031, valeur: 4 }] }, ['/cibles/0']],
    [
      'two targets for one year',
      {
        cibles: [
          { annee: 2027, valeur: 4 },
          { annee: 2027, valeur: 5 },
        ],
      },
      ['/cibles'],
    ],
    ['a target outside the nature', { cibles: [{ annee: 2027, valeur: 4.5 }] }, ['/cibles/0']],
    ['a baseline of another age', { reference: { annee: 1999, valeur: 4 } }, ['/reference']],
    ['figures for a text', { nature: 'texte', agregation: 'aucune' }, ['/reference', '/cibles/0']],
  ])('refuses %s', (_, changement, attendus) => {
    expect(pointeurs(changement)).toEqual(attendus);
  });
});

describe('recorded values against a changed definition', () => {
  it('sets aside what the definition no longer admits, and keeps absences', () => {
    const valeurs = [
      { annee: 2025, valeur: 4.5 },
      { annee: 2026, valeur: 4 },
      { annee: 2026, valeur: null },
    ];
    expect(valeursEcartees(valeurs, { ...DEFINITION, decimales: 1 })).toEqual([]);
    expect(valeursEcartees(valeurs, DEFINITION)).toEqual([valeurs[0]]);
    const ponctuelle = { ...DEFINITION, decimales: 1, periodicite: 'ponctuelle' as const, anneesPonctuelles: [2026] };
    expect(valeursEcartees(valeurs, ponctuelle)).toEqual([valeurs[0]]);
  });

  it('misses an answer that was taken away', () => {
    const echelle = { ...DEFINITION, nature: 'echelle' as const, modalites: DEGRES.slice(1) };
    const valeurs = [-1, 1].map((valeur) => ({ annee: 2025, valeur }));
    expect(valeursEcartees(valeurs, echelle)).toEqual([valeurs[0]]);
  });
});

describe('entry of a value', () => {
  const saisir = (saisie: Partial<Parameters<typeof verifierSaisie>[0]>, definition: Partial<IndicateurSaisie> = {}) =>
    verifierSaisie(
      { annee: 2025, territoire: 'QN03701M', ventilation: 'total', valeur: 12, absence: null, ...saisie },
      { ...DEFINITION, ...definition },
      CONTRAT,
      2026,
    )?.pointer ?? null;

  it('accepts a value of the past or present, zero included, and an absence to come', () => {
    expect(saisir({})).toBeNull();
    expect(saisir({ valeur: 0, annee: 2026 })).toBeNull();
    expect(saisir({ valeur: null, absence: 'a-venir', annee: 2030 })).toBeNull();
    expect(saisir({ valeur: null })).toBeNull();
  });

  it('accepts the parts that the definition asks for, and the EPCI beside the QPV of an indicator of context', () => {
    expect(saisir({ ventilation: 'femmes' }, { ventilations: ['sexe'] })).toBeNull();
    expect(saisir({ territoire: 'contrat' }, { type: 'contexte' })).toBeNull();
  });

  it.each<[string, Parameters<typeof saisir>, string]>([
    ['a year outside the contrat', [{ annee: 2031, valeur: null, absence: 'nd' }], '/annee'],
    ['a year without measure', [{}, { periodicite: 'ponctuelle', anneesPonctuelles: [2024, 2027] }], '/annee'],
    ['a territory of another level', [{ territoire: '37261' }], '/territoire'],
    ['the EPCI for an indicator of a fiche', [{ territoire: 'contrat' }], '/territoire'],
    ['a part that is not asked for', [{ ventilation: '15-24' }, { ventilations: ['sexe'] }], '/ventilation'],
    ['a value and an absence', [{ absence: 'nd' }], '/valeur'],
    ['a value of a year to come', [{ annee: 2027 }], '/valeur'],
    ['a text for a count', [{ valeur: 'douze' }], '/valeur'],
  ])('refuses %s', (_, termes, pointeur) => {
    expect(saisir(...termes)).toBe(pointeur);
  });

  it.each<[string, Partial<IndicateurSaisie>, number | string | string[]]>([
    ['a decimal count', {}, 1.5],
    ['a negative count', {}, -1],
    ['an infinite number', {}, Infinity],
    ['not a number', {}, NaN],
    ['a percentage out of measure', { nature: 'pourcentage' }, 1001],
    ['a third decimal of an amount', { nature: 'montant' }, 1.005],
    ['an unknown degree', { nature: 'echelle', modalites: DEGRES }, 0],
    ['an unknown answer', { nature: 'liste', modalites: DEGRES }, ['2']],
    ['an answer given twice', { nature: 'liste', modalites: DEGRES }, ['1', '1']],
    ['no answer at all', { nature: 'liste', modalites: DEGRES }, []],
    ['neither yes nor no', { nature: 'oui-non' }, 'peut-être'],
    ['an empty text', { nature: 'texte' }, ' '],
    ['a text of 4,001 characters', { nature: 'texte' }, 'a'.repeat(4001)],
  ])('refuses %s', (_, definition, valeur) => {
    expect(verifierContenu(valeur, { ...DEFINITION, ...definition })).not.toBeNull();
  });
});
