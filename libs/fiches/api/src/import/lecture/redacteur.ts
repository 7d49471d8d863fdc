import {
  libelleExact,
  lireDebut,
  ressembleALibelle,
  type BlocSource,
  type DocumentSource,
  type Emphase,
} from '@pleniere/fiches/domain';
import { LectureRefusee, LIMITES_LECTURE } from './refus';

/** A paragraph as a word processor holds it. */
export interface Paragraphe {
  texte: string;
  sorte: BlocSource['sorte'];
  niveau: number;
  /** For each character of `texte`, whether it is in bold, and in italics. */
  graisse: readonly boolean[];
  italique: readonly boolean[];
  /** The same for the underlining: it makes a heading stand out, a fiche does not keep it. */
  soulignement?: readonly boolean[];
}

interface Cellule {
  paragraphes: Paragraphe[];
  /** Rows that it spans. */
  hauteur: number;
}
type Rangee = Cellule[];

const ORDINAIRE = { colonne: 'pleine', rang: null, suite: null } as const;
const RECONNU = 0.8;

/** Characters in bold at the start of a paragraph, outer white space left aside. */
function longueurGrasse({ texte, graisse, soulignement }: Paragraphe): number {
  const debut = texte.length - texte.trimStart().length;
  const mots = texte.trim();
  const premier = [...mots.split('').keys()].find(
    (rang) => mots[rang]?.trim() !== '' && !graisse[debut + rang] && !soulignement?.[debut + rang],
  );
  return premier === undefined ? mots.length : mots.slice(0, premier).trimEnd().length;
}

function motsDe({ paragraphes }: Cellule): string {
  return paragraphes.map(({ texte }) => texte).join(' ');
}

function estLibelle(cellule: Cellule): boolean {
  return ressembleALibelle(motsDe(cellule), RECONNU);
}

/** True for a cell that holds a heading and, under it, what it announces; words in parentheses only explain it. */
function estEmpilee({ paragraphes: [premier, ...suite] }: Cellule): boolean {
  const dessous = suite.map(({ texte }) => texte.trim()).join(' ');
  return premier !== undefined && estIntitule(premier) && dessous !== '' && !/^\(.*\)$/s.test(dessous);
}

function tranche(
  { texte, graisse, italique, soulignement, ...reste }: Paragraphe,
  debut: number,
  fin: number,
): Paragraphe {
  return {
    texte: texte.slice(debut, fin),
    graisse: graisse.slice(debut, fin),
    italique: italique.slice(debut, fin),
    soulignement: soulignement?.slice(debut, fin),
    ...reste,
  };
}

/** Lines of a paragraph that are so many paragraphs: those that a bullet begins, those under a heading. */
function separer(paragraphe: Paragraphe): Paragraphe[] {
  const lignes = [...paragraphe.texte.matchAll(/[^\n]+/g)].map(({ index, 0: ligne }) =>
    tranche(paragraphe, index, index + ligne.length),
  );
  const morceaux: Paragraphe[] = [];
  for (const ligne of lignes) {
    const dernier = morceaux.at(-1);
    const seule = !dernier || lireDebut(ligne.texte).puce !== null || estIntitule(ligne) || estIntitule(dernier);
    if (seule) morceaux.push(ligne);
    else {
      dernier.texte += `\n${ligne.texte}`;
      dernier.graisse = [...dernier.graisse, false, ...ligne.graisse];
      dernier.italique = [...dernier.italique, false, ...ligne.italique];
      dernier.soulignement = undefined;
    }
  }
  return morceaux;
}

function estIntitule({ texte }: Paragraphe): boolean {
  return libelleExact(texte, null) !== null;
}

/** Writes the text of a document and the pieces that cover it, tables row by row. */
export class Redacteur {
  private texte = '';
  private readonly blocs: BlocSource[] = [];
  private readonly emphases: Emphase[] = [];
  private rangs = 0;
  private table: Rangee[] | null = null;
  private profondeur = 0;

  readonly notes: string[] = [];

  /** Adds a paragraph where the reading stands; an empty one says nothing. */
  ajouter(paragraphe: Paragraphe): void {
    if (paragraphe.texte.trim() === '') return;
    const cellule = this.table?.at(-1)?.at(-1);
    for (const morceau of separer(paragraphe)) {
      if (cellule) cellule.paragraphes.push(morceau);
      else this.ecrire(morceau, ORDINAIRE);
    }
  }

  /** A table within a cell is read as paragraphs of that cell. */
  ouvrirTable(): void {
    if (this.profondeur++ === 0) this.table = [];
  }

  ouvrirRangee(): void {
    if (this.profondeur === 1) this.table?.push([]);
  }

  ouvrirCellule(hauteur = 1): void {
    if (this.profondeur === 1) this.table?.at(-1)?.push({ paragraphes: [], hauteur });
  }

  fermerTable(): void {
    if (--this.profondeur > 0) return;
    const rangees = this.table ?? [];
    this.table = null;
    this.ecrireTable(rangees);
  }

