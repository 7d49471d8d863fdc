import { formaterDate, INSECABLE, nettoyerTexte } from '@pleniere/shared/domain';
import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { DocumentFiche } from '../document/document-fiche';
import { palette } from '../mise-en-page/couleurs';
import { feuilleWord } from './feuille-word';
import { LISTES_WORD, PAGE_WORD, stylesWord } from './charte-word';
import { suiviWord } from './suivi-word';

/** Which fiche a Word file was made of, kept in its properties for whoever brings it back. */
export interface OrigineDocx {
  ficheId: string;
  version: number;
}

function pied({ code, titreCourt, titre, statut, date }: DocumentFiche): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Discret',
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun(`${code} – ${titreCourt || titre} – ${statut} au ${formaterDate(date)} – page${INSECABLE}`),
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}

/** Everything that will be written, without the characters that XML has no place for. */
export function nettoyer<T>(valeur: T): T {
  return JSON.parse(JSON.stringify(valeur), (_, partie: unknown) =>
    typeof partie === 'string' ? nettoyerTexte(partie) : partie,
  ) as T;
}

/** The fiche as a Word file: the official two-column table, then indicators, actions and déclinaisons; words verbatim. */
export function composerDocx(ecrite: DocumentFiche, { ficheId, version }: OrigineDocx): Promise<Buffer> {
  const fiche = nettoyer(ecrite);
  const document = new Document({
    title: `Fiche projet n°${INSECABLE}${fiche.code} – ${fiche.titre}`,
    subject: fiche.enjeu.intitule,
    creator: fiche.contrat.titre,
    customProperties: [
      { name: 'fiche', value: ficheId },
      { name: 'version', value: String(version) },
    ],
    styles: stylesWord(palette(fiche.enjeu.couleur || fiche.contrat.couleur)),
    numbering: LISTES_WORD,
    sections: [
      {
        properties: { page: PAGE_WORD },
        footers: { default: pied(fiche) },
        children: [...feuilleWord(fiche), ...suiviWord(fiche)],
      },
    ],
  });
  return Packer.toBuffer(document);
}
