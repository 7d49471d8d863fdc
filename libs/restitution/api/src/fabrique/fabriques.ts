import type { SorteDeDocument } from '@pleniere/restitution/domain';
import { fabriquerClasseur } from '../classeur/fabriquer-classeur';
import { fabriquerLivre } from '../livre/fabriquer-livre';
import { fabriquerLivreWord } from '../docx/fabriquer-livre';
import { fabriquerArchives } from '../archives/fabriquer-archives';
import type { Fabrique } from './fabrique';

/** How each kind of document is made. */
export const FABRIQUES: Readonly<Partial<Record<SorteDeDocument, Fabrique>>> = {
  'livre-pdf': fabriquerLivre,
  'classeur-xlsx': fabriquerClasseur,
  'livre-docx': fabriquerLivreWord,
  'archives-zip': fabriquerArchives,
};
