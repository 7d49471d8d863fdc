/** Documents that are made from an arrêté. */
export const SORTES_DOCUMENT = [
  'livre-pdf',
  'essentiel-pdf',
  'livre-docx',
  'classeur-xlsx',
  'rapport-docx',
  'archives-zip',
  'evolution-pdf',
] as const;
/** Slug of a kind of document. */
export type SorteDeDocument = (typeof SORTES_DOCUMENT)[number];

/** How far a document is; the last three are for ever. */
export const STATUTS_DOCUMENT = ['attente', 'en-cours', 'pret', 'echec', 'annule'] as const;
/** Slug of a document's statut. */
export type StatutDocument = (typeof STATUTS_DOCUMENT)[number];

/** Parts of the book that may be left out; the cover, the contents and the foot of the pages are always there. */
export const SECTIONS_DU_LIVRE = [
  'cle-de-lecture',
  'synthese',
  'tableau-de-bord',
  'fiches',
  'decisions',
  'reponses',
  'index',
] as const;
/** Slug of a part of the book. */
export type SectionDuLivre = (typeof SECTIONS_DU_LIVRE)[number];

/** What was chosen; nothing chosen means everything, in the order of the arrêté. */
export interface OptionsDeDocument {
  /** Fiches of the arrêté, in the order in which they are printed; empty for all of them. */
  ficheIds: string[];
  /** Parts of the book; empty for all of them. */
  sections: SectionDuLivre[];
  /** Earlier arrêté of the same contrat that this one is compared with. */
  arreteDepuisId?: string;
  /** Year of which a report speaks; that of the arrêté unless told. */
  annee?: number;
}

/** What is asked: a kind of document, and what differs from the whole. */
export interface DemandeDeDocument {
  sorte: SorteDeDocument;
  options: Partial<OptionsDeDocument>;
}

/** A document that was asked of an arrêté: how far it is, then its file. */
export interface DocumentProduit {
  id: string;
  arreteId: string;
  sorte: SorteDeDocument;
  options: OptionsDeDocument;
  statut: StatutDocument;
  /** What is being done, in words; empty before and after. */
  etape: string;
  /** From 0 to 100. */
  avancement: number;
  demandeLe: string;
  demandePar: string;
  termineLe: string | null;
  /** Why it could not be made. */
  motif: string | null;
  /** The file, once it is ready: `taille` in bytes, `sha256` in hexadecimal. */
  fichier: { nom: string; type: string; taille: number; sha256: string } | null;
}

/** How many fiches a look at the book holds. */
export const FICHES_APERCU = 2;

/** Years that a report may speak of. */
export const ANNEES_RAPPORT = { min: 2015, max: 2100 } as const;

/** True while it may still be cancelled. */
export function estEnRoute({ statut }: Pick<DocumentProduit, 'statut'>): boolean {
  return statut === 'attente' || statut === 'en-cours';
}

/** What may be chosen for each kind of document beside its arrêté. */
export const CHOIX_DES_SORTES: Readonly<
  Record<SorteDeDocument, readonly ('fiches' | 'sections' | 'depuis' | 'annee')[]>
> = {
  'livre-pdf': ['fiches', 'sections'],
  'essentiel-pdf': ['fiches'],
  'livre-docx': ['fiches', 'sections'],
  'classeur-xlsx': ['fiches'],
  'rapport-docx': ['annee'],
  'archives-zip': [],
  'evolution-pdf': ['depuis'],
};
