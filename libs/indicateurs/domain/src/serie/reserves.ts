import { INSECABLE } from '@pleniere/shared/domain';
import type { Contestation } from '../contestations/contestation';
import { formaterValeur } from '../indicateurs.labels';
import type { Territoire } from '../saisie/valeur';
import type { IndicateurAvecValeurs } from './serie';

/** A reason to read a figure with care. */
export interface Reserve {
  sorte: 'contestee' | 'retournee' | 'secret' | 'en-retard';
  texte: string;
}

interface Cas {
  annee: number;
  territoire: Territoire;
}

/** « Rabière en 2025, Le Sanitas en 2025 et 2026 »; the years alone when there is one territory. */
function situer(cas: readonly Cas[], nommer: (territoire: Territoire) => string): string {
  return [...Map.groupBy(cas, ({ territoire }) => territoire)]
    .map(([territoire, lieux]) => {
      const annees = [...new Set(lieux.map(({ annee }) => annee))].sort((a, b) => a - b);
      const dites = [annees.slice(0, -1).join(', '), annees.at(-1)].filter(Boolean).join(' et ');
      return `${nommer(territoire)} en ${dites}`.trim();
    })
    .join(', ');
}

/**
 * What a reader must know of the values behind a chart, the gravest first: figures that the State contests with the one
 * it proposes, values returned to their author, those that secrecy covers, those that came in after the due date.
 */
export function reservesDe(
  indicateur: IndicateurAvecValeurs,
  territoires: readonly Territoire[],
  contestations: readonly Contestation[],
  nommer: (territoire: Territoire) => string,
): Reserve[] {
  const ici = <C extends { territoire: Territoire; ventilation: string }>({ territoire, ventilation }: C) =>
    ventilation === 'total' && territoires.includes(territoire);
  const valeurs = indicateur.valeurs.filter(ici);
  const contestees = contestations
    .filter(({ indicateurId, statut }) => indicateurId === indicateur.id && statut === 'ouverte')
    .filter(ici)
    .map((cas): Reserve => {
      const [inscrite, proposee] = [cas.valeurContestee.valeur, cas.valeurProposee].map((v) =>
        formaterValeur(v, indicateur),
      );
      const lieu = situer([cas], nommer);
      const figures = `${inscrite || 'aucune valeur'} inscrite, ${proposee} proposée par ${cas.auteur}`;
      return { sorte: 'contestee', texte: `Valeur contestée, ${lieu}${INSECABLE}: ${figures}.` };
    });
  const groupes: [Reserve['sorte'], string, Cas[]][] = [
    ['retournee', 'Retournée pour correction', valeurs.filter(({ statut }) => statut === 'brouillon')],
    ['secret', 'Couverte par le secret', valeurs.filter(({ absence }) => absence === 'secret')],
    ['en-retard', 'Saisie après l’échéance', valeurs.filter(({ enRetard }) => enRetard)],
  ];
  const dites = groupes
    .filter(([, , cas]) => cas.length > 0)
    .map(([sorte, mots, cas]): Reserve => ({ sorte, texte: `${mots}${INSECABLE}: ${situer(cas, nommer)}.` }));
  return [...contestees, ...dites];
}
