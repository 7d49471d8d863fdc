import { INSECABLE } from '@pleniere/shared/domain';
import { cibleDe, type Indicateur, type Repere } from '../definition/indicateur';
import { formaterValeur } from '../indicateurs.labels';
import { type AnneeDeSerie, libelleCouverture, raisonDuVide } from './serie';

const SURETES = { provisoire: ' (provisoire)', estimee: ' (estimation)', definitive: '' } as const;

function direAnnee(
  { annee, valeur, absence, qualite, couverture, rupture }: AnneeDeSerie,
  indicateur: Indicateur,
): string {
  const definition = rupture ? 'nouvelle définition, ' : '';
  if (valeur === null) return `${annee}${INSECABLE}: ${definition}${raisonDuVide(absence)}`;
  const partielle = couverture && couverture.renseignes < couverture.attendus;
  const reserve = partielle
    ? ` (${libelleCouverture(couverture, indicateur.maille)})`
    : SURETES[qualite ?? 'definitive'];
  return `${annee}${INSECABLE}: ${definition}${formaterValeur(valeur, indicateur)}${reserve}`;
}

/** What a chart shows, in words: the sentence, the baseline, the targets, then every year with its value or its reason. */
export function alternativeSerie(phrase: string, indicateur: Indicateur, serie: readonly AnneeDeSerie[]): string {
  const dire = ({ annee, valeur }: Repere) => `${formaterValeur(valeur, indicateur)} en ${annee}`;
  const cibles = serie.flatMap(({ annee }) => cibleDe(indicateur, annee) ?? []).map(dire);
  return [
    phrase,
    ...(indicateur.reference ? [`Référence${INSECABLE}: ${dire(indicateur.reference)}.`] : []),
    ...(cibles.length > 0 ? [`Cible${cibles.length > 1 ? 's' : ''}${INSECABLE}: ${cibles.join(', ')}.`] : []),
    `${serie.map((annee) => direAnnee(annee, indicateur)).join('\u202F; ')}.`,
  ].join(' ');
}
