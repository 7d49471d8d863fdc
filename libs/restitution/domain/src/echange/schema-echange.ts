import { CATEGORIES } from '@pleniere/acteurs/domain';
import { CODE_QPV } from '@pleniere/contrat/domain';
import {
  type ChampId,
  GENRES_PLAN,
  LIMITES_ACTION,
  LIMITES_DECLINAISON,
  LIMITES_FICHE,
  METEOS,
  NATURES_CREDITS,
  NIVEAUX_ACTION,
  PORTEES_TERRITORIALES,
  PUBLICS,
  STATUTS_ACTION,
  STATUTS_EXECUTION,
} from '@pleniere/fiches/domain';
import {
  ABSENCES,
  AGREGATIONS,
  DIMENSIONS,
  LIMITES_INDICATEUR,
  LIMITES_VALEUR,
  MAILLES,
  NATURES,
  PERIODICITES,
  QUALITES,
  SENS,
  VENTILATIONS,
} from '@pleniere/indicateurs/domain';
import { FORME_ECHANGE, LIMITES_ECHANGE } from './echange';

type Schema = Readonly<Record<string, unknown>>;

const texte = (maxLength: number, minLength = 0): Schema => ({ type: 'string', minLength, maxLength });
const entier = (minimum: number, maximum: number): Schema => ({ type: 'integer', minimum, maximum });
const parmi = (choix: readonly unknown[]): Schema => ({ enum: choix });
const ouRien = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const liste = (items: Schema, maxItems = 200): Schema => ({ type: 'array', items, maxItems });
/** An object of which every property is there, some perhaps, and no other. */
const objet = (
  properties: Readonly<Record<string, Schema>>,
  peutEtre: Readonly<Record<string, Schema>> = {},
): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  properties: { ...properties, ...peutEtre },
  additionalProperties: false,
});

const ANNEE = entier(2000, 2130);
const JOUR: Schema = { type: 'string', format: 'date' };
const COULEUR: Schema = { type: 'string', pattern: '^#[0-9a-f]{6}$' };
const COMMUNE: Schema = { type: 'string', pattern: '^(\\d{2}|2[AB])\\d{3}$' };
const QPV: Schema = { type: 'string', pattern: CODE_QPV.source };
const NOM = texte(200, 1);
const RICHE = { ...texte(LIMITES_FICHE.texteRiche), description: 'Restricted HTML; cleaned when it is taken in.' };
const ELEMENT = texte(LIMITES_FICHE.element);
const LIBELLE = texte(LIMITES_FICHE.libelle);
const NOMBRE: Schema = { type: 'number' };
const OUI_NON: Schema = { type: 'boolean' };

const ACTEUR = { organisation: ouRien(NOM), categorie: ouRien(parmi(CATEGORIES)), libelle: LIBELLE };
const ELEMENTS = liste(objet({ texte: ELEMENT }));
const MONTANT = ouRien(entier(0, LIMITES_FICHE.montant));

const CONTENU: Readonly<Record<ChampId, Schema>> = {
  orientation: { ...ouRien(texte(1000, 1)), description: 'Sentence of an orientation of the enjeu.' },
  titre: texte(LIMITES_FICHE.titre),
  titreCourt: texte(LIMITES_FICHE.titreCourt),
  pilotes: liste(objet(ACTEUR)),
  referents: liste(objet({ ...ACTEUR, fonction: LIBELLE })),
  resultatsAttendus: ELEMENTS,
  interetHabitants: ELEMENTS,
  interetTerritoire: ELEMENTS,
  interetPartenaires: ELEMENTS,
  cadreQuand: objet({ texte: ELEMENT, debut: ouRien(JOUR), fin: ouRien(JOUR), continu: OUI_NON }),
  cadreOu: objet({ texte: ELEMENT, portee: parmi(PORTEES_TERRITORIALES), qpv: liste(QPV), communes: liste(COMMUNE) }),
  cadreAvecQui: objet({ texte: ELEMENT, acteurs: liste(objet(ACTEUR)) }),
  cadreAvecQuoi: objet({ texte: ELEMENT, modalites: ELEMENTS }),
  publicCible: objet({ texte: ELEMENT, publics: liste(parmi(PUBLICS)) }),
  contexte: RICHE,
  facteursFavorables: ELEMENTS,
  facteursDefavorables: ELEMENTS,
  planAction: liste(objet({ texte: ELEMENT, genre: parmi(GENRES_PLAN) })),
  moyensHumains: liste(objet({ texte: ELEMENT, etp: ouRien(NOMBRE) })),
  moyensFinanciers: ELEMENTS,
  lignesBudget: liste(
    objet(
      {
        ...{ annee: ANNEE, financeur: LIBELLE, nature: parmi(NATURES_CREDITS) },
        ...{ prevu: MONTANT, obtenu: MONTANT, realise: MONTANT },
      },
      { action: { ...ouRien(entier(0, 500)), description: 'Rank of the action that the line pays, in `actions`.' } },
    ),
  ),
  partenaires: liste(objet(ACTEUR)),
  resumePublic: texte(LIMITES_FICHE.resumePublic),
  dispositifs: liste(LIBELLE),
  p147: liste(LIBELLE),
  documents: liste(objet({ titre: LIBELLE, adresse: texte(2000) })),
  sectionsSupplementaires: liste(objet({ libelle: LIBELLE, texte: RICHE })),
};

