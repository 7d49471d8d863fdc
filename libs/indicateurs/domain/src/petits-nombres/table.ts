import type { Dimension, Indicateur } from '../definition/indicateur';
import { partiesDe } from '../saisie/ventilation';
import type { Territoire, Valeur, Ventilation } from '../saisie/valeur';
import type { Compte } from './reseau';

/** A count of a year that may be published. */
export interface Comptee extends Pick<Valeur, 'territoire' | 'ventilation'> {
  cle: string;
  nombre: number;
  /** True when the reader entered it or may: it is theirs to know. */
  ouverte: boolean;
}

type Regle = Pick<Indicateur, 'agregation' | 'ventilations'>;
type Ligne = ReadonlyMap<Ventilation, Comptee>;

// « derniere » and « aucune » give no figure over several territories.
const totalise = ({ agregation }: Regle) => agregation !== 'aucune' && agregation !== 'derniere';
const somme = (nombres: readonly number[]) => nombres.reduce((total, nombre) => total + nombre, 0);

/** The sum over the territories: that of all the people is published elsewhere, at least as a small one. */
function totaliser(
  ventilation: Ventilation,
  nombre: number,
  bouts: Pick<Compte, 'de' | 'vers'>,
  regle: Regle,
  estPetit: EstPetit,
): Compte {
  const petit = estPetit(nombre, ventilation);
  const somme: Compte = { cle: `somme/${ventilation}`, ...bouts, nombre, implicite: true };
  if (!totalise(regle) || (petit && ventilation !== 'total')) return { ...somme, connu: 'libre' };
  return { ...somme, connu: ventilation === 'total' && !petit ? 'ouvert' : 'publie', petit };
}

/** Tells whether a count, of a territory or over several, is too small to be told. */
export type EstPetit = (nombre: number, ventilation: Ventilation) => boolean;

/** What a row of parts leaves unsaid of its total; null when they do not make it. */
function resteDe(ligne: Ligne, dimension: Dimension): number | null {
  const total = ligne.get('total');
  const parties = partiesDe(dimension).flatMap((partie) => ligne.get(partie) ?? []);
  if (parties.length === 0 || !total) return null;
  const reste = total.nombre - somme(parties.map(({ nombre }) => nombre));
  const complete = partiesDe(dimension).every((partie) => ligne.has(partie));
  return reste < 0 || !Number.isInteger(reste) || (complete && reste > 0) ? null : reste;
}

/** One side of the table: the parts of a characteristic in each territory, and over all of them. */
class Cote {
  readonly comptes: Compte[] = [];
  private readonly sommes = new Map<Ventilation, number>();

  /** `entrant`: the parts make the total (sex); otherwise the total makes the parts (age). */
  constructor(
    private readonly dimension: Dimension,
    private readonly entrant: boolean,
  ) {}

  ajouter(territoire: Territoire, ligne: Ligne, estPetit: EstPetit): void {
    const reste = resteDe(ligne, this.dimension);
    const parties = partiesDe(this.dimension).flatMap((partie) => ligne.get(partie) ?? []);
    const noeud = `${this.entrant ? 'entree' : 'sortie'}/${territoire}`;
    for (const partie of parties) {
      const lie = reste === null ? `seul/${partie.cle}` : noeud;
      const { cle, nombre, ventilation } = partie;
      this.poser({ ...compteDe(partie, estPetit), cle, nombre }, lie, `${this.dimension}/${ventilation}`);
      this.sommes.set(ventilation, (this.sommes.get(ventilation) ?? 0) + nombre);
      if (reste === null) this.libre(`reste/${cle}`, lie, nombre, true);
    }
    if (reste === null) this.libre(`sans/${this.dimension}/${territoire}`, noeud, ligne.get('total')?.nombre ?? 0);
    else if (reste > 0) this.libre(`reste/${this.dimension}/${territoire}`, noeud, reste);
  }

  /** Closes the side with the sum of each part. */
  clore(regle: Regle, estPetit: EstPetit): Compte[] {
    for (const [ventilation, nombre] of this.sommes) {
      const [dehors, dedans] = [this.pole, `${this.dimension}/${ventilation}`];
      const bouts = this.entrant ? { de: dehors, vers: dedans } : { de: dedans, vers: dehors };
      this.comptes.push(totaliser(ventilation, nombre, bouts, regle, estPetit));
    }
    return this.comptes;
  }

  private get pole(): string {
    return this.entrant ? 'source' : 'puits';
  }

  private libre(cle: string, noeud: string, nombre: number, inverse = false): void {
    const compte: Compte = { cle, de: '', vers: '', nombre, connu: 'libre' };
    if (inverse)
      this.comptes.push({
        ...compte,
        ...(this.entrant ? { de: noeud, vers: this.pole } : { de: this.pole, vers: noeud }),
      });
    else this.poser(compte, noeud, this.pole);
  }

  private poser(compte: Compte, territoire: string, dehors: string): void {
    const bouts = this.entrant ? { de: dehors, vers: territoire } : { de: territoire, vers: dehors };
    this.comptes.push({ ...compte, ...bouts });
  }
}

function compteDe({ cle, nombre, ventilation, ouverte }: Comptee, estPetit: EstPetit): Compte {
  const petit = !ouverte && estPetit(nombre, ventilation);
  return { cle, de: '', vers: '', nombre, connu: ouverte ? 'ouvert' : 'publie', petit };
}

/** The table of one year, territories by parts, with the sums that a reader may do. */
export function tableDe(comptees: readonly Comptee[], regle: Regle, estPetit: EstPetit): Compte[] {
  const sexe = new Cote('sexe', true);
  const age = new Cote('age', false);
  const totaux: Compte[] = [];
  for (const [territoire, siennes] of Map.groupBy(comptees, (comptee) => comptee.territoire)) {
    const ligne = new Map(siennes.map((comptee) => [comptee.ventilation, comptee]));
    sexe.ajouter(territoire, ligne, estPetit);
    age.ajouter(territoire, ligne, estPetit);
    const total = ligne.get('total');
    const bouts = { de: `entree/${territoire}`, vers: `sortie/${territoire}` };
    if (total) totaux.push({ ...compteDe(total, estPetit), ...bouts });
  }
  const tout = somme(totaux.map(({ nombre }) => nombre));
  const boucle = totaliser('total', tout, { de: 'puits', vers: 'source' }, regle, estPetit);
  return [...totaux, ...sexe.clore(regle, estPetit), ...age.clore(regle, estPetit), boucle];
}
