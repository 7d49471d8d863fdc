import { texteBrut } from '@pleniere/shared/domain';
import type { Indicateur, TypeIndicateur } from '@pleniere/indicateurs/domain';
import type { ContenuFiche, ElementListe } from './contenu';
import { REGISTRE, type Champ } from './registre';

/** A field of the official sheet that is still empty; `obligatoire` when it keeps the fiche from being submitted. */
export interface Manque {
  champ: Champ['id'];
  libelle: string;
  obligatoire: boolean;
}

/** How full the official sheet is: filled fields out of 27, and what is missing. */
export interface Completude {
  remplis: number;
  total: number;
  manques: Manque[];
}

const INTERETS = ['interetHabitants', 'interetTerritoire', 'interetPartenaires'] as const;
const TYPES_PAR_CHAMP: Readonly<Partial<Record<Champ['id'], TypeIndicateur>>> = {
  indicateursRealisation: 'realisation',
  indicateursResultat: 'resultat',
  indicateursImpact: 'impact',
};

// Choices and ids that an entry always has: they say nothing by themselves.
const MUETS = ['id', 'genre', 'nature', 'portee'];

function estRempli(valeur: unknown): boolean {
  if (typeof valeur === 'string') return texteBrut(valeur) !== '';
  if (Array.isArray(valeur)) return valeur.some(estRempli);
  if (typeof valeur !== 'object' || valeur === null) return false;
  return Object.entries(valeur).some(([cle, partie]) => !MUETS.includes(cle) && (partie === true || estRempli(partie)));
}

function rempli(entree: Champ, contenu: Partial<ContenuFiche>, types: readonly TypeIndicateur[]): boolean {
  if (entree.type === 'reference') return true;
  const type = TYPES_PAR_CHAMP[entree.id];
  return type ? types.includes(type) : estRempli(contenu[entree.id as keyof ContenuFiche]);
}

/** An expected result that no indicator measures: nobody will be able to tell whether it came. */
export interface ResultatSansMesure {
  id: string;
  libelle: string;
}

/** Expected results that no indicator of the fiche is linked to; a warning, never an obstacle. */
export function resultatsSansMesure(
  resultats: readonly ElementListe[],
  indicateurs: readonly Pick<Indicateur, 'resultatsLies'>[],
): ResultatSansMesure[] {
  const mesures = new Set(indicateurs.flatMap(({ resultatsLies }) => resultatsLies));
  return resultats.flatMap(({ id, texte }, rang) =>
    mesures.has(id) || texteBrut(texte) === '' ? [] : [{ id, libelle: `R${rang + 1} ${texteBrut(texte)}` }],
  );
}

/** How many fields still keep the fiche from being submitted. */
export function manquesObligatoires(contenu: Partial<ContenuFiche>): number {
  return completude(contenu, []).manques.filter(({ obligatoire }) => obligatoire).length;
}

/** Completeness of a fiche from its content and the types of indicator that it has. */
export function completude(contenu: Partial<ContenuFiche>, types: readonly TypeIndicateur[]): Completude {
  const officiels = REGISTRE.filter((entree) => entree.officiel);
  const vides = officiels.filter((entree) => !rempli(entree, contenu, types));
  const aucunInteret = INTERETS.every((interet) => !estRempli(contenu[interet]));
  const manques = vides.map((entree) => ({
    champ: entree.id,
    libelle: entree.libelle,
    obligatoire: entree.exigence === 'requis' || (entree.exigence === 'un-des-interets' && aucunInteret),
  }));
  return { remplis: officiels.length - vides.length, total: officiels.length, manques };
}
