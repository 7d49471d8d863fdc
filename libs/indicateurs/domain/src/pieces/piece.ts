import { accorder, type Refus } from '@pleniere/shared/domain';
import type { Cellule } from '../saisie/valeur';

/** A file that supports the value of a year and a territory. */
export interface Piece extends Omit<Cellule, 'ventilation'> {
  id: string;
  nom: string;
  type: string;
  /** In bytes. */
  taille: number;
  /** True when people can be recognised in it: shown to the team and to the organisation that gave it, in no export. */
  donneesPersonnelles: boolean;
  ajouteePar: string;
  ajouteeLe: string;
  /** True when the reader may remove it: its author, or the team. */
  retirable: boolean;
}

/** Kinds of files that are kept, with the endings of their names and what a browser is told. */
export const TYPES_PIECE = {
  pdf: { extensions: ['pdf'], mime: 'application/pdf' },
  png: { extensions: ['png'], mime: 'image/png' },
  jpeg: { extensions: ['jpg', 'jpeg'], mime: 'image/jpeg' },
  webp: { extensions: ['webp'], mime: 'image/webp' },
  docx: {
    extensions: ['docx'],
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: { extensions: ['xlsx'], mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  pptx: {
    extensions: ['pptx'],
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  odt: { extensions: ['odt'], mime: 'application/vnd.oasis.opendocument.text' },
  ods: { extensions: ['ods'], mime: 'application/vnd.oasis.opendocument.spreadsheet' },
  odp: { extensions: ['odp'], mime: 'application/vnd.oasis.opendocument.presentation' },
  texte: { extensions: ['txt', 'csv'], mime: 'text/plain; charset=utf-8' },
} as const satisfies Readonly<Record<string, { extensions: readonly string[]; mime: string }>>;
/** Slug of a kind of file. */
export type TypePiece = keyof typeof TYPES_PIECE;

/** Limits said before a file is sent. */
export const LIMITES_PIECE = { octets: 10 * 1024 * 1024, nom: 200, parCase: 10 } as const;

/** Endings of the files that are kept, for the choice of a file. */
export const EXTENSIONS_PIECE: readonly string[] = Object.values(TYPES_PIECE).flatMap(({ extensions }) => extensions);

function extensionDe(nom: string): string {
  return /\.([^.]+)$/.exec(nom)?.[1]?.toLowerCase() ?? '';
}

/** Refuses a file whose name promises something else than what it holds. */
export function verifierNomDePiece(nom: string, type: TypePiece): Refus {
  const { extensions } = TYPES_PIECE[type];
  const extension = extensionDe(nom);
  if (extensions.some((admise) => admise === extension)) return null;
  const attendues = extensions.map((admise) => `.${admise}`).join(' ou ');
  return `Ce fichier contient un document ${attendues}, mais son nom ne le dit pas\u00A0: renommez-le et redéposez-le.`;
}

/** What can be told of a file before it is sent. */
export function verifierDepotDePiece({ name, size }: { name: string; size: number }, dejaJointes: number): Refus {
  if (dejaJointes >= LIMITES_PIECE.parCase) {
    return `Cette valeur porte déjà ${accorder(LIMITES_PIECE.parCase, 'pièce')}, le maximum. Retirez-en une d’abord.`;
  }
  if (size === 0) return 'Ce fichier est vide.';
  if (size > LIMITES_PIECE.octets) return 'Ce fichier dépasse 10\u00A0Mo\u00A0: allégez-le ou joignez un extrait.';
  if (name.length > LIMITES_PIECE.nom) return `Le nom du fichier dépasse ${LIMITES_PIECE.nom} caractères.`;
  if (EXTENSIONS_PIECE.includes(extensionDe(name))) return null;
  return 'Ce type de fichier n’est pas accepté\u00A0: PDF, image, document bureautique sans macro, texte ou CSV.';
}
