import type { Role } from '@pleniere/acces/domain';
import { STATUTS_FICHE, type StatutFiche } from './circuit';

/** Which text a role reads: a lecteur the one in force, everybody at work the one being written. */
export function texteLu(role: Role): 'en-vigueur' | 'travail' {
  return role === 'lecteur' ? 'en-vigueur' : 'travail';
}

/** Statuts of the fiches that a role may see: a lecteur reads what is in force, everybody at work reads everything. */
export function statutsVisibles(role: Role): readonly StatutFiche[] {
  return texteLu(role) === 'en-vigueur' ? ['en-vigueur'] : STATUTS_FICHE;
}
