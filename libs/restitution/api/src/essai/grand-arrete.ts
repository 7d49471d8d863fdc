import { contenuVide } from '@pleniere/fiches/domain';
import type { ContenuArrete, Decision, FicheFigee, IndicateurFige, ValeurFigee } from '@pleniere/plenieres/domain';
import { arreteExemple, indicateurFige, valeurFigee } from './arrete-exemple';

const QUARTIERS = [
  ...['Le Sanitas', 'Les Rives du Cher', 'Maryse Bastié', 'Europe', 'Les Fontaines', 'Bords de Loire', 'Rochepinard'],
  ...['La Rabière', 'Le Morier', 'La Rabaterie', 'La Galboisière', 'Niqueux-Bruère', 'Les Tourettes'],
].map((libelle, rang) => ({
  ...{ code: `QN0370${String(rang + 1).padStart(2, '0')}`, libelle, libelleEditorial: null, npnru: rang % 4 === 0 },
  ...{ communes: ['37261'], populations: [{ millesime: 2021, population: 2_000 + rang * 173, source: 'Insee' }] },
}));

const ORGANISATIONS = ['Métropole', 'Ville de Tours', 'Préfecture d’Indre-et-Loire', 'Val Logis', 'Centre social Léo'];
const ANNEES = [2024, 2025, 2026, 2027, 2028, 2029, 2030];
const PHRASES = [
  'On part de ce qui existe dans le quartier, et l’on n’ajoute une réunion que lorsqu’elle sert.',
  'Chaque proposition reçoit une réponse écrite, datée et signée, même quand la réponse est non.',
  'Les horaires suivent la vie des gens : fin d’après-midi, samedi matin, pied d’immeuble en été.',
  'Une équipe de deux personnes suit le projet, avec un point mensuel et un compte rendu d’une page.',
  'Ce qui ne marche pas est dit aussi : un essai arrêté vaut mieux qu’un dispositif qui survit sans public.',
  'Les bailleurs prêtent un local et s’engagent sur les petites réparations dans les quinze jours.',
];
const METEOS = ['soleil', 'couvert', 'nuage', 'orage', null] as const;

const uuid = (genre: number, rang: number) =>
  `${genre.toString(16).padStart(8, '0')}-0000-4000-8000-${rang.toString(16).padStart(12, '0')}`;
/** A number that looks like chance and is always the same. */
const de = (graine: number, faces: number) => Math.abs(Math.imul(graine + 1, 2_654_435_761) >> 7) % faces;

function phrases(code: string, graine: number, nombre: number): string[] {
  return Array.from(
    { length: nombre },
    (_, rang) => `${PHRASES[de(graine + rang, PHRASES.length)] ?? ''} (${code}, ${graine}.${rang + 1})`,
  );
}

const riche = (textes: string[]) => textes.map((texte) => `<p>${texte}</p>`).join('');
const elements = (textes: string[]) => textes.map((texte, rang) => ({ id: String(rang), texte: `<p>${texte}</p>` }));
const citer = (rang: number) => ({
  organisationId: uuid(3, rang),
  categorie: null,
  libelle: ORGANISATIONS[rang] ?? '',
});

function contenu(code: string, graine: number): FicheFigee['contenu'] {
  const dire = (champ: number, nombre: number) => phrases(code, graine * 100 + champ, nombre);
  return {
    ...contenuVide(),
    titre: `Projet ${code} : faire avec les habitants ce qui les concerne, et le dire simplement`,
    titreCourt: `Projet ${code}`,
    resumePublic: dire(1, 2).join(' '),
    pilotes: [citer(1)],
    partenaires: [citer(2), citer(3 + (graine % 2))],
    resultatsAttendus: elements(dire(2, 4)),
    interetHabitants: elements(dire(3, 2)),
    interetTerritoire: elements(dire(4, 2)),
    interetPartenaires: elements(dire(5, 1)),
    cadreOu: {
      texte: '',
      portee: graine % 3 === 0 ? 'tous-qpv' : 'selection',
      qpv: graine % 3 === 0 ? [] : QUARTIERS.slice(graine % 9, (graine % 9) + 3).map((qpv) => qpv.code),
      communes: [],
    },
    contexte: riche(dire(6, 5)),
    facteursFavorables: elements(dire(7, 3)),
    facteursDefavorables: elements(dire(8, 3)),
    planAction: dire(9, 6).map((texte, rang) => ({
      id: String(rang),
      genre: 'etape' as const,
      texte: `<p>${texte}</p>`,
    })),
    moyensHumains: dire(10, 2).map((texte, rang) => ({ id: String(rang), texte: `<p>${texte}</p>`, etp: 0.5 })),
    moyensFinanciers: elements(dire(11, 2)),
  };
}

function valeurs(indicateurId: string, graine: number, quartiers: number): ValeurFigee[] {
  const suivis = Array.from({ length: quartiers }, (_, rang) => QUARTIERS[(graine + rang) % QUARTIERS.length]);
  return ANNEES.flatMap((annee, an) =>
    suivis.map((quartier, rang) => {
      const code = quartier?.code ?? '';
      const absente = de(graine * 131 + rang * 7 + an, 11) === 0;
      const valeur = absente ? null : 8 + de(graine * 17 + rang, 60) + an * 6;
      return { ...valeurFigee(annee, code, valeur), indicateurId };
    }),
  );
}

