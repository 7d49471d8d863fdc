import {
  AlignmentType,
  ExternalHyperlink,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Bloc, Run } from '../document/document-fiche';
import type { Palette } from '../mise-en-page/couleurs';
import { filet, NUMEROS, PUCES, teinteWord } from './charte-word';

// Seven years on a page: cells have no room to lose.
const MARGE = 60;

/** Everything that may stand in a cell. */
export type BlocWord = Paragraph | Table;

function mots({ texte, gras, italique }: Run, style?: string): TextRun[] {
  return texte
    .split('\n')
    .map((ligne, rang) => new TextRun({ text: ligne, bold: gras, italics: italique, style, break: rang > 0 ? 1 : 0 }));
}

/** Stretches of text as Word writes them: verbatim, for who takes the file up again. */
function runsWord(runs: readonly Run[]): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] =>
    run.lien === undefined ? mots(run) : [new ExternalHyperlink({ link: run.lien, children: mots(run, 'Hyperlink') })],
  );
}

/** A table of data: a header row repeated on each page, cells by the width of their columns (shares of the whole). */
export function tableWord(
  entetes: readonly string[],
  lignes: readonly (readonly { texte: string; colonnes?: number; discret?: boolean }[])[],
  parts: readonly number[],
  couleurs: Palette,
  largeur: number,
): Table {
  const total = parts.reduce((somme, part) => somme + part, 0);
  const bord = filet(couleurs);
  const borders = { top: bord, bottom: bord, left: bord, right: bord };
  const alignement = (rang: number) => (rang > 0 && parts[rang] === 1 ? AlignmentType.RIGHT : AlignmentType.LEFT);
  const dit = (texte: string, rang: number, bold: boolean) =>
    new Paragraph({ style: 'Case', alignment: alignement(rang), children: [new TextRun({ text: texte, bold })] });
  return new Table({
    margins: { left: MARGE, right: MARGE },
    width: { size: largeur, type: WidthType.DXA },
    columnWidths: parts.map((part) => Math.floor((largeur * part) / total)),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: entetes.map(
          (entete, rang) =>
            new TableCell({
              borders,
              shading: { fill: teinteWord(couleurs.teinte) },
              children: [dit(entete, rang, true)],
            }),
        ),
      }),
      ...lignes.map(
        (cellules) =>
          new TableRow({
            cantSplit: true,
            children: cellules.map(
              ({ texte, colonnes }, rang) =>
                new TableCell({ borders, columnSpan: colonnes, children: [dit(texte, rang, false)] }),
            ),
          }),
      ),
    ],
  });
}

/** Blocks of the right column; `largeur` is theirs, in twentieths of a point. */
export function blocsWord(blocs: readonly Bloc[], couleurs: Palette, largeur: number): BlocWord[] {
  return blocs.flatMap((bloc): BlocWord[] => {
    if (bloc.type === 'paragraphe') return [new Paragraph({ children: runsWord(bloc.runs) })];
    if (bloc.type === 'tableau') {
      const lignes = bloc.lignes.map((cellules) => cellules.map((texte) => ({ texte })));
      const parts = bloc.entetes.map((_, rang) =>
        rang === 0 || bloc.lignes.every((ligne) => /^[\d–]/.test(ligne[rang] ?? '–')) ? 1 : 1.6,
      );
      return [tableWord(bloc.entetes, lignes, parts, couleurs, largeur), new Paragraph({ style: 'Case' })];
    }
    const reference = bloc.ordonnee ? NUMEROS : PUCES;
    const puce = (runs: readonly Run[], level: number) =>
      new Paragraph({ numbering: { reference, level }, children: runsWord(runs) });
    return bloc.items.flatMap(({ runs, sousItems }) => [puce(runs, 0), ...sousItems.map((sous) => puce(sous, 1))]);
  });
}
