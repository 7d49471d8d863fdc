import { ConfigurationRefusee, ProblemeException } from '@pleniere/shared/api';

/** A command that cannot do what it is asked, or is badly asked: `message` says why, in French. */
export class CommandeRefusee extends Error {
  override readonly name: string = 'CommandeRefusee';
}

const SANS_SCHEMA = 'Cette base n’a pas le schéma de Plénière : lancez d’abord la commande « migrer ».';

/** What fails outside the product, in words that say what to do. */
const PANNES: Readonly<Record<string, string>> = {
  ENOSPC:
    'Il n’y a plus de place sur le disque : libérez-en, ou choisissez un autre dossier. Aucun fichier n’a été laissé.',
  ENOENT: 'Ce dossier ou ce fichier n’existe pas',
  ENOTDIR: 'Un dossier de ce chemin est un fichier',
  EISDIR: 'C’est un dossier : donnez le nom d’un fichier',
  EACCES: 'Ce dossier ou ce fichier ne peut pas être lu ou écrit par ce compte',
  EROFS: 'Ce disque ne peut pas être écrit',
  ECONNREFUSED: 'PostgreSQL ne répond pas à l’adresse de DATABASE_URL.',
  ETIMEDOUT: 'PostgreSQL ne répond pas à l’adresse de DATABASE_URL.',
  ENOTFOUND: 'Le serveur nommé par DATABASE_URL est introuvable.',
  EAI_AGAIN: 'Le serveur nommé par DATABASE_URL est introuvable.',
  '28000': 'PostgreSQL refuse le rôle de DATABASE_URL.',
  '28P01': 'PostgreSQL refuse le mot de passe de DATABASE_URL.',
  '3D000': 'La base nommée par DATABASE_URL n’existe pas.',
  '42501': 'Le rôle de DATABASE_URL n’a pas assez de droits : il doit être propriétaire de sa base.',
  '42P01': SANS_SCHEMA,
  '53300': 'PostgreSQL n’accepte pas une connexion de plus : relevez max_connections.',
  'listen EADDRINUSE': 'Ce port est déjà pris : donnez-en un autre par PORT.',
  'listen EADDRNOTAVAIL': 'L’adresse de HOST n’est pas une adresse de cette machine.',
  'listen EACCES': 'Ce compte n’a pas le droit d’écouter sur ce port : donnez-en un autre par PORT.',
};

/** What Node says of the arguments of a command, in French. */
const ARGUMENTS: Readonly<Record<string, (mot: string) => string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: (mot) => `Option inconnue : ${mot}.`,
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: (mot) => `Il manque ce qui suit ${mot.replace(/ .*/, '')}.`,
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: (mot) =>
    `« ${mot} » est de trop : un texte de plusieurs mots va entre guillemets.`,
};

interface Panne {
  code?: string;
  syscall?: string;
  path?: string;
  message: string;
}

function direPanne({ code = '', syscall = '', path, message }: Panne): string | null {
  const argument = ARGUMENTS[code]?.(/'([^']+)'/.exec(message)?.[1] ?? '');
  const panne = argument ?? PANNES[`${syscall} ${code}`] ?? PANNES[code];
  if (panne === undefined) return message === 'pg-boss is not installed' ? SANS_SCHEMA : null;
  return panne.endsWith('.') || path === undefined ? panne : `${panne} : ${path.replace(/\.en-cours$/, '')}`;
}

/** Why a program of the product stops, in French; null when the fault is ours and its stack is worth more. */
export function expliquer(erreur: unknown): string | null {
  if (erreur instanceof ProblemeException) {
    const { title, detail, errors = [] } = erreur.probleme;
    const fautes = errors.map(
      (faute) => `  --${faute.pointer.slice(1).replace('titreCourt', 'titre-court')} : ${faute.detail}`,
    );
    return [title, errors.length === 0 ? detail : undefined, ...fautes]
      .filter((ligne) => ligne !== undefined)
      .join('\n');
  }
  if (erreur instanceof CommandeRefusee || erreur instanceof ConfigurationRefusee) return erreur.message;
  return erreur instanceof Error ? direPanne(erreur) : null;
}

/** Says why, and stops: connections that nobody closed would keep the program alive. */
export function arreterEnDisant(erreur: unknown, code: number): never {
  const dernier = erreur instanceof Error ? (erreur.stack ?? erreur.message) : String(erreur);
  process.stderr.write(`${expliquer(erreur) ?? dernier}\n`);
  process.exit(code);
}
