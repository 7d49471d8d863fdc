import type { Role } from './roles';

/** Everything that can be done in the product; each route declares exactly one of these. */
export const PERMISSIONS = [
  'contrat.lire',
  'contrat.gerer',
  'acteurs.lire',
  'acteurs.gerer',
  'comptes.gerer',
  'journal.lire',
  'fiches.lire',
  'fiches.creer',
  'fiches.ecrire',
  'fiches.valider',
  'avis.rendre',
  'avis.lever',
  'dialogue.participer',
  'precisions.demander',
  'notes.tenir',
  'declinaisons.ecrire',
  'indicateurs.lire',
  'indicateurs.gerer',
  'valeurs.saisir',
  'valeurs.valider',
  'valeurs.contester',
  'valeurs.lire-en-clair',
  'campagnes.lire',
  'campagnes.gerer',
  'participation.lire',
  'espaces.animer',
  'questions.traiter',
  'questions.repondre',
  'propositions.moderer',
  'consultations.gerer',
  'contributions.lier',
  'plenieres.lire',
  'plenieres.gerer',
  'restitution.exporter',
] as const;
/** Name of something that can be done, `<area>.<verb>`. */
export type Permission = (typeof PERMISSIONS)[number];

/** How far a role holds a permission: over the whole contrat, or where the person's own organisation is concerned. */
export type Portee = 'contrat' | 'organisation';

const LECTURE = {
  'contrat.lire': 'contrat',
  'acteurs.lire': 'contrat',
  'fiches.lire': 'contrat',
  'indicateurs.lire': 'contrat',
  'campagnes.lire': 'contrat',
  'participation.lire': 'contrat',
  'plenieres.lire': 'contrat',
  'restitution.exporter': 'contrat',
} as const;

// The team decides of what the State contests, hears its avis, and never reads its notes.
const DE_L_ETAT: readonly Permission[] = ['valeurs.contester', 'avis.rendre', 'notes.tenir'];

/** The one table of rights: role × permission → portée. What is absent is refused. */
export const DROITS: Readonly<Record<Role, Readonly<Partial<Record<Permission, Portee>>>>> = {
  equipe: Object.fromEntries(
    PERMISSIONS.filter((permission) => !DE_L_ETAT.includes(permission)).map((permission) => [permission, 'contrat']),
  ),
  referent: {
    ...LECTURE,
    'journal.lire': 'contrat',
    'dialogue.participer': 'contrat',
    'fiches.ecrire': 'organisation',
    'declinaisons.ecrire': 'organisation',
    'indicateurs.gerer': 'organisation',
    'valeurs.saisir': 'organisation',
    'espaces.animer': 'organisation',
    'questions.traiter': 'contrat',
    'questions.repondre': 'organisation',
    'propositions.moderer': 'contrat',
    'contributions.lier': 'organisation',
  },
  delegue: {
    ...LECTURE,
    'journal.lire': 'contrat',
    'avis.rendre': 'contrat',
    'avis.lever': 'contrat',
    'dialogue.participer': 'contrat',
    'precisions.demander': 'contrat',
    'notes.tenir': 'contrat',
    'valeurs.contester': 'contrat',
    'valeurs.lire-en-clair': 'contrat',
  },
  contributeur: {
    ...LECTURE,
    'dialogue.participer': 'contrat',
    'valeurs.saisir': 'organisation',
    'espaces.animer': 'organisation',
    'questions.repondre': 'organisation',
  },
  lecteur: LECTURE,
};

/** Reads small counts of people whoever produced them: the team checks every figure, the State answers for the contrat. */
export function litEnClair(role: Role): boolean {
  return DROITS[role]['valeurs.lire-en-clair'] !== undefined;
}
