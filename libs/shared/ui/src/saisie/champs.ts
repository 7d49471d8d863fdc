import type { Refus } from '@pleniere/shared/domain';

/** What one field of a form may hold. */
export type ValeurSaisie = string | number | boolean | null;
/** What a form gives back, by the name of its fields. */
export type Saisies = Record<string, ValeurSaisie>;

/** One answer of a closed list. */
export interface OptionSaisie {
  valeur: string;
  libelle: string;
}

type Nature =
  | { type: 'texte'; max?: number; lignes?: number; clavier?: 'email' | 'numeric' }
  | { type: 'nombre'; min: number; max: number }
  | { type: 'choix'; options: readonly OptionSaisie[] }
  | { type: 'date' | 'oui-non' | 'couleur' | 'image' };

/** One field of a form; an optional one left empty gives null. */
export type ChampSaisi<T> = Nature & {
  cle: keyof T & string;
  libelle: string;
  aide?: string;
  /** What to say when it is left empty; absent for an optional field. */
  requis?: string;
  /** Hides a field that makes no sense with the others; a hidden field gives null. */
  montrer?(saisie: T): boolean;
  /** A rule of the trade, shown under the field. */
  verifier?(saisie: T): Refus;
};

/** A form to fill in: its fields, what they hold, and how to save them. */
export interface DemandeSaisie<T, L> {
  titre: string;
  texte?: string;
  champs: readonly ChampSaisi<T>[];
  valeur: T;
  /** Version of what is being changed; absent for a creation. */
  version?: number;
  /** Label of the button. */
  action?: string;
  /** Saves what was typed, from the version that was read. */
  enregistrer(saisie: T, version: number): Promise<L>;
  /** What the form would hold for a saved state, when its fields are not named alike. */
  lire?(enregistre: L): T;
}

/** The form as it is typed: every field is a text, « oui » for a ticked box. */
export type Textes = Record<string, string>;

/** How a value is typed. */
export function enTexte(valeur: ValeurSaisie | undefined): string {
  if (typeof valeur === 'boolean') return valeur ? 'oui' : '';
  return valeur === null || valeur === undefined ? '' : String(valeur);
}

function enValeur<T>(champ: ChampSaisi<T>, texte: string): ValeurSaisie {
  if (champ.type === 'oui-non') return texte === 'oui';
  if (texte.trim() === '' && !champ.requis) return null;
  return champ.type === 'nombre' ? Number(texte) : texte.trim();
}

function toutLire<T>(champs: readonly ChampSaisi<T>[], textes: Textes): T {
  return Object.fromEntries(champs.map((champ) => [champ.cle, enValeur(champ, textes[champ.cle] ?? '')])) as T;
}

/** Fields that make sense with what is typed. */
export function champsMontres<T>(champs: readonly ChampSaisi<T>[], textes: Textes): ChampSaisi<T>[] {
  const saisie = toutLire(champs, textes);
  return champs.filter((champ) => champ.montrer?.(saisie) ?? true);
}

/** What a typed form amounts to. */
export function lireSaisie<T>(champs: readonly ChampSaisi<T>[], textes: Textes): T {
  const montres = new Set(champsMontres(champs, textes).map(({ cle }) => cle));
  const vides = Object.fromEntries(champs.filter(({ cle }) => !montres.has(cle)).map(({ cle }) => [cle, '']));
  return toutLire(champs, { ...textes, ...vides });
}

// What a text breaks by its form alone, before any rule of the trade.
function refusDeForme<T>(champ: ChampSaisi<T>, texte: string): Refus {
  if (champ.type === 'texte' && champ.max !== undefined && texte.length > champ.max) {
    return `${champ.max} caractères au plus, ce texte en compte ${texte.length}.`;
  }
  if (champ.type !== 'nombre') return null;
  const nombre = Number(texte);
  const convient = Number.isInteger(nombre) && nombre >= champ.min && nombre <= champ.max;
  return convient ? null : `Un nombre entier de ${champ.min} à ${champ.max} est attendu.`;
}

/** What is wrong with one field, in words; null when nothing is. */
export function refusDuChamp<T>(champ: ChampSaisi<T>, textes: Textes, saisie: T): Refus {
  const texte = (textes[champ.cle] ?? '').trim();
  const refus = texte === '' ? champ.requis : refusDeForme(champ, texte);
  return refus ?? champ.verifier?.(saisie) ?? null;
}

/** A value as a reader sees it, to compare two versions. */
export function enMots<T>(champ: ChampSaisi<T>, texte: string): string {
  if (champ.type === 'oui-non') return texte === 'oui' ? 'Oui' : 'Non';
  if (texte === '') return 'Vide';
  if (champ.type === 'image') return 'Une image';
  if (champ.type === 'choix') return champ.options.find(({ valeur }) => valeur === texte)?.libelle ?? texte;
  return texte;
}
