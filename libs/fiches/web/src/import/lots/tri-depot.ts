import { accorder, FINE, formaterNombre, INSECABLE } from '@pleniere/shared/domain';

const MO = 1024 * 1024;
const LIMITES = { document: 10 * MO, archive: 50 * MO, fichiers: 300 };

/** Names of files that may be given. */
export const EXTENSIONS_FICHES = ['.docx', '.odt', '.pdf', '.txt', '.zip'] as const;

/** What the screen sees of a choice of files before sending: those to send, and why the others stay. */
export interface TriDepot {
  aEnvoyer: File[];
  refus: { nom: string; motif: string }[];
}

function motifDe({ name, size }: File): string | null {
  const extension = /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? '';
  if (extension === '.doc')
    return `C’est un document Word ancien${INSECABLE}: enregistrez-le en .docx, puis déposez-le.`;
  if (![...EXTENSIONS_FICHES, '.docm'].some((connue) => connue === extension)) {
    return `Ce type de fichier n’est pas lu${INSECABLE}: donnez un .docx, .odt, .pdf, .txt, ou un .zip qui en contient.`;
  }
  if (size === 0) return 'Ce fichier est vide.';
  const limite = extension === '.zip' ? LIMITES.archive : LIMITES.document;
  if (size <= limite) return null;
  return `Il pèse ${formaterNombre(size / MO, 1)}${INSECABLE}Mo, la limite est de ${limite / MO}${INSECABLE}Mo.`;
}

/** Sorts a choice of files; the server decides again from what they hold. */
export function trierDepot(fichiers: readonly File[]): TriDepot {
  const juges = fichiers.map((fichier) => ({ fichier, motif: motifDe(fichier) }));
  const aEnvoyer = juges.filter(({ motif }) => motif === null).map(({ fichier }) => fichier);
  const refus = juges.flatMap(({ fichier, motif }) => (motif === null ? [] : [{ nom: fichier.name, motif }]));
  if (aEnvoyer.length <= LIMITES.fichiers) return { aEnvoyer, refus };
  const motif = `${LIMITES.fichiers} fichiers au plus à la fois${FINE}; déposez-les en plusieurs fois.`;
  return { aEnvoyer: [], refus: [{ nom: accorder(aEnvoyer.length, 'fichier'), motif }, ...refus] };
}
