import type { Visibilite } from '@pleniere/shared/domain';
import type { Role } from './roles';

const CERCLES: Readonly<Record<Visibilite, (role: Role) => boolean>> = {
  tous: () => true,
  travail: (role) => role !== 'lecteur',
  etat: (role) => role === 'delegue',
  equipe: (role) => role === 'equipe',
};

/** Whether a role is told of the live events of that circle. */
export function entend(role: Role, visibilite: Visibilite): boolean {
  return CERCLES[visibilite](role);
}
