import { accorder, INSECABLE } from '@pleniere/shared/domain';
import { participationDeclaree, type ParticipationDeclaree } from '../resultats/participation';
import { enPourcent } from '../resultats/seuils';
import { type Fidelite, fidelite, type Frequentation, frequentation } from '../seances/frequentation';
import type { Repartition } from '../seances/diversite';
import { enFait, type FaitSeance, presencesDe, type ProfilPresent, tenuesDu } from './faits-seances';
import { estDansLePerimetre, type PerimetreCalcul, prouver, type ValeurCalculee } from './valeur-calculee';

/** Somebody who took part in a consultation online. */
export interface FaitParticipant {
  id: string;
  /** Day of their first act. */
  date: string;
  /** Quartier that they said theirs; null when they said nothing. */
  qpvCode: string | null;
  suspect: boolean;
  votesValides: number;
  propositionsAcceptees: number;
}

/** Three figures that are never added: comings, different people, people online. */
export type DetailHabitants = Frequentation & { enLigne: number };

/** Residents mobilised: different people recognised, between bounds; comings and people online beside, never added. */
export function habitantsMobilises(
  seances: readonly FaitSeance[],
  participants: readonly FaitParticipant[],
  perimetre: PerimetreCalcul,
): ValeurCalculee<DetailHabitants> {
  const tenues = tenuesDu(perimetre, seances);
  const enLigne = participants.filter(
    ({ date, qpvCode, suspect, votesValides, propositionsAcceptees }) =>
      !suspect && votesValides + propositionsAcceptees > 0 && estDansLePerimetre(perimetre, date, [qpvCode]),
  );
  const lue = frequentation(tenues.map(presencesDe));
  const { participations, distinctes, min, max } = lue;
  const personnes =
    min === max
      ? accorder(min, 'personne différente', 'personnes différentes')
      : `de ${min} à${INSECABLE}${accorder(max, 'personne différente', 'personnes différentes')}`;
  return prouver(
    {
      calcul: 'habitants-mobilises',
      valeur: distinctes,
      min,
      max,
      phrase: `${accorder(participations, 'participation')} d’habitants en séance, ${personnes}\u202F; ${accorder(enLigne.length, 'participant')} en ligne.`,
      details: { ...lue, enLigne: enLigne.length },
    },
    '1',
    perimetre,
    [...tenues.map(enFait), ...enLigne.map(enFait)],
  );
}

/** Dimension along which a diversity is read. */
export type DimensionDiversite = keyof ProfilPresent;

const LIBELLES_DIMENSIONS: Readonly<Record<DimensionDiversite, string>> = {
  trancheAge: 'les âges',
  genre: 'les genres',
  qpvCode: 'les quartiers',
};

/** Diversity with first times and returns. */
export type DetailDiversite = ParticipationDeclaree & { fidelite: Fidelite };

/**
 * How those who came to séances look like the population, from 0 to 1; null, and nothing shown, when fewer than half said
 * it. `toutes` holds every séance ever recorded, so that an old face is no first time.
 */
export function diversiteDesHabitants(
  toutes: readonly FaitSeance[],
  perimetre: PerimetreCalcul,
  dimension: DimensionDiversite,
  population: Repartition | null,
): ValeurCalculee<DetailDiversite> {
  const connues = tenuesDu({ ...perimetre, debut: '' }, toutes);
  const tenues = tenuesDu(perimetre, toutes);
  const anciennes = connues.filter(({ id }) => !tenues.some((tenue) => tenue.id === id));
  const { participations } = frequentation(tenues.map(presencesDe));
  const dits = tenues.flatMap(({ profils }) => profils.flatMap((profil) => profil[dimension] ?? []));
  const declares = Object.fromEntries(
    [...Map.groupBy(dits, (dit) => dit)].sort().map(([dit, tous]) => [dit, tous.length]),
  );
  const lue = participationDeclaree(declares, participations, population);
  const { representativite, equilibre } = lue.diversite;
  const valeur = representativite ?? (population === null ? equilibre : null);
  const phrase =
    valeur === null
      ? 'Trop peu de personnes ont dit qui elles sont pour le calculer.'
      : `${enPourcent(valeur)} de ressemblance avec la population selon ${LIBELLES_DIMENSIONS[dimension]}, d’après ${enPourcent(lue.tauxDeclaration ?? 0)} des présents.`;
  return prouver(
    {
      calcul: 'diversite-habitants',
      valeur,
      numerateur: lue.declarants,
      denominateur: participations,
      phrase:
        valeur !== null && population === null
          ? phrase.replace('de ressemblance avec la population', 'd’équilibre')
          : phrase,
      details: { ...lue, fidelite: fidelite(connues.map(presencesDe), perimetre) },
    },
    '1',
    { ...perimetre, dimension, population },
    [...tenues.map(enFait), ...anciennes.map(({ id, date, cles }) => ({ id, date, cles }))],
  );
}