const REPERE = objet({ annee: entier(1980, 2130), valeur: NOMBRE });
const DEFINITION = {
  ...{ libelle: texte(LIMITES_INDICATEUR.libelle, 1), unite: texte(LIMITES_INDICATEUR.unite) },
  ...{ definition: texte(LIMITES_INDICATEUR.definition), methode: texte(LIMITES_INDICATEUR.methode) },
  ...{ numerateur: texte(LIMITES_INDICATEUR.terme), denominateur: texte(LIMITES_INDICATEUR.terme) },
  ...{ source: texte(LIMITES_INDICATEUR.source), reference: ouRien(REPERE), cibles: liste(REPERE, 20) },
};

const VALEUR = objet({
  annee: ANNEE,
  territoire: { type: 'string', maxLength: 10, description: '« contrat », an INSEE code, or the code of a QPV.' },
  ventilation: parmi(VENTILATIONS),
  valeur: { anyOf: [NOMBRE, texte(LIMITES_VALEUR.texte), liste(texte(60), 40), { type: 'null' }] },
  absence: parmi([...ABSENCES, null]),
  qualite: parmi(QUALITES),
  commentaire: texte(LIMITES_VALEUR.commentaire),
  source: texte(LIMITES_VALEUR.source),
});

const INDICATEUR = objet({
  ...DEFINITION,
  ...{ type: parmi(['realisation', 'resultat', 'impact']), nature: parmi(NATURES), decimales: entier(0, 4) },
  ...{ sens: parmi(SENS), maille: parmi(MAILLES), agregation: parmi(AGREGATIONS), periodicite: parmi(PERIODICITES) },
  ...{ anneesPonctuelles: liste(ANNEE, 20), ventilations: liste(parmi(DIMENSIONS), 2), cumulatif: OUI_NON },
  ...{ borneMin: ouRien(NOMBRE), borneMax: ouRien(NOMBRE), visibilite: parmi(['public', 'interne']) },
  responsable: ouRien(NOM),
  modalites: liste(objet({ valeur: texte(60, 1), libelle: texte(LIMITES_INDICATEUR.modalite, 1) }), 40),
  resultatsLies: { ...liste(entier(1, 100), 100), description: 'Ranks, from 1, in `resultatsAttendus`.' },
  ponderation: ouRien(objet({ fiche: texte(12), rang: entier(1, 200) })),
  ruptures: liste(objet({ depuis: ANNEE, motif: texte(1000), avant: objet(DEFINITION) }), 20),
  valeurs: liste(VALEUR, 5000),
});

const ACTION = objet({
  rang: entier(0, 500),
  titre: texte(LIMITES_ACTION.titre, 1),
  description: texte(LIMITES_ACTION.description),
  pilote: texte(LIMITES_ACTION.pilote),
  echeance: ouRien(JOUR),
  statut: parmi(STATUTS_ACTION),
  niveauParticipation: parmi(NIVEAUX_ACTION),
  etapes: liste(objet({ libelle: texte(LIMITES_ACTION.etape, 1), faite: OUI_NON }), LIMITES_ACTION.etapes),
  refDauphin: texte(LIMITES_ACTION.refDauphin),
});

const RECIT = texte(LIMITES_DECLINAISON.recit);
const DECLINAISON = objet({
  organisation: NOM,
  qpvCode: ouRien(QPV),
  statutExecution: parmi(STATUTS_EXECUTION),
  meteo: parmi([...METEOS, null]),
  meteoExplication: texte(LIMITES_DECLINAISON.explication),
  modaliteRetenue: texte(LIMITES_DECLINAISON.modalite),
  recits: liste(objet({ annee: ANNEE, faitsMarquants: RECIT, freins: RECIT, perspectives: RECIT }), 20),
});

const FICHE = objet({
  code: { type: 'string', pattern: '^[TE]([1-9]|[1-9]\\d)\\.[1-9]\\d{0,2}$' },
  contenu: { type: 'object', properties: CONTENU, additionalProperties: false },
  actions: liste(ACTION),
  declinaisons: liste(DECLINAISON, 500),
  indicateurs: liste(INDICATEUR),
});

const QUARTIER = objet({
  ...{ code: QPV, libelle: NOM, libelleEditorial: ouRien(texte(120, 1)), npnru: OUI_NON },
  ...{ generation: parmi([2015, 2024]), validFrom: JOUR, validTo: ouRien(JOUR), communes: liste(COMMUNE) },
});

const ORGANISATION = objet({
  ...{ nom: NOM, nomCourt: ouRien(texte(60, 1)), categorie: parmi(CATEGORIES), signataire: OUI_NON },
  ...{ siret: ouRien({ type: 'string', pattern: '^\\d{14}$' }), communeCode: ouRien(COMMUNE) },
});

/** JSON Schema (2020-12) of an exchange file, published so that any tool can make one or read one. */
export const SCHEMA_ECHANGE: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Échange d’un contrat de ville',
  description:
    'What a contrat de ville holds in force, without any person: names and codes stand for what ids do elsewhere.',
  ...objet({
    schema: { const: FORME_ECHANGE },
    contrat: objet({ titre: NOM, titreCourt: texte(60, 1), anneeDebut: ANNEE, anneeFin: ANNEE }),
    communes: liste(objet({ code: COMMUNE, nom: NOM }), 2000),
    quartiers: liste(QUARTIER, 500),
    enjeux: liste(
      objet({
        ...{ type: parmi(['transversal', 'thematique']), numero: entier(1, 99), intitule: NOM, couleur: COULEUR },
        orientations: liste(texte(1000, 1)),
      }),
    ),
    organisations: liste(ORGANISATION, 5000),
    fiches: liste(FICHE, LIMITES_ECHANGE.fiches),
  }),
};
