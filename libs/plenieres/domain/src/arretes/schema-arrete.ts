import { FORMES_ARRETE } from './arrete';

type Schema = Readonly<Record<string, unknown>>;

const TEXTE = { type: 'string' };
const ENTIER = { type: 'integer' };
const ID = { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' };
const JOUR = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const LIBRE = { type: 'object' };

const ouRien = (schema: { type: string } & Schema): Schema => ({ ...schema, type: [schema.type, 'null'] });
const liste = (items: Schema): Schema => ({ type: 'array', items });
/** An object of which every property is there, some perhaps, and no other. */
const objet = (
  properties: Readonly<Record<string, Schema>>,
  peutEtre: Readonly<Record<string, Schema>> = {},
): { type: string } & Schema => ({
  type: 'object',
  required: Object.keys(properties),
  properties: { ...properties, ...peutEtre },
  additionalProperties: false,
});

const FICHE_NOMMEE = objet({ id: ID, code: TEXTE, titre: TEXTE });
const REPERE = objet({ annee: ENTIER, valeur: { type: 'number' } });

const VALEUR = objet({
  indicateurId: ID,
  annee: ENTIER,
  territoire: { ...TEXTE, description: '« contrat », the INSEE code of a commune, or the code of a QPV.' },
  ventilation: TEXTE,
  valeur: { type: ['number', 'string', 'array', 'null'], items: TEXTE },
  absence: { enum: ['nd', 'non-concerne', 'a-venir', 'secret', null] },
  qualite: { enum: ['provisoire', 'definitive', 'estimee'] },
  commentaire: TEXTE,
  source: TEXTE,
  statut: TEXTE,
  enRetard: { type: 'boolean' },
});

const INDICATEUR = {
  type: 'object',
  required: [
    'id',
    'libelle',
    'type',
    'nature',
    'unite',
    'sens',
    'maille',
    'agregation',
    'reference',
    'cibles',
    'valeurs',
  ],
  properties: {
    id: ID,
    libelle: TEXTE,
    type: { enum: ['realisation', 'resultat', 'impact'] },
    nature: TEXTE,
    unite: TEXTE,
    sens: { enum: ['hausse', 'baisse', 'stable', 'aucun'] },
    maille: { enum: ['contrat', 'commune', 'qpv'] },
    agregation: TEXTE,
    reference: ouRien(REPERE),
    cibles: liste(REPERE),
    valeurs: liste(VALEUR),
  },
};

const AVIS = {
  type: 'object',
  required: ['id', 'revision', 'auteur', 'fonction', 'sens', 'texte', 'points', 'renduLe'],
  properties: { id: ID, revision: ENTIER, sens: { enum: ['favorable', 'favorable-avec-reserves', 'a-completer'] } },
};

const ACTION = {
  type: 'object',
  required: ['id', 'code', 'titre', 'description', 'pilote', 'echeance', 'statut', 'niveauParticipation', 'etapes'],
  properties: { id: ID, code: TEXTE, titre: TEXTE, echeance: ouRien(JOUR) },
};

const DECLINAISON = {
  type: 'object',
  required: ['id', 'organisation', 'qpvCode', 'referent', 'statutExecution', 'meteo', 'modaliteRetenue', 'recits'],
  properties: { id: ID, organisation: objet({ id: ID, nom: TEXTE }), qpvCode: ouRien(TEXTE), recits: liste(LIBRE) },
};

const ENJEU = {
  id: ID,
  type: { enum: ['transversal', 'thematique'] },
  numero: ENTIER,
  intitule: TEXTE,
  couleur: TEXTE,
};

const FICHE = objet({
  id: ID,
  code: TEXTE,
  revision: { ...ENTIER, description: 'Number of the revision in force.' },
  enVigueurLe: ouRien(TEXTE),
  enjeu: objet(ENJEU),
  orientationTexte: ouRien(TEXTE),
  contenu: { ...LIBRE, description: 'Fields of the sheet by their id; rich texts are restricted HTML.' },
  meteo: { enum: ['soleil', 'couvert', 'nuage', 'orage', null] },
  avis: liste(AVIS),
  actions: liste(ACTION),
  declinaisons: liste(DECLINAISON),
  indicateurs: liste(INDICATEUR),
  filiation: objet({ origines: liste(LIBRE), suites: liste(LIBRE) }),
});

const SEANCE = objet({
  id: ID,
  instance: objet({ sorte: TEXTE, nom: TEXTE }),
  date: JOUR,
  heure: TEXTE,
  lieu: TEXTE,
  presences: liste(objet({ college: TEXTE, presents: ENTIER, excuses: ENTIER })),
  ordreDuJour: liste(objet({ id: ID, ficheId: ouRien(ID), titre: TEXTE, fiche: ouRien(FICHE_NOMMEE) })),
});

const DECISION = objet({
  id: ID,
  version: ENTIER,
  seanceId: ID,
  rang: ENTIER,
  texte: TEXTE,
  seance: objet({ date: JOUR, instance: TEXTE }),
  fiche: ouRien(FICHE_NOMMEE),
  responsable: ouRien(objet({ id: ID, nom: TEXTE })),
  echeance: ouRien(JOUR),
  statut: { enum: ['a-faire', 'en-cours', 'faite', 'abandonnee'] },
  suivi: TEXTE,
});

const QUARTIER = objet({
  code: TEXTE,
  libelle: TEXTE,
  libelleEditorial: ouRien(TEXTE),
  npnru: { type: 'boolean' },
  communes: liste(TEXTE),
  populations: liste(objet({ millesime: ENTIER, population: ENTIER, source: TEXTE })),
});

const REPONSE = objet({
  numero: ENTIER,
  poseeLe: JOUR,
  question: TEXTE,
  quartier: ouRien(TEXTE),
  ficheId: ouRien(ID),
  reponse: TEXTE,
  fonction: TEXTE,
  organisation: TEXTE,
  publieeLe: JOUR,
});

/** JSON Schema (2020-12) of the content of an arrêté, published so that anybody can read one without the product. */
export const SCHEMA_ARRETE: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Arrêté d’un contrat de ville',
  description:
    'What a contrat de ville held at one instant. The file is canonical (RFC 8785): the SHA-256 of its bytes is the fingerprint of the arrêté.',
  ...objet(
    {
      schema: { enum: FORMES_ARRETE },
      numero: { ...ENTIER, minimum: 1 },
      titre: TEXTE,
      figeLe: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' },
      contrat: objet({
        id: ID,
        titre: TEXTE,
        titreCourt: TEXTE,
        epciSiren: TEXTE,
        anneeDebut: ENTIER,
        anneeFin: ENTIER,
        couleur: TEXTE,
        logo: ouRien(TEXTE),
        signeLe: ouRien(JOUR),
      }),
      seance: ouRien(SEANCE),
      enjeux: liste(objet({ ...ENJEU, orientations: liste(objet({ id: ID, texte: TEXTE })) })),
      communes: liste(objet({ code: TEXTE, nom: TEXTE })),
      quartiers: liste(QUARTIER),
      organisations: liste(objet({ id: ID, nom: TEXTE, nomCourt: ouRien(TEXTE), categorie: TEXTE })),
      personnes: liste(objet({ id: ID, nom: TEXTE, fonction: TEXTE })),
      decisions: liste(DECISION),
      fiches: { ...liste(FICHE), minItems: 1 },
    },
    { reponses: liste(REPONSE) },
  ),
};