function indicateur(
  ficheId: string,
  code: string,
  graine: number,
  [ordre, quartiers]: [number, number],
): IndicateurFige {
  const id = uuid(5, graine);
  return indicateurFige({
    ...{ id, ficheId, ordre, libelle: `Personnes rejointes par l’action ${ordre + 1} (${code})`, unite: 'personnes' },
    type: (['realisation', 'resultat', 'impact'] as const)[ordre % 3] ?? 'realisation',
    source: `Feuilles de présence ${graine}`,
    reference: { annee: 2024, valeur: 400 },
    cibles: [
      { annee: 2026, valeur: 520 },
      { annee: 2030, valeur: 900 },
    ],
    valeurs: valeurs(id, graine, quartiers),
  });
}

function declinaison(code: string, graine: number, rang: number): FicheFigee['declinaisons'][number] {
  const recit = (champ: number) => phrases(code, graine * 1_000 + rang * 10 + champ, 2).join(' ');
  return {
    ...{
      id: uuid(7, graine * 10 + rang),
      version: 1,
      organisation: { id: uuid(3, rang), nom: ORGANISATIONS[rang] ?? '' },
    },
    ...{ qpvCode: null, referent: null, statutExecution: 'en-cours', meteo: METEOS[(graine + rang) % 5] ?? null },
    meteoExplication: (graine + rang) % 5 === 4 ? '' : `Explication donnée pour ${code}, ${rang}.`,
    modaliteRetenue: '',
    recits: [2029, 2030].map((annee) => ({
      annee,
      faitsMarquants: recit(annee % 10),
      freins: recit(annee),
      perspectives: '',
    })),
  };
}

function fiche(rang: number, indicateurs: number, quartiers: number): FicheFigee {
  const enjeu = 1 + Math.floor(rang / 6);
  const code = `E${enjeu}.${1 + (rang % 6)}`;
  const id = uuid(1, rang);
  return {
    ...{ id, code, revision: 1, enVigueurLe: '2026-01-12T09:00:00.000Z', meteo: METEOS[rang % 4] ?? null },
    ...{ orientationTexte: `Orientation de l’enjeu ${enjeu}.`, filiation: { origines: [], suites: [] } },
    enjeu: enjeuDe(enjeu),
    contenu: contenu(code, rang),
    avis: [
      {
        ...{ id: uuid(8, rang), version: 1, revision: 1, auteur: 'Hélène Marchadier', fonction: 'Déléguée du préfet' },
        ...{ sens: 'favorable', texte: `Avis rendu sur ${code}.`, points: [], renduLe: '2026-02-03T10:00:00.000Z' },
      },
    ],
    actions: [0, 1].map((action) => ({
      ...{ id: uuid(6, rang * 10 + action), version: 1, code: `${code}-${'ab'[action]}`, refDauphin: '' },
      ...{ titre: `Action ${action + 1} de ${code}`, description: riche(phrases(code, rang + action, 1)) },
      ...{ pilote: 'Ville de Tours', echeance: '2026-06-30', niveauParticipation: 'concertation', etapes: [] },
      statut: action === 0 ? ('realisee' as const) : ('en-cours' as const),
    })),
    declinaisons: [declinaison(code, rang, 1), declinaison(code, rang, 2)],
    indicateurs: Array.from({ length: indicateurs }, (_, ordre) =>
      indicateur(id, code, rang * indicateurs + ordre, [ordre, quartiers]),
    ),
  };
}

function enjeuDe(numero: number): FicheFigee['enjeu'] {
  const couleur = ['#6b4fa0', '#b5396a', '#2f7d4f', '#b8610f', '#2667b0'][numero % 5] ?? '#1f3a5f';
  return {
    id: uuid(2, numero),
    type: 'thematique',
    numero,
    intitule: `Vivre et agir ensemble, volet ${numero}`,
    couleur,
  };
}

function decision(rang: number, { id, code, contenu: { titre = '' } }: FicheFigee): Decision {
  return {
    ...{ id: uuid(9, rang), version: 1, seanceId: uuid(10, 1), rang: rang + 1, echeance: '2031-01-31' },
    ...{ seance: { date: '2030-12-12', instance: 'Assemblée Plénière' }, statut: 'a-faire', suivi: '' },
    texte: `Décision prise sur ${code} : publier les réponses sous trente jours.`,
    fiche: { id, code, titre },
    responsable: { id: uuid(3, 1), nom: 'Ville de Tours' },
  };
}

/**
 * An arrêté of a real size in our own words, always the same: six fiches to an enjeu, each indicator followed for seven
 * years in so many of the 13 quartiers.
 */
export function grandArrete(nombre = 60, indicateurs = 6, quartiers = QUARTIERS.length): ContenuArrete {
  const fiches = Array.from({ length: nombre }, (_, rang) => fiche(rang, indicateurs, quartiers));
  const numeros = [...new Set(fiches.map(({ enjeu }) => enjeu.numero))];
  return arreteExemple({
    titre: 'Assemblée Plénière de décembre 2030',
    figeLe: '2030-12-12T13:00:00.000Z',
    enjeux: numeros.map((numero) => ({ ...enjeuDe(numero), orientations: [] })),
    quartiers: QUARTIERS,
    organisations: ORGANISATIONS.map((nom, rang) => ({ id: uuid(3, rang), nom, nomCourt: null, categorie: 'autre' })),
    decisions: fiches.slice(0, 8).map((une, rang) => decision(rang, une)),
    fiches,
  });
}
