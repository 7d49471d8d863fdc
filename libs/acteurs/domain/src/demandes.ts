import type { Role } from '@pleniere/acces/domain';
import type { Refus } from '@pleniere/shared/domain';

/** Where a request for access stands. */
export type StatutDemandeAcces = 'en-attente' | 'acceptee' | 'declinee';

/** French label of each statut of a request for access. */
export const LIBELLES_STATUTS_DEMANDE: Readonly<Record<StatutDemandeAcces, string>> = {
  'en-attente': 'En attente',
  acceptee: 'Acceptée',
  declinee: 'Déclinée',
};

/** Somebody whose identity the provider vouches for, and who has asked to enter. */
export interface DemandeAcces {
  id: string;
  version: number;
  nom: string;
  email: string;
  siret: string | null;
  /** Organisation as they named it. */
  organisation: string;
  message: string;
  creeLe: string;
  statut: StatutDemandeAcces;
  motif: string | null;
  traiteePar: string | null;
  traiteeLe: string | null;
  /** Person of the contrat who has the same e-mail address, if any. */
  personneId: string | null;
  /** Organisation of the contrat that has the same SIRET, if any. */
  organisationId: string | null;
}

/** How the team lets somebody in: as a person it knows or a new one, with a mandat from today. */
export interface AcceptationSaisie {
  /** Null makes a new person. */
  personneId: string | null;
  /** For a new person. */
  fonction: string | null;
  /** Organisation and role of the mandat; null for a person who has one already. */
  organisationId: string | null;
  role: Role | null;
}

/** A new person needs a fonction; a mandat needs both its organisation and its role. */
export function verifierAcceptation(saisie: AcceptationSaisie): Refus {
  const { personneId, fonction, organisationId, role } = saisie;
  if (personneId === null && (fonction ?? '') === '') return 'Indiquez la fonction de la personne.';
  if ((organisationId === null) !== (role === null)) return 'Un mandat a une organisation et un rôle.';
  return personneId === null && organisationId === null ? 'Donnez un mandat à la personne.' : null;
}