  terminer(enLignes = false): DocumentSource {
    return { texte: this.texte, blocs: this.blocs, emphases: this.emphases, enLignes, notes: this.notes };
  }

  private ecrire(paragraphe: Paragraphe, place: Pick<BlocSource, 'colonne' | 'rang' | 'suite'>): void {
    const { sorte, niveau } = paragraphe;
    const texte = paragraphe.texte.trim();
    const debutGras = longueurGrasse(paragraphe);
    const debut = this.texte === '' ? 0 : this.texte.length + 1;
    this.texte += this.texte === '' ? texte : `\n${texte}`;
    if (this.texte.length > LIMITES_LECTURE.caracteres) {
      throw new LectureRefusee('Ce document est beaucoup trop long pour être une fiche.');
    }
    const gras = debutGras >= texte.length;
    this.blocs.push({ debut, fin: debut + texte.length, sorte, niveau, gras, debutGras, ...place });
    this.souligner(paragraphe, debut);
  }

  /** Keeps where the bold and the italics of a paragraph stand in the whole text. */
  private souligner({ texte, graisse, italique }: Paragraphe, depart: number): void {
    const marge = texte.length - texte.trimStart().length;
    for (let rang = marge; rang < texte.trimEnd().length; rang++) {
      const [gras, penche] = [graisse[rang] === true, italique[rang] === true];
      if (!gras && !penche) continue;
      const debut = depart + rang - marge;
      const derniere = this.emphases.at(-1);
      const suite = derniere?.fin === debut && derniere.gras === gras && derniere.italique === penche;
      if (suite) derniere.fin = debut + 1;
      else this.emphases.push({ debut, fin: debut + 1, gras, italique: penche });
    }
  }

  private ecrireTable(rangees: readonly Rangee[]): void {
    let restantes = 0;
    for (let numero = 0; numero < rangees.length; numero++) {
      const rangee = rangees[numero] ?? [];
      const suivante = rangees[numero + 1] ?? [];
      if (this.sontEnTetes(rangee, suivante)) {
        rangee.forEach((cellule, rang) => this.ecrireRangee([cellule, suivante[rang] ?? cellule], false, ++this.rangs));
        numero++;
        continue;
      }
      const prolongee = restantes > 0;
      if (!prolongee) this.rangs += 1;
      restantes = prolongee ? restantes - 1 : Math.max(0, (rangee[0]?.hauteur ?? 1) - 1);
      this.ecrireRangee(rangee, prolongee, this.rangs);
    }
  }

  /** Headings above what they name, instead of beside it. */
  private sontEnTetes(rangee: Rangee, suivante: Rangee): boolean {
    const assez = rangee.length > 1 && rangee.length === suivante.length;
    return assez && rangee.every(estLibelle) && !suivante.some(estLibelle);
  }

  /** A heading above what it announces, in one cell: as if it stood beside it. */
  private ecrireEmpilee(cellule: Cellule): void {
    const rang = ++this.rangs;
    cellule.paragraphes.forEach((paragraphe, place) => {
      const colonne = place === 0 && estEmpilee(cellule) ? 'gauche' : 'droite';
      this.ecrire(paragraphe, { colonne, rang, suite: null });
    });
  }

  private ecrireRangee(rangee: Rangee, prolongee: boolean, rang: number): void {
    const [seule, ...autres] = rangee;
    const empilees = rangee.filter(estEmpilee).length;
    if (!prolongee && (autres.length === 0 ? empilees === 1 : empilees > 1)) {
      for (const cellule of rangee) this.ecrireEmpilee(cellule);
    } else if (seule && autres.length === 0 && !prolongee) this.ecrirePleine(seule, rang);
    else this.ecrireColonnes(rangee, prolongee, rang);
  }

  /** A cell across the table: words, or the heading of the row below. */
  private ecrirePleine({ paragraphes }: Cellule, rang: number): void {
    const [premier, autre] = paragraphes;
    if (premier && !autre && estIntitule(premier)) this.ecrire({ ...premier, sorte: 'titre', niveau: 2 }, ORDINAIRE);
    else for (const paragraphe of paragraphes) this.ecrire(paragraphe, { colonne: 'pleine', rang, suite: null });
  }

  private ecrireColonnes(rangee: Rangee, prolongee: boolean, rang: number): void {
    const lettrees = rangee.findIndex((cellule) => /\p{L}/u.test(motsDe(cellule)));
    const premiere = rangee.length > 2 ? Math.max(0, lettrees) : 0;
    rangee.forEach((cellule, place) => {
      const enTete = place < rangee.length - 1 && ((place === premiere && !prolongee) || estLibelle(cellule));
      const colonne = enTete ? 'gauche' : 'droite';
      // The number of a row, before its heading, says nothing of the fiche.
      const numero = place < premiere ? { sorte: 'folio' as const } : {};
      for (const paragraphe of cellule.paragraphes)
        this.ecrire({ ...paragraphe, ...numero }, { colonne, rang, suite: null });
    });
  }
}
