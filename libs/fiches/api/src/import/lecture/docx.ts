import type { DocumentSource } from '@pleniere/fiches/domain';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import mammoth from 'mammoth';
import { deballer, nomsDansArchive } from './archive';
import { sortirCadres } from './cadres-docx';
import { Redacteur } from './redacteur';
import { LectureRefusee } from './refus';

const STYLES = [
  'u => u',
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Titre'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  ...[1, 2, 3, 4, 5, 6].map((niveau) => `p[style-name='Titre ${niveau}'] => h${niveau}:fresh`),
];
const BLOCS = /^(p|h[1-6]|li)$/;
const PARTIE = /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(_rels\/)?[^/]+\.(xml|rels))$/;
const DOCUMENT = 'word/document.xml';
const EN_TETE = /^word\/header\d*\.xml$/;
const PIED = /^word\/footer\d*\.xml$/;
// Wingdings’ arrow as mammoth writes it, which few fonts have.
const FLECHE_DE_WINGDINGS = '\u{1F87A}';
const CALCULES = /^(?:page\s*)?\d*(?:\s*(?:\/|sur|de)\s*\d*)?$/i;

// Notes stand at the end of what mammoth gives, each with an arrow back to its call.
const NOTES = /<li id="((?:foot|end)note-[^"]+)">(.*?)<\/li>/gs;
const RETOUR = /<a href="#(?:foot|end)note-ref-[^"]*">[^<]*<\/a>/g;
const APPEL = /^#((?:foot|end)note-.+)$/;
const NOTE = { sorte: 'paragraphe', niveau: 0, graisse: [], italique: [] } as const;

/** Words of an HTML text. */
function motsDe(html: string): string {
  let mots = '';
  const parser = new Parser({
    ontext: (morceau) => (mots += morceau),
    onclosetag: (nom) => (mots += nom === 'p' ? ' ' : ''),
  });
  parser.end(html);
  return mots.replace(/\s+/g, ' ').trim();
}

/** The notes by the name that their calls give, each with its number; and what is left without them. */
function sortirNotes(html: string): { corps: string; notes: ReadonlyMap<string, string[]> } {
  const notes = new Map<string, string[]>();
  const corps = html.replace(NOTES, (_, nom: string, note: string) => {
    notes.set(nom, [`[${notes.size + 1}] ${motsDe(note.replace(RETOUR, ''))}`]);
    return '';
  });
  return { corps, notes };
}

/** Writes the paragraphs of the HTML that mammoth gives. */
function lireHtml(html: string, redacteur: Redacteur): void {
  const { corps, notes } = sortirNotes(html);
  let texte = '';
  let [graisse, italique, soulignement]: [boolean[], boolean[], boolean[]] = [[], [], []];
  let [enGras, enItalique, enSouligne] = [0, 0, 0];
  const appelees: string[] = [];
  let [sorte, niveau]: ['paragraphe' | 'puce' | 'titre', number] = ['paragraphe', 0];
  let listes = 0;
  const ecrire = (morceau: string): void => {
    texte += morceau;
    graisse.push(...new Array<boolean>(morceau.length).fill(enGras > 0));
    italique.push(...new Array<boolean>(morceau.length).fill(enItalique > 0));
    soulignement.push(...new Array<boolean>(morceau.length).fill(enSouligne > 0));
  };
  const vider = (): void => {
    redacteur.ajouter({ texte, sorte, niveau, graisse, italique, soulignement });
    // A note is read under the paragraph that calls it.
    for (const note of appelees.splice(0)) redacteur.ajouter({ ...NOTE, texte: note });
    [texte, graisse, italique, soulignement] = ['', [], [], []];
    [sorte, niveau] = listes > 0 ? ['puce', listes] : ['paragraphe', 0];
  };
  const ouvrir: Record<string, (attributs: Record<string, string>) => void> = {
    table: () => redacteur.ouvrirTable(),
    tr: () => redacteur.ouvrirRangee(),
    td: ({ rowspan }) => redacteur.ouvrirCellule(Number(rowspan ?? 1)),
    th: ({ rowspan }) => redacteur.ouvrirCellule(Number(rowspan ?? 1)),
    ul: () => void listes++,
    ol: () => void listes++,
    strong: () => void enGras++,
    em: () => void enItalique++,
    u: () => void enSouligne++,
    a: ({ href = '' }) => appelees.push(...(notes.get(APPEL.exec(href)?.[1] ?? '') ?? [])),
    input: ({ checked }) => ecrire(checked === undefined ? '☐ ' : '☒ '),
    br: () => ecrire('\n'),
    img: () => {
      if (redacteur.notes.length === 0) redacteur.notes.push('Les images du document ne sont pas reprises.');
    },
  };
  const fermer: Record<string, () => void> = {
    table: () => redacteur.fermerTable(),
    ul: () => void listes--,
    ol: () => void listes--,
    strong: () => void enGras--,
    em: () => void enItalique--,
    u: () => void enSouligne--,
  };
  const parser = new Parser({
    onopentag: (nom, attributs) => {
      if (BLOCS.test(nom) || nom === 'ul' || nom === 'ol' || nom === 'table') vider();
      ouvrir[nom]?.(attributs);
      if (nom === 'li') [sorte, niveau] = ['puce', listes];
      if (/^h[1-6]$/.test(nom)) [sorte, niveau] = ['titre', Number(nom.slice(1))];
    },
    ontext: (morceau) => ecrire(morceau.replaceAll(FLECHE_DE_WINGDINGS, '→')),
    onclosetag: (nom) => {
      if (BLOCS.test(nom) || nom === 'td' || nom === 'th') vider();
      fermer[nom]?.();
    },
  });
  parser.end(corps);
  vider();
}

