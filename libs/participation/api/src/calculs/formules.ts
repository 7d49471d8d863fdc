import type { Calcul } from '@pleniere/indicateurs/domain';
import {
  actionsAssociantHabitants,
  budgetDesEspaces,
  diversiteDesHabitants,
  evolutionDesActions,
  frequenceDesEspaces,
  garantieDeReponse,
  habitantsMobilises,
  modalitesDeSollicitation,
  type PerimetreCalcul,
  rapportAuxInstitutions,
  type ValeurCalculee,
} from '@pleniere/participation/domain';
import type { Faits } from './faits';

/** Over what a year is computed. */
export interface Periode {
  annee: number;
  qpvCodes: readonly string[] | null;
  /** The day it is: a year that is not over stops there. */
  aujourdhui: string;
  /** Every quartier of the contrat. */
  quartiers: readonly string[];
}

const anneeDe = ({ annee, qpvCodes }: Periode): PerimetreCalcul => ({
  debut: `${annee}-01-01`,
  fin: `${annee}-12-31`,
  qpvCodes,
});

// What is told in days runs until today; the rest does not move while nothing happens.
function courue(periode: Periode): PerimetreCalcul {
  const perimetre = anneeDe(periode);
  return { ...perimetre, fin: periode.aujourdhui < perimetre.fin ? periode.aujourdhui : perimetre.fin };
}

/** How each value is computed from the facts. */
export const FORMULES: Readonly<Record<Calcul, (faits: Faits, periode: Periode) => Promise<ValeurCalculee>>> = {
  'modalites-sollicitation': async (faits, periode) =>
    modalitesDeSollicitation(await faits.seances(), await faits.consultations(), anneeDe(periode), periode.quartiers),
  'frequence-espaces': async (faits, periode) => frequenceDesEspaces(await faits.seances(), courue(periode)),
  'habitants-mobilises': async (faits, periode) =>
    habitantsMobilises(await faits.seances(), await faits.participants(), anneeDe(periode)),
  'diversite-habitants': async (faits, periode) =>
    diversiteDesHabitants(await faits.seances(), anneeDe(periode), 'trancheAge', null),
  'actions-associant-habitants': async (faits, periode) =>
    actionsAssociantHabitants(await faits.actions(), await faits.liens(), anneeDe(periode)),
  'actions-changees': async (faits, periode) => evolutionDesActions(await faits.contributions(), courue(periode)),
  'rapport-institutions': async (faits, periode) =>
    rapportAuxInstitutions(
      await faits.ressentis(),
      anneeDe(periode),
      anneeDe({ ...periode, annee: periode.annee - 1 }),
    ),
  'garantie-reponse': async (faits, periode) => {
    const perimetre = courue(periode);
    return garantieDeReponse(await faits.questions(), perimetre, perimetre.fin);
  },
  'budget-espaces': async (faits, periode) =>
    budgetDesEspaces(await faits.financements(), await faits.liens(), anneeDe(periode)),
};
