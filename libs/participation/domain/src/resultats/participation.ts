import { libelleMasque, type Masque } from '@pleniere/indicateurs/domain';
import { diversite, type Diversite, estDivulgable, type Repartition } from '../seances/diversite';
import { cleCellule, masquerTableau } from './masquer-tableau';
import { SEUILS_PAR_DEFAUT } from './seuils';

/** One part of those who took part, beside the same part of the population. */
export interface PartDeParticipation {
  part: string;
  /** Null when it is hidden; `masque` then says how it is told. */
  nombre: number | null;
  masque: Masque | null;
  /** Among those who said it; null when the number is hidden. */
  proportion: number | null;
  /** Share of the population, null without a reference. */
  population: number | null;
}

/** Who took part, along one dimension: always with the share of those who said it. */
export interface ParticipationDeclaree {
  participants: number;
  declarants: number | null;
  tauxDeclaration: number | null;
  /** False when too few said it: the parts are then empty. */
  montrable: boolean;
  diversite: Pick<Diversite, 'representativite' | 'equilibre'>;
  parts: PartDeParticipation[];
}

const SANS_REPONSE = 'sans-reponse';
const LIGNE = 'participants';

/**
 * Participation against the population: hidden when fewer than half said who they are; small counts hidden, with what
 * would betray them, those who said nothing included. An index read from hidden counts would betray them: it is null.
 */
export function participationDeclaree(
  declares: Repartition,
  participants: number,
  population: Repartition | null,
  seuil = SEUILS_PAR_DEFAUT.cellule,
): ParticipationDeclaree {
  const mesuree = diversite(declares, participants, population);
  const montrable = estDivulgable(mesuree) && mesuree.declarants >= seuil;
  const muette = {
    participants,
    declarants: null,
    tauxDeclaration: mesuree.tauxDeclaration,
    montrable: false,
    parts: [],
  };
  if (!montrable) return { ...muette, diversite: { representativite: null, equilibre: null } };

  const sansReponse = Math.max(0, participants - mesuree.declarants);
  const noms = [...new Set([...Object.keys(population ?? {}), ...Object.keys(declares)])];
  const cellule = (colonne: string, nombre: number) => ({ ligne: LIGNE, colonne, nombre });
  const masques = masquerTableau(
    [...noms.map((nom) => cellule(nom, declares[nom] ?? 0)), cellule(SANS_REPONSE, sansReponse)],
    seuil,
  );
  const masqueDe = (nom: string) => masques.get(cleCellule(LIGNE, nom)) ?? null;
  const reference = Object.values(population ?? {}).reduce((somme, nombre) => somme + nombre, 0);
  const parts = noms.map((part): PartDeParticipation => {
    const masque = masqueDe(part);
    const nombre = masque === null ? (declares[part] ?? 0) : null;
    return {
      ...{ part, nombre, masque },
      proportion: nombre === null || masqueDe(SANS_REPONSE) !== null ? null : nombre / mesuree.declarants,
      population: reference > 0 ? (population?.[part] ?? 0) / reference : null,
    };
  });
  const entiere = parts.every(({ masque }) => masque === null);
  const declarantsDits = masqueDe(SANS_REPONSE) === null;
  return {
    participants,
    declarants: declarantsDits ? mesuree.declarants : null,
    tauxDeclaration: declarantsDits ? mesuree.tauxDeclaration : null,
    montrable,
    diversite: {
      representativite: entiere ? mesuree.representativite : null,
      equilibre: entiere ? mesuree.equilibre : null,
    },
    parts,
  };
}

/** How a count reads: its number, « < 11 » or « masqué ». */
export function direNombre(
  { nombre, masque }: Pick<PartDeParticipation, 'nombre' | 'masque'>,
  seuil = SEUILS_PAR_DEFAUT.cellule,
): string {
  return masque === null ? `${nombre ?? 0}` : libelleMasque(masque, seuil);
}
