import { FINE } from '@pleniere/shared/domain';
import type { ChampId } from './contenu';

/** Shape of a field's value: decides its editor, its validation and its rendering in every output. */
export type TypeChamp =
  | 'reference'
  | 'orientation'
  | 'texte'
  | 'texte-riche'
  | 'liste'
  | 'plan-action'
  | 'moyens-humains'
  | 'acteurs'
  | 'referents'
  | 'cadre-quand'
  | 'cadre-ou'
  | 'cadre-avec-qui'
  | 'cadre-avec-quoi'
  | 'public-cible'
  | 'budget'
  | 'etiquettes'
  | 'documents'
  | 'sections'
  | 'indicateurs';

/** Fields that the sheet shows but that are not written in its content: they come from the frame or the indicators. */
export type ChampDerive =
  'contrat' | 'code' | 'enjeu' | 'indicateursRealisation' | 'indicateursResultat' | 'indicateursImpact';

/** Needed before the fiche can be submitted; `un-des-interets` = at least one of the three interests. */
export type Exigence = 'requis' | 'un-des-interets' | 'conseille' | 'facultatif';

/** One field of the sheet, as every output knows it. */
export interface Champ {
  id: ChampId | ChampDerive;
  /** Row of the sheet in which the field stands. */
  ligne: LigneId;
  /** Wording of the official sheet. */
  libelle: string;
  /** Wording for residents. */
  libellePublic: string;
  type: TypeChamp;
  exigence: Exigence;
  visibilite: 'public' | 'interne';
  /** One of the 27 fields of the official sheet (the others are additions of the product). */
  officiel: boolean;
  /** Other wordings under which the field is found in existing documents. */
  indicesImport: readonly string[];
}

/** Row of the two-column sheet: its label, and the smaller words under the label. */
export interface Ligne {
  id: string;
  libelle: string;
  precision: string;
}

/** Rows of the sheet in their order; `entete` is above the two columns. */
export const LIGNES = [
  { id: 'entete', libelle: '', precision: '' },
  { id: 'pilote', libelle: 'Pilote du projet', precision: '' },
  { id: 'referent', libelle: 'Référent du projet et des actions', precision: '' },
  { id: 'resultats', libelle: 'Résultat(s) attendu(s)', precision: '' },
  { id: 'interets', libelle: 'Intérêt(s) du projet', precision: '' },
  { id: 'cadre', libelle: 'Cadre', precision: `(Quand${FINE}? Où${FINE}? Avec qui${FINE}? Avec quoi${FINE}?)` },
  { id: 'public', libelle: 'Public cible', precision: '' },
  { id: 'contexte', libelle: 'Contexte / diagnostic', precision: '' },
  {
    id: 'environnement',
    libelle: 'Environnement',
    precision: `(Quels sont les facteurs favorables et défavorables à la réussite du projet${FINE}?)`,
  },
  {
    id: 'plan',
    libelle: 'Approche stratégique – plan d’action',
    precision: '(mise en œuvre, étapes de réalisation des actions)',
  },
  {
    id: 'moyens',
    libelle: 'Ressources et moyens à mobiliser',
    precision: '(de quoi et de qui avons-nous besoin pour réussir – les moyens)',
  },
  { id: 'partenaires', libelle: 'Partenaire(s) impliqué(s)', precision: '' },
  { id: 'indicateurs', libelle: 'Indicateurs d’évaluation', precision: '' },
  { id: 'complements', libelle: 'Compléments', precision: '(hors de la fiche officielle)' },
] as const satisfies readonly Ligne[];

/** Id of a row of the sheet. */
export type LigneId = (typeof LIGNES)[number]['id'];

type Reste = Partial<Pick<Champ, 'libellePublic' | 'exigence' | 'visibilite' | 'officiel' | 'indicesImport'>>;

function champ(id: Champ['id'], ligne: LigneId, libelle: string, type: TypeChamp, reste: Reste = {}): Champ {
  return {
    id,
    ligne,
    libelle,
    type,
    libellePublic: libelle,
    exigence: 'facultatif',
    visibilite: 'public',
    officiel: true,
    indicesImport: [],
    ...reste,
  };
}

/**
 * THE field registry: every field of the sheet, in its order and words. Form, public page, PDF, exports, search,
 * completeness and the parity test all read this table; a field is added here and nowhere else.
 */
