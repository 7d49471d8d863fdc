import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Objets = Record<string, { value?: unknown; stream?: { dict: Dictionnaire; data?: string } }>;
type Dictionnaire = Record<string, unknown>;

/** One tag of the structure tree that assistive technology reads. */
export interface Balise {
  type: string;
  alt: string | null;
  enfants: Balise[];
  attributs: Dictionnaire;
}

/** A PDF as independent programs see it (qpdf and poppler). */
export interface PdfLu {
  /** Message of `qpdf --check`. */
  controle: string;
  /** Words in the order of the content, white space made single. */
  texte: string;
  /** Base names of the fonts, with whether each is embedded and can be read back as text. */
  polices: { nom: string; incorporee: boolean; lisible: boolean }[];
  titre: string;
  langue: string;
  afficheLeTitre: boolean;
  balise: boolean;
  xmp: string;
  /** Number of colours of the profile that the file names for all of them; null when it names none. */
  profil: unknown;
  pages: number;
  structure: Balise[];
  /** Description of each link. */
  liens: (string | null)[];
  signets: string[];
}

const chaine = (valeur: unknown): string | null => (typeof valeur === 'string' ? valeur.replace(/^[ub]:/, '') : null);

/** Follows the references of qpdf's JSON. */
class Classeur {
  constructor(private readonly objets: Objets) {}

  objet(reference: unknown): Dictionnaire {
    const trouve = typeof reference === 'string' ? this.objets[`obj:${reference}`] : undefined;
    const valeur = trouve?.value ?? trouve?.stream?.dict ?? reference;
    return typeof valeur === 'object' && valeur !== null ? (valeur as Dictionnaire) : {};
  }

  liste(reference: unknown): unknown[] {
    const valeur = typeof reference === 'string' ? (this.objets[`obj:${reference}`]?.value ?? reference) : reference;
    if (Array.isArray(valeur)) return valeur;
    return valeur === undefined || valeur === null ? [] : [valeur];
  }

  profil(intentions: unknown): unknown {
    const [intention] = this.liste(intentions).map((une) => this.objet(une));
    return intention ? (this.objet(intention['/DestOutputProfile'])['/N'] ?? null) : null;
  }

  flux(reference: unknown): string {
    const data = typeof reference === 'string' ? this.objets[`obj:${reference}`]?.stream?.data : undefined;
    return Buffer.from(data ?? '', 'base64').toString('utf8');
  }

  balises(reference: unknown): Balise[] {
    return this.liste(reference).flatMap((enfant) => {
      const element = this.objet(enfant);
      const type = element['/S'];
      if (typeof type !== 'string') return [];
      const attributs = Object.assign(
        {},
        ...this.liste(element['/A']).map((partie) => this.objet(partie)),
      ) as Dictionnaire;
      return [{ type: type.slice(1), alt: chaine(element['/Alt']), enfants: this.balises(element['/K']), attributs }];
    });
  }

  pages(reference: unknown): Dictionnaire[] {
    const noeud = this.objet(reference);
    const enfants = this.liste(noeud['/Kids']);
    return noeud['/Type'] === '/Pages' ? enfants.flatMap((enfant) => this.pages(enfant)) : [noeud];
  }

  signets(reference: unknown): string[] {
    const signet = this.objet(reference);
    const titre = chaine(signet['/Title']);
    const suite = [...this.suiteDe(signet['/First']), ...this.suiteDe(signet['/Next'])];
    return titre === null ? suite : [titre, ...suite];
  }

  private suiteDe(reference: unknown): string[] {
    return reference === undefined ? [] : this.signets(reference);
  }
}

function lancer(programme: string, ...arguments_: string[]): string {
  return execFileSync(programme, arguments_, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e9 });
}

function lirePolices(tableau: string): PdfLu['polices'] {
  return tableau
    .split('\n')
    .slice(2)
    .filter((ligne) => ligne !== '')
    .map((ligne) => {
      const colonnes = ligne.trim().split(/\s+/);
      const nom = (colonnes[0] ?? '').replace(/^[A-Z]{6}\+/, '');
      return { nom, incorporee: colonnes.at(-5) === 'yes', lisible: colonnes.at(-3) === 'yes' };
    });
}

function lireFichier(fichier: string): PdfLu {
  const json = lancer(
    'qpdf',
    '--json=2',
    '--json-key=qpdf',
    '--json-stream-data=inline',
    '--decode-level=generalized',
    fichier,
  );
  const { qpdf } = JSON.parse(json) as { qpdf: [unknown, Objets] };
  const classeur = new Classeur(qpdf[1]);
  const catalogue = classeur.objet((qpdf[1]['trailer']?.value as Dictionnaire)['/Root']);
  const pages = classeur.pages(catalogue['/Pages']);
  const annotations = pages.flatMap((page) => classeur.liste(page['/Annots']).map((lien) => classeur.objet(lien)));
  return {
    controle: lancer('qpdf', '--check', fichier),
    texte: lancer('pdftotext', fichier, '-').replace(/[\s\u00A0\u202F\u200B]+/g, ' '),
    polices: lirePolices(lancer('pdffonts', fichier)),
    titre: /Title:\s+(.*)/.exec(lancer('pdfinfo', fichier))?.[1] ?? '',
    langue: chaine(catalogue['/Lang']) ?? '',
    afficheLeTitre: classeur.objet(catalogue['/ViewerPreferences'])['/DisplayDocTitle'] === true,
    balise: classeur.objet(catalogue['/MarkInfo'])['/Marked'] === true,
    xmp: classeur.flux(catalogue['/Metadata']),
    profil: classeur.profil(catalogue['/OutputIntents']),
    pages: pages.length,
    structure: classeur.balises(classeur.objet(catalogue['/StructTreeRoot'])['/K']),
    liens: annotations.filter((lien) => lien['/Subtype'] === '/Link').map((lien) => chaine(lien['/Contents'])),
    signets: classeur.signets(catalogue['/Outlines']),
  };
}

/** Reads a PDF with qpdf and poppler, which the tests need on the machine. */
export function lirePdf(octets: Uint8Array): PdfLu {
  const dossier = mkdtempSync(join(tmpdir(), 'pleniere-pdf-'));
  try {
    const fichier = join(dossier, 'fiche.pdf');
    writeFileSync(fichier, octets);
    return lireFichier(fichier);
  } finally {
    rmSync(dossier, { recursive: true });
  }
}

/** Every tag in reading order. */
export function aplatir(balises: Balise[]): Balise[] {
  return balises.flatMap((balise) => [balise, ...aplatir(balise.enfants)]);
}
