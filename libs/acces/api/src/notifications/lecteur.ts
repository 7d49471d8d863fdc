import { type Acteur, DROITS, type Permission, type Portee } from '@pleniere/acces/domain';

/** The first parameters of what reads notifications: who reads, and what their role holds, and how far. */
export function parametresDe({ contratId, personneId, role, organisationId }: Acteur): unknown[] {
  const tenues = (portee: Portee) =>
    (Object.entries(DROITS[role]) as [Permission, Portee][]).flatMap(([nom, tenue]) => (tenue === portee ? [nom] : []));
  return [contratId, personneId, role, organisationId, tenues('contrat'), tenues('organisation')];
}