export const REGISTRE: readonly Champ[] = [
  champ('contrat', 'entete', 'Contrat de ville', 'reference', { exigence: 'requis' }),
  champ('code', 'entete', 'Fiche Projet n°', 'reference', { exigence: 'requis', indicesImport: ['FICHE PROJET N°'] }),
  champ('enjeu', 'entete', 'Enjeu', 'reference', {
    exigence: 'requis',
    indicesImport: ['Enjeu transversal', 'Enjeu thématique'],
  }),
  champ('orientation', 'entete', 'Orientation', 'orientation', {
    exigence: 'requis',
    libellePublic: 'Ce à quoi le contrat s’engage',
  }),
  champ('titre', 'entete', 'Intitulé du projet', 'texte', { exigence: 'requis', libellePublic: 'Le projet' }),
  champ('pilotes', 'pilote', 'Pilote du projet', 'acteurs', {
    exigence: 'requis',
    libellePublic: 'Qui conduit le projet',
    indicesImport: ['Pilote'],
  }),
  champ('referents', 'referent', 'Référent du projet et des actions', 'referents', {
    exigence: 'requis',
    libellePublic: 'À qui s’adresser',
    indicesImport: ['Référent'],
  }),
  champ('resultatsAttendus', 'resultats', 'Résultat(s) attendu(s)', 'liste', {
    exigence: 'requis',
    libellePublic: 'Ce que l’on veut obtenir',
    indicesImport: ['Résultats attendus'],
  }),
  champ('interetHabitants', 'interets', 'Pour les habitants', 'liste', {
    exigence: 'un-des-interets',
    libellePublic: 'Ce que cela change pour les habitants',
  }),
  champ('interetTerritoire', 'interets', 'Pour le territoire', 'liste', {
    exigence: 'un-des-interets',
    libellePublic: 'Ce que cela change pour le quartier',
  }),
  champ('interetPartenaires', 'interets', 'Pour les partenaires', 'liste', {
    exigence: 'un-des-interets',
    libellePublic: 'Ce que cela change pour les partenaires',
  }),
  champ('cadreQuand', 'cadre', `Quand${FINE}?`, 'cadre-quand', { exigence: 'requis' }),
  champ('cadreOu', 'cadre', `Où${FINE}?`, 'cadre-ou', { exigence: 'requis' }),
  champ('cadreAvecQui', 'cadre', `Avec qui${FINE}?`, 'cadre-avec-qui'),
  champ('cadreAvecQuoi', 'cadre', `Avec quoi${FINE}?`, 'cadre-avec-quoi', { libellePublic: `Comment${FINE}?` }),
  champ('publicCible', 'public', 'Public cible', 'public-cible', {
    exigence: 'requis',
    libellePublic: `Pour qui${FINE}?`,
  }),
  champ('contexte', 'contexte', 'Contexte / diagnostic', 'texte-riche', {
    libellePublic: 'Le point de départ',
    indicesImport: ['Diagnostic'],
  }),
  champ('facteursFavorables', 'environnement', 'Favorables', 'liste', {
    exigence: 'requis',
    libellePublic: 'Ce qui peut aider',
  }),
  champ('facteursDefavorables', 'environnement', 'Défavorables', 'liste', {
    exigence: 'requis',
    libellePublic: 'Ce qui peut freiner',
  }),
  champ('planAction', 'plan', 'Plan d’action', 'plan-action', {
    exigence: 'requis',
    libellePublic: 'Ce qui est prévu',
    indicesImport: ['Approche stratégique'],
  }),
  champ('moyensHumains', 'moyens', 'Moyens humains', 'moyens-humains', { libellePublic: 'Les personnes mobilisées' }),
  champ('moyensFinanciers', 'moyens', 'Moyens financiers', 'liste', { libellePublic: 'Les moyens financiers' }),
  champ('lignesBudget', 'moyens', 'Budget', 'budget', { visibilite: 'interne' }),
  champ('partenaires', 'partenaires', 'Partenaire(s) impliqué(s)', 'acteurs', {
    exigence: 'requis',
    libellePublic: 'Avec quels partenaires',
    indicesImport: ['Partenaires'],
  }),
  champ('indicateursRealisation', 'indicateurs', 'Indicateurs de réalisation', 'indicateurs', {
    exigence: 'conseille',
    libellePublic: 'Ce qui est fait',
  }),
  champ('indicateursResultat', 'indicateurs', 'Indicateurs de résultat', 'indicateurs', {
    exigence: 'conseille',
    libellePublic: 'Ce que cela produit',
  }),
  champ('indicateursImpact', 'indicateurs', 'Indicateurs d’impact', 'indicateurs', {
    exigence: 'conseille',
    libellePublic: 'Ce que cela change',
  }),
  champ('titreCourt', 'complements', 'Titre court', 'texte', { officiel: false }),
  champ('resumePublic', 'complements', 'En deux phrases, pour les habitants', 'texte', {
    officiel: false,
    libellePublic: 'En deux phrases',
  }),
  champ('dispositifs', 'complements', 'Dispositifs liés', 'etiquettes', { officiel: false }),
  champ('p147', 'complements', 'Thèmes du programme 147', 'etiquettes', { officiel: false, visibilite: 'interne' }),
  champ('documents', 'complements', 'Documents', 'documents', { officiel: false }),
  champ('sectionsSupplementaires', 'complements', 'Sections supplémentaires', 'sections', { officiel: false }),
];

const DERIVES: readonly Champ['id'][] = [
  'contrat',
  'code',
  'enjeu',
  'indicateursRealisation',
  'indicateursResultat',
  'indicateursImpact',
] satisfies ChampDerive[];

/** Fields that people write, in the sheet's order. */
export const CHAMPS_ECRITS = REGISTRE.filter((entree) => !DERIVES.includes(entree.id)) as readonly (Champ & {
  id: ChampId;
})[];

/** True when the text names a field that can be written. */
export function estChampEcrit(id: string): id is ChampId {
  return CHAMPS_ECRITS.some((entree) => entree.id === id);
}

/** The registry's entry of a field. */
export function champDe(id: Champ['id']): Champ {
  const entree = REGISTRE.find((candidat) => candidat.id === id);
  if (!entree) throw new Error(`Champ absent du registre : ${id}`);
  return entree;
}