/** Paragraphs of a page header or footer, which mammoth leaves out; page numbers are no text. */
function lireBandeau(octets: Uint8Array | undefined, redacteur: Redacteur, deja: Set<string>): void {
  let texte = '';
  let dansTexte = false;
  const parser = new Parser(
    {
      onopentagname: (nom) => {
        dansTexte = nom === 'w:t';
        if (nom === 'w:tab') texte += ' ';
      },
      ontext: (morceau) => (texte += dansTexte ? morceau : ''),
      onclosetag: (nom) => {
        if (nom === 'w:t') dansTexte = false;
        if (nom !== 'w:p') return;
        const mots = texte.trim();
        if (!CALCULES.test(mots) && !deja.has(mots)) redacteur.ajouter({ ...NOTE, texte });
        deja.add(mots);
        texte = '';
      },
    },
    { xmlMode: true },
  );
  parser.end(new TextDecoder().decode(octets));
}

/** Reads a Word document: body, tables, lists, headings, page headers and footers; macros and images are left out. */
export async function lireDocx(octets: Uint8Array): Promise<DocumentSource> {
  const parties = deballer(octets, (nom) => PARTIE.test(nom));
  const redacteur = new Redacteur();
  const bandeaux = (forme: RegExp): Uint8Array[] =>
    Object.keys(parties)
      .filter((nom) => forme.test(nom))
      .flatMap((nom) => parties[nom] ?? []);
  const deja = new Set<string>();
  for (const bandeau of bandeaux(EN_TETE)) lireBandeau(bandeau, redacteur, deja);
  try {
    const document = parties[DOCUMENT];
    const lisible = document ? { ...parties, [DOCUMENT]: strToU8(sortirCadres(strFromU8(document))) } : parties;
    const sain = zipSync(lisible, { level: 0 });
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(sain) },
      { styleMap: STYLES, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
    );
    lireHtml(value, redacteur);
  } catch (erreur) {
    if (erreur instanceof LectureRefusee) throw erreur;
    throw new LectureRefusee(
      'Ce document Word est endommagé\u00A0: ouvrez-le, enregistrez-le à nouveau et redéposez-le.',
    );
  }
  for (const bandeau of bandeaux(PIED)) lireBandeau(bandeau, redacteur, deja);
  if (/<w:comment\s/.test(strFromU8(parties['word/comments.xml'] ?? new Uint8Array()))) {
    redacteur.notes.push('Les commentaires du document ne sont pas repris.');
  }
  if (nomsDansArchive(octets).some((nom) => /vbaProject\.bin$/.test(nom))) {
    redacteur.notes.push('Ce document contient des macros\u00A0: elles n’ont pas été exécutées ni reprises.');
  }
  return redacteur.terminer();
}
