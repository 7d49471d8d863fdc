import { type Acteur, DROITS } from '@pleniere/acces/domain';
import type { Refus } from '@pleniere/shared/domain';
import type { ChampId } from '../fiche/contenu';

/** Life of a demande de précision. */
export const STATUTS_PRECISION = ['ouverte', 'repondue', 'close'] as const;
/** Slug of the state of a demande. */
export type StatutPrecision = (typeof STATUTS_PRECISION)[number];

/** Days given to answer when nobody says otherwise. */
export const DELAI_DE_REPONSE = 15;

/** Whom a question is put to: one person, or whoever works for an organisation; exactly one of the two. */
export interface DestinatairePrecision {
  personneId: string | null;
  organisationId: string | null;
}

/** What is typed to ask for a précision; the day is ISO. */
export interface PrecisionSaisie {
  champ: ChampId | null;
  question: string;
  destinataire: DestinatairePrecision;
  echeance: string;
}

/** A precise question about a fiche, put to somebody, with the day by which it is answered; closed by whoever asked. */
export interface DemandePrecision {
  id: string;
  version: number;
  champ: ChampId | null;
  question: string;
  destinataire: DestinatairePrecision & { nom: string };
  echeance: string;
  statut: StatutPrecision;
  auteurId: string;
  auteur: string;
  fonction: string;
  demandeeLe: string;
  reponse: string;
  reponduePar: string | null;
  repondueLe: string | null;
  closePar: string | null;
  closeLe: string | null;
}

const JOUR = 86_400_000;

/** The ISO day that is so many days after another. */
export function joursApres(jour: string, nombre: number): string {
  return new Date(Date.parse(`${jour}T00:00:00Z`) + nombre * JOUR).toISOString().slice(0, 10);
}

/** Days by which an unanswered question is late; 0 when it is not. */
export function joursDeRetard(
  { statut, echeance }: Pick<DemandePrecision, 'statut' | 'echeance'>,
  jour: string,
): number {
  const retard = Math.round((Date.parse(jour) - Date.parse(echeance)) / JOUR);
  return statut === 'ouverte' ? Math.max(0, retard) : 0;
}

/** Only whom it is put to answers, and corrects the answer until the question is closed. */
export function refusDeRepondre(
  { statut, destinataire }: Pick<DemandePrecision, 'statut' | 'destinataire'>,
  { personneId, organisationId }: Pick<Acteur, 'personneId' | 'organisationId'>,
): Refus {
  const siens = destinataire.personneId === personneId;
  const duSien = destinataire.organisationId !== null && destinataire.organisationId === organisationId;
  if (!siens && !duSien) return `Cette demande a un autre destinataire\u00A0: ${destinataire.nom}.`;
  return statut === 'close' ? 'Cette demande est close.' : null;
}

/** A question is closed by whoever asked it, answered or not; by the team when it is no longer of any use. */
export function refusDeClore(
  { statut, auteurId, auteur }: Pick<DemandePrecision, 'statut' | 'auteurId' | 'auteur'>,
  { personneId, role }: Pick<Acteur, 'personneId' | 'role'>,
): Refus {
  const peut = DROITS[role]['precisions.demander'] !== undefined && (auteurId === personneId || role === 'equipe');
  if (!peut) return `Seule la personne qui l’a posée, ${auteur}, ou l’équipe clôt cette demande.`;
  return statut === 'close' ? 'Cette demande est déjà close.' : null;
}
