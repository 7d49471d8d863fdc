import { decider, type Acteur, type Perimetre, type Permission } from '@pleniere/acces/domain';
import {
  avisComplet,
  completude,
  refusEcriture,
  situationDe,
  transitionsDisponibles,
  type AvisSaisi,
  type DroitsFiche,
  type FicheLue,
} from '@pleniere/fiches/domain';
import { organisationsDe, territoiresDeSaisie, type VilleDeLActeur } from '@pleniere/indicateurs/api';

/** What the statement reads of a fiche: everything but what depends on the caller. */
export type FicheBrute = Omit<FicheLue, 'completude' | 'droits' | 'transitions' | 'situation' | 'destinataires'>;

/** What is known of the caller when they read a fiche, and the day it is. */
export interface Lecteur {
  perimetre: Perimetre;
  ville: VilleDeLActeur | null;
  monAvis: AvisSaisi | null;
  destinataires: FicheLue['destinataires'];
  aujourdhui: string;
}

function territoiresDe(
  acteur: Acteur,
  fiche: FicheBrute,
  perimetre: Perimetre,
  ville: VilleDeLActeur | null,
): string[] | null {
  if (fiche.statut === 'archive') return [];
  const responsables = fiche.indicateurs.map(({ responsableId }) => responsableId);
  return territoiresDeSaisie(acteur, [...perimetre.organisationIds, ...responsables], ville);
}

function droitsDe(acteur: Acteur, fiche: FicheBrute, perimetre: Perimetre, ville: VilleDeLActeur | null): DroitsFiche {
  const peut = (permission: Permission) => decider(acteur, permission, perimetre);
  const refus = peut('fiches.ecrire') ?? refusEcriture(fiche.statut, peut('fiches.valider') === null);
  const archivee = fiche.statut === 'archive';
  const villes = archivee ? [] : organisationsDe(acteur, 'declinaisons.ecrire');
  return {
    ecrire: refus === null,
    refusEcriture: refus,
    actions: !archivee && peut('fiches.ecrire') === null,
    indicateurs: !archivee && peut('indicateurs.gerer') === null,
    declinaisons: villes === null || ville ? villes : [],
    territoires: territoiresDe(acteur, fiche, perimetre, ville),
  };
}

/** Completes a fiche with its completeness and with what the caller may do of it. */
export function pourActeur(
  acteur: Acteur,
  fiche: FicheBrute,
  { perimetre, ville, monAvis, destinataires, aujourdhui }: Lecteur,
): FicheLue {
  const etat = completude(
    fiche.contenu,
    fiche.indicateurs.map(({ type }) => type),
  );
  const situation = situationDe(fiche, {
    manquesObligatoires: etat.manques.filter(({ obligatoire }) => obligatoire).length,
    avisRedige: monAvis !== null && avisComplet(monAvis),
    aujourdhui,
  });
  const transitions = transitionsDisponibles(fiche.statut, situation, (permission) =>
    decider(acteur, permission, perimetre),
  );
  return {
    ...fiche,
    completude: etat,
    droits: droitsDe(acteur, fiche, perimetre, ville),
    transitions,
    situation,
    destinataires: transitions.some(({ saisies }) => saisies.includes('destinataire')) ? destinataires : [],
  };
}
