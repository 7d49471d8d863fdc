import { type Acteur, decider, DROITS, type Permission } from '@pleniere/acces/domain';
import type { Territoire } from '@pleniere/indicateurs/domain';
import type { Refus } from '@pleniere/shared/domain';

/** The caller's ville, when their organisation is one. */
export interface VilleDeLActeur {
  commune: string;
  qpv: string[];
}

/** Organisations of the caller that a permission is held for; null when it is held over the whole contrat. */
export function organisationsDe({ role, organisationId }: Acteur, permission: Permission): string[] | null {
  const portee = DROITS[role][permission];
  if (portee === 'contrat') return null;
  return portee === 'organisation' && organisationId !== null ? [organisationId] : [];
}

/**
 * Territories where the caller enters the values of a fiche, null for all: a ville its own commune and quartiers, the
 * other organisations of the périmètre everywhere. `organisationIds`: those of the fiche and of its data.
 */
export function territoiresDeSaisie(
  acteur: Acteur,
  organisationIds: readonly (string | null)[],
  ville: VilleDeLActeur | null,
): Territoire[] | null {
  const siennes = organisationsDe(acteur, 'valeurs.saisir');
  if (siennes === null) return null;
  if (!siennes.some((organisation) => organisationIds.includes(organisation))) return [];
  return ville && ['contrat', ville.commune, ...ville.qpv];
}

/** Why the caller may not write a value there. `communes`: those of its territory, none when it is the whole contrat. */
export function refusDePlume(
  acteur: Acteur,
  organisationIds: string[],
  communes: readonly string[] | undefined,
  communeActeur: string | null,
): Refus {
  const { contratId, role } = acteur;
  const refus = decider(acteur, 'valeurs.saisir', { contratId, organisationIds });
  const ailleurs = communeActeur !== null && communes?.includes(communeActeur) === false;
  if (refus !== null || DROITS[role]['valeurs.saisir'] === 'contrat' || !ailleurs) return refus;
  return 'Une ville saisit les valeurs de sa commune et de ses quartiers.';
}
