import { accorder, FINE, formaterNombre, INSECABLE } from '@pleniere/shared/domain';
import { intervalleMoyenne } from '../formules/wilson';
import { enFait } from './faits-seances';
import { estDansLePerimetre, type PerimetreCalcul, prouver, type ValeurCalculee } from './valeur-calculee';

/** Notes from 1 to 5 given at the end of a séance to one question. */
export interface FaitRessenti {
  id: string;
  date: string;
  qpvCode: string | null;
  question: string;
  /** How many gave each note. */
  notes: Readonly<Record<string, number>>;
}

/** The answers of a period, and how they differ from those before. */
export interface DetailRessenti {
  reponses: number;
  question: string | null;
  /** Difference with the mean of the period before; null when it cannot be compared. */
  ecart: number | null;
}

const REPONSES_MIN = 11;

interface Moyenne {
  reponses: number;
  question: string | null;
  mesure: ReturnType<typeof intervalleMoyenne>;
}

function moyenneDe(faits: readonly FaitRessenti[]): Moyenne {
  const questions = new Set(faits.map(({ question }) => question));
  const valeurs = faits.flatMap(({ notes }) =>
    Object.entries(notes).flatMap(([note, nombre]) => Array<number>(nombre).fill(Number(note))),
  );
  const question = questions.size === 1 ? ([...questions][0] ?? null) : null;
  const lisible = question !== null && valeurs.length >= REPONSES_MIN;
  // The order of a sum moves its last digit.
  return {
    reponses: valeurs.length,
    question,
    mesure: lisible ? intervalleMoyenne(valeurs.sort((a, b) => a - b)) : null,
  };
}

const dire = (nombre: number) => formaterNombre(nombre, 1);

function phraseDe(mesure: Moyenne['mesure'], reponses: number, ecart: number | null): string {
  if (mesure === null)
    return `Non calculé${INSECABLE}: moins de ${REPONSES_MIN} réponses, ou plusieurs formulations de la question.`;
  const { moyenne, bas, haut } = mesure;
  const signe = ecart !== null && ecart > 0 ? '+' : '';
  const suite = ecart === null ? '' : `${FINE}; ${signe}${dire(ecart)} depuis la période précédente`;
  return `${dire(moyenne)} sur${INSECABLE}5 (entre ${dire(bas)} et ${dire(haut)}), d’après ${accorder(reponses, 'réponse')}${suite}.`;
}

function ecartEntre(lue: Moyenne, avant: Moyenne | null): number | null {
  if (avant?.question !== lue.question || lue.mesure === null || avant.mesure === null) return null;
  return lue.mesure.moyenne - avant.mesure.moyenne;
}

/** Mean note of a period between its bounds; not computed under eleven answers, nor across two wordings. */
export function rapportAuxInstitutions(
  ressentis: readonly FaitRessenti[],
  perimetre: PerimetreCalcul,
  precedent: PerimetreCalcul | null,
): ValeurCalculee<DetailRessenti> {
  const du = (un: PerimetreCalcul) => ressentis.filter(({ date, qpvCode }) => estDansLePerimetre(un, date, [qpvCode]));
  const siens = du(perimetre);
  const lue = moyenneDe(siens);
  const { reponses, question, mesure } = lue;
  const avant = precedent === null ? null : moyenneDe(du(precedent));
  const ecart = ecartEntre(lue, avant);
  return prouver(
    {
      calcul: 'rapport-institutions',
      valeur: mesure?.moyenne ?? null,
      min: mesure?.bas ?? null,
      max: mesure?.haut ?? null,
      numerateur: null,
      denominateur: reponses,
      phrase: phraseDe(mesure, reponses, ecart),
      details: { reponses, question, ecart },
    },
    '1',
    { ...perimetre, precedent },
    [...siens, ...(precedent === null ? [] : du(precedent))].map(enFait),
  );
}
