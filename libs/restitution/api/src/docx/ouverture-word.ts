import { type ContenuArrete, empreinteCourte } from '@pleniere/plenieres/domain';
import { accorder, formaterDate, INSECABLE } from '@pleniere/shared/domain';
import { AlignmentType, BorderStyle, Footer, HeadingLevel, ImageRun, PageNumber, Paragraph, TextRun } from 'docx';
import type { MatiereDuDocument } from '../fabrique/fabrique';
import { palette } from '../mise-en-page/couleurs';
import { teinteWord } from './charte-word';
import type { Reperes } from './reperes-word';

type Signature = Pick<MatiereDuDocument, 'numero' | 'sha256'>;

const HAUTEUR_LOGO = 72;

/** Width and height of a PNG given as a data URL; nothing for another image, which Word would not draw alone. */
function lirePng(adresse: string | null): { octets: Buffer; largeur: number; hauteur: number } | null {
  const [, base64] = /^data:image\/png;base64,(.+)$/is.exec(adresse ?? '') ?? [];
  const octets = Buffer.from(base64 ?? '', 'base64');
  if (octets.length < 24 || octets.readUInt32BE(0) !== 0x89504e47) return null;
  const [largeur, hauteur] = [octets.readUInt32BE(16), octets.readUInt32BE(20)];
  return largeur > 0 && hauteur > 0 ? { octets, largeur, hauteur } : null;
}

function logoWord(adresse: string | null): Paragraph[] {
  const png = lirePng(adresse);
  if (!png) return [];
  const dit = 'Logo du contrat de ville';
  const image = new ImageRun({
    type: 'png',
    data: png.octets,
    transformation: { width: Math.round((png.largeur / png.hauteur) * HAUTEUR_LOGO), height: HAUTEUR_LOGO },
    altText: { name: dit, title: dit, description: dit },
  });
  return [new Paragraph({ spacing: { after: 400 }, children: [image] })];
}

const dit = (text: string, reste: { size?: number; bold?: boolean } = {}, after = 80): Paragraph =>
  new Paragraph({ spacing: { after }, children: [new TextRun({ text, ...reste })] });

/** The cover: the contrat, the document, the arrêté and the séance that it is made for, its whole fingerprint. */
export function couvertureWord(titre: string, { numero, sha256 }: Signature, contenu: ContenuArrete): Paragraph[] {
  const { contrat, seance, figeLe, fiches } = contenu;
  const couleurs = palette(contrat.couleur);
  const lieu = seance && [seance.lieu, seance.heure].filter(Boolean).join(', ');
  return [
    ...logoWord(contrat.logo),
    dit(contrat.titre, { size: 28, bold: true }, 1_200),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      spacing: { after: 300 },
      border: { left: { style: BorderStyle.SINGLE, size: 48, space: 12, color: teinteWord(couleurs.vive) } },
      indent: { left: 300 },
      children: [new TextRun({ text: titre, size: 56, color: teinteWord(couleurs.encre) })],
    }),
    dit(`Arrêté n°${INSECABLE}${numero} – ${contenu.titre}`, { size: 26 }, 400),
    ...(seance ? [dit(`${seance.instance.nom}, ${formaterDate(seance.date)}`, { size: 24 })] : []),
    ...(lieu ? [dit(lieu)] : []),
    dit(`${accorder(fiches.length, 'fiche projet', 'fiches projet')}, telles que figées le ${formaterDate(figeLe)}.`),
    new Paragraph({
      style: 'Discret',
      spacing: { before: 1_200 },
      text: `Empreinte de l’arrêté (SHA-256)${INSECABLE}:`,
    }),
    new Paragraph({ style: 'Discret', text: sha256 }),
  ];
}

/** Foot of the pages: « Arrêté n° 3 · 1a2b3c4d5e6f · page 4 / 60 ». */
export function piedWord(titre: string, { numero, sha256 }: Signature): Footer {
  const arrete = `${titre} – Arrêté n°${INSECABLE}${numero} · ${empreinteCourte(sha256)} · page${INSECABLE}`;
  return new Footer({
    children: [
      new Paragraph({
        style: 'Discret',
        alignment: AlignmentType.CENTER,
        children: [new TextRun(arrete), new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  });
}

/** The contents on a page of their own. */
export function sommaireWord(reperes: Reperes): Paragraph[] {
  return [
    new Paragraph({ text: 'Sommaire', heading: HeadingLevel.HEADING_1, pageBreakBefore: true }),
    ...reperes.sommaire(),
  ];
}
