import { INSECABLE } from '@pleniere/shared/domain';
import { HeadingLevel, InternalHyperlink, PageReference, Paragraph, TextRun } from 'docx';
import type { EntreeIndex, IndexDuLivre } from '../livre/index-du-livre';

/** « Sanitas : T 1.1 (p. 7), T 1.2 (p. 12) », each leading to its fiche. */
function entree({ nom, renvois }: EntreeIndex): Paragraph {
  const liens = renvois.flatMap(({ code, ancre }, rang) => [
    new TextRun(rang > 0 ? ', ' : ''),
    new InternalHyperlink({ anchor: ancre, children: [new TextRun({ text: code, style: 'Hyperlink' })] }),
    new TextRun(` (p.${INSECABLE}`),
    new PageReference(ancre, { hyperlink: true }),
    new TextRun(')'),
  ]);
  const intitule = new TextRun({ text: `${nom}${INSECABLE}: `, bold: true });
  return new Paragraph({ spacing: { after: 40 }, children: [intitule, ...liens] });
}

function liste(titre: string, entrees: readonly EntreeIndex[]): Paragraph[] {
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_2,
    spacing: { before: 240, after: 100 },
    children: [new TextRun({ text: titre, size: 24 })],
  });
  return entrees.length > 0 ? [heading, ...entrees.map(entree)] : [];
}

/** Where each quartier and each organisation is met, with the pages. */
export function indexWord({ tousLesQuartiers, quartiers, organisations }: IndexDuLivre): Paragraph[] {
  const partout = tousLesQuartiers.length > 0 ? [{ nom: 'Tous les quartiers', renvois: tousLesQuartiers }] : [];
  return [...liste('Par quartier', [...partout, ...quartiers]), ...liste('Par organisation', organisations)];
}
