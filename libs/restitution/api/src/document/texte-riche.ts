import { Parser } from 'htmlparser2';
import type { Bloc, ItemDeListe, Run } from './document-fiche';

const PROTOCOLES = new Set(['http:', 'https:', 'mailto:']);
const STYLES: Readonly<Record<string, 'gras' | 'italique'>> = {
  strong: 'gras',
  b: 'gras',
  em: 'italique',
  i: 'italique',
};
const LISTES = new Set(['ul', 'ol', 'li']);
const MUETS = new Set(['script', 'style', 'template', 'title']);

/** The address in its canonical ASCII form, or nothing when it leads neither to the web nor to a mailbox. */
export function lireAdresse(href = ''): string | undefined {
  const url = URL.parse(href);
  return url && PROTOCOLES.has(url.protocol) ? url.href : undefined;
}

function memeStyle(un: Omit<Run, 'texte'>, autre: Omit<Run, 'texte'>): boolean {
  return un.gras === autre.gras && un.italique === autre.italique && un.lien === autre.lien;
}

/** Follows the tags of one restricted text and grows its blocks; deeper lists than one sub-level are brought back to it. */
class LecteurDeBlocs {
  readonly blocs: Bloc[] = [];
  private runs: Run[] | null = null;
  private readonly listes: Extract<Bloc, { type: 'liste' }>[] = [];
  private readonly styles = { gras: 0, italique: 0 };
  private muet = 0;
  private lien: string | undefined;

  ouvrir(balise: string, attributs: Record<string, string>): void {
    const style = STYLES[balise];
    if (style) this.styles[style]++;
    else if (MUETS.has(balise)) this.muet++;
    else if (balise === 'a') this.lien = lireAdresse(attributs['href']);
    else if (balise === 'br') this.ecrire('\n');
    else if (balise === 'p') this.ouvrirParagraphe();
    else if (balise === 'ul' || balise === 'ol') this.ouvrirListe(balise === 'ol');
    else if (balise === 'li') this.ouvrirItem();
  }

  fermer(balise: string): void {
    const style = STYLES[balise];
    if (style) this.styles[style]--;
    else if (MUETS.has(balise)) this.muet--;
    else if (balise === 'a') this.lien = undefined;
    else if (balise === 'p') this.runs = this.listes.length > 0 ? this.runs : null;
    else if (LISTES.has(balise)) this.fermerListe(balise);
  }

  lire(texte: string): void {
    const suite = texte.replace(/[ \n\r\t\f]+/g, ' ');
    if (!this.muet && (this.runs !== null || suite.trim() !== '')) this.ecrire(suite);
  }

  private ecrire(texte: string): void {
    if (this.runs === null) this.ouvrirParagraphe();
    const style = {
      ...(this.styles.gras > 0 && { gras: true }),
      ...(this.styles.italique > 0 && { italique: true }),
      ...(this.lien !== undefined && { lien: this.lien }),
    };
    const dernier = this.runs?.at(-1);
    if (dernier && memeStyle(dernier, style)) dernier.texte += texte;
    else this.runs?.push({ texte, ...style });
  }

  private ouvrirParagraphe(): void {
    if (this.listes.length > 0) {
      if (this.runs === null) this.ouvrirItem();
      else if (this.runs.length > 0) this.ecrire('\n');
      return;
    }
    this.runs = [];
    this.blocs.push({ type: 'paragraphe', runs: this.runs });
  }

  private ouvrirListe(ordonnee: boolean): void {
    const mere = this.listes[0];
    const liste = mere ?? { type: 'liste' as const, ordonnee, items: [] };
    if (!mere) this.blocs.push(liste);
    this.listes.push(liste);
    this.runs = null;
  }

  private fermerListe(balise: string): void {
    if (balise !== 'li') this.listes.pop();
    this.runs = null;
  }

  private ouvrirItem(): void {
    if (this.listes.length === 0) this.ouvrirListe(false);
    this.runs = [];
    const liste = this.listes[0];
    const mere = this.listes.length > 1 ? liste?.items.at(-1) : undefined;
    if (mere) mere.sousItems.push(this.runs);
    else liste?.items.push({ runs: this.runs, sousItems: [] });
  }
}

/** Runs without blank ends; empty when nothing is said. */
function rogner(runs: Run[]): Run[] {
  const pleins = runs.filter(({ texte }) => texte !== '');
  const premier = pleins.findIndex(({ texte }) => texte.trim() !== '');
  if (premier < 0) return [];
  const dernier = pleins.findLastIndex(({ texte }) => texte.trim() !== '');
  return pleins.slice(premier, dernier + 1).map((run, rang, tous) => {
    const debut = rang === 0 ? run.texte.trimStart() : run.texte;
    return { ...run, texte: rang === tous.length - 1 ? debut.trimEnd() : debut };
  });
}

function rognerItem({ runs, sousItems }: ItemDeListe): ItemDeListe[] {
  const item = { runs: rogner(runs), sousItems: sousItems.map(rogner).filter((sous) => sous.length > 0) };
  return item.runs.length > 0 || item.sousItems.length > 0 ? [item] : [];
}

function rognerBloc(bloc: Bloc): Bloc[] {
  if (bloc.type === 'paragraphe') {
    const runs = rogner(bloc.runs);
    return runs.length > 0 ? [{ ...bloc, runs }] : [];
  }
  if (bloc.type === 'liste') {
    const items = bloc.items.flatMap(rognerItem);
    return items.length > 0 ? [{ ...bloc, items }] : [];
  }
  return [bloc];
}

/**
 * Reads a stored restricted HTML text (p, strong, em, a, ul, ol, li, br) as blocks to print. Unknown tags give their
 * text, scripts and styles nothing, an address that is neither web nor mail is dropped: a text never becomes markup.
 */
export function lireTexteRiche(html: string): Bloc[] {
  const lecteur = new LecteurDeBlocs();
  const parser = new Parser({
    onopentag: (balise, attributs) => lecteur.ouvrir(balise, attributs),
    onclosetag: (balise) => lecteur.fermer(balise),
    ontext: (texte) => lecteur.lire(texte),
  });
  parser.end(html);
  return lecteur.blocs.flatMap(rognerBloc);
}
