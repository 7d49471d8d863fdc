import type { DocumentSource } from '@pleniere/fiches/domain';
import { Parser } from 'htmlparser2';
import { deballer } from './archive';
import { type Paragraphe, Redacteur } from './redacteur';
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

type Proprietes = Readonly<{ nom: string; oui: string }>;
const GRAS: Proprietes = { nom: 'fo:font-weight', oui: 'bold' };
const ITALIQUE: Proprietes = { nom: 'fo:font-style', oui: 'italic' };

/** Names of the text and paragraph styles with this property, those that inherit from them included. */
function stylesAvec(documents: readonly string[], { nom: propriete, oui }: Proprietes): Set<string> {
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
        if (nom === 'style:text-properties' && attributs[propriete] === oui) gras.add(courant);
        if (nom === 'style:text-properties' && attributs[propriete] === 'normal') parents.delete(courant);
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
  private italique: boolean[] = [];
  /** Styles around the words being read, the innermost last. */
  private readonly empile: { gras: boolean; italique: boolean }[] = [];
  /** Paragraph that a note interrupts, and the notes to read under it. */
  private interrompu: Pick<Paragraphe, 'texte' | 'graisse' | 'italique'> | null = null;
  private notes: Paragraphe[] = [];
  private listes = 0;
  private ignore = 0;
  private paragraphes = 0;
  private titre = 0;

  constructor(
    private readonly redacteur: Redacteur,
    private readonly styles: { gras: Set<string>; italique: Set<string> },
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
    const dessus = this.empile.at(-1);
    this.graisse.push(...new Array<boolean>(morceau.length).fill(dessus?.gras === true));
    this.italique.push(...new Array<boolean>(morceau.length).fill(dessus?.italique === true));
  }

  private vider(): void {
    const { texte, graisse, italique, titre, listes } = this;
    [this.texte, this.graisse, this.italique] = ['', [], []];
    if (this.interrompu) {
      this.notes.push({ texte, sorte: 'paragraphe', niveau: 0, graisse, italique });
      return;
    }
    const sorte = titre > 0 ? 'titre' : listes > 0 ? 'puce' : 'paragraphe';
    this.redacteur.ajouter({ texte, sorte, niveau: titre || listes, graisse, italique });
    for (const note of this.notes.splice(0)) this.redacteur.ajouter(note);
  }

  private ouvrir(nom: string, attributs: Attributs): void {
    if (this.racine.test(nom)) this.dedans++;
    if (IGNORES.includes(nom)) this.ignore++;
    if (this.dedans === 0 || this.ignore > 0) return;
    const nomme = attributs['text:style-name'] ?? '';
    const style = { gras: this.styles.gras.has(nomme), italique: this.styles.italique.has(nomme) };
    const dessus = this.empile.at(-1);
    const gestes: Record<string, () => void> = {
      'text:p': () => this.ouvrirParagraphe(style, 0),
      'text:h': () => this.ouvrirParagraphe(style, Number(attributs['text:outline-level'] ?? 1)),
      'text:span': () =>
        this.empile.push({
          gras: style.gras || dessus?.gras === true,
          italique: style.italique || dessus?.italique === true,
        }),
      'text:note-body': () => this.interrompre(),
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

  private ouvrirParagraphe(style: { gras: boolean; italique: boolean }, titre: number): void {
    if (this.paragraphes++ > 0) this.vider();
    this.titre = titre;
    this.empile.push(style);
  }

  /** The words of a note are read under the paragraph that calls it. */
  private interrompre(): void {
    const { texte, graisse, italique } = this;
    this.interrompu = { texte, graisse, italique };
    [this.texte, this.graisse, this.italique] = ['', [], []];
  }

  private reprendre(): void {
    const { texte, graisse, italique } = this.interrompu ?? { texte: '', graisse: [], italique: [] };
    this.interrompu = null;
    [this.texte, this.graisse, this.italique] = [texte, [...graisse], [...italique]];
  }

  private fermer(nom: string): void {
    const gestes: Record<string, () => void> = {
      'text:p': () => this.fermerParagraphe(),
      'text:h': () => this.fermerParagraphe(),
      'text:span': () => this.empile.pop(),
      'text:note-body': () => this.reprendre(),
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
    this.empile.pop();
    this.titre = 0;
  }
}

/** Reads an OpenDocument text: page headers, body with tables, lists and headings, page footers. */
export function lireOdt(octets: Uint8Array): DocumentSource {
  const parties = deballer(octets, (nom) => ['content.xml', 'styles.xml', 'META-INF/manifest.xml'].includes(nom));
  const xml = (nom: string): string => new TextDecoder().decode(parties[nom]);
  if (/manifest:encryption-data/.test(xml('META-INF/manifest.xml'))) {
    throw new LectureRefusee(
      'Ce document est protégé par un mot de passe\u00A0: enregistrez-le sans mot de passe et redéposez-le.',
    );
  }
  const [contenu, styles] = [xml('content.xml'), xml('styles.xml')];
  const mises = { gras: stylesAvec([styles, contenu], GRAS), italique: stylesAvec([styles, contenu], ITALIQUE) };
  const redacteur = new Redacteur();
  new LecteurOdt(redacteur, mises, /^style:header$/).lire(styles);
  new LecteurOdt(redacteur, mises, /^office:text$/).lire(contenu);
  new LecteurOdt(redacteur, mises, /^style:footer$/).lire(styles);
  if (contenu.includes('<office:annotation')) redacteur.notes.push('Les commentaires du document ne sont pas repris.');
  if (contenu.includes('<draw:image')) redacteur.notes.push('Les images du document ne sont pas reprises.');
  return redacteur.terminer();
}
