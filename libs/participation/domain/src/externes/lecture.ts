import { type CelluleTableur, type FeuilleTableur, sansAccents } from '@pleniere/shared/domain';
import type { ConsultationExterne } from '../suites/suites';
import { lireJour } from './dates';

/** Limits of what is kept of a consultation that others held. */
export const LIMITES_EXTERNE = {
  ...{ titre: 200, texte: 2000, source: 300, dates: 30, agenda: 50, projets: 50, nombre: 100_000_000 },
} as const;

/** A line of a file that was not taken, as it was written, and why. */
export interface LigneNonReprise {
  feuille: string;
  ligne: number;
  cellules: string[];
  pourquoi: string;
}

/** What a file says of a consultation that others held. */
export interface LectureExterne extends Pick<ConsultationExterne, 'dates' | 'agenda' | 'projets' | 'chiffres'> {
  refusees: LigneNonReprise[];
}

type Rubrique = 'dates' | 'agenda' | 'projets' | 'chiffres';
type Colonnes = Readonly<Record<string, readonly string[]>>;
type Cellules = Readonly<Record<string, string>>;

const EXPLICATION = ['explication', 'texte', 'detail', 'resume', 'description'];
/** Headings by which a sheet is known; the first column of each is the one that it cannot be without. */
const TITRES: Readonly<Record<Rubrique, Colonnes>> = {
  chiffres: { compte: ['compte', 'chiffre'], objectif: ['vise', 'objectif'], realise: ['obtenu', 'realise'] },
  dates: { date: ['date', 'jour'], libelle: ['libelle', 'etape', 'evenement'], source: ['source'] },
  projets: { titre: ['projet'], porteur: ['porteur', 'porte par', 'association'], texte: EXPLICATION },
  agenda: { titre: ['priorite', 'idee'], texte: EXPLICATION },
};
const RUBRIQUES = Object.keys(TITRES) as Rubrique[];
const COMPTES = { participants: 'participants', propositions: 'propositions', votes: 'votes' } as const;
const LIGNES_DE_GARDE = 20;

const ecrire = (cellule: CelluleTableur | undefined): string => String(cellule ?? '').trim();

interface Tete {
  rubrique: Rubrique;
  rang: number;
  /** Place of each known column. */
  places: Readonly<Record<string, number>>;
}

// Rows above the headings bear a title or a source.
function trouverTete({ lignes }: FeuilleTableur): Tete | null {
  for (const [rang, ligne] of lignes.slice(0, LIGNES_DE_GARDE).entries()) {
    const titres = ligne.map((cellule) => sansAccents(ecrire(cellule)));
    const placer = (mots: readonly string[]) => titres.findIndex((titre) => mots.includes(titre));
    for (const rubrique of RUBRIQUES) {
      const places = Object.entries(TITRES[rubrique]).map(([cle, mots]) => [cle, placer(mots)] as const);
      if (places[0] && places[0][1] >= 0 && places.filter(([, place]) => place >= 0).length > 1)
        return { rubrique, rang, places: Object.fromEntries(places) };
    }
  }
  return null;
}

function tropLong(cellules: Cellules): string | null {
  const { titre, texte, source } = LIMITES_EXTERNE;
  const long = Object.entries(cellules).find(
    ([cle, mots]) => mots.length > (cle === 'texte' ? texte : cle === 'source' ? source : titre),
  );
  return long ? `«\u202F${long[1].slice(0, 40)}…\u202F» est trop long.` : null;
}

function lireNombre(texte: string): number | null {
  const nombre = Number(texte.replaceAll(/\s/g, ''));
  return texte !== '' && Number.isInteger(nombre) && nombre >= 0 && nombre <= LIMITES_EXTERNE.nombre ? nombre : null;
}

const nombreAttendu = (texte: string): boolean => texte === '' || lireNombre(texte) !== null;

/** What each sort of line adds to what was read, or why it is not taken. */
const PRENDRE: Readonly<Record<Rubrique, (lue: LectureExterne, cellules: Cellules) => string | null>> = {
  dates: ({ dates }, { libelle = '', date = '', source = '' }) => {
    const jour = lireJour(date);
    if (libelle === '') return 'Le libellé de la date manque.';
    if (jour === null) return `«\u202F${date}\u202F» n’est pas un jour\u00A0: 13/09/2025 est attendu.`;
    return ajouter(dates, { libelle, date: jour, source }, LIMITES_EXTERNE.dates);
  },
  agenda: ({ agenda }, { titre = '', texte = '' }) =>
    titre === '' ? 'La priorité n’a pas de titre.' : ajouter(agenda, { titre, texte }, LIMITES_EXTERNE.agenda),
  projets: ({ projets }, { titre = '', porteur = '', texte = '' }) =>
    titre === '' ? 'Le projet n’a pas de titre.' : ajouter(projets, { titre, porteur, texte }, LIMITES_EXTERNE.projets),
  chiffres: ({ chiffres }, { compte = '', objectif = '', realise = '' }) => {
    const nom = COMPTES[sansAccents(compte) as keyof typeof COMPTES];
    if (nom === undefined) return 'Les comptes repris sont participants, propositions et votes.';
    if (![objectif, realise].every(nombreAttendu)) return 'Un nombre entier est attendu.';
    chiffres[nom] = { objectif: lireNombre(objectif), realise: lireNombre(realise) };
    return null;
  },
};

function ajouter<T>(liste: T[], une: T, max: number): string | null {
  if (liste.length >= max) return `${max} lignes au plus sont reprises.`;
  liste.push(une);
  return null;
}

/** Reads sheets known by their headings; what cannot be taken is given back as it was written, with the reason. */
export function lireExterne(feuilles: readonly FeuilleTableur[]): LectureExterne {
  const lue: LectureExterne = { dates: [], agenda: [], projets: [], chiffres: {}, refusees: [] };
  for (const feuille of feuilles) {
    const tete = trouverTete(feuille);
    for (const [rang, ligne] of feuille.lignes.entries()) {
      const ecrites = ligne.map(ecrire);
      if (rang <= (tete?.rang ?? -1) || ecrites.every((cellule) => cellule === '')) continue;
      const pourquoi = tete ? prendre(lue, tete, ecrites) : 'Les titres de cette feuille ne sont pas reconnus.';
      if (pourquoi !== null) lue.refusees.push({ feuille: feuille.nom, ligne: rang + 1, cellules: ecrites, pourquoi });
    }
  }
  return lue;
}

function prendre(lue: LectureExterne, { rubrique, places }: Tete, ecrites: readonly string[]): string | null {
  const cellules = Object.fromEntries(Object.entries(places).map(([cle, place]) => [cle, ecrites[place] ?? '']));
  return tropLong(cellules) ?? PRENDRE[rubrique](lue, cellules);
}
