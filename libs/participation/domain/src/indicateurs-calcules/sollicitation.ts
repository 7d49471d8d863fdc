import { accorder, formaterNombre, INSECABLE } from '@pleniere/shared/domain';
import { LIBELLES_SOLLICITATIONS, type Sollicitation, SOLLICITATIONS } from '../seances/mots-seance';
import { intervalles, mediane, type Rythme, rythme } from '../seances/rythme';
import { enFait, type FaitSeance, seancesDu, tenuesDu } from './faits-seances';
import { estDansLePerimetre, type PerimetreCalcul, prouver, type ValeurCalculee } from './valeur-calculee';

/** A consultation that opened, and by what it reached residents. */
export interface FaitConsultation {
  id: string;
  /** Day of its opening; null as long as it has not opened. */
  ouverteLe: string | null;
  qpvCodes: readonly string[];
  sollicitations: readonly Sollicitation[];
}

/** Modalities really used, and where. */
export interface DetailSollicitation {
  modalites: Sollicitation[];
  parQuartier: Record<string, Sollicitation[]>;
}

const enOrdre = (modalites: ReadonlySet<Sollicitation>) => SOLLICITATIONS.filter((modalite) => modalites.has(modalite));

/** Modalities by which residents were reached, at séances that were held and consultations that opened; planned is not counted. */
export function modalitesDeSollicitation(
  seances: readonly FaitSeance[],
  consultations: readonly FaitConsultation[],
  perimetre: PerimetreCalcul,
  quartiers: readonly string[],
): ValeurCalculee<DetailSollicitation> {
  const tenues = tenuesDu(perimetre, seances);
  const ouvertes = consultations.filter(
    ({ ouverteLe, qpvCodes }) => ouverteLe !== null && estDansLePerimetre(perimetre, ouverteLe, qpvCodes),
  );
  const visees = quartiers.filter((code) => perimetre.qpvCodes?.includes(code) ?? true);
  const toutes = new Set([...tenues, ...ouvertes].flatMap(({ sollicitations }) => sollicitations));
  const dansLeQuartier = (code: string) =>
    new Set([
      ...tenues.filter(({ qpvCode }) => qpvCode === code).flatMap(({ sollicitations }) => sollicitations),
      ...ouvertes.filter(({ qpvCodes }) => qpvCodes.includes(code)).flatMap(({ sollicitations }) => sollicitations),
    ]);
  const parQuartier = Object.fromEntries(visees.map((code) => [code, enOrdre(dansLeQuartier(code))]));
  const couverts = visees.filter((code) => (parQuartier[code]?.length ?? 0) > 0).length;
  const modalites = enOrdre(toutes);
  const liste = modalites.map((modalite) => LIBELLES_SOLLICITATIONS[modalite].toLowerCase()).join(', ');
  const phrase =
    modalites.length === 0
      ? 'Aucune modalité de sollicitation n’a été utilisée.'
      : `${accorder(modalites.length, 'modalité utilisée', 'modalités utilisées')}${INSECABLE}: ${liste}. ${accorder(couverts, 'quartier touché', 'quartiers touchés')} sur${INSECABLE}${visees.length}.`;
  return prouver(
    {
      calcul: 'modalites-sollicitation',
      valeur: modalites.length,
      numerateur: couverts,
      denominateur: visees.length,
      phrase,
      details: { modalites, parQuartier },
    },
    '1',
    { ...perimetre, quartiers: visees },
    [...tenues.map(enFait), ...ouvertes.map(enFait)],
  );
}

/** Rhythm of the espaces: counts add up, medians are taken again over all the intervals. */
export interface DetailFrequence extends Omit<Rythme, 'parMois'> {
  parEspace: Record<string, Rythme>;
}

/** Séances held per month, with the median of the days between two in a same espace: never a mean of means. */
export function frequenceDesEspaces(
  seances: readonly FaitSeance[],
  perimetre: PerimetreCalcul,
): ValeurCalculee<DetailFrequence> {
  const siennes = seancesDu(perimetre, seances);
  const tenues = tenuesDu(perimetre, seances);
  const parEspace = [...Map.groupBy(siennes, ({ espaceId }) => espaceId)].sort(([a], [b]) => (a < b ? -1 : 1));
  const ensemble = rythme(siennes, perimetre);
  const intervalleMedian = mediane(
    parEspace.flatMap(([espaceId]) =>
      intervalles(tenues.filter((tenue) => tenue.espaceId === espaceId).map(({ date }) => date)),
    ),
  );
  const { parMois, ...reste } = ensemble;
  const rythmes = Object.fromEntries(parEspace.map(([espaceId, leurs]) => [espaceId, rythme(leurs, perimetre)]));
  const silences = Object.values(rythmes).flatMap(({ plusLongSilence }) => plusLongSilence ?? []);
  const phrase =
    intervalleMedian === null
      ? `${accorder(tenues.length, 'séance tenue', 'séances tenues')}.`
      : `${accorder(tenues.length, 'séance tenue', 'séances tenues')}, une tous les ${formaterNombre(intervalleMedian, 0)}${INSECABLE}jours en valeur médiane dans un même espace.`;
  const annulees = siennes.filter(({ statut }) => statut === 'annulee');
  return prouver(
    {
      calcul: 'frequence-espaces',
      valeur: parMois,
      numerateur: tenues.length,
      denominateur: tenues.length + annulees.length,
      phrase,
      details: {
        ...reste,
        intervalleMedian,
        plusLongSilence: silences.length === 0 ? null : Math.max(...silences),
        parEspace: rythmes,
      },
    },
    '1',
    perimetre,
    [...tenues, ...annulees].map(enFait),
  );
}
