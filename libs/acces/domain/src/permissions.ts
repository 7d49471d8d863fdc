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
  'campagnes.lire',
  'campagnes.gerer',
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
  'plenieres.lire': 'contrat',
  'restitution.exporter': 'contrat',
} as const;

/** The one table of rights: role × permission → portée. What is absent is refused. */
export const DROITS: Readonly<Record<Role, Readonly<Partial<Record<Permission, Portee>>>>> = {
  // The team decides of what the State contests, and hears its avis: it does neither.
  equipe: Object.fromEntries(
    PERMISSIONS.filter((permission) => permission !== 'valeurs.contester' && permission !== 'avis.rendre').map(
      (permission) => [permission, 'contrat'],
    ),
  ),
  referent: {
    ...LECTURE,
    'journal.lire': 'contrat',
    'fiches.ecrire': 'organisation',
    'declinaisons.ecrire': 'organisation',
    'indicateurs.gerer': 'organisation',
    'valeurs.saisir': 'organisation',
  },
  delegue: {
    ...LECTURE,
    'journal.lire': 'contrat',
    'avis.rendre': 'contrat',
    'avis.lever': 'contrat',
    'valeurs.contester': 'contrat',
  },
  contributeur: { ...LECTURE, 'valeurs.saisir': 'organisation' },
  lecteur: LECTURE,
};
