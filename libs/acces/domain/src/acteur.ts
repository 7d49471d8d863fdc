import type { Refus } from '@pleniere/shared/domain';
import { DROITS, type Permission } from './permissions';
import type { Role } from './roles';

/** The person who acts, with the mandat under which they act: one contrat, one role, one organisation. */
export interface Acteur {
  compteId: string;
  personneId: string;
  nom: string;
  fonction: string;
  contratId: string;
  role: Role;
  organisationId: string | null;
  /** Name of the absent colleague whose wider role is being held, if any; their acts bear it. */
  parDelegationDe?: string | null;
}

/** What an act bears upon: its contrat, and the organisations that hold the pen there. */
export interface Perimetre {
  contratId: string;
  organisationIds: readonly string[];
}

/** Permissions that the role holds at least somewhere; used to show or hide a part of the screen. */
export function permissionsDe(role: Acteur['role']): Permission[] {
  return Object.keys(DROITS[role]) as Permission[];
}

/**
 * The one authorisation decision: role × organisation × périmètre. Refuses by default; another contrat is always refused,
 * and a permission held for one's own organisation needs a périmètre that names it.
 */
export function decider(acteur: Acteur, permission: Permission, perimetre: Perimetre): Refus {
  if (acteur.contratId !== perimetre.contratId) return 'Cet élément appartient à un autre contrat de ville.';
  const portee = DROITS[acteur.role][permission];
  if (portee === 'contrat') return null;
  if (portee === undefined) return 'Votre rôle ne permet pas cette action.';
  const concerne = acteur.organisationId !== null && perimetre.organisationIds.includes(acteur.organisationId);
  return concerne ? null : 'Seules les organisations concernées peuvent faire cette action.';
}
