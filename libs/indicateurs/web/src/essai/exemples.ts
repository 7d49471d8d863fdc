import { type IndicateurAvecValeurs, definitionNeuve, type Valeur } from '@pleniere/indicateurs/domain';

/** Territories of the examples. */
export const TERRITOIRES = [
  { code: 'QN03709M', nom: 'Le Sanitas' },
  { code: 'QN03702M', nom: 'Rabière' },
  { code: 'QN03704M', nom: 'Rabaterie' },
];

/** Years of the examples. */
export const ANNEES = [2024, 2025, 2026, 2027];

/** A value of an example; what the test is about is given. */
export function valeur(changement: Partial<Valeur>): Valeur {
  return {
    indicateurId: 'seances',
    annee: 2025,
    territoire: 'QN03709M',
    version: 1,
    valeur: null,
    absence: null,
    qualite: 'definitive',
    commentaire: '',
    source: '',
    modifieLe: '2025-12-01T10:00:00Z',
    modifiePar: 'Samira Lahlou',
    ventilation: 'total',
    statut: 'proposee',
    enRetard: false,
    retour: '',
    ...changement,
  };
}

/** Séances by QPV, added up; two quarters of three have answered in 2025. */
export const SEANCES: IndicateurAvecValeurs = {
  ...definitionNeuve('fiche'),
  id: 'seances',
  version: 3,
  ordre: 1,
  libelle: 'Séances tenues',
  unite: 'séances',
  definition: 'Séances ouvertes à tous.',
  ruptures: [],
  reference: { annee: 2024, valeur: 6 },
  cibles: [{ annee: 2026, valeur: 30 }],
  valeurs: [
    valeur({ annee: 2024, valeur: 7 }),
    valeur({ annee: 2025, valeur: 9, version: 2 }),
    valeur({ annee: 2025, territoire: 'QN03702M', valeur: 5 }),
    valeur({ annee: 2025, territoire: 'QN03704M', absence: 'nd' }),
  ],
};

/** Ways of meeting residents, answered once for the whole contrat. */
export const MANIERES: IndicateurAvecValeurs = {
  ...SEANCES,
  id: 'manieres',
  libelle: 'Manières d’écouter',
  nature: 'liste',
  unite: '',
  sens: 'aucun',
  maille: 'contrat',
  agregation: 'aucune',
  reference: null,
  cibles: [],
  modalites: [
    { valeur: 'reunion', libelle: 'Réunion publique' },
    { valeur: 'marche', libelle: 'Marche exploratoire' },
  ],
  valeurs: [valeur({ indicateurId: 'manieres', territoire: 'contrat', valeur: ['reunion'] })],
};

/** How the link is felt, measured in 2024 and 2027 only. */
export const LIEN: IndicateurAvecValeurs = {
  ...SEANCES,
  id: 'lien',
  libelle: 'Lien aux institutions',
  type: 'impact',
  nature: 'echelle',
  unite: '',
  maille: 'contrat',
  agregation: 'derniere',
  periodicite: 'ponctuelle',
  anneesPonctuelles: [2024, 2027],
  reference: { annee: 2024, valeur: -1 },
  cibles: [{ annee: 2027, valeur: 1 }],
  modalites: [
    { valeur: '-1', libelle: 'Dégradé' },
    { valeur: '1', libelle: 'Amélioré' },
  ],
  valeurs: [valeur({ indicateurId: 'lien', annee: 2024, territoire: 'contrat', valeur: -1 })],
};
