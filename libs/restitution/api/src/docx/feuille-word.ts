import { INSECABLE } from '@pleniere/shared/domain';
import { HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { DocumentFiche, LigneDeFiche, SectionDeLigne } from '../document/document-fiche';
import { type Palette, palette } from '../mise-en-page/couleurs';
import { rangeeEntiere } from '../mise-en-page/encombrement';
import { type BlocWord, blocsWord } from './blocs-word';
import { filet, LARGEUR_UTILE, teinteWord } from './charte-word';

const LABEL = 2_640;
const CONTENU = LARGEUR_UTILE - LABEL;
const MARGE = 120;

/** A row of the sheet; `entiere` when it is short enough to stay on one page. */
interface Rangee {
  gauche: BlocWord[];
  droite: BlocWord[];
  entiere?: boolean;
}

type Niveau = (typeof HeadingLevel)[keyof typeof HeadingLevel];

function sectionsWord(sections: readonly SectionDeLigne[], couleurs: Palette, heading: Niveau): BlocWord[] {
  const dites = sections.flatMap(({ libelle, blocs }) => [
    ...(libelle === null ? [] : [new Paragraph({ text: libelle, heading })]),
    ...blocsWord(blocs, couleurs, CONTENU - 2 * MARGE),
  ]);
  return dites.length > 0 ? dites : [new Paragraph({})];
}

/** Two columns of the sheet, the label at left; long rows go on over the page, short ones and those of `entieres` stay whole. */
export function rangees(lignes: readonly Rangee[], couleurs: Palette, entieres = false): Table {
  const bord = filet(couleurs);
  const borders = { top: bord, bottom: bord, left: bord, right: bord };
  const margins = { top: 80, bottom: 80, left: MARGE, right: MARGE };
  const shading = { fill: teinteWord(couleurs.teinte) };
  return new Table({
    width: { size: LARGEUR_UTILE, type: WidthType.DXA },
    columnWidths: [LABEL, CONTENU],
    rows: lignes.map(
      ({ gauche, droite, entiere = entieres }) =>
        new TableRow({
          cantSplit: entiere,
          children: [
            new TableCell({ borders, margins, shading, children: gauche }),
            new TableCell({ borders, margins, children: droite }),
          ],
        }),
    ),
  });
}

/** A row: its label is a heading, those of its sections are one level down. */
export function rangee(
  { label, sousLabel, sections }: LigneDeFiche,
  couleurs: Palette,
  heading: Niveau = HeadingLevel.HEADING_2,
  sousTitre: Niveau = HeadingLevel.HEADING_3,
): Rangee {
  const precision = sousLabel ? [new Paragraph({ text: sousLabel, style: 'Discret' })] : [];
  return {
    gauche: [new Paragraph({ text: label, heading, keepNext: false }), ...precision],
    droite: sectionsWord(sections, couleurs, sousTitre),
    entiere: rangeeEntiere({ sections }),
  };
}

/** The sheet itself: its masthead in one merged row each, then the official two columns. */
export function feuilleWord(
  { contrat, code, enjeu, orientation, titre, lignes }: DocumentFiche,
  intitule = new Paragraph({ text: titre, heading: HeadingLevel.TITLE }),
  pageBreakBefore = false,
): BlocWord[] {
  const couleurs = palette(enjeu.couleur || contrat.couleur);
  const bandeau = palette(contrat.couleur);
  const enTete = [
    new Paragraph({
      pageBreakBefore,
      spacing: { after: 60 },
      children: [new TextRun({ text: contrat.titre, bold: true, size: 24 })],
    }),
    new Paragraph({
      border: { top: { ...filet(bandeau), size: 12, color: teinteWord(bandeau.vive) } },
      spacing: { before: 60, after: 60 },
      children: [
        new TextRun(`Fiche Projet n°${INSECABLE}: `),
        new TextRun({ text: code, bold: true, color: teinteWord(couleurs.encre) }),
      ],
    }),
    new Paragraph({
      children: [
        new TextRun({
          text: `${enjeu.libelle}${INSECABLE}: ${enjeu.intitule}`,
          bold: true,
          color: teinteWord(couleurs.encre),
        }),
      ],
    }),
    ...(orientation ? [new Paragraph({ children: [new TextRun({ text: orientation, italics: true })] })] : []),
    intitule,
  ];
  return [
    ...enTete,
    rangees(
      lignes.map((ligne) => rangee(ligne, couleurs)),
      couleurs,
    ),
  ];
}
