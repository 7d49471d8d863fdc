import { sansAccents, type PeriodeContrat } from '@pleniere/shared/domain';
import type { CadreOu, CadreQuand, PublicCible } from '../../fiche/contenu';
import { rapprocherQpv, type Repertoire } from './rapprocher';

const MOIS = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');
const JOURS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

interface Jalon {
  debut: string;
  fin: string;
}

const deux = (nombre: number): string => String(nombre).padStart(2, '0');

/** First and last day of a year, of a month or of a day; a day that its month does not have is left aside. */
function jalonDe(annee: number, mois?: number, jour?: number): Jalon {
  if (mois === undefined) return { debut: `${annee}-01-01`, fin: `${annee}-12-31` };
  const dernier = JOURS[mois - 1] ?? 28;
  const reel = jour !== undefined && jour <= dernier ? jour : undefined;
  const debutDuMois = `${annee}-${deux(mois)}`;
  return { debut: `${debutDuMois}-${deux(reel ?? 1)}`, fin: `${debutDuMois}-${deux(reel ?? dernier)}` };
}

/** Dates of a text without accents, in its order: « 2024 », « septembre 2025 », « 12/03/2026 ». */
function jalonsDe(mots: string): Jalon[] {
  const forme = new RegExp(
    `(?:(\\d{1,2})/(\\d{1,2})/|(?:(\\d{1,2})(?:er)? )?(${MOIS.join('|')}) )?\\b(20\\d{2})\\b`,
    'g',
  );
  return [...mots.matchAll(forme)].map(([, jour, mois, jourEcrit, moisEcrit, annee]) => {
    const numero = moisEcrit === undefined ? Number(mois) : MOIS.indexOf(moisEcrit) + 1;
    const leJour = Number(jour ?? jourEcrit);
    return jalonDe(Number(annee), numero >= 1 && numero <= 12 ? numero : undefined, leJour >= 1 ? leJour : undefined);
  });
}

/** First and last dates that a text tells inside the years of the contrat. */
function bornesDe(mots: string, { anneeDebut, anneeFin }: PeriodeContrat): Jalon[] {
  const jalons = jalonsDe(mots).filter(({ debut }) => {
    const annee = Number(debut.slice(0, 4));
    return annee >= anneeDebut && annee <= anneeFin;
  });
  const toute = /toute la duree (du contrat|de la convention)/.test(mots);
  return jalons.length === 0 && toute ? [jalonDe(anneeDebut), jalonDe(anneeFin)] : jalons;
}

/** Dates that « En continu de 2024 à 2030 » tells, inside the years of the contrat. */
export function lirePeriode(texte: string, periode: PeriodeContrat): Omit<CadreQuand, 'texte'> {
  const mots = sansAccents(texte);
  const jalons = bornesDe(mots, periode);
  const sansFin = jalons.length === 1 && /\b(a partir|des|depuis|apres)\b/.test(mots);
  return {
    debut: jalons[0]?.debut ?? null,
    fin: sansFin ? null : (jalons.at(-1)?.fin ?? null),
    continu: /\bcontinu|permanen|toute la duree|tout au long/.test(mots),
  };
}

/** Where « Dans chacun des 13 QPV » says that a fiche applies; null when the words do not tell. */
export function lirePortee(texte: string, repertoire: Repertoire): Pick<CadreOu, 'portee' | 'qpv'> | null {
  const mots = sansAccents(texte);
  const [, nombre] = /\b(\d{1,2})\s+(?:qpv|quartiers)/.exec(mots) ?? [];
  if (/\bhors qpv\b/.test(mots)) return { portee: 'hors-qpv', qpv: [] };
  const qpv = rapprocherQpv(texte, repertoire);
  const tous = /\b(tous les|ensemble des|chacun des|chaque|les \d+)\s+(?:\d+\s+)?(qpv|quartiers?)/.test(mots);
  if (tous || (nombre !== undefined && Number(nombre) === repertoire.qpv.length))
    return { portee: 'tous-qpv', qpv: [] };
  if (qpv.length > 0) return { portee: 'selection', qpv };
  if (
    /\b(toute la|ensemble de la|echelle de la|a l.echelle) (metropole|agglomeration)|territoire metropolitain/.test(
      mots,
    )
  ) {
    return { portee: 'metropole', qpv: [] };
  }
  return /^\W*(les )?(qpv|quartiers prioritaires)\W*$/.test(mots) ? { portee: 'tous-qpv', qpv: [] } : null;
}

const PUBLICS_PAR_MOT: readonly [PublicCible['publics'][number], RegExp][] = [
  [
    'tous-habitants',
    /\b(tous|toutes|ensemble des|tout)\b.{0,20}\b(habitant|public|population)|^\W*(les )?habitant(e?s)?\b/,
  ],
  ['petite-enfance', /petite enfance|0-3 ans|jeunes enfants|creche/],
  ['enfants', /(?<!jeunes )\benfants?\b|\becoliers?\b|4-10 ans|6-11 ans/],
  ['adolescents', /adolescent|collegiens?|lyceens?|11-17 ans|12-17 ans/],
  ['jeunes-adultes', /\bjeunes\b(?! enfants)|16-25 ans|18-25 ans|16-29 ans|etudiants?/],
  ['adultes', /\badultes?\b(?![ -]relais)/],
  ['seniors', /\bseniors?\b|personnes agees|retraites?\b|aines\b/],
  ['femmes', /\bfemmes?\b/],
  ['parents', /\bparents?\b|familles?\b|parentalite/],
  ['demandeurs-emploi', /demandeurs? d.emploi|recherche d.emploi|chomage|chomeurs?/],
  ['allophones', /allophones?|primo-?arrivants?|francais langue etrangere|\bfle\b/],
  ['personnes-handicapees', /handicap/],
];

/** Publics that a text names, in the product's order. */
export function lirePublics(texte: string): PublicCible['publics'] {
  const mots = sansAccents(texte);
  return PUBLICS_PAR_MOT.filter(([, forme]) => forme.test(mots)).map(([nom]) => nom);
}
