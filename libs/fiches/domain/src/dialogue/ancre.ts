import type { Ventilation } from '@pleniere/indicateurs/domain';
import { type ErreurDeChamp, texteBrut } from '@pleniere/shared/domain';
import type { ChampId, ContenuFiche } from '../fiche/contenu';
import { estChampEcrit } from '../fiche/registre';

/** One value of an indicator, as a thread points at it. */
export interface ValeurAncree {
  indicateurId: string;
  annee: number;
  territoire: string;
  ventilation: Ventilation;
}

/** What a thread is about: the whole fiche, one field, an entry of its list, or one value. */
export interface Ancre {
  champ: ChampId | null;
  elementId: string | null;
  valeur: ValeurAncree | null;
}

/** One entry of a field that holds a list, in plain words. */
export interface ElementNomme {
  id: string;
  texte: string;
}

function nommer(element: unknown): ElementNomme[] {
  if (typeof element !== 'object' || element === null || !('id' in element) || typeof element.id !== 'string')
    return [];
  const parties = element as { titre?: unknown; libelle?: unknown; financeur?: unknown; texte?: unknown };
  const mots = [parties.titre, parties.libelle, parties.financeur, parties.texte].find(
    (partie): partie is string => typeof partie === 'string' && partie !== '',
  );
  return [{ id: element.id, texte: texteBrut(mots ?? '') }];
}

/** Entries of a field that one can point at; none when the field holds no list. */
export function elementsDe(champ: ChampId, contenu: Partial<ContenuFiche>): ElementNomme[] {
  const valeur: unknown = champ === 'cadreAvecQuoi' ? contenu.cadreAvecQuoi?.modalites : contenu[champ];
  return Array.isArray(valeur) ? valeur.flatMap(nommer) : [];
}

/** What refuses an anchor by its form: a field that is not of the sheet, an entry without its field, two anchors at once. */
export function verifierAncre({ champ, elementId, valeur }: Ancre): ErreurDeChamp[] {
  return [
    ...(champ === null || estChampEcrit(champ)
      ? []
      : [{ pointer: '/champ', detail: 'Ce champ n’est pas de la fiche.' }]),
    ...(elementId !== null && champ === null
      ? [{ pointer: '/elementId', detail: 'Dites de quel champ est cet élément.' }]
      : []),
    ...(valeur !== null && champ !== null
      ? [{ pointer: '/valeur', detail: 'Un échange porte sur un champ ou sur une valeur, pas sur les deux.' }]
      : []),
  ];
}
