import type { SorteDeDocument } from '@pleniere/restitution/domain';
import { fabriquerClasseur } from '../classeur/fabriquer-classeur';
import type { Fabrique } from './fabrique';

const provisoire: Fabrique = ({ numero, contenu }, avancer) => {
  avancer('Mise en page', 0.5);
  const octets = Buffer.from(JSON.stringify(contenu.fiches.length));
  return Promise.resolve({ nom: `livre-arrete-${numero}.pdf`, type: 'application/pdf', octets });
};

/** How each kind of document is made. */
export const FABRIQUES: Readonly<Partial<Record<SorteDeDocument, Fabrique>>> = {
  'livre-pdf': provisoire,
  'classeur-xlsx': fabriquerClasseur,
};
