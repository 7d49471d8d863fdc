import type { Refus } from '@pleniere/shared/domain';

/** Longest password accepted; longer ones would only serve to exhaust the hash. */
export const MOT_DE_PASSE_MAX = 200;

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];

/**
 * Password rule of the CNIL (délibération n° 2022-100, 80 bits of entropy): 12 characters of four classes, or 14 of
 * three, or a passphrase of at least seven words. Returns what is missing, `null` when the password is accepted.
 */
export function verifierMotDePasse(motDePasse: string): Refus {
  if (motDePasse.length > MOT_DE_PASSE_MAX) return 'Le mot de passe dépasse 200 caractères.';
  if (new Set(motDePasse).size < 5) return 'Le mot de passe répète trop les mêmes caractères.';
  const mots = motDePasse
    .trim()
    .split(/[\s-]+/)
    .filter((mot) => mot.length > 1);
  if (mots.length >= 7) return null;
  const classes = CLASSES.filter((classe) => classe.test(motDePasse)).length;
  if ((motDePasse.length >= 12 && classes === 4) || (motDePasse.length >= 14 && classes >= 3)) return null;
  return 'Choisissez 12 caractères avec majuscule, minuscule, chiffre et signe, ou 14 caractères de trois de ces sortes, ou sept mots.';
}
