import type { DocumentSource } from '@pleniere/fiches/domain';
import { zipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import mammoth from 'mammoth';
import { deballer, nomsDansArchive } from './archive';
import { Redacteur } from './redacteur';
import { LectureRefusee } from './refus';

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Titre'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  ...[1, 2, 3, 4, 5, 6].map((niveau) => `p[style-name='Titre ${niveau}'] => h${niveau}:fresh`),
];
const BLOCS = /^(p|h[1-6]|li)$/;
const PARTIE = /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(_rels\/)?[^/]+\.(xml|rels))$/;
const EN_TETE = /^word\/header\d*\.xml$/;
const PIED = /^word\/footer\d*\.xml$/;
// Wingdings’ arrow as mammoth writes it, which few fonts have.
const FLECHE_DE_WINGDINGS = '\u{1F87A}';
const CALCULES = /^(?:page\s*)?\d*(?:\s*(?:\/|sur|de)\s*\d*)?$/i;

/** Writes the paragraphs of the HTML that mammoth gives. */
function lireHtml(html: string, redacteur: Redacteur): void {
  let texte = '';
  let graisse: boolean[] = [];
  let enGras = 0;
  let [sorte, niveau]: ['paragraphe' | 'puce' | 'titre', number] = ['paragraphe', 0];
  let listes = 0;
  const ecrire = (morceau: string): void => {
    texte += morceau;
    graisse.push(...new Array<boolean>(morceau.length).fill(enGras > 0));
  };
  const vider = (): void => {
    redacteur.ajouter({ texte, sorte, niveau, graisse });
    [texte, graisse] = ['', []];
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
  parser.end(html);
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
        if (!CALCULES.test(mots) && !deja.has(mots))
          redacteur.ajouter({ texte, sorte: 'paragraphe', niveau: 0, graisse: [] });
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
    const sain = zipSync(parties, { level: 0 });
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(sain) },
      { styleMap: STYLES, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
    );
    lireHtml(value, redacteur);
  } catch (erreur) {
    if (erreur instanceof LectureRefusee) throw erreur;
    throw new LectureRefusee(
      'Ce document Word est endommagé\u202F: ouvrez-le, enregistrez-le à nouveau et redéposez-le.',
    );
  }
  for (const bandeau of bandeaux(PIED)) lireBandeau(bandeau, redacteur, deja);
  if (nomsDansArchive(octets).some((nom) => /vbaProject\.bin$/.test(nom))) {
    redacteur.notes.push('Ce document contient des macros\u202F: elles n’ont pas été exécutées ni reprises.');
  }
  return redacteur.terminer();
}
