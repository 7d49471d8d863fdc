import type { BlocSource, DocumentSource } from '@pleniere/fiches/domain';
import { LectureRefusee, LIMITES_LECTURE } from '../refus';
import { placerLignes, type LignePlacee } from './colonnes';
import { lirePage, type PageLue, type Segment } from './page';

const MARGE = 0.09;
const LIGNE_PLEINE = 0.85;
const LIGNE_COURTE = 0.55;
const INTERLIGNE_DE_PARAGRAPHE = 1.3;
const FOLIO = /^(?:page\s*)?\d{1,3}(?:\s*(?:\/|sur|de|-)\s*\d{1,3})?$/i;

/** Page numbers, and what every page repeats after its first time. */
function foliosDe(pages: readonly PageLue[]): Set<Segment> {
  const vus = new Set<string>();
  const folios = new Set<Segment>();
  for (const { hauteur, segments } of pages) {
    for (const segment of segments) {
      const auBord = segment.y < hauteur * MARGE || segment.y > hauteur * (1 - MARGE);
      if (!auBord) continue;
      const mots = segment.texte.trim();
      const cle = mots.replace(/\d+/g, '#');
      if (FOLIO.test(mots) || (vus.has(cle) && pages.length > 1)) folios.add(segment);
      vus.add(cle);
    }
  }
  return folios;
}

function interligneDe(lignes: readonly LignePlacee[]): number {
  const ecarts = new Map<number, number>();
  lignes.forEach((ligne, rang) => {
    const avant = lignes[rang - 1];
    if (avant?.page !== ligne.page || avant.colonne !== ligne.colonne) return;
    const ecart = Math.round(avant.y - ligne.y);
    if (ecart > 4 && ecart < 40) ecarts.set(ecart, (ecarts.get(ecart) ?? 0) + 1);
  });
  const frequents = [...ecarts].sort(([, un], [, autre]) => autre - un).slice(0, 2);
  return Math.min(...frequents.map(([ecart]) => ecart), 40);
}

/** What the page shows of a line and the one above: the same paragraph, another one, or nothing sure. */
function lireSuite(
  avant: LignePlacee | undefined,
  ligne: LignePlacee,
  interligne: number,
  bord: number,
): boolean | null {
  if (!avant || avant.colonne !== ligne.colonne || avant.rang !== ligne.rang) return false;
  if (avant.page !== ligne.page) return null;
  if (avant.y - ligne.y > interligne * INTERLIGNE_DE_PARAGRAPHE) return false;
  const largeur = bord - ligne.x;
  const remplie = (avant.x2 - Math.min(avant.x, ligne.x)) / largeur;
  const majuscule = /^\s*[\p{Lu}«]/u.test(ligne.texte);
  if (remplie >= LIGNE_PLEINE && !(majuscule && /[.!?:;]\s*$/.test(avant.texte)))
    return avant.gras === ligne.gras ? true : null;
  return remplie < LIGNE_COURTE && majuscule ? false : null;
}

function bordsDe(lignes: readonly LignePlacee[]): Map<LignePlacee['colonne'], number> {
  const bords = new Map<LignePlacee['colonne'], number>();
  for (const { colonne, x2 } of lignes) bords.set(colonne, Math.max(bords.get(colonne) ?? 0, x2));
  return bords;
}

function rediger(lignes: readonly LignePlacee[], folios: ReadonlySet<Segment>): DocumentSource {
  const blocs: BlocSource[] = [];
  let texte = '';
  const interligne = interligneDe(lignes);
  const bords = bordsDe(lignes);
  let avant: LignePlacee | undefined;
  const estFolio = (ligne: LignePlacee): boolean =>
    [...folios].some(({ page, y, x }) => page === ligne.page && y === ligne.y && x === ligne.x);
  for (const ligne of lignes) {
    const mots = ligne.texte.replace(/[\u0000-\u0008]/g, ' ').trim();
    const debut = texte === '' ? 0 : texte.length + 1;
    texte += texte === '' ? mots : `\n${mots}`;
    const folio = estFolio(ligne);
    const suite = folio ? false : lireSuite(avant, ligne, interligne, bords.get(ligne.colonne) ?? 0);
    const { colonne, rang, gras } = ligne;
    blocs.push({
      debut,
      fin: texte.length,
      sorte: folio ? 'folio' : 'paragraphe',
      niveau: 0,
      colonne,
      rang,
      gras,
      suite,
    });
    if (!folio) avant = ligne;
  }
  return { texte, blocs, enLignes: true, notes: [] };
}

/** Reads a PDF that holds text: lines, columns told by the drawn table or by their edges, page numbers put aside. */
export async function lirePdf(octets: Uint8Array): Promise<DocumentSource> {
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const chargement = getDocument({
    data: new Uint8Array(octets),
    enableXfa: false,
    fontExtraProperties: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const pdf = await chargement.promise;
    if (pdf.numPages > LIMITES_LECTURE.pages)
      throw new LectureRefusee('Ce PDF a beaucoup trop de pages pour être une fiche.');
    const pages: PageLue[] = [];
    for (let numero = 1; numero <= pdf.numPages; numero++)
      pages.push(await lirePage(await pdf.getPage(numero), numero, OPS));
    if (pages.every(({ segments }) => segments.length === 0)) {
      throw new LectureRefusee(
        'Ce PDF est une image numérisée, sans texte\u202F: déposez le document d’origine, ou une version dont le texte se sélectionne.',
      );
    }
    return rediger(placerLignes(pages), foliosDe(pages));
  } catch (erreur) {
    throw enRefus(erreur);
  } finally {
    await chargement.destroy();
  }
}

function enRefus(erreur: unknown): unknown {
  if (erreur instanceof LectureRefusee) return erreur;
  const nom = erreur instanceof Error ? erreur.name : '';
  if (nom === 'PasswordException') {
    return new LectureRefusee(
      'Ce PDF est protégé par un mot de passe\u202F: enregistrez-le sans protection et redéposez-le.',
    );
  }
  return new LectureRefusee('Ce PDF est endommagé\u202F: exportez-le à nouveau et redéposez-le.');
}
