import { type Commune, verifierCodeQpv } from '../qpv';
import { genreDe } from './colonnes';
import type {
  Contour,
  FichierReferentiel,
  LectureReferentiel,
  LigneFichier,
  RoleReferentiel,
} from './import-referentiel';

const CODE_COMMUNE = /^(\d{2}|2[AB])\d{3}$/;

/** A line as it was understood, before it is compared with what stands. */
export interface LigneLue {
  ligne: number;
  code: string;
  /** Name of the QPV or of the commune; empty when the file does not say it. */
  nom: string;
  communes: Partial<Commune>[];
  epci: string[];
  population: number | null;
  contour: Contour | null;
  motif: string | null;
}

const separer = (texte: string, signes: RegExp) =>
  texte
    .split(signes)
    .map((partie) => partie.trim())
    .filter(Boolean);

/** INSEE code in capitals, with the nought that spreadsheets drop. */
function codeCommune(texte: string): string {
  const code = texte.toUpperCase();
  return /^\d{4}$/.test(code) ? `0${code}` : code;
}

// A comma may belong to a name of commune: it separates names only where it separates as many codes.
function lireCommunes(codes: string, noms: string): Partial<Commune>[] {
  const lus = separer(codes, /[|,;/]/).map(codeCommune);
  const parBarre = separer(noms, /\|/);
  const nommes = parBarre.length === lus.length ? parBarre : separer(noms, /[|,;/]/);
  const communes = lus.map((code, rang) => (nommes.length === lus.length ? { code, nom: nommes[rang] } : { code }));
  return [...new Map(communes.map((commune) => [commune.code, commune])).values()];
}

/** Reads « 1 060 » or « 1060,4 »; null for what is no count. */
function lirePopulation(texte: string): number | null {
  const nombre = texte.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.');
  return /^\d{1,7}(\.\d+)?$/.test(nombre) ? Math.round(Number(nombre)) : null;
}

function lireLigne(
  source: LigneFichier,
  lire: (role: RoleReferentiel) => string,
  lecture: LectureReferentiel,
): LigneLue {
  const genre = genreDe(lecture.roles);
  const communes = lireCommunes(lire('code_commune'), lire('nom_commune'));
  const lue: LigneLue = {
    ligne: source.ligne,
    code: genre === 'communes' ? codeCommune(lire('code_commune')) : lire('code_qpv').toUpperCase().replace(/\s/g, ''),
    nom: genre === 'communes' ? lire('nom_commune') : lire('nom_qpv'),
    communes,
    epci: separer(lire('siren_epci'), /[|,;/]/),
    population: lirePopulation(lire('population')),
    contour: source.contour ?? null,
    motif: null,
  };
  return { ...lue, motif: source.motif ?? motifDe(lue, genre, lire('population')) };
}

function motifDe(
  { code, nom, communes, population }: LigneLue,
  genre: ReturnType<typeof genreDe>,
  lu: string,
): string | null {
  if (genre === 'communes') {
    if (!CODE_COMMUNE.test(code)) return 'Un code INSEE de commune s’écrit comme 37261.';
    return nom === '' ? 'Le nom de la commune manque.' : null;
  }
  const refus = verifierCodeQpv(code);
  if (refus !== null) return refus;
  const fautive = communes.find((commune) => !CODE_COMMUNE.test(commune.code ?? ''));
  if (fautive) return `Le code INSEE «\u202F${fautive.code ?? ''}\u202F» n’existe pas sous cette forme.`;
  if (genre !== 'populations' || population !== null) return null;
  return lu === '' ? 'La population manque.' : 'La population est un nombre d’habitants.';
}

/** Reads every line of a file as its columns say; the second line about one place is refused. */
export function lireLignes({ lignes }: FichierReferentiel, lecture: LectureReferentiel): LigneLue[] {
  const premieres = new Map<string, number>();
  return lignes.map((source) => {
    const lue = lireLigne(source, (role) => source.cellules[lecture.roles.indexOf(role)]?.trim() ?? '', lecture);
    const premiere = premieres.get(lue.code);
    if (lue.motif === null && premiere !== undefined) {
      return { ...lue, motif: `La ligne ${premiere} parle déjà de ce code.` };
    }
    if (lue.motif === null) premieres.set(lue.code, lue.ligne);
    return lue;
  });
}
