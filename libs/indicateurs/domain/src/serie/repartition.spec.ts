import { definitionNeuve } from '../definition/indicateur';
import type { Contestation } from '../contestations/contestation';
import type { Valeur } from '../saisie/valeur';
import { alternativeSerie } from './alternative';
import { phraseRepartition, repartitions, seVentileEnsemble } from './repartition';
import { reservesDe } from './reserves';
import { type IndicateurAvecValeurs, serieDuTerritoire } from './serie';

const valeur = (changement: Partial<Valeur>): Valeur => ({
  indicateurId: 'i',
  annee: 2025,
  territoire: 'QN03709M',
  ventilation: 'total',
  version: 1,
  valeur: null,
  absence: null,
  qualite: 'definitive',
  commentaire: '',
  source: '',
  modifieLe: '2025-12-01T10:00:00Z',
  modifiePar: 'Samira Lahlou',
  statut: 'proposee',
  enRetard: false,
  retour: '',
  ...changement,
});

const HABITANTS: IndicateurAvecValeurs = {
  ...definitionNeuve('f'),
  id: 'i',
  version: 1,
  ordre: 1,
  libelle: 'Habitants mobilisés',
  unite: 'habitants',
  ventilations: ['sexe', 'age'],
  ruptures: [],
  reference: { annee: 2024, valeur: 5 },
  cibles: [{ annee: 2026, valeur: 20 }],
  valeurs: [
    valeur({ valeur: 10 }),
    valeur({ ventilation: 'femmes', valeur: 6 }),
    valeur({ ventilation: 'hommes', valeur: 4 }),
    valeur({ territoire: 'QN03702M', valeur: 8 }),
    valeur({ territoire: 'QN03702M', annee: 2024, valeur: 3 }),
  ],
};
const TOUS = ['QN03709M', 'QN03702M'];
const plat = (texte: string): string => texte.replace(/\s/g, ' ');

describe('breakdown of a year', () => {
  it('adds the parts of the quarters, and says how many of them gave a split', () => {
    expect(repartitions(HABITANTS, 'sexe', TOUS, [2023, 2024, 2025])).toEqual([
      { annee: 2024, parts: [], total: 3, ventiles: 0, renseignes: 1 },
      {
        annee: 2025,
        parts: [
          { ventilation: 'femmes', nombre: 6 },
          { ventilation: 'hommes', nombre: 4 },
        ],
        total: 18,
        ventiles: 1,
        renseignes: 2,
      },
    ]);
  });

  it('says the share of women, or that a split is missing', () => {
    const dire = (dimension: 'sexe' | 'age') => plat(phraseRepartition(HABITANTS, dimension, TOUS, [2024, 2025]));
    expect(dire('sexe')).toBe('Part des femmes en 2025 : 60 %, sexe connu pour 56 %.');
    expect(dire('age')).toBe('Répartition par âge en 2025 : non renseignée.');
  });

  it('makes one figure of one territory, or of counts that add up', () => {
    expect(seVentileEnsemble(HABITANTS, TOUS)).toBe(true);
    expect(seVentileEnsemble({ ...HABITANTS, agregation: 'moyenne' }, TOUS)).toBe(false);
    expect(seVentileEnsemble({ ...HABITANTS, agregation: 'moyenne' }, ['QN03709M'])).toBe(true);
  });
});

describe('what a chart says in words', () => {
  it('tells every year with its value or its reason, whatever is drawn', () => {
    const serie = serieDuTerritoire(HABITANTS, 'QN03702M', [2024, 2025, 2026], 2025);
    expect(plat(alternativeSerie('Huit habitants.', HABITANTS, serie))).toBe(
      'Huit habitants. Référence : 5 en 2024. Cible : 20 en 2026. 2024 : 3 ; 2025 : 8 ; 2026 : à venir.',
    );
  });
});

describe('what must be known of the values', () => {
  const contestee: Contestation = {
    id: 'c',
    version: 1,
    indicateurId: 'i',
    annee: 2025,
    territoire: 'QN03709M',
    ventilation: 'total',
    valeurContestee: { valeur: 10, absence: null },
    valeurProposee: 14,
    motif: 'Oubli',
    source: '',
    statut: 'ouverte',
    auteurId: 'p',
    auteur: 'Hélène Marchadier',
    ouverteLe: '2026-01-01T10:00:00Z',
    reponse: '',
    decideePar: null,
    decideeLe: null,
  };
  const lire = (contestations: Contestation[], territoires = TOUS) =>
    reservesDe(HABITANTS, territoires, contestations, (code) => code).map(({ texte }) => plat(texte));

  it('shows both figures while the State contests one, and none once it is decided', () => {
    expect(lire([contestee])).toEqual([
      'Valeur contestée, QN03709M en 2025 : 10 inscrite, 14 proposée par Hélène Marchadier.',
    ]);
    expect(lire([{ ...contestee, statut: 'acceptee' }])).toEqual([]);
    expect(lire([{ ...contestee, indicateurId: 'autre' }])).toEqual([]);
    expect(lire([contestee], ['QN03702M'])).toEqual([]);
  });

  it('gathers the years of a territory that came in late', () => {
    const valeurs = [2024, 2025, 2026].map((annee) => valeur({ annee, valeur: 1, enRetard: true }));
    const [dite] = reservesDe({ ...HABITANTS, valeurs }, TOUS, [], () => '');
    expect(plat(dite?.texte ?? '')).toBe('Saisie après l’échéance : en 2024, 2025 et 2026.');
  });
});
