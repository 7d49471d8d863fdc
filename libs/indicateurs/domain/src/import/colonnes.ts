import { accorder, type CelluleTableur, sansAccents } from '@pleniere/shared/domain';

/** `va` what was measured, `vi` the baseline, `vc` a target. */
export const TYPES_VALEUR = ['va', 'vi', 'vc'] as const;
/** Slug of what a number of the file is. */
export type TypeValeur = (typeof TYPES_VALEUR)[number];

/** What an export says of a value computed from facts: an import passes it over. */
export const TYPE_CALCULEE = 'calculee';

/** French label of what a number of the file is. */
export const LIBELLES_TYPES_VALEUR: Readonly<Record<TypeValeur, string>> = {
  va: 'Valeur',
  vi: 'Référence',
  vc: 'Cible',
};

/** Columns of the exchange format, in its order. */
export const ROLES_COLONNES = [
  'identifiant_indic',
  'fiche',
  'indicateur',
  'zone_id',
  'zone_nom',
  'date_valeur',
  'type_valeur',
  'ventilation',
  'valeur',
  'qualite',
  'commentaire',
  'source',
] as const;
/** Column of the exchange format. */
export type RoleSimple = (typeof ROLES_COLONNES)[number];
/** What a column holds: a column of the exchange format or, in a wide table, the values of one year (`va-2025`). */
export type RoleColonne = RoleSimple | `${TypeValeur}-${number}`;

/** French label of each column of the exchange format. */
export const LIBELLES_ROLES_COLONNES: Readonly<Record<RoleSimple, string>> = {
  identifiant_indic: 'Identifiant de l’indicateur',
  fiche: 'Code de la fiche',
  indicateur: 'Libellé de l’indicateur',
  zone_id: 'Code du territoire',
  zone_nom: 'Nom du territoire',
  date_valeur: 'Année ou date',
  type_valeur: 'Type de valeur',
  ventilation: 'Sexe ou tranche d’âge',
  valeur: 'Valeur',
  qualite: 'Qualité',
  commentaire: 'Commentaire',
  source: 'Source',
};

/** What two spellings of a name are compared by: lower case without accents, punctuation or small words. */
export function cleDeNom(texte: string): string {
  return sansAccents(texte)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(de|du|des|la|le|les|l|d) /g, '')
    .trim();
}

/** The same without what stands in brackets. */
export function cleSansParentheses(texte: string): string {
  return cleDeNom(texte.replace(/\([^)]*\)/g, ' '));
}

/** A cell as it reads: decimal comma, nothing for nothing. */
export function texteDe(cellule: CelluleTableur | undefined): string {
  return typeof cellule === 'number' ? String(cellule).replace('.', ',') : (cellule ?? '').trim();
}

/** Letter of a column in a spreadsheet: A, B… Z, AA. */
export function lettreDe(rang: number): string {
  const reste = String.fromCharCode(65 + (rang % 26));
  return rang < 26 ? reste : lettreDe(Math.floor(rang / 26) - 1) + reste;
}

/** Reads `va-2025`; null for a column of the exchange format. */
export function anneeDuRole(role: RoleColonne): { type: TypeValeur; annee: number } | null {
  const [, type, annee] = /^(va|vi|vc)-(\d{4})$/.exec(role) ?? [];
  return type && annee ? { type: type as TypeValeur, annee: Number(annee) } : null;
}

/** « Année ou date », « Valeur 2025 ». */
export function libelleRole(role: RoleColonne): string {
  const lu = anneeDuRole(role);
  return lu ? `${LIBELLES_TYPES_VALEUR[lu.type]} ${lu.annee}` : LIBELLES_ROLES_COLONNES[role as RoleSimple];
}

/** True for a role that exists. */
export function estRole(texte: string): texte is RoleColonne {
  return (ROLES_COLONNES as readonly string[]).includes(texte) || /^(va|vi|vc)-(19|20|21)\d{2}$/.test(texte);
}

/** What the roles lack before a value can be read from a line. */
export function manquesDesRoles(roles: readonly (RoleColonne | null)[]): string[] {
  const manques: string[] = [];
  if (!roles.includes('identifiant_indic') && !roles.includes('indicateur')) {
    manques.push('Indiquez la colonne qui nomme l’indicateur.');
  }
  const parAnnee = roles.some((role) => role !== null && anneeDuRole(role) !== null);
  if (!parAnnee && !roles.includes('valeur')) manques.push('Indiquez la colonne des valeurs, ou celles des années.');
  if (roles.includes('valeur') && !roles.includes('date_valeur')) manques.push('Indiquez la colonne de l’année.');
  return manques;
}

/** Why a choice of roles cannot stand: one column per role, and none beyond the sheet. */
export function verifierRoles(roles: readonly (RoleColonne | null)[], colonnes: number): string | null {
  if (roles.length !== colonnes) return `La feuille a ${accorder(colonnes, 'colonne')}.`;
  const choisis = roles.filter((role) => role !== null);
  const double = choisis.find((role, rang) => choisis.indexOf(role) !== rang);
  return double ? `Deux colonnes sont données pour «\u202F${libelleRole(double)}\u202F».` : null;
}
