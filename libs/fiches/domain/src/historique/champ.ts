import type { ContenuFiche } from '../fiche/contenu';
import { comparerListes, type DifferenceListe } from './liste';

/** What tells an entry from the others: its id, else what it names, else itself. */
function cleDe(element: unknown): string {
  if (typeof element !== 'object' || element === null) return String(element);
  if ('id' in element) return String(element.id);
  if ('organisationId' in element) {
    const { organisationId, categorie, libelle, personneId } = element as Record<string, unknown>;
    return [personneId, organisationId ?? categorie ?? libelle].map(String).join('/');
  }
  return JSON.stringify(element);
}

/** The list that a value holds: itself, or the one inside a part of the « cadre ». */
function listeDe(valeur: unknown): unknown[] | null {
  if (Array.isArray(valeur)) return valeur;
  if (typeof valeur !== 'object' || valeur === null) return null;
  if ('modalites' in valeur && Array.isArray(valeur.modalites)) return valeur.modalites;
  if ('acteurs' in valeur && Array.isArray(valeur.acteurs)) return valeur.acteurs;
  return null;
}

/** What changed in the list of a field, entry by entry; null when the field holds none. */
export function comparerElements(avant: unknown, apres: unknown): DifferenceListe<unknown> | null {
  const [liste, suivante] = [listeDe(avant), listeDe(apres)];
  if (!liste && !suivante) return null;
  return comparerListes(liste ?? [], suivante ?? [], cleDe);
}

/** One change of a field as the journal keeps it; null where there was nothing. */
export interface ChangementDeChamp {
  champ: string | null;
  avant: unknown;
  apres: unknown;
}

function appliquer(contenu: Partial<ContenuFiche>, champ: string | null, valeur: unknown): Partial<ContenuFiche> {
  if (champ === null) return { ...((valeur ?? {}) as Partial<ContenuFiche>) };
  if (valeur !== null && valeur !== undefined) return { ...contenu, [champ]: valeur };
  return Object.fromEntries(Object.entries(contenu).filter(([nom]) => nom !== champ));
}

/** Replays changes, oldest first, over a text: gives the text that they lead to. */
export function rejouer(
  contenu: Partial<ContenuFiche>,
  changements: readonly ChangementDeChamp[],
): Partial<ContenuFiche> {
  return changements.reduce((texte, { champ, apres }) => appliquer(texte, champ, apres), contenu);
}

/** Takes changes back, newest first, from a text: gives the text as it was before them. */
export function remonter(
  contenu: Partial<ContenuFiche>,
  changements: readonly ChangementDeChamp[],
): Partial<ContenuFiche> {
  return changements.reduce((texte, { champ, avant }) => appliquer(texte, champ, avant), contenu);
}
