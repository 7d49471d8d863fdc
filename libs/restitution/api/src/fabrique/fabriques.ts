import type { SorteDeDocument } from '@pleniere/restitution/domain';
import { fabriquerClasseur } from '../classeur/fabriquer-classeur';
import { fabriquerEvolution } from '../evolution/fabriquer-evolution';
import { fabriquerEssentiel } from '../livre/fabriquer-essentiel';
import { fabriquerLivre } from '../livre/fabriquer-livre';
import { fabriquerLivreWord } from '../docx/fabriquer-livre';
import { fabriquerArchives } from '../archives/fabriquer-archives';
import { fabriquerRapport } from '../rapport/fabriquer-rapport';
import type { Fabrique } from './fabrique';

/** How each kind of document is made. */
export const FABRIQUES: Readonly<Record<SorteDeDocument, Fabrique>> = {
  'livre-pdf': fabriquerLivre,
  'essentiel-pdf': fabriquerEssentiel,
  'classeur-xlsx': fabriquerClasseur,
  'evolution-pdf': fabriquerEvolution,
  'livre-docx': fabriquerLivreWord,
  'archives-zip': fabriquerArchives,
  'rapport-docx': fabriquerRapport,
};
