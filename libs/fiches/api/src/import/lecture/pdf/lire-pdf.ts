import type { BlocSource, DocumentSource } from '@pleniere/fiches/domain';
import { LectureRefusee, LIMITES_LECTURE } from '../refus';
import { placerLignes, type LignePlacee } from './colonnes';
import { lirePage, type PageLue, type Segment } from './page';

const MARGE = 0.09;
const LIGNE_PLEINE = 0.85;
const LIGNE_COURTE = 0.55;
/** Wider than this, in heights of letter, lines are paragraphs. */
const INTERLIGNE_MAXIMAL = 1.8;
const INTERLIGNE_DE_PARAGRAPHE = 1.3;
const INTERLIGNE_DES_GRANDS = 1.5;
const FOLIO = /^(?:page\s*)?\d{1,3}(?:\s*(?:\/|sur|de|-)\s*\d{1,3})?$/i;

type Bord = 'tete' | 'pied';

function bordDe({ y }: Segment, { hauteur }: PageLue): Bord | null {
  if (y < hauteur * MARGE) return 'pied';
  return y > hauteur * (1 - MARGE) ? 'tete' : null;
}

/** Page numbers, and what several pages repeat at their edge; the head of the first page is the document's own. */
function foliosDe(pages: readonly PageLue[]): Set<Segment> {
  const auxBords = pages.flatMap((page) =>
    page.segments.flatMap((segment) => {
      const bord = bordDe(segment, page);
      return bord === null ? [] : [{ segment, bord, cle: `${bord} ${segment.texte.trim().replace(/\d+/g, '#')}` }];
    }),
  );
  const parCle = Map.groupBy(auxBords, ({ cle }) => cle);
  const enPremierePage = new Set((pages[0]?.segments ?? []).map(({ texte }) => texte.trim()));
  const folios = auxBords.filter(({ segment, bord, cle }) => {
    if (FOLIO.test(segment.texte.trim())) return true;
    // The head of the first page said again, smaller, on those that follow.
    if (bord === 'tete' && segment.page > 1 && enPremierePage.has(segment.texte.trim())) return true;
    const repete = (parCle.get(cle) ?? []).some((autre) => autre.segment.page !== segment.page);
    return repete && (bord === 'pied' || segment.page > 1);
  });
  // What stands on the line of a running title is part of it.
  const titres = folios.filter(({ bord, segment }) => bord === 'tete' && segment.page > 1);
  const surLaLigne = auxBords.filter(({ segment: { page, y } }) =>
    titres.some(({ segment }) => segment.page === page && Math.abs(segment.y - y) < 1),
  );
  return new Set([...folios, ...surLaLigne].map(({ segment }) => segment));
}

function interligneDe(lignes: readonly LignePlacee[]): number {
  const ecarts = new Map<number, number>();
  lignes.forEach((ligne, rang) => {
    const avant = lignes[rang - 1];
    if (avant?.page !== ligne.page || avant.colonne !== ligne.colonne) return;
    const ecart = Math.round(avant.y - ligne.y);
    if (ecart > 4 && ecart < 40) ecarts.set(ecart, (ecarts.get(ecart) ?? 0) + 1);
  });
  const serres = [...ecarts].filter(([, nombre]) => nombre > 1).map(([ecart]) => ecart);
  const hauteurs = lignes.map(({ hauteur }) => hauteur).sort((une, autre) => une - autre);
  const ordinaire = hauteurs[Math.floor(hauteurs.length / 2)] ?? 0;
  return Math.min(...serres, ordinaire * INTERLIGNE_MAXIMAL);
}

/** A full line is followed by its paragraph, unless it ends a sentence or the letters change. */
function remplieSuivie(avant: LignePlacee, ligne: LignePlacee, majuscule: boolean): boolean | null {
  if (majuscule && /[.!?:;]\s*$/.test(avant.texte)) return null;
  return avant.gras === ligne.gras && (ligne.debutGras === 0 || ligne.gras) ? true : null;
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
  const ecart = Math.max(interligne * INTERLIGNE_DE_PARAGRAPHE, ligne.hauteur * INTERLIGNE_DES_GRANDS);
  if (avant.y - ligne.y > ecart) return false;
  const remplie = (avant.x2 - Math.min(avant.x, ligne.x)) / (bord - ligne.x);
  const majuscule = /^\s*[\p{Lu}«]/u.test(ligne.texte);
  if (remplie >= LIGNE_PLEINE) return remplieSuivie(avant, ligne, majuscule);
  return remplie < LIGNE_COURTE && majuscule ? false : null;
}

function bordsDe(lignes: readonly LignePlacee[]): Map<LignePlacee['colonne'], number> {
  const bords = new Map<LignePlacee['colonne'], number>();
  for (const { colonne, x2 } of lignes) bords.set(colonne, Math.max(bords.get(colonne) ?? 0, x2));
  return bords;
}

/** Writes the text of the document; page numbers and running titles come last, so that they cut no sentence. */
function rediger(pages: readonly PageLue[]): DocumentSource {
  const folios = foliosDe(pages);
  const sansFolios = pages.map((page) => ({
    ...page,
    segments: page.segments.filter((segment) => !folios.has(segment)),
  }));
  const lignes = placerLignes(sansFolios);
  const interligne = interligneDe(lignes);
  const bords = bordsDe(lignes);
  const blocs: BlocSource[] = [];
  let texte = '';
  const ecrire = (mots: string, reste: Omit<BlocSource, 'debut' | 'fin' | 'niveau'>): void => {
    const debut = texte === '' ? 0 : texte.length + 1;
    texte += (texte === '' ? '' : '\n') + mots.trim();
    blocs.push({ debut, fin: texte.length, niveau: 0, ...reste });
  };
  lignes.forEach((ligne, place) => {
    const suite = lireSuite(lignes[place - 1], ligne, interligne, bords.get(ligne.colonne) ?? 0);
    const { colonne, rang, gras, debutGras } = ligne;
    ecrire(ligne.texte, { sorte: 'paragraphe', colonne, rang, gras, debutGras, suite });
  });
  for (const { texte: mots } of folios) {
    ecrire(mots, { sorte: 'folio', colonne: 'pleine', rang: null, gras: false, debutGras: 0, suite: false });
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
        'Ce PDF est une image numérisée, sans texte\u00A0: déposez le document d’origine, ou une version dont le texte se sélectionne.',
      );
    }
    return rediger(pages);
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
      'Ce PDF est protégé par un mot de passe\u00A0: enregistrez-le sans protection et redéposez-le.',
    );
  }
  return new LectureRefusee('Ce PDF est endommagé\u00A0: exportez-le à nouveau et redéposez-le.');
}
