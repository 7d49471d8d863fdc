import { type Indicateur, definitionNeuve } from '../definition/indicateur';
import type { Valeur } from '../saisie/valeur';
import { phraseSerie } from './phrase';
import { type IndicateurAvecValeurs, serieDuTerritoire, serieRassemblee } from './serie';

const ANNEES = [2024, 2025, 2026, 2027, 2028, 2029, 2030];
const [FINE, INSECABLE] = ['\u202F', '\u00A0'];

const SEANCES: Indicateur = {
  ...definitionNeuve('f'),
  id: 'i',
  version: 1,
  ordre: 1,
  libelle: 'Séances',
  unite: 'séances',
  maille: 'contrat',
  ruptures: [],
  reference: { annee: 2023, valeur: 52 },
  cibles: [{ annee: 2030, valeur: 110 }],
};

function valeur(annee: number, contenu: Partial<Valeur>): Valeur {
  const commun = { indicateurId: 'i', version: 1, commentaire: '', source: '', modifieLe: '', modifiePar: '' };
  const etat = { ventilation: 'total', statut: 'proposee', enRetard: false, retour: '' } as const;
  return {
    ...commun,
    ...etat,
    annee,
    territoire: 'contrat',
    valeur: null,
    absence: null,
    qualite: 'definitive',
    ...contenu,
  };
}

function phrase(changement: Partial<Indicateur>, ...valeurs: Valeur[]): string {
  const indicateur = { ...SEANCES, ...changement, valeurs };
  return phraseSerie(indicateur, serieDuTerritoire(indicateur, 'contrat', ANNEES, 2026));
}

describe('the sentence of a series of numbers', () => {
  it('says the last value, the baseline and the way made to the last target', () => {
    expect(phrase({}, valeur(2024, { valeur: 60 }), valeur(2025, { valeur: 84 }))).toBe(
      `84${INSECABLE}séances en 2025, contre 52 en 2023 (référence)${INSECABLE}: 55${FINE}% du chemin vers 110 en 2030.`,
    );
  });

  it('says that a value is not final', () => {
    expect(phrase({ reference: null, cibles: [] }, valeur(2026, { valeur: 84, qualite: 'provisoire' }))).toBe(
      `84${INSECABLE}séances en 2026 (provisoire).`,
    );
  });

  it.each<[string, Partial<Indicateur>, number, string]>([
    ['reached', {}, 112, `${INSECABLE}: la cible de 110 en 2030 est atteinte.`],
    ['going the wrong way', {}, 40, `${INSECABLE}: on s’éloigne de la cible de 110 en 2030.`],
    ['without direction', { sens: 'aucun' }, 84, `${FINE}; la cible est de 110 en 2030.`],
    [
      'downwards',
      { sens: 'baisse', cibles: [{ annee: 2030, valeur: 26 }] },
      39,
      `${INSECABLE}: 50${FINE}% du chemin vers 26 en 2030.`,
    ],
  ])('says a target %s', (_, changement, nombre, fin) => {
    const dite = phrase(changement, valeur(2025, { valeur: nombre }));
    expect(dite).toBe(`${nombre}${INSECABLE}séances en 2025, contre 52 en 2023 (référence)${fin}`);
  });

  it('says whether the target of that very year is reached', () => {
    const cibles = [
      { annee: 2025, valeur: 90 },
      { annee: 2030, valeur: 110 },
    ];
    expect(phrase({ cibles }, valeur(2025, { valeur: 84 }))).toMatch(/ La cible de 90 en 2025 n’est pas atteinte\.$/);
    expect(phrase({ cibles }, valeur(2025, { valeur: 90 }))).toMatch(/ La cible de 90 en 2025 est atteinte\.$/);
  });

  it('starts from the year of the baseline', () => {
    expect(phrase({ reference: { annee: 2024, valeur: 60 } }, valeur(2024, { valeur: 60 }))).toBe(
      `60${INSECABLE}séances en 2024, année de référence${FINE}; la cible est de 110 en 2030.`,
    );
  });

  it('says that nothing is known, and why', () => {
    expect(phrase({ cibles: [] })).toBe('Aucune valeur n’est encore renseignée.');
    expect(phrase({}, valeur(2025, { absence: 'nd' }))).toBe(
      `Aucune valeur${INSECABLE}: non disponible en 2025${FINE}; la cible est de 110 en 2030.`,
    );
  });
});

