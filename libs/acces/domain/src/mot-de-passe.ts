import { type Refus, sansAccents } from '@pleniere/shared/domain';
import { MOTS_ATTENDUS } from './mots-attendus';

/** Longest password accepted; longer ones would only serve to exhaust the hash. */
export const MOT_DE_PASSE_MAX = 200;
/** The rule in words, said before one types. */
export const REGLE_MOT_DE_PASSE =
  '17 caractères quels qu’ils soient\u00A0: une phrase, par exemple. Moins s’ils sont de plusieurs sortes\u00A0: 14 de trois sortes, 12 de quatre.';

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];
/** Characters that must be left of a password once the words that one guesses are taken out. */
const RESTE_MIN = 8;
/** A shorter word of the place is also a syllable of many others. */
const MOT_DU_LIEU_MIN = 4;
/** Figures and signs written in the place of letters. */
const DEGUISEMENTS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
};

const simplifier = (texte: string): string => sansAccents(texte).replace(/[^a-z0-9]/g, '');

const deguises = (texte: string): string => texte.replace(/[01345@$]/g, (signe) => DEGUISEMENTS[signe] ?? signe);

function resteDe(motDePasse: string, mots: readonly string[]): number {
  const sans = (texte: string) => mots.reduce((reste, mot) => reste.replaceAll(mot, ''), simplifier(texte)).length;
  return Math.min(sans(motDePasse), sans(deguises(motDePasse)));
}

/**
 * Password rule of the CNIL (délibération n° 2022-100, 80 bits of entropy), whatever the characters: 17 letters, or 14
 * characters of three kinds, or 12 of four; without the words that are tried first, those of the place among them
 * (`motsDuLieu`: names of towns, of the organisation, of the person). Returns what is missing, `null` when it is accepted.
 */
export function verifierMotDePasse(motDePasse: string, motsDuLieu: readonly string[] = []): Refus {
  if (motDePasse.length > MOT_DE_PASSE_MAX) return 'Le mot de passe dépasse 200 caractères.';
  if (new Set(motDePasse).size < 5) return 'Le mot de passe répète trop les mêmes caractères.';
  const classes = CLASSES.filter((classe) => classe.test(motDePasse)).length;
  const longueur = [17, 17, 17, 14, 12][classes] ?? 17;
  if (motDePasse.length < longueur) return `Ce mot de passe est trop court. Il faut ${REGLE_MOT_DE_PASSE}`;
  const duLieu = motsDuLieu.flatMap((mot) => mot.split(/[^\p{L}\p{M}\d]+/u).map(simplifier));
  const mots = [...duLieu.filter((mot) => mot.length >= MOT_DU_LIEU_MIN), ...MOTS_ATTENDUS];
  if (resteDe(motDePasse, mots) >= RESTE_MIN) return null;
  return 'Ce mot de passe se devine\u00A0: il est fait de mots courants, du nom du lieu ou du vôtre. Ajoutez d’autres mots.';
}
