import { accorder, formaterNombre } from '@pleniere/shared/domain';
import type { Commune } from '../qpv';
import { genreDe } from './colonnes';
import type {
  Contour,
  EtatQpv,
  EtatReferentiel,
  FichierReferentiel,
  LectureReferentiel,
  LigneReferentiel,
  SortReferentiel,
} from './import-referentiel';
import { type LigneLue, lireLignes } from './lecture';

/** What stands in the contrat: its EPCI, communes, QPV and their populations. */
export interface CadreReferentiel {
  epciSiren: string;
  /** Names by INSEE code. */
  communes: Record<string, string>;
  qpv: Record<string, EtatQpv>;
  populations: { code: string; population: number; millesime: number; source: string }[];
}

/** A line beside what stands: what would be written, if anything. */
export interface LigneComparee extends LigneReferentiel {
  ecriture: EtatReferentiel | null;
}

function estDuContrat(lue: LigneLue, cadre: CadreReferentiel, surCommunes: boolean): boolean {
  if (surCommunes) return lue.code in cadre.communes || lue.epci.length === 0 || lue.epci.includes(cadre.epciSiren);
  return (
    lue.code in cadre.qpv ||
    lue.epci.includes(cadre.epciSiren) ||
    lue.communes.some(({ code }) => code !== undefined && code in cadre.communes)
  );
}

/** A QPV as it would stand: what the file leaves out stays, a commune is named by the contrat when the file does not. */
function qpvLu(lue: LigneLue, cadre: CadreReferentiel): EtatQpv | string {
  const avant = cadre.qpv[lue.code];
  const libelle = lue.nom || avant?.libelle;
  if (!libelle) return 'Le nom du quartier manque.';
  const communes = lue.communes.map(({ code = '', nom }): Commune => ({
    code,
    nom: cadre.communes[code] ?? nom ?? '',
  }));
  const anonyme = communes.find(({ nom }) => nom === '');
  if (anonyme) return `Le nom de la commune ${anonyme.code} manque.`;
  const gardees = communes.length > 0 ? communes : (avant?.communes ?? []);
  if (gardees.length === 0) return 'La commune du quartier manque.';
  const rangees = [...gardees].sort((a, b) => a.code.localeCompare(b.code));
  return { libelle, communes: rangees, contour: lue.contour ?? avant?.contour ?? null };
}

function ecritureDe(lue: LigneLue, cadre: CadreReferentiel, lecture: LectureReferentiel): EtatReferentiel | string {
  const { code } = lue;
  const genre = genreDe(lecture.roles);
  if (genre === 'communes') return { sur: 'commune', code, etat: { nom: lue.nom } };
  if (genre === 'qpv') {
    const etat = qpvLu(lue, cadre);
    return typeof etat === 'string' ? etat : { sur: 'qpv', code, etat };
  }
  if (!(code in cadre.qpv))
    return 'Ce quartier n’est pas encore dans le contrat\u00A0: importez d’abord la liste des quartiers.';
  const { millesime, source } = lecture;
  if (lue.population === null || millesime === null) return 'La population manque.';
  return { sur: 'population', code, etat: { population: lue.population, millesime, source } };
}

/** What stands where a line would write; null when nothing does. */
export function etatActuel(ecriture: EtatReferentiel, cadre: CadreReferentiel): EtatReferentiel | null {
  const { code } = ecriture;
  if (ecriture.sur === 'commune') {
    const nom = cadre.communes[code];
    return nom === undefined ? null : { sur: 'commune', code, etat: { nom } };
  }
  if (ecriture.sur === 'qpv') {
    const etat = cadre.qpv[code];
    return etat ? { sur: 'qpv', code, etat } : null;
  }
  const connue = cadre.populations.find((autre) => autre.code === code && autre.millesime === ecriture.etat.millesime);
  if (!connue) return null;
  const { population, millesime, source } = connue;
  return { sur: 'population', code, etat: { population, millesime, source } };
}

/** Tells two states apart, whatever the order in which their parts were written. */
export function memeEtatReferentiel(a: EtatReferentiel | null, b: EtatReferentiel | null): boolean {
  return signature(a) === signature(b);
}

function signature(ecriture: EtatReferentiel | null): string {
  if (ecriture?.sur !== 'qpv') {
    const etat = ecriture?.etat ?? {};
    return JSON.stringify(Object.entries(etat).sort(([a], [b]) => a.localeCompare(b)));
  }
  const { libelle, communes, contour } = ecriture.etat;
  return JSON.stringify([libelle, communes.map(({ code }) => code).sort(), contour]);
}

function ecrireEtat(ecriture: EtatReferentiel | null): string {
  if (!ecriture) return '';
  if (ecriture.sur === 'commune') return ecriture.etat.nom;
  if (ecriture.sur === 'population') {
    const { population, millesime, source } = ecriture.etat;
    return `${accorder(population, 'habitant')} en ${millesime} (${source})`;
  }
  const { libelle, communes, contour } = ecriture.etat;
  return [libelle, communes.map(({ nom }) => nom).join(', '), contour ? decrireContour(contour) : 'sans contour'].join(
    ' · ',
  );
}

function decrireContour(contour: Contour): string {
  return `contour de ${formaterNombre(contour.flat(2).length)} points`;
}

function comparer(lue: LigneLue, cadre: CadreReferentiel, lecture: LectureReferentiel): LigneComparee {
  const { ligne, code } = lue;
  const ecriture = lue.motif ?? ecritureDe(lue, cadre, lecture);
  if (typeof ecriture === 'string') {
    return { ligne, code, sort: 'refusee', avant: '', apres: '', motif: ecriture, ecriture: null };
  }
  const avant = etatActuel(ecriture, cadre);
  const sort: SortReferentiel =
    avant === null ? 'nouvelle' : memeEtatReferentiel(avant, ecriture) ? 'identique' : 'changee';
  return { ligne, code, sort, avant: ecrireEtat(avant), apres: ecrireEtat(ecriture), motif: null, ecriture };
}

/** Sorts the lines of a file out against what stands; those about other places are counted, not shown. */
export function comparerReferentiel(
  fichier: FichierReferentiel,
  lecture: LectureReferentiel,
  cadre: CadreReferentiel,
): { lignes: LigneComparee[]; horsContrat: number } {
  const surCommunes = genreDe(lecture.roles) === 'communes';
  const lues = lireLignes(fichier, lecture);
  const siennes = lues.filter((lue) => estDuContrat(lue, cadre, surCommunes) || estIllisible(lue));
  return {
    lignes: siennes.map((lue) => comparer(lue, cadre, lecture)),
    horsContrat: lues.length - siennes.length,
  };
}

// A code that cannot be read may be one of the contrat.
function estIllisible({ motif, code, communes }: LigneLue): boolean {
  return motif !== null && communes.length === 0 && !/^QN/.test(code);
}
