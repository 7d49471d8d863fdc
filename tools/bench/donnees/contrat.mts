import { Hasard } from './hasard.mts';

/** One cell of a row, as `COPY` takes it. */
export type Cellule = string | number | boolean | null | object;

/** Rows of a table. */
export interface Lot {
  table: string;
  colonnes: string;
  lignes: Iterable<Cellule[]>;
}

/** Years of every contrat of the bench. */
export const ANNEES = [2024, 2025, 2026, 2027, 2028, 2029, 2030];
/** Counts of one contrat: 60 fiches, 360 indicators, 5,040 values. */
export const FICHES = 60;
export const INDICATEURS_PAR_FICHE = 6;
const ENJEUX = 6;
const ORGANISATIONS = 40;
const VILLES = 4;
const TYPES = ['realisation', 'resultat', 'impact'];
const SECTIONS_EN_LISTE = [
  'resultatsAttendus',
  'interetHabitants',
  'interetTerritoire',
  'interetPartenaires',
  'facteursFavorables',
  'facteursDefavorables',
  'planAction',
  'moyensHumains',
];

/** Quartiers of a contrat: thirteen in the first, 1,600 in all of France. */
export function nombreDeQuartiers(contrat: number): number {
  return contrat === 1 ? 13 : contrat <= 241 ? 4 : 3;
}

/** Code of the nth quartier of a contrat. */
export function codeQuartier(contrat: number, rang: number): string {
  return `QN${String(1 + (contrat % 95)).padStart(3, '0')}${String(rang + 1).padStart(2, '0')}M`;
}

/** Quartiers in which the nth indicator of a contrat is measured: two of them. */
export function quartiersDe(contrat: number, indicateur: number): string[] {
  const total = nombreDeQuartiers(contrat);
  return [indicateur % total, (indicateur + 1) % total].map((rang) => codeQuartier(contrat, rang));
}

function commune(contrat: number, ville: number): string {
  return `${String(1 + (contrat % 95))
    .padStart(2, '0')
    .replace('20', '21')}${String(100 + ville)}`;
}

function contenuDe(hasard: Hasard, contrat: number, fiche: number): object {
  const liste = (champ: string) =>
    Array.from({ length: 3 }, (_, rang) => ({
      id: hasard.id(champ, fiche * 10 + rang),
      texte: hasard.paragraphe(1),
      ...(champ === 'planAction' && { genre: 'etape' }),
      ...(champ === 'moyensHumains' && { etp: null }),
    }));
  const citer = (rang: number) => ({
    organisationId: hasard.id('organisation', rang),
    categorie: null,
    libelle: `Organisation ${rang + 1}`,
  });
  return {
    orientation: hasard.id('orientation', fiche % ENJEUX),
    titre: hasard.phrase().slice(0, -1),
    titreCourt: `Projet ${fiche + 1}`,
    pilotes: [citer(fiche % ORGANISATIONS)],
    referents: [{ ...citer(fiche % VILLES), personneId: null, fonction: 'Chargée de mission' }],
    ...Object.fromEntries(SECTIONS_EN_LISTE.map((champ) => [champ, liste(champ)])),
    cadreQuand: { texte: hasard.paragraphe(1), debut: '2024-01-01', fin: '2030-12-31', continu: true },
    cadreOu: {
      texte: hasard.paragraphe(1),
      portee: fiche % 3 === 0 ? 'tous-qpv' : 'selection',
      qpv: fiche % 3 === 0 ? [] : quartiersDe(contrat, fiche),
      communes: [],
    },
    publicCible: { texte: hasard.paragraphe(1), publics: ['tous-habitants'] },
    contexte: hasard.paragraphe(4),
    partenaires: [1, 2, 3].map((ecart) => citer((fiche + ecart * 7) % ORGANISATIONS)),
    resumePublic: hasard.phrase(),
  };
}

const suite = <T,>(longueur: number, faire: (rang: number) => T): T[] =>
  Array.from({ length: longueur }, (_, rang) => faire(rang));

function* valeurs(contrat: number, hasard: Hasard): Generator<Cellule[]> {
  for (let rang = 0; rang < FICHES * INDICATEURS_PAR_FICHE; rang++)
    for (const annee of ANNEES)
      for (const quartier of quartiersDe(contrat, rang))
        yield [
          hasard.id('contrat'),
          hasard.id('indicateur', rang),
          annee,
          quartier,
          hasard.entier(500),
          'Équipe du banc',
        ];
}

