import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  type IPropertiesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx';
import type { Palette } from '../mise-en-page/couleurs';

/** Name of the numbering that bulleted lists refer to. */
export const PUCES = 'puces';
/** Name of the numbering that ordered lists refer to. */
export const NUMEROS = 'numeros';

/** Width between the margins of an A4 page, in twentieths of a point. */
export const LARGEUR_UTILE = 9_638;

/** An A4 page and its margins, in twentieths of a point. */
export const PAGE_WORD = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1_000, bottom: 1_000, left: 1_134, right: 1_134 },
};

const POLICE = 'Calibri';
const ENCRE = '1F2933';
const DISCRET = '5A6672';

/** A colour as Word writes it: without its hash. */
export const teinteWord = (couleur: string): string => couleur.replace('#', '');

/** Hairline of the sheet. */
export function filet({ filet: couleur }: Palette): IBorderOptions {
  return { style: BorderStyle.SINGLE, size: 4, color: teinteWord(couleur) };
}

const titre = (size: number, color: string, before: number, after: number, outlineLevel: number) => ({
  run: { size, color, bold: true },
  paragraph: { spacing: { before, after }, outlineLevel, keepNext: true, keepLines: true },
});

/** Styles of the document: those that Word offers by name in its own list, in the colour of the enjeu. */
export function stylesWord({ encre }: Palette): IPropertiesOptions['styles'] {
  const couleur = teinteWord(encre);
  const corps = { font: POLICE, size: 21, color: ENCRE, language: { value: 'fr-FR' } };
  return {
    default: {
      document: { run: corps, paragraph: { spacing: { after: 80, line: 264, lineRule: LineRuleType.AUTO } } },
      title: {
        run: { size: 34, bold: true, color: ENCRE },
        paragraph: { spacing: { before: 120, after: 160, line: 240, lineRule: LineRuleType.AUTO } },
      },
      heading1: titre(30, couleur, 360, 160, 0),
      heading2: titre(21, couleur, 0, 60, 1),
      heading3: titre(20, couleur, 80, 40, 2),
      heading4: titre(20, ENCRE, 120, 40, 3),
      hyperlink: { run: { color: couleur, underline: {} } },
    },
    paragraphStyles: [
      { id: 'Discret', name: 'Discret', basedOn: 'Normal', quickFormat: true, run: { size: 17, color: DISCRET } },
      {
        id: 'Case',
        name: 'Case de tableau',
        basedOn: 'Normal',
        paragraph: { spacing: { after: 0 } },
        run: { size: 18 },
      },
    ],
  };
}

const niveau = (format: (typeof LevelFormat)[keyof typeof LevelFormat], texte: string, level: number) => ({
  level,
  format,
  text: texte,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 340 * (level + 1), hanging: 280 }, spacing: { after: 40 } } },
});

/** The two kinds of lists, on two levels. */
export const LISTES_WORD: IPropertiesOptions['numbering'] = {
  config: [
    { reference: PUCES, levels: [niveau(LevelFormat.BULLET, '•', 0), niveau(LevelFormat.BULLET, '–', 1)] },
    { reference: NUMEROS, levels: [niveau(LevelFormat.DECIMAL, '%1.', 0), niveau(LevelFormat.BULLET, '–', 1)] },
  ],
};
