import { sansAccents } from '@pleniere/shared/domain';
import {
  type GenreReferentiel,
  type LectureReferentiel,
  type RoleReferentiel,
  ROLES_REFERENTIEL,
} from './import-referentiel';

// Headings of the files of data.gouv.fr and INSEE, without case, accents nor signs; the likeliest first.
const ALIAS: Readonly<Record<RoleReferentiel, readonly string[]>> = {
  code_qpv: ['codeqp', 'codeqpv', 'codequartier', 'qpv', 'idqpv', 'codgeoqpv'],
  nom_qpv: ['libqp', 'nomqp', 'nomqpv', 'libqpv', 'libelleqpv', 'nomquartier', 'libellequartier', 'quartier'],
  code_commune: ['inseecom', 'codeinsee', 'codecommune', 'codeinseecommune', 'insee', 'depcom', 'codecom', 'codgeo'],
  nom_commune: ['libcom', 'nomcom', 'nomcommune', 'libellecommune', 'commune', 'libgeo', 'nom'],
  siren_epci: ['sirenepci', 'codeepci', 'epci'],
  population: [
    'population',
    'pop',
    'popmuni',
    'populationmunicipale',
    'popqpv',
    'populationqpv',
    'habitants',
    'nbhabitants',
  ],
};

const cleDeTitre = (titre: string) => sansAccents(titre).replace(/[^a-z0-9]/g, '');

/** Proposes what each column holds from its heading; `codgeo` is a QPV where no commune is expected. */
export function proposerRoles(titres: readonly string[]): (RoleReferentiel | null)[] {
  const cles = titres.map(cleDeTitre);
  const rangs = new Map<RoleReferentiel, number>();
  for (const role of ROLES_REFERENTIEL) {
    const alias = ALIAS[role].find((nom) => cles.includes(nom));
    const rang =
      alias === undefined
        ? cles.findIndex((cle) => role === 'population' && /^pop.*\d{2,4}$/.test(cle))
        : cles.indexOf(alias);
    if (rang >= 0) rangs.set(role, rang);
  }
  return titres.map((_, rang) => ROLES_REFERENTIEL.find((role) => rangs.get(role) === rang) ?? null);
}

/** What the file speaks of, from its columns; null as long as they do not tell. */
export function genreDe(roles: readonly (RoleReferentiel | null)[]): GenreReferentiel | null {
  if (roles.includes('code_qpv')) return roles.includes('population') ? 'populations' : 'qpv';
  return roles.includes('code_commune') ? 'communes' : null;
}

/** What is still to be said before the lines can be read. */
export function manquesDeLecture({ roles, millesime, source }: LectureReferentiel): string[] {
  const genre = genreDe(roles);
  if (genre === null) return ['Indiquez la colonne du code du quartier, ou celle du code INSEE de la commune.'];
  if (genre === 'communes') return roles.includes('nom_commune') ? [] : ['Indiquez la colonne du nom de la commune.'];
  if (genre === 'qpv') return [];
  return [
    ...(millesime === null ? ['Indiquez l’année de ces populations.'] : []),
    ...(source === '' ? ['Indiquez la source de ces populations.'] : []),
  ];
}
