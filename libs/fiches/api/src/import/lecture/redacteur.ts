import { reconnaitre, type BlocSource, type DocumentSource } from '@pleniere/fiches/domain';
import { LectureRefusee, LIMITES_LECTURE } from './refus';

/** A paragraph as a word processor holds it. */
export interface Paragraphe {
  texte: string;
  sorte: BlocSource['sorte'];
  niveau: number;
  /** For each character of `texte`, whether it is in bold. */
  graisse: readonly boolean[];
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
function longueurGrasse({ texte, graisse }: Paragraphe): number {
  const debut = texte.length - texte.trimStart().length;
  const mots = texte.trim();
  const premier = [...mots.split('').keys()].find((rang) => mots[rang]?.trim() !== '' && !graisse[debut + rang]);
  return premier === undefined ? mots.length : mots.slice(0, premier).trimEnd().length;
}

function motsDe({ paragraphes }: Cellule): string {
  return paragraphes.map(({ texte }) => texte).join(' ');
}

function estLibelle(cellule: Cellule): boolean {
  return (reconnaitre(motsDe(cellule), null)?.score ?? 0) >= RECONNU;
}

/** Writes the text of a document and the pieces that cover it, tables row by row. */
export class Redacteur {
  private texte = '';
  private readonly blocs: BlocSource[] = [];
  private rangs = 0;
  private table: Rangee[] | null = null;
  private profondeur = 0;

  readonly notes: string[] = [];

  /** Adds a paragraph where the reading stands; an empty one says nothing. */
  ajouter(paragraphe: Paragraphe): void {
    if (paragraphe.texte.trim() === '') return;
    const cellule = this.table?.at(-1)?.at(-1);
    if (cellule) cellule.paragraphes.push(paragraphe);
    else this.ecrire(paragraphe, ORDINAIRE);
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
    return { texte: this.texte, blocs: this.blocs, enLignes, notes: this.notes };
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

  private ecrireRangee(rangee: Rangee, prolongee: boolean, rang: number): void {
    const pleine = rangee.length === 1 && !prolongee;
    const premiere =
      rangee.length > 2
        ? Math.max(
            0,
            rangee.findIndex((cellule) => /\p{L}/u.test(motsDe(cellule))),
          )
        : 0;
    rangee.forEach((cellule, place) => {
      const enTete = place < rangee.length - 1 && ((place === premiere && !prolongee) || estLibelle(cellule));
      const colonne = pleine ? 'pleine' : enTete ? 'gauche' : 'droite';
      for (const paragraphe of cellule.paragraphes) this.ecrire(paragraphe, { colonne, rang, suite: null });
    });
  }
}
