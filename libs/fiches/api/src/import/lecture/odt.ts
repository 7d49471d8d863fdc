import type { DocumentSource } from '@pleniere/fiches/domain';
import { Parser } from 'htmlparser2';
import { deballer } from './archive';
import { Redacteur } from './redacteur';
import { LectureRefusee } from './refus';

type Attributs = Record<string, string>;

// Deleted text, comments and the texts of drawings' descriptions are not the document's words.
const IGNORES = [
  'text:tracked-changes',
  'office:annotation',
  'svg:desc',
  'svg:title',
  'text:page-number',
  'text:page-count',
];
const XML = { xmlMode: true } as const;

/** Names of the text and paragraph styles in bold, those that inherit from them included. */
function stylesGras(documents: readonly string[]): Set<string> {
  const gras = new Set<string>();
  const parents = new Map<string, string>();
  let courant = '';
  const parser = new Parser(
    {
      onopentag: (nom, attributs: Attributs) => {
        if (nom === 'style:style') {
          courant = attributs['style:name'] ?? '';
          parents.set(courant, attributs['style:parent-style-name'] ?? '');
        }
        if (nom === 'style:text-properties' && attributs['fo:font-weight'] === 'bold') gras.add(courant);
        if (nom === 'style:text-properties' && attributs['fo:font-weight'] === 'normal') parents.delete(courant);
      },
    },
    XML,
  );
  for (const document of documents) parser.parseComplete(document);
  for (const nom of parents.keys()) {
    const vus = new Set([nom]);
    for (let parent = parents.get(nom); parent && !vus.has(parent); parent = parents.get(parent)) {
      vus.add(parent);
      if (gras.has(parent)) gras.add(nom);
    }
  }
  return gras;
}

/** Writes the paragraphs of `content.xml`, or of the page headers and footers of `styles.xml`. */
class LecteurOdt {
  private texte = '';
  private graisse: boolean[] = [];
  private readonly graisses: boolean[] = [];
  private listes = 0;
  private ignore = 0;
  private paragraphes = 0;
  private titre = 0;

  constructor(
    private readonly redacteur: Redacteur,
    private readonly styles: Set<string>,
    /** Element outside which nothing is read. */
    private readonly racine: RegExp,
  ) {}

  private dedans = 0;

  lire(xml: string): void {
    const parser = new Parser(
      {
        onopentag: (nom, attributs) => this.ouvrir(nom, attributs),
        ontext: (morceau) => this.ecrire(morceau.replace(/\s+/g, ' ')),
        onclosetag: (nom) => this.fermer(nom),
      },
      XML,
    );
    parser.end(xml);
  }

  private ecrire(morceau: string): void {
    if (this.dedans === 0 || this.ignore > 0 || this.paragraphes === 0) return;
    this.texte += morceau;
    this.graisse.push(...new Array<boolean>(morceau.length).fill(this.graisses.at(-1) === true));
  }

  private vider(): void {
    const { texte, graisse, titre, listes } = this;
    const sorte = titre > 0 ? 'titre' : listes > 0 ? 'puce' : 'paragraphe';
    this.redacteur.ajouter({ texte, sorte, niveau: titre || listes, graisse });
    [this.texte, this.graisse] = ['', []];
  }

  private ouvrir(nom: string, attributs: Attributs): void {
    if (this.racine.test(nom)) this.dedans++;
    if (IGNORES.includes(nom)) this.ignore++;
    if (this.dedans === 0 || this.ignore > 0) return;
    const style = this.styles.has(attributs['text:style-name'] ?? '');
    const gestes: Record<string, () => void> = {
      'text:p': () => this.ouvrirParagraphe(style, 0),
      'text:h': () => this.ouvrirParagraphe(style, Number(attributs['text:outline-level'] ?? 1)),
      'text:span': () => this.graisses.push(style || this.graisses.at(-1) === true),
      'text:list': () => void this.listes++,
      'text:s': () => this.ecrire(' '.repeat(Number(attributs['text:c'] ?? 1))),
      'text:tab': () => this.ecrire(' '),
      'text:line-break': () => this.ecrire('\n'),
      'table:table': () => this.redacteur.ouvrirTable(),
      'table:table-row': () => this.redacteur.ouvrirRangee(),
      'table:table-cell': () => this.redacteur.ouvrirCellule(Number(attributs['table:number-rows-spanned'] ?? 1)),
    };
    gestes[nom]?.();
  }

  private ouvrirParagraphe(gras: boolean, titre: number): void {
    if (this.paragraphes++ > 0) this.vider();
    this.titre = titre;
    this.graisses.push(gras);
  }

  private fermer(nom: string): void {
    const gestes: Record<string, () => void> = {
      'text:p': () => this.fermerParagraphe(),
      'text:h': () => this.fermerParagraphe(),
      'text:span': () => this.graisses.pop(),
      'text:list': () => void this.listes--,
      'table:table': () => this.redacteur.fermerTable(),
    };
    if (this.dedans > 0 && this.ignore === 0) gestes[nom]?.();
    if (IGNORES.includes(nom)) this.ignore--;
    if (this.racine.test(nom)) this.dedans--;
  }

  private fermerParagraphe(): void {
    this.vider();
    this.paragraphes--;
    this.graisses.pop();
    this.titre = 0;
  }
}

/** Reads an OpenDocument text: page headers, body with tables, lists and headings, page footers. */
export function lireOdt(octets: Uint8Array): DocumentSource {
  const parties = deballer(octets, (nom) => ['content.xml', 'styles.xml', 'META-INF/manifest.xml'].includes(nom));
  const xml = (nom: string): string => new TextDecoder().decode(parties[nom]);
  if (/manifest:encryption-data/.test(xml('META-INF/manifest.xml'))) {
    throw new LectureRefusee(
      'Ce document est protégé par un mot de passe\u202F: enregistrez-le sans mot de passe et redéposez-le.',
    );
  }
  const [contenu, styles] = [xml('content.xml'), xml('styles.xml')];
  const gras = stylesGras([styles, contenu]);
  const redacteur = new Redacteur();
  new LecteurOdt(redacteur, gras, /^style:header$/).lire(styles);
  new LecteurOdt(redacteur, gras, /^office:text$/).lire(contenu);
  new LecteurOdt(redacteur, gras, /^style:footer$/).lire(styles);
  if (contenu.includes('<draw:image')) redacteur.notes.push('Les images du document ne sont pas reprises.');
  return redacteur.terminer();
}
