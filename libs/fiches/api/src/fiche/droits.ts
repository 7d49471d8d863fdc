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
import type { TypeIndicateur } from '@pleniere/indicateurs/domain';

/** What the statement reads of a fiche: everything but what depends on the caller. */
export type FicheBrute = Omit<FicheLue, 'completude' | 'droits' | 'transitions' | 'situation' | 'destinataires'>;

/** The same without its indicateurs, which most readings send as they are. */
export type FicheSeule = Omit<FicheBrute, 'indicateurs'>;

/** What is known of the caller when they read a fiche, of its indicateurs, and the day it is. */
export interface Lecteur {
  types: readonly TypeIndicateur[];
  responsables: readonly string[];
  perimetre: Perimetre;
  ville: VilleDeLActeur | null;
  monAvis: AvisSaisi | null;
  destinataires: FicheLue['destinataires'];
  aujourdhui: string;
}

function droitsDe(acteur: Acteur, fiche: FicheSeule, { perimetre, ville, responsables }: Lecteur): DroitsFiche {
  const peut = (permission: Permission) => decider(acteur, permission, perimetre);
  const refus = peut('fiches.ecrire') ?? refusEcriture(fiche.statut, peut('fiches.valider') === null);
  const archivee = fiche.statut === 'archive';
  const villes = archivee ? [] : organisationsDe(acteur, 'declinaisons.ecrire');
  const plumes = [...perimetre.organisationIds, ...responsables];
  return {
    ecrire: refus === null,
    refusEcriture: refus,
    actions: !archivee && peut('fiches.ecrire') === null,
    indicateurs: !archivee && peut('indicateurs.gerer') === null,
    declinaisons: villes === null || ville ? villes : [],
    territoires: archivee ? [] : territoiresDeSaisie(acteur, plumes, ville),
  };
}

/** Completes a fiche with its completeness and with what the caller may do of it. */
export function pourActeur(acteur: Acteur, fiche: FicheSeule, lecteur: Lecteur): Omit<FicheLue, 'indicateurs'> {
  const { perimetre, monAvis, types } = lecteur;
  const etat = completude(fiche.contenu, types);
  const situation = situationDe(fiche, {
    manquesObligatoires: etat.manques.filter(({ obligatoire }) => obligatoire).length,
    avisRedige: monAvis !== null && avisComplet(monAvis),
    aujourdhui: lecteur.aujourdhui,
  });
  const transitions = transitionsDisponibles(fiche.statut, situation, (permission) =>
    decider(acteur, permission, perimetre),
  );
  const choisit = transitions.some(({ saisies }) => saisies.includes('destinataire'));
  return {
    ...fiche,
    completude: etat,
    droits: droitsDe(acteur, fiche, lecteur),
    transitions,
    situation,
    destinataires: choisit ? lecteur.destinataires : [],
  };
}