/** A whole contrat, table after table in the order of their keys. */
export function lotsDuContrat(contrat: number): Lot[] {
  const hasard = new Hasard(contrat);
  const c = hasard.id('contrat');
  const quartiers = nombreDeQuartiers(contrat);
  const personnes = ['equipe', 'referent'];
  const contenus = suite(FICHES, (fiche) => contenuDe(hasard, contrat, fiche));
  const references = suite(FICHES, (fiche) => {
    const de = (champ: string, reste: Cellule[]): Cellule[] => [c, hasard.id('fiche', fiche), champ, ...reste];
    return [
      de('orientation', [null, null, hasard.id('orientation', fiche % ENJEUX)]),
      de('pilotes', [hasard.id('organisation', fiche % ORGANISATIONS), null, null]),
      de('referents', [hasard.id('organisation', fiche % VILLES), null, null]),
      ...[1, 2, 3].map((ecart) =>
        de('partenaires', [hasard.id('organisation', (fiche + ecart * 7) % ORGANISATIONS), null, null]),
      ),
      ...(fiche % 3 === 0 ? [] : quartiersDe(contrat, fiche)).map((code) => de('cadreOu', [null, code, null])),
    ];
  }).flat();
  return [
    {
      table: 'contrat',
      colonnes: 'id, titre, titre_court, epci_siren, annee_debut, annee_fin, couleur',
      lignes: [
        [
          c,
          `Contrat de ville n° ${contrat}`,
          `Métropole ${contrat}`,
          String(200_000_000 + contrat),
          2024,
          2030,
          '#1d3f72',
        ],
      ],
    },
    {
      table: 'commune',
      colonnes: 'contrat_id, code, nom',
      lignes: suite(VILLES, (rang) => [c, commune(contrat, rang), `Commune ${rang + 1}`]),
    },
    {
      table: 'qpv',
      colonnes: 'contrat_id, code, libelle, generation, valid_from',
      lignes: suite(quartiers, (rang) => [c, codeQuartier(contrat, rang), `Quartier ${rang + 1}`, 2024, '2024-01-01']),
    },
    {
      table: 'qpv_commune',
      colonnes: 'contrat_id, qpv_code, commune_code',
      lignes: suite(quartiers, (rang) => [c, codeQuartier(contrat, rang), commune(contrat, rang % VILLES)]),
    },
    {
      table: 'enjeu',
      colonnes: 'contrat_id, id, type, numero, intitule, couleur',
      lignes: suite(ENJEUX, (rang) => [
        c,
        hasard.id('enjeu', rang),
        rang < 2 ? 'transversal' : 'thematique',
        rang < 2 ? rang + 1 : rang - 1,
        `Enjeu ${rang + 1}`,
        '#8a5a00',
      ]),
    },
    {
      table: 'orientation',
      colonnes: 'contrat_id, id, enjeu_id, texte',
      lignes: suite(ENJEUX, (rang) => [c, hasard.id('orientation', rang), hasard.id('enjeu', rang), hasard.phrase()]),
    },
    {
      table: 'organisation',
      colonnes: 'contrat_id, id, nom, categorie, commune_code',
      lignes: suite(ORGANISATIONS, (rang) => [
        c,
        hasard.id('organisation', rang),
        `Organisation ${rang + 1}`,
        rang < VILLES ? 'ville' : 'association',
        rang < VILLES ? commune(contrat, rang) : null,
      ]),
    },
    {
      table: 'personne',
      colonnes: 'contrat_id, id, nom, fonction, email',
      lignes: personnes.map((role, rang) => [
        c,
        hasard.id('personne', rang),
        `Personne ${role}`,
        'Chargée de mission',
        `${role}.${contrat}@exemple.fr`,
      ]),
    },
    {
      table: 'mandat',
      colonnes: 'contrat_id, id, personne_id, organisation_id, role, du',
      lignes: personnes.map((role, rang) => [
        c,
        hasard.id('mandat', rang),
        hasard.id('personne', rang),
        hasard.id('organisation', rang),
        role,
        '2024-01-01',
      ]),
    },
    {
      table: 'compte',
      colonnes: 'contrat_id, id, personne_id, email, mot_de_passe',
      lignes: personnes.map((role, rang) => [
        c,
        hasard.id('compte', rang),
        hasard.id('personne', rang),
        `${role}.${contrat}@exemple.fr`,
        'nobody-logs-in-with-this',
      ]),
    },
    {
      table: 'fiche',
      colonnes: 'contrat_id, id, enjeu_id, lettre, enjeu_numero, rang, contenu, champs_remplis, manques_obligatoires',
      lignes: contenus.map((contenu, fiche) => {
        const enjeu = fiche % ENJEUX;
        return [
          c,
          hasard.id('fiche', fiche),
          hasard.id('enjeu', enjeu),
          enjeu < 2 ? 'T' : 'A',
          enjeu < 2 ? enjeu + 1 : enjeu - 1,
          1 + Math.floor(fiche / ENJEUX),
          contenu,
          20,
          0,
        ];
      }),
    },
    {
      table: 'fiche_reference',
      colonnes: 'contrat_id, fiche_id, champ, organisation_id, qpv_code, orientation_id',
      lignes: references,
    },
    {
      table: 'declinaison',
      colonnes: 'contrat_id, id, fiche_id, organisation_id, statut_execution, meteo',
      lignes: suite(FICHES * 2, (rang) => [
        c,
        hasard.id('declinaison', rang),
        hasard.id('fiche', rang >> 1),
        hasard.id('organisation', rang % VILLES),
        'en-cours',
        hasard.parmi(['soleil', 'couvert', 'nuage']),
      ]),
    },
    {
      table: 'indicateur',
      colonnes: 'contrat_id, id, fiche_id, ordre, libelle, type, nature, unite, sens, maille, agregation, periodicite',
      lignes: suite(FICHES * INDICATEURS_PAR_FICHE, (rang) => [
        c,
        hasard.id('indicateur', rang),
        hasard.id('fiche', Math.floor(rang / INDICATEURS_PAR_FICHE)),
        rang % INDICATEURS_PAR_FICHE,
        hasard.phrase(),
        TYPES[rang % 3] ?? null,
        'nombre',
        'personnes',
        'hausse',
        'qpv',
        'somme',
        'annuelle',
      ]),
    },
    {
      table: 'valeur',
      colonnes: 'contrat_id, indicateur_id, annee, qpv_code, valeur_num, modifie_par',
      lignes: valeurs(contrat, hasard),
    },
  ];
}
