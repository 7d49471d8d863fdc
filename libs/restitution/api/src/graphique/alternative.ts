import { INSECABLE } from '@pleniere/shared/domain';
import type { IndicateurImprime, RepereImprime, SerieImprimee } from '../document/document-fiche';

const QUALITES = { provisoire: ' (provisoire)', estimee: ' (estimée)', definitive: '' } as const;

function enumerer(reperes: readonly RepereImprime[]): string {
  return reperes.map(({ annee, texte }) => `${texte} en ${annee}`).join(', ');
}

function lireSerie({ territoire, valeurs }: SerieImprimee): string {
  const dites = valeurs.map(({ annee, texte, qualite }) => `${texte}${qualite ? QUALITES[qualite] : ''} en ${annee}`);
  return `${territoire}${INSECABLE}: ${dites.join(', ') || 'aucune valeur'}.`;
}

/** What the chart shows, in words and from the data alone: the sentence, then reference, targets and every year. */
export function alternative({ phrase, reference, cibles }: IndicateurImprime, series: SerieImprimee[]): string {
  return [
    phrase,
    ...(reference ? [`Référence${INSECABLE}: ${enumerer([reference])}.`] : []),
    ...(cibles.length > 0 ? [`Cible${cibles.length > 1 ? 's' : ''}${INSECABLE}: ${enumerer(cibles)}.`] : []),
    ...series.map(lireSerie),
  ].join(' ');
}
