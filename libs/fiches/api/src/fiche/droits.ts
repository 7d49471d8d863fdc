import { decider, DROITS, type Acteur, type Perimetre, type Permission } from '@pleniere/acces/domain';
import {
  completude,
  refusEcriture,
  transitionsDisponibles,
  type DroitsFiche,
  type FicheLue,
} from '@pleniere/fiches/domain';

/** The caller's ville, when their organisation is one. */
export interface VilleDeLActeur {
  commune: string;
  qpv: string[];
}

/** What the statement reads of a fiche: everything but what depends on the caller. */
export type FicheBrute = Omit<FicheLue, 'completude' | 'droits' | 'transitions'>;

const seulement = (acteur: Acteur, permission: Permission): string[] | null => {
  const portee = DROITS[acteur.role][permission];
  if (portee === 'contrat') return null;
  return portee === 'organisation' && acteur.organisationId !== null ? [acteur.organisationId] : [];
};

function territoiresDe(
  acteur: Acteur,
  fiche: FicheBrute,
  perimetre: Perimetre,
  ville: VilleDeLActeur | null,
): string[] | null {
  if (fiche.statut === 'archive') return [];
  const siennes = seulement(acteur, 'valeurs.saisir');
  if (siennes === null) return null;
  const concernees = [...perimetre.organisationIds, ...fiche.indicateurs.map(({ responsableId }) => responsableId)];
  if (!siennes.some((organisation) => concernees.includes(organisation))) return [];
  return ville && ['contrat', ville.commune, ...ville.qpv];
}

function droitsDe(acteur: Acteur, fiche: FicheBrute, perimetre: Perimetre, ville: VilleDeLActeur | null): DroitsFiche {
  const peut = (permission: Permission) => decider(acteur, permission, perimetre);
  const refus = peut('fiches.ecrire') ?? refusEcriture(fiche.statut, peut('fiches.valider') === null);
  const archivee = fiche.statut === 'archive';
  const villes = archivee ? [] : seulement(acteur, 'declinaisons.ecrire');
  return {
    ecrire: refus === null,
    refusEcriture: refus,
    indicateurs: !archivee && peut('indicateurs.gerer') === null,
    declinaisons: villes === null || ville ? villes : [],
    territoires: territoiresDe(acteur, fiche, perimetre, ville),
  };
}

/** Completes a fiche with its completeness and with what the caller may do of it. */
export function pourActeur(
  acteur: Acteur,
  fiche: FicheBrute,
  perimetre: Perimetre,
  ville: VilleDeLActeur | null,
): FicheLue {
  const etat = completude(
    fiche.contenu,
    fiche.indicateurs.map(({ type }) => type),
  );
  const manquesObligatoires = etat.manques.filter(({ obligatoire }) => obligatoire).length;
  return {
    ...fiche,
    completude: etat,
    droits: droitsDe(acteur, fiche, perimetre, ville),
    transitions: transitionsDisponibles(fiche.statut, { manquesObligatoires, motif: '' }, (permission) =>
      decider(acteur, permission, perimetre),
    ),
  };
}
