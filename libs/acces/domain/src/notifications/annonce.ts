import { type Acteur, decider } from '../acteur';
import type { Permission } from '../permissions';
import type { Role } from '../roles';
import { DEFINITIONS_SORTES, type SorteNotification } from './sortes';

/** Whom an event concerns; each line adds people. */
export interface Concernes {
  personnes?: readonly string[];
  roles?: readonly Role[];
  /** The référents of the organisations that hold the pen on the fiche. */
  referents?: boolean;
}

/** Something that happened, to tell once to whom it concerns and who may know of it. */
export interface Annonce {
  sorte: SorteNotification;
  /** Names the event: the same one is told once to each person. */
  evenement: string;
  titre: string;
  /** Never what somebody wrote: only that they did. */
  texte?: string;
  /** Where to go, on this server. */
  lien: string;
  ficheId?: string;
  pour: Concernes;
  /** Needed to know of it. */
  permission: Permission;
  /** Narrower circle of roles that may know of it; by default those of the kind. */
  roles?: readonly Role[];
}

/** The roles that may know of an event. */
export function rolesDe({ sorte, roles }: Pick<Annonce, 'sorte' | 'roles'>): readonly Role[] {
  const { roles: connus } = DEFINITIONS_SORTES[sorte];
  return roles ? connus.filter((role) => roles.includes(role)) : connus;
}

/**
 * Who is told: whom it concerns, less whoever did it, less whoever may not know. `organisationIds` hold the pen on the
 * fiche, if there is one.
 */
export function destinatairesDe(
  annonce: Annonce,
  auteurId: string | null,
  candidats: readonly Acteur[],
  perimetre: { contratId: string; organisationIds: readonly string[] },
): Acteur[] {
  const roles = rolesDe(annonce);
  return candidats.filter(
    (candidat) =>
      candidat.personneId !== auteurId &&
      roles.includes(candidat.role) &&
      concerne(annonce.pour, candidat, perimetre.organisationIds) &&
      decider(candidat, annonce.permission, perimetre) === null,
  );
}

function concerne(pour: Concernes, candidat: Acteur, organisationIds: readonly string[]): boolean {
  const { personneId, role, organisationId } = candidat;
  if (pour.personnes?.includes(personneId) || pour.roles?.includes(role)) return true;
  return (
    pour.referents === true &&
    role === 'referent' &&
    organisationId !== null &&
    organisationIds.includes(organisationId)
  );
}
