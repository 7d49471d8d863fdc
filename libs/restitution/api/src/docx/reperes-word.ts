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

  /** A first heading, known to the contents as `texte` (as it reads, unless told); it begins a page unless something stands above it. */
  titre(
    titre: string,
    {
      texte = titre,
      groupe,
      ancre = `repere-${this.tous.length + 1}`,
      enTete = true,
    }: Partial<Repere> & {
      enTete?: boolean;
    } = {},
  ): Paragraph {
    this.tous.push({ ancre, texte, groupe });
    return new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: enTete,
      spacing: { before: 0, after: 160 },
      children: [new Bookmark({ id: ancre, children: [new TextRun(titre)] })],
    });
  }

  /** The contents: links, dot leaders, and the page that the word processor counts. */
  sommaire(): Paragraph[] {
    return this.tous.flatMap(({ groupe, ...repere }, rang) => {
      const nouveau = groupe !== undefined && groupe !== this.tous[rang - 1]?.groupe;
      return [...(nouveau ? [intitule(groupe)] : []), ligne(repere, groupe !== undefined)];
    });
  }
}

const intitule = (groupe: string) =>
  new Paragraph({ spacing: { before: 160 }, keepNext: true, children: [new TextRun({ text: groupe, bold: true })] });

function ligne({ ancre, texte }: Repere, rentree: boolean): Paragraph {
  const children = [new TextRun({ text: texte }), new TextRun({ children: [new Tab()] })];
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: LARGEUR_UTILE, leader: LeaderType.DOT }],
    indent: { left: rentree ? 280 : 0 },
    children: [new InternalHyperlink({ anchor: ancre, children }), new PageReference(ancre, { hyperlink: true })],
  });
}
