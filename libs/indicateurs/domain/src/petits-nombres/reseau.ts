/** How a hidden count is told: small (from 1 to the threshold), or hidden so that a small one cannot be computed. */
export type Masque = 'petit' | 'masque';

/**
 * A count of a table as an arc of a network: at each node, what comes in equals what goes out, which says that parts make
 * a total. Nodes have no other meaning.
 */
export interface Compte {
  cle: string;
  de: string;
  vers: string;
  nombre: number;
  /** `ouvert`: the reader knows it, and it is never hidden; `libre`: nobody publishes it; `publie` unless told. */
  connu?: 'publie' | 'ouvert' | 'libre';
  /** A sum that the reader does without being given it; told as small wherever it is given. */
  implicite?: boolean;
  /** True when it must be hidden. */
  petit?: boolean;
}

/** Hidden counts may be told apart (small ones from the others), or all told alike, which hides more. */
type Etiquettes = 'distinctes' | 'memes';

interface Pas {
  compte: Compte;
  avant: Pas | null;
  /** 1 when the count grows, -1 when it shrinks. */
  sens: 1 | -1;
  /** Node that it leads to. */
  noeud: string;
}

/** The least that reaching a node hides, and the last step there. */
interface Etape {
  cout: number;
  pas: Pas | null;
}

/** The counts of a table and those that are hidden so far: what a reader may take them for, and what more must be hidden. */
export class Reseau {
  readonly masques = new Map<string, Masque>();
  private readonly voisins = new Map<string, Compte[]>();
  private essai = new Map<string, number>();

  constructor(
    readonly comptes: readonly Compte[],
    private readonly seuil: number,
    private readonly etiquettes: Etiquettes,
  ) {
    for (const compte of comptes) {
      const distinct = etiquettes === 'distinctes' || compte.implicite;
      if (compte.petit) this.masques.set(compte.cle, distinct ? 'petit' : 'masque');
      for (const noeud of [compte.de, compte.vers]) this.voisins.set(noeud, [...this.autour(noeud), compte]);
    }
  }

  /** Hides enough for each small count to be taken for any other; false when what the reader knows forbids it. */
  proteger(): boolean {
    return this.comptes
      .filter(({ petit, implicite }) => petit && !implicite)
      .every((compte) => this.protegerUn(compte));
  }

  private protegerUn(compte: Compte): boolean {
    const { nombre } = compte;
    const sort = () => this.deplacer(compte, -1, nombre) || this.deplacer(compte, 1, this.seuil - nombre);
    if (this.etiquettes === 'memes' && sort()) return true;
    return this.deplacer(compte, 1, this.seuil - 1 - nombre) && this.deplacer(compte, -1, nombre - 1);
  }

  /** Looks for other counts, as plausible, where this one is so much greater or smaller; hides those that would betray it. */
  private deplacer(compte: Compte, sens: 1 | -1, ecart: number): boolean {
    this.essai = new Map();
    const [depart, arrivee] = sens === 1 ? [compte.vers, compte.de] : [compte.de, compte.vers];
    const chemins: Pas[][] = [];
    for (let reste = ecart; reste > 0;) {
      const chemin = this.chemin(compte, depart, arrivee);
      if (chemin === null) return false;
      const debit = Math.min(reste, ...chemin.map((pas) => this.marge(pas.compte, pas.sens)));
      for (const pas of chemin) this.essai.set(pas.compte.cle, this.valeur(pas.compte) + pas.sens * debit);
      chemins.push(chemin);
      reste -= debit;
    }
    for (const { compte: traverse } of chemins.flat()) {
      if (traverse.connu !== 'libre' && !this.masques.has(traverse.cle)) this.masques.set(traverse.cle, 'masque');
    }
    return true;
  }

  /** The way that hides the least. */
  private chemin(exclu: Compte, depart: string, arrivee: string): Pas[] | null {
    const vus = new Map<string, Etape>([[depart, { cout: 0, pas: null }]]);
    const aVoir = new Set([depart]);
    while (aVoir.size > 0) {
      const noeud = [...aVoir].reduce((a, b) => (coutDe(vus, b) < coutDe(vus, a) ? b : a));
      aVoir.delete(noeud);
      if (noeud === arrivee) return remonter(vus.get(noeud)?.pas ?? null);
      for (const pas of this.pasDepuis(noeud, exclu, vus.get(noeud)?.pas ?? null)) {
        const cout = coutDe(vus, noeud) + this.cout(pas.compte);
        if (cout >= coutDe(vus, pas.noeud)) continue;
        vus.set(pas.noeud, { cout, pas });
        aVoir.add(pas.noeud);
      }
    }
    return null;
  }

  /** Counts that may change at a node, and where that leads. */
  private pasDepuis(noeud: string, exclu: Compte, avant: Pas | null): Pas[] {
    const possibles = this.autour(noeud).map((compte): Pas => {
      const sens = compte.de === noeud ? 1 : -1;
      return { compte, sens, avant, noeud: sens === 1 ? compte.vers : compte.de };
    });
    return possibles.filter(({ compte, sens }) => compte !== exclu && this.marge(compte, sens) > 0);
  }

  private autour(noeud: string): readonly Compte[] {
    return this.voisins.get(noeud) ?? [];
  }

  private valeur({ cle, nombre }: Compte): number {
    return this.essai.get(cle) ?? nombre;
  }

  /** How far a count may go and still be what the reader takes it for. */
  private marge(compte: Compte, sens: 1 | -1): number {
    if (compte.connu === 'ouvert') return 0;
    const distinct = this.etiquettes === 'distinctes';
    // Told apart from the small ones, a hidden count is known to be none of them; a zero is always told.
    if (distinct && compte.connu !== 'libre' && compte.nombre === 0) return 0;
    const petit = this.masques.get(compte.cle) === 'petit';
    const plancher = petit ? 1 : distinct && compte.connu !== 'libre' ? this.seuil : 0;
    if (sens === -1) return this.valeur(compte) - plancher;
    return petit ? this.seuil - 1 - this.valeur(compte) : Infinity;
  }

  private cout({ cle, connu, nombre, implicite }: Compte): number {
    if (connu === 'libre' || this.masques.has(cle)) return 0;
    if (implicite) return 0.2;
    return nombre === 0 ? 3 : 1 + Math.log10(nombre) / 10;
  }
}

function coutDe(vus: ReadonlyMap<string, Etape>, noeud: string): number {
  return vus.get(noeud)?.cout ?? Infinity;
}

function remonter(dernier: Pas | null): Pas[] {
  return dernier === null ? [] : [...remonter(dernier.avant), dernier];
}
