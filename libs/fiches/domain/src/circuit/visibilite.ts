import type { Role } from '@pleniere/acces/domain';
import { STATUTS_FICHE, type StatutFiche } from './circuit';

/** Statuts of the fiches that a role may see: a lecteur reads what is in force, everybody at work reads everything. */
export function statutsVisibles(role: Role): readonly StatutFiche[] {
  return role === 'lecteur' ? ['en-vigueur'] : STATUTS_FICHE;
}