describe('the sentence of answers and texts', () => {
  const modalites = [
    { valeur: '-1', libelle: 'Dégradé' },
    { valeur: '1', libelle: 'Amélioré' },
  ];

  it('quotes the degrees of a scale and computes nothing from them', () => {
    const echelle = {
      nature: 'echelle',
      modalites,
      reference: { annee: 2024, valeur: -1 },
      cibles: [{ annee: 2030, valeur: 1 }],
    } as const;
    expect(
      phrase({ ...echelle, modalites: [...modalites], cibles: [...echelle.cibles] }, valeur(2025, { valeur: 1 })),
    ).toBe(
      `Amélioré en 2025, contre «${INSECABLE}Dégradé${INSECABLE}» en 2024 (référence)${FINE}; on vise «${INSECABLE}Amélioré${INSECABLE}» en 2030.`,
    );
  });

  it('counts the answers of a list and names them', () => {
    const liste = { nature: 'liste', modalites } as const;
    const dite = phrase(
      { ...liste, modalites: [...modalites] },
      valeur(2024, { valeur: ['1'] }),
      valeur(2025, { valeur: ['-1', '1'] }),
    );
    expect(dite).toBe(`2${INSECABLE}réponses en 2025, contre 1 en 2024${INSECABLE}: Dégradé, Amélioré.`);
  });

  it('says yes or no, and the answer before', () => {
    expect(phrase({ nature: 'oui-non' }, valeur(2024, { valeur: 'non' }), valeur(2025, { valeur: 'oui' }))).toBe(
      'Oui en 2025, non en 2024.',
    );
  });

  it('opens a text without running through it', () => {
    expect(phrase({ nature: 'texte' }, valeur(2025, { valeur: 'Des groupes\nplus jeunes' }))).toBe(
      `En 2025${INSECABLE}: Des groupes plus jeunes.`,
    );
    expect(phrase({ nature: 'texte' }, valeur(2025, { valeur: 'mot '.repeat(100) })).length).toBeLessThan(180);
  });
});

describe('the sentence of several territories', () => {
  const quartiers = ['QN03709M', 'QN03702M', 'QN03704M'];
  const indicateur: IndicateurAvecValeurs = {
    ...SEANCES,
    maille: 'qpv',
    reference: null,
    cibles: [],
    valeurs: [
      valeur(2025, { territoire: 'QN03709M', valeur: 9 }),
      valeur(2025, { territoire: 'QN03702M', valeur: 5, qualite: 'provisoire' }),
      valeur(2025, { territoire: 'QN03704M', absence: 'nd' }),
    ],
  };

  it('adds what may be added, with its coverage', () => {
    const serie = serieRassemblee(indicateur, quartiers, ANNEES, 2026);
    expect(phraseSerie(indicateur, serie)).toBe(`14${INSECABLE}séances en 2025 (2${INSECABLE}QPV sur${INSECABLE}3).`);
  });

  it('adds nothing that declares no total', () => {
    const seul = { ...indicateur, agregation: 'aucune' as const };
    expect(serieRassemblee(seul, quartiers, ANNEES, 2026).every(({ nombre }) => nombre === null)).toBe(true);
  });

  it('names the territory first', () => {
    const serie = serieDuTerritoire(indicateur, 'QN03704M', ANNEES, 2026);
    expect(phraseSerie(indicateur, serie, 'Rabaterie')).toBe(
      `Rabaterie${INSECABLE}: aucune valeur${INSECABLE}: non disponible en 2025.`,
    );
  });
});
