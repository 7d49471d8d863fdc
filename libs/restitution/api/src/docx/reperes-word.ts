import {
  Bookmark,
  HeadingLevel,
  InternalHyperlink,
  LeaderType,
  PageReference,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { LARGEUR_UTILE } from './charte-word';

/** A place of the book that the contents lead to; `groupe` gathers those of an enjeu. */
export interface Repere {
  ancre: string;
  texte: string;
  groupe?: string;
}

/** Headings that the contents name, in their order: each gets a bookmark of its own. */
export class Reperes {
  readonly tous: Repere[] = [];

  /** A first heading that begins its page, known to the contents as `texte` (as it reads, unless told). */
  titre(titre: string, { texte = titre, groupe }: { texte?: string; groupe?: string } = {}): Paragraph {
    const ancre = `repere-${this.tous.length + 1}`;
    this.tous.push({ ancre, texte, groupe });
    return new Paragraph({
      heading: HeadingLevel.HEADING_1,
      spacing: { before: 0, after: 160 },
      children: [new Bookmark({ id: ancre, children: [new TextRun(titre)] })],
    });
  }

  /** The contents: links, dot leaders, and the page that the word processor counts. */
  sommaire(): Paragraph[] {
    return this.tous.flatMap(({ groupe, ...repere }, rang) => {
      const nouveau = groupe !== undefined && groupe !== this.tous[rang - 1]?.groupe;
      return [...(nouveau ? [enTete(groupe)] : []), ligne(repere, groupe !== undefined)];
    });
  }
}

const enTete = (groupe: string) =>
  new Paragraph({ spacing: { before: 160 }, keepNext: true, children: [new TextRun({ text: groupe, bold: true })] });

function ligne({ ancre, texte }: Repere, rentree: boolean): Paragraph {
  const children = [
    new TextRun({ text: texte }),
    new TextRun({ children: [new Tab()] }),
    new PageReference(ancre, { hyperlink: true }),
  ];
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: LARGEUR_UTILE, leader: LeaderType.DOT }],
    indent: { left: rentree ? 280 : 0, right: 700, hanging: rentree ? 0 : undefined },
    children: [new InternalHyperlink({ anchor: ancre, children })],
  });
}
